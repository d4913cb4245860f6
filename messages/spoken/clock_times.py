"""Times of the day as people say them: `19.30`, `19u30`, `half acht`, `van 7 tot 9`, `8 uur 's avonds`."""

import re
from dataclasses import replace

from messages.spoken.line import Line
from messages.spoken.said import CannotBe, Clock, Question, Said
from messages.spoken.vocabulary import MONTHS

DAY = 24 * 60
NOON = 12 * 60

# From when until when (in minutes) a part of the day may be meant.
_PARTS = {
    "ochtend": (3 * 60, NOON + 1),
    "middag": (NOON, 19 * 60),
    "avond": (16 * 60, DAY + 1),
    "nacht": (22 * 60, DAY + 7 * 60),
}

# A time on a clock of twelve hours is meant within these, unless a part of the day was said.
_AWAKE = (7 * 60, 22 * 60)

_MONTH = "|".join(MONTHS)
_UNIT = r"(?: ?(?:uur|u|h)(?![a-z0-9]))"
_END = rf"(?![a-z0-9])(?! ?(?:euro|eur|€|%|(?:{_MONTH})\b))"
_HOUR = r"(?P<hour>\d{1,2})"
_CLOCKS = tuple(
    re.compile(r"(?<![\d.,:/€])(?<!€ )" + pattern + _END)
    for pattern in (
        rf"(?P<half>half)(?P<past> over)? {_HOUR}(?![.:]\d){_UNIT}?",
        rf"kwart (?P<side>voor|over|tot) {_HOUR}(?![.:]\d){_UNIT}?",
        rf"(?P<minute>\d{{1,2}}) (?:minuut )?(?P<side>voor|over) (?P<half>half )?{_HOUR}(?![.:]\d){_UNIT}?",
        rf"1 uur van {_HOUR}(?![.:]\d){_UNIT}?",  # "een uur of vijf"; the English "of" is "van"
        rf"{_HOUR}(?:[.:](?P<digits>\d\d))? ?(?P<meridiem>[ap])\.?m\.?",
        rf"{_HOUR}(?:[.:]|u|h| ?uur )(?P<digits>\d\d)(?::00)?(?![.:/]\d){_UNIT}?",
        _HOUR + _UNIT,
        rf"(?P<hour>[01]\d|2[0-5])(?P<digits>[0-5]\d)(?![-/.]\d){_UNIT}?",
        r"(?P<midnight>middernacht)",
    )
)
_BARE = re.compile(rf"{_HOUR}(?![\w/]|[.,:]\d| ?(?:{_MONTH}|keer|x|dag|week|maand|jaar|minuut|euro|eur|€)\b)")
_LEAD = re.compile(r"(?P<word>om|rond|tegen|vanaf|van|tussen)(?: ca\.?| ongeveer)? ")
_POINTS = ("om", "rond", "vanaf")
_SPANS = ("van", "tussen")


def read_clock(line: Line, at: int) -> tuple[Said, int] | None:
    """A time or a range of times, with the little word before it. A bare number needs such a word."""
    lead = _LEAD.match(line.text, at)
    word, start = (lead["word"], lead.end()) if lead else ("", at)
    sure = _one(line, start)
    first = sure or _bare(line, start)
    if not first:
        return None
    clock, end = first
    last = _end_of_range(line, end, word, first_is_sure=sure is not None)
    if last:
        clock, end = replace(clock, end=last[0]), last[1]
    elif not sure and word not in _POINTS:
        return None
    return Said(clock=replace(clock, said=line.original(start, end))), end


def _end_of_range(line: Line, at: int, lead: str, *, first_is_sure: bool) -> tuple[Clock, int] | None:
    """After a dash between spaces a bare number is no time: it begins the text."""
    to = re.compile(r" en " if lead == "tussen" else r" ?(?:-|tot|t/m) ?").match(line.text, at)
    if not to:
        return None
    sure = _one(line, to.end())
    if sure or not (first_is_sure or lead in _SPANS) or to[0] == " - ":
        return sure
    return _bare(line, to.end())


