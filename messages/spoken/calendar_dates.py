"""Dates of the calendar as people write them: `do 10 dec`, `10/12`, `10-12-2026`, `29 februari`."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from messages.spoken.clock_times import read_clock
from messages.spoken.line import Line
from messages.spoken.said import CannotBe, Day, Question, Said
from messages.spoken.vocabulary import MONTHS, WEEKDAYS

WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
PART = r"(?P<part>ochtend|middag|avond|nacht|morgen)"
COUNTED = r" ?(?:keer|x|uur|minuut|dag|week|maand|jaar)\b"  # after a number that is no day of a month
_ENDS = r"(?![a-z0-9])"

_WEEKDAY_BEFORE = re.compile(rf"{WEEKDAY}(?: {PART})?(?:,? ?(?:op )?(?:de )?| \()")
_MONTH_NAMED = re.compile(rf"(?P<day>\d{{1,2}})e? ?(?:van )?{MONTH}(?:,? ?(?P<year>\d{{4}}))?{_ENDS}")
_MONTH_FIRST = re.compile(rf"{MONTH} (?P<day>\d{{1,2}})e?(?:,? (?P<year>\d{{4}}))?(?![.:]?\d|{COUNTED}|[a-z])")
_NUMBERS = re.compile(
    r"(?P<day>\d{1,2})(?P<dash>[-/])(?P<number>\d{1,2})(?:(?P=dash)(?P<year>\d{4}|\d{2}))?"
    rf"(?![-/.:]?\d|[a-z]| ?(?:{'|'.join(MONTHS)}|uur)\b)"
)
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})(?!\d)")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?:t(?=\d)|(?!\d))")
# Without its month: "do 10 half 8", "vr 11 17u"; "vrijdag 5 uur" is a time, and so is "vrijdag 5" on no such Friday.
_DAY_ALONE = re.compile(
    rf"(?P<day>\d{{1,2}})e?(?![a-z0-9]|[.,:/-]?\d| ?[-&+%€]| (?:u|h|voor|over|tot|t/m|euro)\b|{COUNTED})"
)
_AND_ANOTHER = re.compile(rf"(?:,? (?:en|of|van)|,) (?:(?:{'|'.join(WEEKDAYS)}) )?\d{{1,2}}e?(?= (?:en|of|om|\d)|\Z)")
_SEVERAL = re.compile(rf"\d{{1,2}}e? ?(?:,|-|\+|&|en|of|t/m|tot) ?\d{{1,2}}e? ?{MONTH}{_ENDS}")
_BEFORE_CLOCK = re.compile(r"[ ,(]*")
_CLOCK_NEXT = re.compile(
    r",? ?(?:om |van |\()?(?:\d{1,2}[.:uh]|\d{4}\b|half\b|kwart\b|\d{1,2} (?:uur|voor|over)\b|\d{1,2}-)"
)

_YEARS_AHEAD = 3  # "10 dec 2030", in 2026, is half past eight, unless a time follows
_RECENT = timedelta(days=183)  # a date without a year that comes later than this has just been


def read_date(line: Line, at: int, now: datetime, *, with_clock: bool = True) -> tuple[Said, int] | None:
    """Without `with_clock` four digits after a month are always a year."""
    before = _WEEKDAY_BEFORE.match(line.text, at)
    start = before.end() if before else at
    if _SEVERAL.match(line.text, start):
        raise CannotBe("when-several-days")
    for pattern in (_ISO, _DOTTED, _NUMBERS, _MONTH_NAMED, _MONTH_FIRST):
        found = pattern.match(line.text, start)
        if found and found[0] != "24/7":
            weekday = WEEKDAYS.index(before["weekday"]) if before else None
            day, end = _read(found, weekday, line, now, with_clock=with_clock)
            return Said(day=day, part=part_of(before)), end
    return _day_alone(line, start, before, now) if before else None


def _day_alone(line: Line, at: int, before: re.Match[str], now: datetime) -> tuple[Said, int] | None:
    """In the first month in which it is that weekday, of this and the next; in neither only where a time follows."""
    found = _DAY_ALONE.match(line.text, at)
    if not found or line.text[: before.start()].endswith("elke "):
        return None
    weekday, today = WEEKDAYS.index(before["weekday"]), now.date()
    months = [today.year * 12 + today.month - 1 + n for n in range(2)]
    dates = [_first(int(found["day"]), month % 12 + 1, [month // 12], today) for month in months]
    coming = [date for date in dates if date]
    fitting = [date for date in coming if date.weekday() == weekday]
    if fitting and _AND_ANOTHER.match(line.text, found.end()):
        raise CannotBe("when-several-days")
    if fitting:
        day = Day(dates=(fitting[0],))
    elif coming and _has_clock(line, found.end()):
        day = replace_weekday(coming[0], weekday, today)
    else:
        return None
    return Said(day=day, part=part_of(before)), found.end()


def _has_clock(line: Line, at: int) -> bool:
    before = _BEFORE_CLOCK.match(line.text, at)
    return read_clock(line, before.end() if before else at) is not None


def part_of(found: re.Match[str] | None) -> str | None:
    part = found["part"] if found else None
    return "ochtend" if part == "morgen" else part


def _read(found: re.Match[str], weekday: int | None, line: Line, now: datetime, *, with_clock: bool) -> tuple[Day, int]:
    named = found.groupdict()
    end = found.end()
    year = int(named["year"]) if named["year"] else None
    if year and named.get("month") and with_clock and _is_clock(year, line.text, end, now):
        year, end = None, found.start("year") - 1
    if year and year < 100:
        year += 2000
    month = MONTHS.index(named["month"]) + 1 if named.get("month") else int(named["number"])
    if weekday is not None and line.text[found.start() - 1] == "(":
        end += line.text.startswith(")", end)
    return dated(int(named["day"]), month, year, weekday, now, found[0]), end


def _is_clock(year: int, text: str, end: int, now: datetime) -> bool:
    in_reach = now.year - 1 <= year <= now.year + _YEARS_AHEAD
    could_be = year // 100 <= 24 and year % 100 <= 59
    return could_be and not in_reach and not _CLOCK_NEXT.match(text, end)


def dated(day: int, month: int, year: int | None, weekday: int | None, now: datetime, said: str) -> Day:
    """The date that is meant, or those that may be meant. Raises CannotBe for 30 February and for the past."""
    today = now.date()
    found = _first(day, month, [year] if year else range(today.year, today.year + 9), today)
    if found is None:
        if year and _first(day, month, [year], date.min):
            raise CannotBe("when-past", date=said)
        raise CannotBe("when-no-such-date", date=said)
    named = None if year else (month, day)
    fits = weekday is None or found.weekday() == weekday
    just_was = year is None and found - today > _RECENT
    if not fits and weekday is not None:
        if just_was and _fitted_lately(day, month, weekday, today):
            raise CannotBe("when-past", date=said)
        return replace_weekday(found, weekday, today, named)
    if just_was and weekday is None:
        return Day(dates=(found,), question=Question(key="doubt-year", always=True), named=named)
    return Day(dates=(found,), named=named)


def _first(day: int, month: int, years: Iterable[int], earliest: date) -> date | None:
    if not 1 <= month <= 12:
        return None
    possible = (date(year, month, day) for year in years if 1 <= day <= monthrange(year, month)[1])
    return next((found for found in possible if found >= earliest), None)


def _fitted_lately(day: int, month: int, weekday: int, today: date) -> bool:
    last = [found for year in (today.year - 1, today.year) if (found := _first(day, month, [year], date.min))]
    return any(found.weekday() == weekday and today - _RECENT <= found < today for found in last)


def replace_weekday(found: date, weekday: int, today: date, named: tuple[int, int] | None = None) -> Day:
    """The weekday does not fit: either it, on the nearest date, or the date."""
    shift = (weekday - found.weekday() + 3) % 7 - 3
    nearest = found + timedelta(days=shift)
    if nearest < today:
        nearest += timedelta(days=7)
    values = {"date": found, "weekday": found, "first": nearest, "second": found}
    question = Question(key="doubt-weekday", values=values)
    return Day(dates=(nearest, found), question=question, named=named)
