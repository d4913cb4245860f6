"""What somebody means by what they type under a draft, in place of a button: `nee`, `doe maar`, `nee do 10`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Any

from handlers.agreeing import is_agreed
from handlers.asked import Asked
from handlers.likeness import is_like
from handlers.steering.composing import MESSAGE
from handlers.steering.drafting import as_we_say_it
from handlers.steering.rewording import reworded
from messages.phrases import phrases
from messages.spoken import Doubt, When, read_other_moment, read_when

NOON = 12
_BEGINS = re.compile(
    r"(?!er\b)(?:(?:of|oh?|ach|eh|nee|nou|sorry|oeps|toch|liever|maar|doe|maak|zet|er|het|dat|die|wordt|moet|"
    r"no|make|it|rather)\b[ ,.!]*)+",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[ ,.]*\b(?:van|zijn|worden|graag|maar|hoor|dan|please|instead)[ .!]*$", re.IGNORECASE)
_NO = re.compile(r"\s*(?:nee|no|neen)\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"\s*(?:nee|no|neen|toch|maar|sorry|oeps|maak er)\b", re.IGNORECASE)
_LATER = re.compile(r"avond|middag|evening|afternoon", re.IGNORECASE)
_EARLIER = re.compile(r"ochtend|morgens|morning", re.IGNORECASE)
Option = Mapping[str, Any]


class Wish(Enum):
    AWAY = auto()
    AGREED = auto()
    ASK_AGAIN = auto()  # what is open about the line


@dataclass(frozen=True, slots=True)
class Pick:
    """This one of the options, or what was told back in other words."""

    option: Option


@dataclass(frozen=True, slots=True)
class Change:
    """This option, with another moment or rhythm: that in `said`."""

    option: Option
    said: str


Meant = Wish | Pick | Change


def meant_by(asked: Asked, body: Mapping[str, Any]) -> Meant | None:
    """None where it is about something else. `body` is that of the draft."""
    text = asked.incoming.text.strip()
    rest = _to_the_point(text)
    if (not rest and _NO.match(text)) or is_like(text, phrases("withdrawing.never-mind")):
        return Wish.AWAY
    item, options = body.get("item"), body.get("options", ())
    if is_agreed(text):
        return Wish.AGREED if item else Wish.ASK_AGAIN
    if item and (other := reworded(item, as_we_say_it(asked, text))):
        return Pick(other)
    if item:
        return Change(item, rest) if rest and _is_only_when(asked, rest, start_of(item)) else None
    return _answer(asked, body, rest) if options else _unasked_for(asked, rest)


def begins_as_correction(asked: Asked) -> bool:
    return _BEGINS.match(asked.incoming.text.strip()) is not None


def says_otherwise(asked: Asked) -> bool:
    """`nee …`, `toch …`, and no question."""
    return "?" not in asked.incoming.text and _OTHERWISE.match(asked.incoming.text) is not None


def _answer(asked: Asked, body: Mapping[str, Any], rest: str) -> Meant | None:
    """To what was asked of the line: a half of the day, or under `Hoe laat?` a time of their own."""
    options = body["options"]
    if half := _of_half(rest, options):
        return Pick(half)
    is_about_time = len({start_of(option).date() for option in options}) == 1
    if not rest or not _is_only_when(asked, rest, start_of(options[0])):
        return None
    return Change(options[0], rest) if is_about_time or not body.get("says_when", True) else None


def _unasked_for(asked: Asked, rest: str) -> Meant | None:
    """A time or a correction, while it is open what kind it is."""
    is_correction = begins_as_correction(asked) and "?" not in asked.incoming.text
    is_time = bool(rest) and _is_only_when(asked, rest, asked.wall_clock)
    return Wish.ASK_AGAIN if rest and (is_time or is_correction) else None


def _to_the_point(text: str) -> str:
    """`nee, maak er 19.30 van` is 19.30."""
    begins = _BEGINS.match(text)
    return _ENDS.sub("", text[begins.end() :] if begins else text).strip()


def _is_only_when(asked: Asked, said: str, old: datetime) -> bool:
    """A day, a time or a rhythm with nothing to say then: `eerste dinsdag`, `20.30`, `een week later`."""
    now = asked.wall_clock
    found = (read_when(said, now, asked.language, at=old.time()), read_other_moment(said, old, now, asked.language))
    return "?" not in said and any(map(_says_nothing_else, found))


def _says_nothing_else(found: object) -> bool:
    answers = [choice.answer for choice in found.choices] if isinstance(found, Doubt) else [found]
    return all(isinstance(answer, When) and not answer.rest for answer in answers)


def _of_half(said: str, options: Sequence[Option]) -> Option | None:
    """The one option in that half of the day."""
    if not _LATER.search(said) and not _EARLIER.search(said):
        return None
    later = bool(_LATER.search(said))
    found = [option for option in options if (start_of(option).hour >= NOON) is later]
    return found[0] if len(found) == 1 else None


def schedule_of(option: Option) -> Mapping[str, Any]:
    written: Mapping[str, Any] = option["written"]
    return written["schedule"] if option["kind"] == MESSAGE else written


def start_of(option: Option) -> datetime:
    return datetime.fromisoformat(schedule_of(option)["starts_at"])
