"""How the bot behaves among neighbours: it lets them go first, and does not go on and on."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.asked import Asked
from handlers.likeness import is_like
from messages.phrases import phrases
from messages.reply import Reply
from messages.understanding.private_matters import private_matter
from storage import Store
from storage.answers import Given, Unasked

# Two answers that nobody asked the bot for are never closer than this, however lively the talk: one helps, two meddle.
REST = timedelta(minutes=10)
# And within the hour there is none unless so much was said since the last one. A bot that answers every few messages
# carries the talk by itself; after an hour another talk has begun, however little was said.
TALK = timedelta(hours=1)
THEIR_TURN = 5
# An answer can still be found above for so long; later it has scrolled away, and is given again.
SAME_TALK = timedelta(hours=4)
# For so long the card about a danger stands where a group can see it; then it is shown anew.
CARD_STANDS = timedelta(hours=2)
# So long after its moment an answer that nobody asked for would come out of nowhere: the bot was away.
NEWS = timedelta(minutes=5)


def hear(asked: Asked, store: Store) -> None:
    """Somebody speaks in a group: what was to be said unasked is left to the neighbours who talk already."""
    if not asked.in_group or asked.incoming.choice is not None:
        return
    recent = _unasked(asked, store)
    if not recent:
        return
    store.answers.heard_another(recent[0])
    mark = store.people.mark_of(asked.incoming.sender)
    waiting = [one for one in recent if one.waits and one.thread == asked.incoming.thread]
    others = [one for one in waiting if one.mark != mark]
    if others and not asked.incoming.addressed:  # whoever speaks to the bot answers nobody
        store.answers.leave(others, "neighbours_talk", asked.now)
    own = [one for one in waiting if one.mark == mark]
    if own and is_like(asked.question, phrases("withdrawing.never-mind")):
        store.answers.leave(own, "never_mind", asked.now)


def is_unasked(asked: Asked) -> bool:
    """Whether it was overheard: said in a group, to nobody in particular."""
    return asked.in_group and not asked.incoming.addressed


def may_interrupt(asked: Asked, store: Store) -> bool:
    """Whether an answer that nobody asked the bot for is welcome now."""
    if asked.now - asked.incoming.heard_at > NEWS:
        return False
    return _has_rested(_unasked(asked, store), asked.now)


def _has_rested(recent: Sequence[Unasked], now: datetime) -> bool:
    if not recent:
        return True
    last = recent[0]
    return now - last.due_at >= REST and last.heard_since >= THEIR_TURN


def goes_at(asked: Asked) -> datetime:
    """When it is said: what nobody asked the bot for, once the neighbours have had time to answer."""
    return asked.now + asked.street.neighbours_first if asked.street and is_unasked(asked) else asked.now


def answer_once(asked: Asked, reply: Reply, store: Store) -> None:
    """What is asked of the bot now need not be said unasked as well; nor who told of debts be led away twice."""
    is_private = private_matter(asked.question) is not None
    if not asked.in_group or not (reply.about or is_private):
        return
    mark = store.people.mark_of(asked.incoming.sender)
    same = [one for one in _unasked(asked, store) if one.entry == (reply.about or "")]
    if waiting := [one for one in same if one.waits and (one.entry or one.mark == mark)]:
        store.answers.leave(waiting, "asked_again", asked.now)


def given_before(asked: Asked, reply: Reply, store: Store) -> Given | None:
    """The same answer, in the same words, given in this group (or topic of it) some hours ago or less."""
    if not asked.in_group or not reply.about or reply.about == asked.not_given:
        return None
    given = store.answers.given(asked.chat, reply.about, asked.now - SAME_TALK)
    here = (one for one in given if one.thread == asked.incoming.thread)
    return next((one for one in here if one.reply.parts == reply.parts), None)


def card_above(asked: Asked, reply: Reply, store: Store) -> Given | None:
    """The same card about the same danger, in the same words, which has arrived here a while ago or less.

    Who has to read it in another language gets it in that.
    """
    if not asked.in_group or len(reply.parts) > 1:
        return None
    given = store.answers.given(asked.chat, _danger(asked), asked.now - CARD_STANDS)
    here = (one for one in given if one.thread == asked.incoming.thread and one.said_at)
    return next((one for one in here if one.reply.parts == reply.parts), None)


def note_card(asked: Asked, delivery: int, store: Store) -> None:
    """That a group has it. It is nothing that was said unasked, after which the bot rests."""
    if asked.in_group:
        mark = store.people.mark_of(asked.incoming.sender)
        store.answers.note(asked.chat, delivery, entry=_danger(asked), mark=mark, unasked=False, now=asked.now)


def _danger(asked: Asked) -> str:
    return f"urgent:{asked.reading.likeliest if asked.reading else ''}"


def note(asked: Asked, reply: Reply, delivery: int, store: Store) -> None:
    """Remember which answer a group has; and where nobody asked the bot, that it has spoken."""
    if not asked.in_group or not (reply.about or is_unasked(asked)):
        return
    store.answers.note(
        asked.chat,
        delivery,
        entry=reply.about or "",
        mark=store.people.mark_of(asked.incoming.sender),
        unasked=is_unasked(asked),
        now=asked.now,
    )


def _unasked(asked: Asked, store: Store) -> list[Unasked]:
    return store.answers.unasked(asked.chat, asked.now - TALK) if asked.spoke_unasked else []
