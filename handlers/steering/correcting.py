"""What is done about a draft when somebody types under it: `nee`, `doe maar`, `nee do 10`, `maak er 19.30 van`."""

from datetime import datetime, timedelta

from handlers.asked import Asked
from handlers.steering.composing import EVENT, MESSAGE
from handlers.steering.drafting import PLANNED, agree, ask_again, ask_which, tell_back, throw_away
from handlers.steering.moving import move_event, was_told
from handlers.steering.under_a_draft import (
    Change,
    Option,
    Pick,
    Wish,
    begins_as_correction,
    meant_by,
    says_otherwise,
    schedule_of,
    start_of,
)
from messages.reply import Reply, say
from messages.spoken import Doubt, NotUnderstood, When, read_other_moment, read_other_rhythm, read_when
from messages.street import Role
from storage import Store
from storage.drafts import Draft

LONGEST = 60  # characters: what is longer is no correction
AT_ONCE = timedelta(hours=1)  # what is typed later is about something else


def correct(asked: Asked, store: Store) -> Reply | None:
    """None where it is no correction, or where nothing of theirs waits for a yes or was planned just now."""
    draft = _waiting(asked, store)
    meant = meant_by(asked, draft.body) if draft else None
    if draft is None or meant is None:
        return None
    if PLANNED in draft.body:
        return _replaced(asked, draft, meant, store) if isinstance(meant, Change) else None
    match meant:
        case Wish.AWAY:
            return throw_away(asked, draft, store)
        case Wish.AGREED if _was_said_last(asked, draft, store):
            return agree(asked, draft, store)
        case Wish.AGREED:  # something was said meanwhile: they look once more
            return tell_back(asked, draft, draft.body["item"], store)
        case Wish.ASK_AGAIN:
            return ask_again(asked, draft, store)
        case Pick(option):
            return tell_back(asked, draft, option, store)
        case Change(option, said):
            return _changed(asked, draft, option, said, store)


def _replaced(asked: Asked, planned: Draft, change: Change, store: Store) -> Reply | None:
    """What was planned just now is changed in silence, or moved where the street knows of it already."""
    event = asked.content.events.get(planned.body["id"])
    if event and was_told(event, store):
        return move_event(asked, event, change.said, store)
    if not event and planned.body["id"] not in asked.content.announcements:
        return None
    body = {name: planned.body[name] for name in ("streets", "item")}
    body |= {"line": planned.body[PLANNED], "replaces": planned.body["id"], "options": []}
    key = store.drafts.add(asked.chat, planned.mark, body, asked.now)
    return _changed(asked, Draft(key, planned.mark, body), change.option, change.said, store)


def ask_to_retype_at_once(asked: Asked, store: Store) -> Reply | None:
    """`Nee de 42e`, right under a draft: no entry that resembles it a little is meant."""
    draft = _waiting(asked, store)
    is_right_under = draft is not None and PLANNED not in draft.body and _was_said_last(asked, draft, store)
    return _retype(asked, draft) if draft and is_right_under and says_otherwise(asked) else None


def ask_to_retype(asked: Asked, store: Store) -> Reply | None:
    """What was not understood while a draft waits, right under it or begun as a correction: that is no question."""
    draft = _waiting(asked, store)
    if draft is None or PLANNED in draft.body or "?" in asked.incoming.text:
        return None
    return _retype(asked, draft) if begins_as_correction(asked) or _was_said_last(asked, draft, store) else None


def _retype(asked: Asked, draft: Draft) -> Reply:
    return say(asked.word("new-retype", line=draft.body["line"]))


def _was_said_last(asked: Asked, draft: Draft, store: Store) -> bool:
    shown = store.outbox.latest_choices(asked.chat, asked.now - AT_ONCE)
    return any(choice.action.startswith(f"draft:{draft.key}:") for choice in shown)


def _waiting(asked: Asked, store: Store) -> Draft | None:
    """What they typed, and may still correct in a few words."""
    is_short = 0 < len(asked.incoming.text.strip()) <= LONGEST
    if asked.in_group or asked.command or asked.incoming.choice or asked.role < Role.STREET_CONTACT or not is_short:
        return None
    mark = store.people.mark_of(asked.incoming.sender)
    waiting = store.drafts.latest(asked.chat, mark, "line", asked.now)
    planned = store.drafts.latest(asked.chat, mark, PLANNED, asked.now)
    if planned is None or (waiting and waiting.key > planned.key):
        return waiting
    return planned if datetime.fromisoformat(planned.body["until"]) > asked.now else waiting


def _changed(asked: Asked, draft: Draft, option: Option, said: str, store: Store) -> Reply | None:
    """With another moment, or for what repeats another rhythm; asked back where that is in doubt."""
    now, old = asked.wall_clock, start_of(option)
    read = read_other_moment(said, old, now, asked.language)
    if (repeats := schedule_of(option).get("repeats")) and _names_a_day(said, now):
        other = read_other_rhythm(said, repeats, now, asked.language, at=old.time())
        if other is None and not isinstance(read, NotUnderstood):
            return _retype(asked, draft)
        read = other or read
    if isinstance(read, NotUnderstood):
        return None
    if isinstance(read, Doubt):
        labelled = [(choice.label, _at(option, choice.answer)) for choice in read.choices]
        return ask_which(asked, draft, asked.word(read.question, **read.values), labelled, store)
    return tell_back(asked, draft, _at(option, read), store)


def _names_a_day(said: str, now: datetime) -> bool:
    read = read_when(said, now)
    return not (isinstance(read, NotUnderstood) and read.reason == "when-no-day")


def _at(option: Option, when: When) -> Option:
    """The same at another moment, or in another rhythm; an event keeps its length."""
    schedule = dict(schedule_of(option))
    moved = when.starts_at - start_of(option)
    for name in ("starts_at", "ends_at"):
        if name in schedule:
            schedule[name] = (datetime.fromisoformat(schedule[name]) + moved).isoformat(timespec="minutes")
    if when.ends_at and option["kind"] == EVENT:
        schedule["ends_at"] = when.ends_at.isoformat(timespec="minutes")
    if when.repeats:
        schedule["repeats"] = when.repeats
    written = {**option["written"], "schedule": schedule} if option["kind"] == MESSAGE else schedule
    return {**option, "written": written}
