"""What is typed under a draft, in place of a button: `nee`, `laat maar`, `nee do 10`, `maak er 19.30 van`."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from handlers.asked import Asked
from handlers.likeness import is_like
from handlers.steering.composing import MESSAGE
from handlers.steering.drafting import ask_again, ask_which, tell_back
from messages.dates import clock
from messages.phrases import phrases
from messages.reply import Reply, say
from messages.spoken import Doubt, NotUnderstood, When, read_other_rhythm, read_when
from messages.street import Role
from storage import Store
from storage.drafts import Draft

NOON = 12
LONGEST = 60  # characters: what is longer is no correction
AT_ONCE = timedelta(hours=1)  # what is typed later is about something else
_BEGINS = re.compile(
    r"(?!er\b)(?:(?:of|oh?|ach|eh|nee|nou|sorry|toch|liever|maar|doe|maak|zet|er|het|dat|wordt|moet|"
    r"no|make|it|rather)\b[ ,.]*)+",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[ ,.]*\b(?:van|zijn|worden|graag|maar|hoor|dan|please|instead)[ .!]*$", re.IGNORECASE)
_NO = re.compile(r"\s*(?:nee|no|neen)\b", re.IGNORECASE)
_LATER = re.compile(r"avond|middag|evening|afternoon", re.IGNORECASE)
_EARLIER = re.compile(r"ochtend|morgens|morning", re.IGNORECASE)
# Without its month: "do 17", "donderdag 17e om 20.00"; "donderdag 17 uur" is a time.
_WEEKDAY_AND_DAY = re.compile(
    r"(?:op )?(?P<weekday>(?:ma|di|wo|do|vr|za|zo)(?:[a-z]*dag)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[.,]? "
    r"(?:de |the )?(?P<day>\d{1,2})(?:e|th|st|nd|rd)?(?P<time>$|[ ,]+(?:om |at )?\d{1,2}[.:u].*)",
    re.IGNORECASE,
)
Option = Mapping[str, Any]


def correct(asked: Asked, store: Store) -> Reply | None:
    """None where it is no correction, or where nothing of theirs waits for a yes."""
    draft, text = _waiting(asked, store), asked.incoming.text.strip()
    if draft is None:
        return None
    begins = _BEGINS.match(text)
    rest = _ENDS.sub("", text[begins.end() :] if begins else text).strip()
    if (not rest and _NO.match(text)) or is_like(text, phrases("withdrawing.never-mind")):
        store.drafts.remove(draft.key)
        return say(asked.word("new-away"))
    item = draft.body.get("item")
    if item is None:
        return _while_asked(asked, draft, rest, bool(begins), store)
    is_correction = begins or _is_only_when(asked, rest, _start(item))
    return _changed(asked, draft, item, rest, store) if is_correction and rest else None


def _while_asked(asked: Asked, draft: Draft, rest: str, is_correction: bool, store: Store) -> Reply | None:
    """An answer in words to what was asked of the line: a half of the day, or under `Hoe laat?` a time of their own."""
    options = draft.body["options"]
    if half := _of_half(rest, options):
        return tell_back(asked, draft, half, store)
    old = _start(options[0]) if options else asked.local_now.replace(tzinfo=None)
    is_time = bool(rest) and _is_only_when(asked, rest, old)
    if not options:
        is_answer = rest and (is_time or (is_correction and "?" not in asked.incoming.text))
        return ask_again(asked, draft, store) if is_answer else None
    is_same_day = len({_start(option).date() for option in options}) == 1
    return _changed(asked, draft, options[0], rest, store) if is_time and is_same_day else None


def ask_to_retype(asked: Asked, store: Store) -> Reply | None:
    """What was not understood while a draft waits, right under it or begun as a correction: that is no question."""
    draft, text = _waiting(asked, store), asked.incoming.text.strip()
    if draft is None or "?" in text or not (_BEGINS.match(text) or _was_said_last(asked, draft, store)):
        return None
    return say(asked.word("new-retype", line=draft.body["line"]))


def _was_said_last(asked: Asked, draft: Draft, store: Store) -> bool:
    shown = store.outbox.latest_choices(asked.chat, asked.now - AT_ONCE)
    return any(choice.action.startswith(f"draft:{draft.key}:") for choice in shown)


def _waiting(asked: Asked, store: Store) -> Draft | None:
    """What they typed, and may still correct in a few words."""
    is_short = 0 < len(asked.incoming.text.strip()) <= LONGEST
    if asked.in_group or asked.command or asked.incoming.choice or asked.role < Role.STREET_CONTACT or not is_short:
        return None
    return store.drafts.latest(asked.chat, store.people.mark_of(asked.incoming.sender), "line", asked.now)


def _is_only_when(asked: Asked, said: str, old: datetime) -> bool:
    """A day, a time or a rhythm with nothing to say then: `eerste dinsdag`, `20.30`."""
    now = asked.local_now.replace(tzinfo=None)
    for line in (said, f"{old:%d-%m-%Y} {said}"):
        found = read_when(line, now, asked.language, at=old.time())
        answers = [choice.answer for choice in found.choices] if isinstance(found, Doubt) else [found]
        if all(isinstance(answer, When) and not answer.rest for answer in answers):
            return "?" not in said
    return False


def _of_half(said: str, options: Sequence[Option]) -> Option | None:
    """The one option in that half of the day."""
    if not _LATER.search(said) and not _EARLIER.search(said):
        return None
    later = bool(_LATER.search(said))
    found = [option for option in options if (_start(option).hour >= NOON) is later]
    return found[0] if len(found) == 1 else None


def _changed(asked: Asked, draft: Draft, item: Option, said: str, store: Store) -> Reply | None:
    """With another time, another day, or for what repeats another rhythm; asked back where that is in doubt."""
    now, old = asked.local_now.replace(tzinfo=None), _start(item)
    said = _with_month(said, old, now)
    read = read_when(said, now, asked.language, at=old.time())
    same_day = isinstance(read, NotUnderstood) and read.reason == "when-no-day"
    if same_day:
        read = read_when(f"{old:%d-%m-%Y} {said}", now, asked.language)
    elif repeats := _schedule(item).get("repeats"):
        other = read_other_rhythm(said, repeats, now, asked.language, at=old.time())
        if other is None and not isinstance(read, NotUnderstood):
            return say(asked.word("new-retype", line=draft.body["line"]))
        read = other or read
    if isinstance(read, NotUnderstood):
        return None
    if isinstance(read, Doubt):
        labelled = [
            (
                clock(choice.answer.starts_at, None, asked.language) if same_day else choice.label,
                _at(item, choice.answer),
            )
            for choice in read.choices
        ]
        return ask_which(asked, draft, asked.word(read.question, **read.values), labelled, store)
    return tell_back(asked, draft, _at(item, read), store)


def _with_month(said: str, old: datetime, now: datetime) -> str:
    """A weekday with a bare number is in the month of the old date; in the next where that is past."""
    found = _WEEKDAY_AND_DAY.fullmatch(said)
    if not found:
        return said
    is_past = (old.year, old.month, int(found["day"])) < (now.year, now.month, now.day)
    year, month = (old.year + old.month // 12, old.month % 12 + 1) if is_past else (old.year, old.month)
    return f"{found['weekday']} {found['day']}-{month}-{year}{found['time']}"


def _schedule(option: Option) -> Mapping[str, Any]:
    written: Mapping[str, Any] = option["written"]
    return written["schedule"] if option["kind"] == MESSAGE else written


def _start(option: Option) -> datetime:
    return datetime.fromisoformat(_schedule(option)["starts_at"])


def _at(option: Option, when: When) -> Option:
    """The same at another moment, or in another rhythm; an event keeps its length."""
    schedule = dict(_schedule(option))
    moved = when.starts_at - _start(option)
    for name in ("starts_at", "ends_at"):
        if name in schedule:
            schedule[name] = (datetime.fromisoformat(schedule[name]) + moved).isoformat(timespec="minutes")
    if when.repeats:
        schedule["repeats"] = when.repeats
    written = {**option["written"], "schedule": schedule} if option["kind"] == MESSAGE else schedule
    return {**option, "written": written}
