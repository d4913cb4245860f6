"""From when and until when: `vanaf januari`, `tot en met 31 december`, `tot 1 maart`, `t/m eind volgend jaar`."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from messages.spoken.calendar_dates import COUNTED, MONTH, WEEKDAY, read_date
from messages.spoken.counted_days import bare_weekday, later, read_counted_day
from messages.spoken.line import Line
from messages.spoken.said import CannotBe, Day, Every, Said, Unit, Until
from messages.spoken.vocabulary import MONTHS, WEEKDAYS

_ENDS = r"(?![a-z0-9])"
_YEAR = r"(?P<year>20\d\d)"
_FROM = re.compile(r"(?:vanaf|per) (?:de |het |begin (?:van )?)?")
_UNTIL = re.compile(
    r"(?P<how>t/m|tot)(?: aan)? (?:de |het )?(?P<end>(?:aan het )?eind (?:van )?)?(?:(?:het|de|deze) )?"
)
_MONTH = re.compile(rf"{MONTH}(?: {_YEAR})?{_ENDS}(?! \d{{1,2}}\b(?![.:]|{COUNTED}))")
_WHOLE_YEAR = re.compile(rf"{_YEAR}{_ENDS}")
_PERIOD = re.compile(rf"(?:(?P<next>volgende) )?(?P<unit>week|maand|jaar){_ENDS}")
_NOW = re.compile(rf"(?:nu|direct|heden|now){_ENDS}")
_WEEKDAY = re.compile(rf"{WEEKDAY}{_ENDS}")
_YEARS_AHEAD = 3


def read_bound(line: Line, at: int, now: datetime) -> tuple[Said, int] | None:
    start = _FROM.match(line.text, at)
    if start:
        found = _first_day(line, start.end(), now)
        return (Said(since=found[0]), found[1]) if found else None
    until = _UNTIL.match(line.text, at)
    if until:
        last = _last_day(line, until.end(), now, excluded=until["how"] == "tot" and not until["end"])
        return (Said(until=last[0]), last[1]) if last else None
    return None


def _first_day(line: Line, at: int, now: datetime) -> tuple[Day, int] | None:
    today = now.date()
    if found := _NOW.match(line.text, at):
        return Day(dates=(today,)), found.end()
    if found := _MONTH.match(line.text, at):
        month = MONTHS.index(found["month"]) + 1
        year = int(found["year"] or (today.year if month >= today.month else today.year + 1))
        return Day(dates=(max(today, date(year, month, 1)),)), found.end()
    if (found := _WHOLE_YEAR.match(line.text, at)) and now.year < int(found["year"]) <= now.year + _YEARS_AHEAD:
        return Day(dates=(date(int(found["year"]), 1, 1),)), found.end()
    if day := _day(line, at, now):
        return day
    if (found := _PERIOD.match(line.text, at)) and found["next"]:
        return Day(dates=(later(_begin(found["unit"], today), 1, found["unit"]),)), found.end()
    return None


def _last_day(line: Line, at: int, now: datetime, *, excluded: bool) -> tuple[Until, int] | None:
    if found := _MONTH.match(line.text, at):
        month = MONTHS.index(found["month"]) + 1
        if not found["year"]:
            return Until(month=month, excluded=excluded), found.end()
        year = int(found["year"])
        last = date(year, month, 1 if excluded else monthrange(year, month)[1])
        return Until(day=Day(dates=(last,)), excluded=excluded), found.end()
    if (found := _WHOLE_YEAR.match(line.text, at)) and now.year <= int(found["year"]) <= now.year + 2 * _YEARS_AHEAD:
        last = date(int(found["year"]), 1 if excluded else 12, 1 if excluded else 31)
        return Until(day=Day(dates=(last,)), excluded=excluded), found.end()
    if day := _day(line, at, now):
        if day[0].question and day[0].question.key == "doubt-weekday":
            raise CannotBe("when-weekday", **day[0].question.values)
        return Until(day=day[0], excluded=excluded), day[1]
    if found := _PERIOD.match(line.text, at):
        begin = later(_begin(found["unit"], now.date()), 1 if found["next"] else 0, found["unit"])
        last = begin if excluded else later(begin, 1, found["unit"]) - timedelta(days=1)
        return Until(day=Day(dates=(last,)), excluded=excluded), found.end()
    return None


def _day(line: Line, at: int, now: datetime) -> tuple[Day, int] | None:
    found = read_counted_day(line, at, now) or read_date(line, at, now, with_clock=False)
    if found and found[0].day:
        return found[0].day, found[1]
    weekday = _WEEKDAY.match(line.text, at)
    if weekday and not found:
        return bare_weekday(WEEKDAYS.index(weekday["weekday"]), now), weekday.end()
    return None


def _begin(unit: str, today: date) -> date:
    if unit == "week":
        return today - timedelta(days=today.weekday())
    return today.replace(day=1, month=today.month if unit == "maand" else 1)


def last_date(said: Said, start: date) -> date | None:
    """The last day of an order that begins on `start`. Raises CannotBe where that comes before it."""
    last = None
    if said.until:
        last = _until(said.until, start)
        if last < start:
            raise CannotBe("when-until-before-start", until=last, start=start)
    if said.lasting:
        end = _lasting(said.lasting, start)
        last = min(last, end) if last else end
    return last


def _until(until: Until, start: date) -> date:
    if until.day:
        last = _on_or_after(until.day, start)
    else:
        month = until.month or 1
        year = start.year if month >= start.month else start.year + 1
        last = date(year, month, 1 if until.excluded else monthrange(year, month)[1])
    return last - timedelta(days=1) if until.excluded else last


def _on_or_after(day: Day, start: date) -> date:
    """A date without a year is the first one that comes after the start."""
    found = day.dates[0]
    while day.named and found < start:
        found = later(found, 1, "jaar")
    return found


def _lasting(lasting: Every, start: date) -> date:
    unit = {Unit.DAY: "dag", Unit.WEEK: "week", Unit.MONTH: "maand", Unit.YEAR: "jaar"}[lasting.unit or Unit.DAY]
    return later(start, lasting.interval, unit) - timedelta(days=1)