def _bare(line: Line, at: int) -> tuple[Clock, int] | None:
    found = _BARE.match(line.text, at)
    if not found or int(found["hour"]) > 24:
        return None
    return Clock(hour=int(found["hour"]), spoken=_on_twelve(found["hour"])), found.end()


def _one(line: Line, at: int) -> tuple[Clock, int] | None:
    for pattern in _CLOCKS:
        found = pattern.match(line.text, at)
        if found:
            said = line.original(at, found.end())
            return replace(_clock(found.groupdict(), said), said=said), found.end()
    return None


def _clock(found: dict[str, str | None], said: str) -> Clock:
    if found.get("midnight"):
        return Clock(hour=24, midnight=True)
    hour = int(found["hour"] or 0)
    if found.get("meridiem"):
        if not 1 <= hour <= 12:
            raise CannotBe("when-no-such-time", time=said)
        return Clock(hour=hour % 12 + (12 if found["meridiem"] == "p" else 0), minute=int(found["digits"] or 0))
    if found.get("half") or found.get("side"):
        return _told(found, hour, said)
    minute = int(found.get("digits") or 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise CannotBe("when-no-such-time", time=said)
    return Clock(hour=hour, minute=minute, spoken=not found.get("digits") and _on_twelve(found["hour"] or ""))


def _told(found: dict[str, str | None], hour: int, said: str) -> Clock:
    """`vijf voor half acht`; also with the hours of a digital clock: `kwart over 19`."""
    minutes = hour * 60 - (30 if found.get("half") else 0)
    if found.get("past"):
        minutes = hour * 60 + 30
    if found.get("side"):
        away = int(found.get("minute") or 15)
        minutes += away if found["side"] == "over" else -away
    if not 1 <= hour <= 24 or int(found.get("minute") or 0) > 29:
        raise CannotBe("when-no-such-time", time=said)
    if hour <= 12:
        return Clock(hour=minutes // 60 % 12 or 12, minute=minutes % 60, spoken=True)
    return Clock(hour=minutes // 60 % 24, minute=minutes % 60)


def _on_twelve(hour: str) -> bool:
    """A zero before it is how digital clocks are written."""
    return 1 <= int(hour) <= 12 and not hour.startswith("0")


def minutes_meant(clock: Clock, part: str | None) -> tuple[list[int], Question | None]:
    """The minutes of the day that it can be, the likeliest first; from 1440 on they are of the next day."""
    if clock.midnight:
        return [DAY, 0], Question(key="doubt-night", values={"time": clock.said})
    if not clock.spoken and part is None:
        return [clock.hour * 60 + clock.minute], None
    both = [clock.hour % 12 * 60 + clock.minute, clock.hour % 12 * 60 + clock.minute + NOON]
    question = Question(key="doubt-part-of-day", values={"time": clock.said})
    if part is None:
        awake = [minutes for minutes in reversed(both) if _AWAKE[0] <= minutes < _AWAKE[1]]
        return awake or both[1:], question
    early, late = _PARTS[part]
    said = clock.hour * 60 + clock.minute
    fitting = [at for minutes in both for at in (minutes, minutes + DAY) if early <= at < late]
    if not fitting:
        return (both[::-1], question) if clock.spoken else ([said], None)
    if not clock.spoken and clock.hour > 12 and said not in fitting:
        return [fitting[0], said], question
    if fitting[0] < DAY:
        return fitting[:1], None
    return [fitting[0], fitting[0] - DAY], Question(key="doubt-night", values={"time": clock.said})


def end_meant(start: int, clock: Clock) -> int | None:
    """The first moment after `start` that the end of the range can be, or None for more than half a day."""
    end = clock.end
    if end is None:
        return None
    said = end.hour * 60 + end.minute
    first, step = (said % NOON, NOON) if end.spoken else (said, DAY)
    return next((at for at in range(first, start + NOON + 1, step) if at > start), None)


def usual_times(part: str | None) -> tuple[list[int], Question]:
    """What to offer when no time was said at all."""
    hours = {"ochtend": (10, 9), "middag": (14, 16), "avond": (19, 20), "nacht": (22,)}.get(part or "", (19, 20, 10))
    return [hour * 60 for hour in hours], Question(key="doubt-no-time", always=True)
