"""Telling organisers and street contacts something in private, once."""

from datetime import datetime

from handlers.asked import Asked
from messages.delivery import Urgency
from messages.reply import Reply
from messages.street import ChatAddress, ChatKind, ChatState, Person
from storage import Store


def contacts_of(asked: Asked, street: str, store: Store) -> list[Person]:
    """Who speaks for the street; in the playground, who does so there."""
    here = asked.incoming.contact if asked.incoming.street == street else None
    return [here] if here else store.people.contacts(street)


def organisers_for(asked: Asked, store: Store) -> list[Person]:
    """All of them; in the playground, who is organiser there."""
    here = asked.incoming.organiser
    return [here] if here else store.people.organisers()


def tell_organisers(
    reply: Reply, *, cause: str, now: datetime, store: Store, expires_at: datetime | None = None
) -> int:
    """How many were told; `cause` names the occasion, so that it is told once."""
    return tell(store.people.organisers(), reply, cause=cause, now=now, store=store, expires_at=expires_at)


def tell(
    people: list[Person],
    reply: Reply,
    *,
    cause: str,
    now: datetime,
    store: Store,
    expires_at: datetime | None = None,
) -> int:
    """In private; whom we have not met is told by the first of our bots."""
    told = 0
    for person in people:
        chat = store.chats.private_of(person)
        chat = chat or store.chats.meet(ChatAddress(person.platform, person.id), ChatKind.PRIVATE, now)
        if chat.state is ChatState.LINKED:
            name = f"{cause}:{chat.key}"
            told += store.outbox.add(chat, reply, urgency=Urgency.REPLY, cause=name, now=now, expires_at=expires_at)
    return told
