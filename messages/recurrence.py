"""The local moments of a recurrence rule, reckoned from any date on without walking there.

Written out here because dateutil walks from DTSTART, looks at its end only when it has found something
(a rule that never fires holds it for seconds), and departs from RFC 5545 in "BYDAY=MO,2TU", in BYWEEKNO
without BYDAY or with week 53, and in the first week of a weekly BYSETPOS. The tests compare the two.
"""

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache
from itertools import islice

from messages.rule import Frequency, Rule


def occurrences(rule: Rule, starts_at: datetime, *, since: datetime, before: datetime) -> Iterator[datetime]:
    """In order, from `since` and before `before`, both naive. UNTIL is the caller's. Only COUNT walks."""
    rule = _completed(rule, starts_at)
    earliest = starts_at if rule.count else max(starts_at, since)
    found = (moment for moment in _candidates(rule, starts_at, earliest, before) if moment >= earliest)
    for moment in islice(found, rule.count):
        if moment >= before:
            return
        if moment >= since:
            yield moment


def _completed(rule: Rule, starts_at: datetime) -> Rule:
    """What a rule leaves open is as in its first moment: the day, and the parts of the time."""
    rule = _with_day(rule, starts_at)
    if rule.frequency < Frequency.HOURLY and not rule.hours:
        rule = replace(rule, hours=frozenset({starts_at.hour}))
    if rule.frequency < Frequency.MINUTELY and not rule.minutes:
        rule = replace(rule, minutes=frozenset({starts_at.minute}))
    return rule if rule.seconds else replace(rule, seconds=frozenset({starts_at.second}))


def _with_day(rule: Rule, starts_at: datetime) -> Rule:
    if rule.weekdays or rule.nth_weekdays or rule.month_days or rule.year_days or rule.frequency > Frequency.WEEKLY:
        return rule
    if rule.frequency is Frequency.WEEKLY or rule.week_numbers:
        return replace(rule, weekdays=frozenset({starts_at.weekday()}))
    if rule.frequency is Frequency.YEARLY and not rule.months:
        rule = replace(rule, months=frozenset({starts_at.month}))
    return replace(rule, month_days=frozenset({starts_at.day}))


def _candidates(rule: Rule, starts_at: datetime, since: datetime, before: datetime) -> Iterator[datetime]:
    """The moments of every period that touches the span, so also some that lie just outside it."""
    reckon = _by_day if rule.frequency < Frequency.HOURLY else _in_day
    for moments in reckon(rule, starts_at, since, before):
        yield from _at_positions(moments, rule.positions) if rule.positions else moments


def _at_positions(moments: list[datetime], positions: frozenset[int]) -> list[datetime]:
    size = len(moments)
    return sorted({moments[n - 1 if n > 0 else n] for n in positions if abs(n) <= size})


def _by_day(rule: Rule, starts_at: datetime, since: datetime, before: datetime) -> Iterator[list[datetime]]:
    times = [
        time(hour, minute, second)
        for hour in sorted(rule.hours)
        for minute in sorted(rule.minutes)
        for second in rule.seconds
    ]
    for period in _periods(rule, starts_at.date(), since.date(), before.date()):
        days = [day for day in map(date.fromordinal, period) if _fits(rule, day)]
        yield [datetime.combine(day, at) for day in days for at in times]


def _periods(rule: Rule, start: date, since: date, before: date) -> Iterator[range]:
    """The days (ordinals) of each period, from that around `since` to that around `before`."""
    if rule.frequency is Frequency.YEARLY:
        for year in _steps(start.year, since.year, before.year, rule.interval):
            yield range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    elif rule.frequency is Frequency.MONTHLY:
        for month in _steps(_month(start), _month(since), _month(before), rule.interval):
            yield range(_first_of(month).toordinal(), _first_of(month + 1).toordinal())
    else:
        weekly = rule.frequency is Frequency.WEEKLY
        length = 7 if weekly else 1
        first = start.toordinal() - ((start.weekday() - rule.week_start) % 7 if weekly else 0)
        for day in _steps(first, since.toordinal(), before.toordinal(), rule.interval * length):
            yield range(day, day + length)


def _steps(start: int, since: int, last: int, interval: int) -> range:
    return range(start + (since - start) // interval * interval, last + 1, interval)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _in_day(rule: Rule, starts_at: datetime, since: datetime, before: datetime) -> Iterator[list[datetime]]:
    """Hourly and minutely rules: each hour or minute that the interval comes by, day after day."""
    hourly = rule.frequency is Frequency.HOURLY
    units = 24 if hourly else 24 * 60
    first = starts_at.hour if hourly else starts_at.hour * 60 + starts_at.minute
    start = starts_at.toordinal()
    for ordinal in range(since.toordinal(), before.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if not _fits(rule, day):
            continue
        for unit in range((first - (ordinal - start) * units) % rule.interval, units, rule.interval):
            yield [datetime.combine(day, at) for at in _times(rule, unit)]


def _times(rule: Rule, unit: int) -> list[time]:
    """What falls in this hour or minute of the day."""
    if rule.frequency is Frequency.MINUTELY:
        hour, minute = divmod(unit, 60)
        minutes = [minute] if not rule.minutes or minute in rule.minutes else []
    else:
        hour, minutes = unit, sorted(rule.minutes)
    if rule.hours and hour not in rule.hours:
        return []
    return [time(hour, minute, second) for minute in minutes for second in rule.seconds]


def _fits(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if (rule.weekdays or rule.nth_weekdays) and not _is_weekday(rule, day):
        return False
    if rule.month_days and not _is_numbered(*_in_month(day), rule.month_days):
        return False
    if rule.year_days and not _is_numbered(*_in_year(day), rule.year_days):
        return False
    return not rule.week_numbers or not rule.week_numbers.isdisjoint(_week_numbers(day, rule.week_start))


def _is_weekday(rule: Rule, day: date) -> bool:
    weekday = day.weekday()
    if weekday in rule.weekdays or not rule.nth_weekdays:
        return weekday in rule.weekdays
    by_month = rule.frequency is Frequency.MONTHLY or rule.months
    number, size = _in_month(day) if by_month else _in_year(day)
    nth, nth_last = (number - 1) // 7 + 1, -((size - number) // 7) - 1
    return (nth, weekday) in rule.nth_weekdays or (nth_last, weekday) in rule.nth_weekdays


def _is_numbered(number: int, size: int, wanted: frozenset[int]) -> bool:
    """Whether it is one of these, counted from the front or from the back."""
    return number in wanted or number - size - 1 in wanted


def _in_month(day: date) -> tuple[int, int]:
    """The number of the day in its month, and how many there are."""
    return day.day, _month_length(day.year, day.month)


@lru_cache(maxsize=4096)
def _month_length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _in_year(day: date) -> tuple[int, int]:
    return day.toordinal() - date(day.year, 1, 1).toordinal() + 1, 365 + isleap(day.year)


@lru_cache(maxsize=1024)
def _week_numbers(day: date, week_start: int) -> tuple[int, int]:
    """The number of the day's week, from either end; week 1 has at least four days of the new year."""
    year, number = _week(day, week_start)
    _, weeks = _week(date(year, 12, 28), week_start)
    return number, number - weeks - 1


def _week(day: date, week_start: int) -> tuple[int, int]:
    middle = date.fromordinal(day.toordinal() - (day.weekday() - week_start) % 7 + 3)
    return middle.year, (_in_year(middle)[0] - 1) // 7 + 1
