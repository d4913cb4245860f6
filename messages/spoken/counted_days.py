"""Days counted from today: `overmorgen`, `komende donderdag`, `volgende week di`, `over drie dagen`, `over een uur`."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta

from messages.spoken.calendar_dates import PART, WEEKDAY, part_of
from messages.spoken.line import Line
from messages.spoken.said import CannotBe, Day, Question, Said
from messages.spoken.vocabulary import WEEKDAYS

_ENDS = r"(?![a-z0-9])"
_AWAY = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_LONGEST = 3660  # days ahead that somebody may count

Meaning = Callable[[re.Match[str], datetime, str], Said]


def read_counted_day(line: Line, at: int, now: datetime) -> tuple[Said, int] | None:
    for pattern, meaning in _MEANINGS:
        found = pattern.match(line.text, at)
        if found:
            said = meaning(found, now, line.original(*found.span()))
            return said, found.end()
    return None


def upcoming(weekday: int, today: date) -> date:
    """The next such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def bare_weekday(weekday: int, now: datetime) -> Day:
    """`dinsdag`: the next one, and on a Tuesday perhaps today."""
    today = now.date()
    following = upcoming(weekday, today)
    if today.weekday() != weekday:
        return Day(dates=(following,))
    return Day(dates=(today, following), question=Question(key="doubt-today", values={"weekday": today}))


def later(start: date, count: int, unit: str) -> date:
    """`count` days, weeks, months or years on; in a shorter month its last day."""
    if unit in ("dag", "week"):
        days = count * (7 if unit == "week" else 1)
        if days > _LONGEST:
            raise CannotBe("when-too-far")
        return start + timedelta(days=days)
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "jaar" else 1)
    if months // 12 > start.year + _LONGEST // 366:
        raise CannotBe("when-too-far")
    return date(months // 12, months % 12 + 1, min(start.day, monthrange(months // 12, months % 12 + 1)[1]))


def _named_day(found: re.Match[str], now: datetime, said: str) -> Said:
    weeks = int(found["weeks"] or 0)
    return Said(day=Day(dates=(later(now.date() + timedelta(days=_AWAY[found["day"]]), weeks, "week"),)))


def _in_days(found: re.Match[str], now: datetime, said: str) -> Said:
    return Said(day=Day(dates=(later(now.date(), int(found["count"]), found["unit"]),)))


def _in_hours(found: re.Match[str], now: datetime, said: str) -> Said:
    minutes = int(found["count"]) * (60 if found["unit"] == "uur" else 1)
    return Said(instant=now.replace(second=0, microsecond=0) + timedelta(minutes=minutes))


def _weekday_of_week(found: re.Match[str], now: datetime, said: str) -> Said:
    """In the week so many weeks from this one, which begins on Monday."""
    named = found.groupdict()
    weeks = {"volgende": 1, "deze": 0}.get(named.get("which") or "", int(named.get("weeks") or 0))
    day = _in_week(_weekday(found), weeks, now.date())
    if day < now.date():
        raise CannotBe("when-past", date=said)
    return Said(day=Day(dates=(day,)), part=part_of(found))


def _weekday_in_weeks(found: re.Match[str], now: datetime, said: str) -> Said:
    """`donderdag over 2 weken`, said on a Friday, is counted from the next Thursday, or else in whole weeks."""
    weeks = int(found["weeks"])
    counted = later(upcoming(_weekday(found), now.date()), weeks, "week")
    in_week = _in_week(_weekday(found), weeks, now.date())
    dates = (counted,) if counted == in_week else (counted, in_week)
    return Said(
        day=Day(dates=dates, question=Question(key="doubt-which-week", values={"said": said})), part=part_of(found)
    )


def _coming(found: re.Match[str], now: datetime, said: str) -> Said:
    return Said(day=Day(dates=(upcoming(_weekday(found), now.date()),)), part=part_of(found))


def _next(found: re.Match[str], now: datetime, said: str) -> Said:
    """`volgende dinsdag`, said on a Monday, is tomorrow or in a week; said on a Friday it is clear."""
    first = upcoming(_weekday(found), now.date())
    clear = first.isocalendar()[:2] != now.date().isocalendar()[:2]
    dates = (first,) if clear else (first, first + timedelta(days=7))
    question = Question(key="doubt-which-week", values={"said": said})
    return Said(day=Day(dates=dates, question=question), part=part_of(found))


def _weekday(found: re.Match[str]) -> int:
    return WEEKDAYS.index(found["weekday"])


def _in_week(weekday: int, weeks: int, today: date) -> date:
    return later(today - timedelta(days=today.weekday()), weeks, "week") + timedelta(days=weekday)


_ON = rf"(?:op )?{WEEKDAY}(?: {PART})?"
_MEANINGS: tuple[tuple[re.Pattern[str], Meaning], ...] = tuple(
    (re.compile(pattern + _ENDS), meaning)
    for pattern, meaning in (
        (r"(?P<day>eergisteren|gisteren|vandaag|morgen|overmorgen)(?: over (?P<weeks>\d{1,3}) week)?", _named_day),
        (rf"(?P<which>volgende|deze) week,? {_ON}", _weekday_of_week),
        (rf"{_ON} (?P<which>volgende|deze) week", _weekday_of_week),
        (rf"(?:over|in) (?P<weeks>\d{{1,3}}) week,? {_ON}", _weekday_of_week),
        (rf"{_ON} over (?P<weeks>\d{{1,3}}) week", _weekday_in_weeks),
        (r"(?:over|in) (?P<count>\d{1,4}) (?P<unit>dag|week|maand|jaar)", _in_days),
        (r"(?:over|in) (?P<count>\d{1,4}) (?P<unit>uur|minuut)", _in_hours),
        (rf"(?:komende|deze) {_ON}", _coming),
        (rf"volgende {_ON}", _next),
    )
)
