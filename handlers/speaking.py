"""Puts what was decided into the outbox: at which moment, as a reply to what, and without a sound at night."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from handlers import manners
from handlers.asked import SILENCE, Asked
from messages.delivery import Urgency
from messages.reply import Paragraph, Reply, say
from storage import Store
from storage.answers import Given

# `112`, `0800-9009`
_TELEPHONE = re.compile(r"(?<![\d-])(?:112|0\d{2,3}[- ]?\d{4,7})(?![\d-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manner:
    """How it is said; `cause` is why, and `reply_to` the message that it hangs under."""

    cause: str
    reply_to: str | None
    at: datetime
    urgency: Urgency = Urgency.REPLY


def speak_up(asked: Asked, reply: Reply, store: Store) -> Reply:
    """At once, and with a sound: it is about safety. What stands there already is pointed to, with whom to call."""
    above = manners.card_above(asked, reply, store)
    line = _line_about(asked, above) if above else None
    how = _Manner(
        cause=asked.answer_cause,
        reply_to=above.external_id if above and line else _question(asked, reply, store),
        at=asked.now,
        urgency=Urgency.SAFETY,
    )
    delivery = _put(asked, line or reply, how, store)
    if delivery and not line:
        manners.note_card(asked, delivery, store)
    return line or reply


def _line_about(asked: Asked, above: Given) -> Reply | None:
    """None for a card without a telephone number: then all of it is said again."""
    card = " ".join(part.text for part in above.reply.parts if isinstance(part, Paragraph))
    numbers = dict.fromkeys(_TELEPHONE.findall(card))
    if not numbers or above.said_at is None:
        return None
    time = f"{above.said_at.astimezone(asked.local_now.tzinfo):%H.%M}"
    return say(asked.word("danger-above", time=time, numbers=" / ".join(numbers)))


def speak(asked: Asked, reply: Reply, store: Store) -> Reply:
    """Say it as a good neighbour would; what is said in the end may be less, or nothing."""
    unasked = manners.is_unasked(asked)
    if unasked and not manners.may_interrupt(asked, store):
        return SILENCE
    if not unasked:
        manners.answer_once(asked, reply, store)
    if given := manners.given_before(asked, reply, store):
        return SILENCE if unasked else _point_to(asked, given, reply.about, store)
    how = _Manner(cause=asked.answer_cause, reply_to=_question(asked, reply, store), at=manners.goes_at(asked))
    delivery = _put(asked, reply, how, store)
    if delivery is None:
        return SILENCE
    manners.note(asked, reply, delivery, store)
    return reply


def _point_to(asked: Asked, given: Given, about: str | None, store: Store) -> Reply:
    """`Zie mijn antwoord hierboven`, as a reply to that answer; once a minute, however many ask for it."""
    if given.said_at is None or given.cause == asked.answer_cause:  # on its way, or the same button pressed again
        return SILENCE
    local = given.said_at.astimezone(asked.local_now.tzinfo)
    reply = say(asked.word("said-above", time=f"{local:%H.%M}"))
    cause = f"above:{given.delivery}:{asked.now:%Y%m%d%H%M}"
    how = _Manner(cause=cause, reply_to=given.external_id, at=asked.now)
    delivery = _put(asked, reply, how, store)
    if delivery is None:
        return SILENCE
    manners.note(asked, replace(reply, about=about), delivery, store)  # what is asked next may go on about it
    return reply


def _put(asked: Asked, reply: Reply, how: _Manner, store: Store) -> int | None:
    """The key of its delivery; None when it was said before."""
    if how.urgency is not Urgency.SAFETY and _is_quiet(asked, how.at):
        reply = replace(reply, silent=True)
    return store.outbox.put(
        asked.chat,
        reply,
        urgency=how.urgency,
        cause=how.cause,
        now=asked.now,
        reply_to=how.reply_to,
        thread=asked.incoming.thread,
        due_at=how.at,
        expires_at=how.at + manners.NEWS if how.at > asked.now else None,
    )


def _question(asked: Asked, reply: Reply, store: Store) -> str | None:
    """What it is a reply to: in a group the question, also when a button was pressed under what was asked back.

    In private everybody sees what is answered; only of an answer the platform has to know, for its `Klopt niet`.
    """
    if asked.incoming.choice:
        pressed = asked.incoming.choice.partition(".")[0]
        return store.answers.question_of(asked.chat, int(pressed)) if reply.about and pressed.isdecimal() else None
    return asked.incoming.external_id if asked.in_group or reply.about else None


def _is_quiet(asked: Asked, at: datetime) -> bool:
    """At night an answer in a group makes no sound."""
    hours = asked.street.quiet_hours if asked.street else None
    return bool(asked.in_group and hours and at.astimezone(asked.local_now.tzinfo).time() in hours)
