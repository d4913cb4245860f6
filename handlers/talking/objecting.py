"""`Klopt niet`, under an answer: anybody takes it away, and the same question does not get it outright again."""

from dataclasses import replace
from datetime import timedelta

from handlers.asked import SILENCE, TYPED_WITHIN, Asked
from handlers.asking.privately import is_nobodys_business
from handlers.chats.contacts import about_contact, or_contact
from handlers.chats.telling import contacts_of, tell
from handlers.likeness import is_like
from messages.delivery import Urgency
from messages.reply import Reply, Retraction, say
from messages.scrubbing import scrub
from messages.understanding import Outcome
from messages.wording import word
from storage import Store
from storage.objections import Said

# Who finds more wrong than this in a day has a quarrel with the bot, which a person should hear of.
MOST_A_DAY = 5
A_DAY = timedelta(days=1)


def heed(asked: Asked, store: Store) -> Asked:
    """What is asked, less sure of an answer that was wrong before for the same question in this street."""
    reading = asked.reading
    if reading is None or reading.outcome is not Outcome.ANSWER or asked.street is None:
        return asked
    if not asked.objected:
        return asked
    wrong_for = store.objections.questions(asked.street.id, reading.likeliest)
    if not wrong_for or not is_like(_scrubbed(asked, asked.question), wrong_for):
        return asked
    outcome = Outcome.SUGGEST if asked.incoming.addressed else Outcome.SILENT
    return replace(asked, reading=replace(reading, outcome=outcome))


def take_back(asked: Asked, store: Store) -> Reply:
    """The button was pressed, or its words typed."""
    pressed = (asked.incoming.choice or "").partition(".")[0]
    said = store.objections.answer(asked.chat, int(pressed) if pressed else None, since=asked.now - TYPED_WITHIN)
    if said is None:
        return say(asked.word("choice-unknown"))
    mark = store.people.mark_of(asked.incoming.sender)
    if store.objections.count_of(mark, asked.now - A_DAY) >= MOST_A_DAY:
        return say(f"{asked.word('objected-enough')} {about_contact(asked)}".strip())
    street = asked.street.id if asked.street else ""
    entry = asked.content.faqs.get(said.entry)
    is_private = is_nobodys_business(asked.incoming.question, entry)
    text = "" if is_private else _scrubbed(asked, asked.incoming.question)
    if not store.objections.note(said, street, text=text, mark=mark, now=asked.now):
        return SILENCE
    gone = _retract(asked, said, store)
    _tell(asked, said, store, gone=gone)
    if asked.in_group and gone:
        return SILENCE
    return say(f"{asked.word('objected-gone' if gone else 'objected')} {or_contact(asked)}".strip())


def _scrubbed(asked: Asked, text: str) -> str:
    return scrub(text, names=(asked.incoming.sender.name,)) if text else ""


def _retract(asked: Asked, said: Said, store: Store) -> bool:
    """Have it deleted where the platform can; what filled several messages is not taken away by halves."""
    if said.pages != 1 or not asked.house.takes_back(asked.chat.address, asked.now - said.said_at):
        return False
    store.outbox.add(
        asked.chat,
        Reply((Retraction(said.external_id),), silent=True),
        urgency=Urgency.REPLY,
        cause=f"retract:{said.delivery}",
        now=asked.now,
        thread=said.thread,
    )
    return True


def _tell(asked: Asked, said: Said, store: Store, *, gone: bool) -> None:
    """The street contacts hear of it, once a day for each entry: nothing goes away behind their backs."""
    entry = asked.content.faqs.get(said.entry)
    if asked.street is None or not asked.in_group or entry is None:
        return
    name = "objected-told" if gone else "objected-told-stays"
    text = word(asked.street.language, name, street=asked.street.name, question=entry.question)
    cause = f"objected:{asked.street.id}:{entry.id}:{asked.local_now:%Y%m%d}"
    contacts = contacts_of(asked, asked.street.id, store)
    tell(contacts, say(text, silent=True), cause=cause, now=asked.now, store=store)
