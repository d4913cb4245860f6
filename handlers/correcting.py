"""What is typed under a draft, in place of a button: `nee`, `laat maar`, `nee do 10`, `maak er 19.30 van`."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from handlers.asked import Asked
from handlers.composing import MESSAGE
from handlers.drafting import ask_which, tell_back
from handlers.likeness import is_like
from handlers.manners import NEVER_MIND
from messages.dates import clock
from messages.reply import Reply, say
from messages.spoken import Doubt, NotUnderstood, When, read_when
from messages.street import Role
from storage import Store
from storage.drafts import Draft

NOON = 12
LONGEST = 60  # characters: what is longer is no correction
_BEGINS = re.compile(
    r"(?:(?:of|oh?|ach|eh|nee|nou|sorry|toch|liever|maar|doe|maak|zet|er|het|dat|wordt|moet|"
    r"no|make|it|rather)\b[ ,.]*)+",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[ ,.]*\b(?:van|zijn|worden|graag|maar|hoor|dan|please|instead)[ .!]*$", re.IGNORECASE)
_NO = re.compile(r"\s*(?:nee|no|neen)\b", re.IGNORECASE)
_LATER = re.compile(r"avond|middag|evening|afternoon", re.IGNORECASE)
_EARLIER = re.compile(r"ochtend|morgens|morning", re.IGNORECASE)
Option = Mapping[str, Any]


def correct(asked: Asked, store: Store) -> Reply | None:
    """None where it is no correction, or where nothing of theirs waits for a yes."""
    text = asked.incoming.text.strip()
    if asked.in_group or asked.command or asked.role < Role.STREET_CONTACT or not 0 < len(text) <= LONGEST:
        return None
    draft = store.drafts.latest(asked.chat, store.people.mark_of(asked.incoming.sender), "line", asked.now)
    if draft is None:
        return None
    begins = _BEGINS.match(text)
    rest = _ENDS.sub("", text[begins.end() :] if begins else text).strip()
    if (not rest and _NO.match(text)) or is_like(text, NEVER_MIND):
        store.drafts.remove(draft.key)
        return say(asked.word("new-away"))
    item = draft.body.get("item")
    if item is None:
        half = _of_half(rest, draft.body["options"])
        return tell_back(asked, draft, half, store) if half else None
    return _changed(asked, draft, item, rest, store) if begins and rest else None


def _of_half(said: str, options: Sequence[Option]) -> Option | None:
    """The one option in that half of the day."""
    if not _LATER.search(said) and not _EARLIER.search(said):
        return None
    later = bool(_LATER.search(said))
    found = [option for option in options if (_start(option).hour >= NOON) is later]
    return found[0] if len(found) == 1 else None


def _changed(asked: Asked, draft: Draft, item: Option, said: str, store: Store) -> Reply | None:
    """With another time, or for what does not repeat another day; asked back where that is in doubt."""
    now, old = asked.local_now.replace(tzinfo=None), _start(item)
    read = read_when(said, now, asked.language, at=old.time())
    same_day = isinstance(read, NotUnderstood) and read.reason == "when-no-day"
    if same_day:
        read = read_when(f"{old:%d-%m-%Y} {said}", now, asked.language)
    elif not isinstance(read, NotUnderstood) and _schedule(item).get("repeats"):
        return say(asked.word("new-retype", line=draft.body["line"]))
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


def _schedule(option: Option) -> Mapping[str, Any]:
    written: Mapping[str, Any] = option["written"]
    return written["schedule"] if option["kind"] == MESSAGE else written


def _start(option: Option) -> datetime:
    return datetime.fromisoformat(_schedule(option)["starts_at"])


def _at(option: Option, when: When) -> Option:
    """The same at another moment; an event keeps its length."""
    schedule = dict(_schedule(option))
    moved = when.starts_at - _start(option)
    for name in ("starts_at", "ends_at"):
        if name in schedule:
            schedule[name] = (datetime.fromisoformat(schedule[name]) + moved).isoformat(timespec="minutes")
    written = {**option["written"], "schedule": schedule} if option["kind"] == MESSAGE else schedule
    return {**option, "written": written}
