"""What a line says about when, from some place on, as long as every word belongs to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from messages.spoken.bounds import read_bound
from messages.spoken.calendar_dates import read_date
from messages.spoken.clock_times import read_clock
from messages.spoken.counted_days import read_counted_day
from messages.spoken.line import Line
from messages.spoken.rhythms import read_rhythm
from messages.spoken.said import CannotBe, Said, together
from messages.spoken.vocabulary import FORMS

# Words with which a piece can begin; no other is looked at.
BEGINNINGS = {word for form in FORMS.values() for word in form.split()} | {
    "gedurende",
    "totaal",
    "maximaal",
    "hoogstens",
    "max",
    "for",
    "in",
    "per",
    "rond",
    "tegen",
    "half",
    "het",
    "t",
}
_PART = re.compile(r"(?:de )?(?P<part>ochtend|middag|avond|nacht)(?![a-z0-9])")
_BETWEEN = re.compile(
    r"[ ,;()&-]|(?:om|op|de|het|van|en|dan|daarna|vervolgens|telkens|steeds|graag|rond|omstreeks|"
    r"precies|stipt|weer|komende|in totaal|in het)(?![a-z0-9])"
)
_AND_MORE = re.compile(r",? ?(?:en|of|van|&|\+|/) ?(?:(?:om|op) )?")
_WORD = re.compile(r"(?<![a-z])[a-z]+|\d")
_INSIDE_A_NUMBER = tuple("0123456789.:/€-")
_FARTHEST_BEFORE = 40  # characters of little words
_BEFORE = re.compile(r"(?:(?<![a-z0-9])(?:om|op|de|het|van|is|vindt plaats|in)[ ,]+|[ (,])+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What was said, and where in the line."""

    said: Said
    start: int
    end: int


def read_run(line: Line, at: int, now: datetime) -> Run | None:
    """Raises CannotBe for what is clear and impossible."""
    said, start, end = Said(), at, at
    while found := _next_piece(line, end, now):
        both = together(said, found.said)
        if not both:
            break
        start = start if said != Said() else found.start
        said, end = both, found.end
    if end == at:
        return None
    _refuse_more(line, end, said, now)
    return Run(said=said, start=start, end=end)


def _next_piece(line: Line, at: int, now: datetime) -> Run | None:
    """At once or after little words; those come first that begin a piece themselves, as in `om de week`."""
    while True:
        found = _piece(line, at, now)
        if found:
            return Run(said=found[0], start=at, end=found[1])
        little = _BETWEEN.match(line.text, at)
        if not little:
            return None
        at = little.end()


def _piece(line: Line, at: int, now: datetime) -> tuple[Said, int] | None:
    first = _WORD.match(line.text, at)
    if not first or (first[0].isalpha() and first[0] not in BEGINNINGS):
        return None
    for read in (read_bound, read_counted_day, read_rhythm_or_date, _part):
        found = read(line, at, now)
        if found:
            return found
    return None


def read_rhythm_or_date(line: Line, at: int, now: datetime) -> tuple[Said, int] | None:
    """A date before a rhythm, so that its weekday is not taken for one; a time before a date, for `10-12 uur`."""
    return read_clock(line, at) or read_date(line, at, now) or read_rhythm(line, at, now)


def _part(line: Line, at: int, now: datetime) -> tuple[Said, int] | None:
    found = _PART.match(line.text, at)
    return (Said(part=found["part"]), found.end()) if found else None


def _refuse_more(line: Line, at: int, said: Said, now: datetime) -> None:
    """`10 dec en 17 dec` and `om 8.00 en 20.00` are more than one schedule; half of it would be a lie."""
    more = _AND_MORE.match(line.text, at)
    found = _piece(line, more.end(), now) if more else None
    if not found:
        return
    if found[0].clock and said.clock:
        raise CannotBe("when-several-times")
    if found[0].day or found[0].weekdays or found[0].month_days:
        raise CannotBe("when-several-days")


def runs_in(line: Line, now: datetime, since: int = 0) -> Iterator[Run | CannotBe]:
    """All there are, from left to right, each with the little words before it; also those that cannot be."""
    end = since
    for start in line.word_starts():
        if start < end or line.text[start - 1 : start] in _INSIDE_A_NUMBER:
            continue
        try:
            run = read_run(line, start, now)
        except CannotBe as error:
            yield error
            continue
        if run:
            end = run.end
            yield Run(said=run.said, start=_with_little_words(line, run), end=end)


def _with_little_words(line: Line, run: Run) -> int:
    before = _BEFORE.search(line.text, max(0, run.start - _FARTHEST_BEFORE), run.start)
    return before.start() if before else run.start
