"""Outside WhatsApp's 24 hours: knock once a day with an approved text; the message itself waits for the answer."""

from datetime import datetime

from handlers.asked import SILENCE, Asked
from handlers.house import House
from messages.delivery import Urgency
from messages.reply import Paragraph, Reply, Template
from messages.street import Chat
from messages.wording import word
from storage import Store

# The text of the template's button, in the languages in which it may be approved.
ANSWERS = frozenset({"lees", "lezen", "read"})


def knock(chat: Chat, now: datetime, house: House, store: Store) -> bool:
    """Whether a knock was added: no more than one a day. Where no street is known it says so in general words."""
    street = store.content.published().streets.get(chat.street or "")
    language = chat.language or (street.language if street else house.language)
    name = street.name if street else word(language, "some-street")
    text = Paragraph(word(language, "knock", street=name))
    reply = Reply((text,), template=Template("new_message", (name,)))
    cause = f"knock:{chat.key}:{now:%Y%m%d}"
    return store.outbox.add(chat, reply, urgency=Urgency.EVENT, cause=cause, now=now)


def let_in(asked: Asked, store: Store) -> Reply | None:
    """The answer to a knock: what waited comes by itself, and needs no words of ours."""
    is_answer = asked.incoming.text.strip(" .!").casefold() in ANSWERS
    return SILENCE if is_answer and not asked.in_group else None
