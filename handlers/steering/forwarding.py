"""The pass-on post: a text that a street contact forwards by hand to a WhatsApp group, where no bot can be."""

from datetime import datetime

from handlers.asked import Asked
from handlers.chats.street_choice import ask_which_street
from handlers.chats.whom import in_named_street
from handlers.commands import Command
from handlers.meetings import coming, described
from messages.delivery import Urgency
from messages.reply import Paragraph, Reply, say
from messages.street import Platform, Role, Street
from messages.wording import word
from storage import Store


def give_text(asked: Asked, store: Store) -> Reply | None:
    """`/doorsturen`: the next meeting as a clean text; what is not for the group is said in another message."""
    if asked.command is not Command.FORWARD or asked.role < Role.STREET_CONTACT:
        return None
    asked = in_named_street(asked, store)
    if asked.street is None:
        return ask_which_street(asked, then="doorsturen")
    now = asked.local_now.replace(tzinfo=None)
    meetings = coming(asked.content, asked.street, now)
    if not meetings:
        return say(asked.word("agenda-empty", street=asked.street.name))
    explanation = say(asked.word("forward-how", street=asked.street.name))
    cause = f"forward:{asked.cause}"
    store.outbox.add(asked.chat, explanation, urgency=Urgency.REPLY, cause=cause, now=asked.now)
    return say(described(meetings[0], asked.street, asked.street.language))


def hand_over(
    reply: Reply,
    street: Street,
    *,
    cause: str,
    due_at: datetime,
    now: datetime,
    store: Store,
    expires_at: datetime | None = None,
) -> int:
    """Give a post to the street's contacts on WhatsApp, to pass on by hand; how many messages that makes."""
    contacts = [person for person in store.people.contacts(street.id) if person.platform is Platform.WHATSAPP]
    chats = store.chats.reachable(contacts)
    post = Reply(tuple(part for part in reply.parts if isinstance(part, Paragraph)))
    made = 0
    for chat in chats:
        how = say(word(street.language, "forward-how", street=street.name))
        for message, name in ((how, f"{cause}:{chat.key}:how"), (post, f"{cause}:{chat.key}")):
            made += store.outbox.add(
                chat, message, urgency=Urgency.EVENT, cause=name, now=now, due_at=due_at, expires_at=expires_at
            )
    return made
