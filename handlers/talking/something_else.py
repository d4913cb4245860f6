"""`Nee, dat bedoel ik niet`: the button that says so, or a question back; it is never a question itself."""

from datetime import datetime

from handlers.asked import SILENCE, Asked
from handlers.likeness import is_like
from messages.phrases import phrases
from messages.reply import Choice, Reply, say
from storage import Store


def is_said(asked: Asked) -> bool:
    is_typed = asked.incoming.choice is None and asked.command is None
    return is_typed and is_like(asked.incoming.text, phrases("something_else.not-that"))


def button(asked: Asked, options: tuple[Choice, ...], since: datetime, store: Store) -> Choice | None:
    """The one among these, those shown last, that says it; in a group only where it is theirs to press."""
    if not is_said(asked):
        return None
    found = next(filter(None, (_meant(option) for option in options)), None)
    if found is None or not asked.in_group:
        return found
    return found if _may_press(asked, found, since, store) else None


def ask_what_then(asked: Asked, store: Store) -> Reply | None:
    """Where no button fits."""
    if not is_said(asked):
        return None
    return say(asked.word("not-that")) if asked.incoming.addressed else SILENCE


def _meant(option: Choice) -> Choice | None:
    """A draft goes away, also where it asks something back and has no button for that."""
    verb, _, rest = option.action.partition(":")
    if verb == "draft":
        return Choice(option.label, f"draft:{rest.partition(':')[0]}:away")
    is_away = verb == "answer" and rest.endswith(":away")
    return option if is_away or verb in ("wrong", "none") else None


def was_asked_by_them(asked: Asked, none: Choice, store: Store) -> bool:
    """Whether the `Nee, iets anders` is under what this person asked."""
    key = none.action.rpartition(":")[2]
    question = store.questions.get(int(key)) if key.isdecimal() else None
    return question is not None and question.mark == store.people.mark_of(asked.incoming.sender)


def _may_press(asked: Asked, found: Choice, since: datetime, store: Store) -> bool:
    """It is a reply to that answer, or said to the bot by whoever asked."""
    mark = store.people.mark_of(asked.incoming.sender)
    verb = found.action.partition(":")[0]
    if verb == "none":
        return asked.incoming.addressed and was_asked_by_them(asked, found, store)
    if verb != "wrong":
        return asked.incoming.addressed
    said = store.objections.answer(asked.chat, None, since=since)
    if said is None:
        return False
    is_theirs = said.thread == asked.incoming.thread and store.answers.who_asked(said.delivery) == mark
    return said.external_id == asked.incoming.reply_to or (asked.incoming.addressed and is_theirs)
