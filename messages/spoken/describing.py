"""Tells a schedule back in a sentence: `elke eerste dinsdag van de maand om 19.00 uur, tot en met 31 december 2027`."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from babel.dates import format_date

from messages.content import Schedule
from messages.schedule import moments, resolve
from messages.spoken.days_told import (
    front_to_back,
    listed,
    month_days,
    month_names,
    nth_told,
    nth_weekdays,
    rhythm,
    rhythm_told,
    weekday_names,
)
from messages.spoken.labels import moment_label
from messages.spoken.rule_shape import WITHIN_A_DAY, RuleShape
from messages.spoken.rule_words import WORDS, RuleWords, language_told

_TIMES_LISTED = 12  # moments of one day that are told one by one
_AHEAD = timedelta(days=366 * 40)  # also a rule of every 29 February in so many years has moments within it


def describe(schedule: Schedule, language: str, now: datetime) -> str:
    """The whole of when, true for any rule of RFC 5545; `now` is naive local time."""
    language = language_told(language)
    words = WORDS[language]
    start = schedule.starts_at
    if schedule.repeats is None:
        return words.once.format(moment_label(start, None, language, now))
    rule = RuleShape.of(schedule.repeats, start)
    times = schedule.times or rule.count
    clauses = [
        words.times(times) if times else "",
        _days_and_times(rule, start, language, words),
        *_limits(rule, start, language, words),
        _since(schedule, rule, language, words, now),
        _until(schedule, rule, language, words),
        words.moments.format(words.cardinal(rule.count)) if schedule.times and rule.count else "",
    ]
    return ", ".join(filter(None, clauses))


def next_moments(schedule: Schedule, zone: ZoneInfo, now: datetime, count: int = 5) -> tuple[datetime, ...]:
    """The first `count` after `now` (naive local time), in that zone. `times` are counted from the start."""
    start = schedule.starts_at
    counted = schedule.times is not None
    since = start if counted else max(start, now)
    found = moments(start, schedule.repeats, schedule.until, since=since, before=max(since, now) + _AHEAD)
    coming = (moment for moment in islice(found, schedule.times) if moment > now)
    different = dict.fromkeys(resolve(moment, zone) for moment in islice(coming, count))
    return tuple(different)


def _days_and_times(rule: RuleShape, start: datetime, language: str, words: RuleWords) -> str:
    days = rhythm_told(rule, language, words) or words.each[_base(rule)]
    times = _times(rule, start)
    if not times:
        return days
    separator = "." if words.at.endswith(" uur") else ":"
    return f"{days} {words.at.format(listed([f'{hour:02}{separator}{minute:02}' for hour, minute in times], words))}"


def _base(rule: RuleShape) -> str:
    """A rule of an odd shape is told as every day, hour or minute, with all that limits it."""
    return rule.frequency if rule.frequency in WITHIN_A_DAY else "DAILY"


def _times(rule: RuleShape, start: datetime) -> list[tuple[int, int]]:
    """Unless they are too many to list."""
    times = rule.times(start)
    return times if len(times) <= _TIMES_LISTED else []


def _limits(rule: RuleShape, start: datetime, language: str, words: RuleWords) -> Iterator[str]:
    usual = rhythm_told(rule, language, words) is not None
    if rule.months and not (usual and rule.frequency == "YEARLY"):
        yield words.only_in.format(listed(month_names(rule.months, language), words))
    if not usual:
        yield from _odd_days(rule, language, words)
        if rule.interval > 1:
            yield rhythm(rule, words)
    if not _times(rule, start):
        yield from _hours_and_minutes(rule, start, words)
    if rule.second:
        yield words.seconds.format(rule.second)
    if rule.positions and not usual:
        nths = [words.the.format(nth_told(nth, words)) for nth in front_to_back(rule.positions)]
        yield words.positions.format(listed(nths, words), words.of[rule.frequency])
    if rule.week_start and (rule.week_numbers or (rule.frequency == "WEEKLY" and rule.interval > 1)):
        yield words.week_starts.format(weekday_names([rule.week_start], language)[0])


def _odd_days(rule: RuleShape, language: str, words: RuleWords) -> Iterator[str]:
    if rule.week_numbers:
        yield words.weeks.format(listed([str(week) for week in sorted(rule.week_numbers)], words))
    if rule.year_days:
        yield words.year_days.format(listed(month_days(rule.year_days, words), words))
    if rule.month_days:
        yield words.only.format(f"{listed(month_days(rule.month_days, words), words)} {words.of['MONTHLY']}")
    if rule.weekdays or rule.nth_weekdays:
        named = [*weekday_names(rule.weekdays, language), *nth_weekdays(rule, language, words)]
        by_month = rule.frequency == "MONTHLY" or rule.months
        of = f" {words.of['MONTHLY' if by_month else 'YEARLY']}" if rule.nth_weekdays else ""
        yield words.only.format(f"{listed(named, words)}{of}")


def _hours_and_minutes(rule: RuleShape, start: datetime, words: RuleWords) -> Iterator[str]:
    hours = rule.hours or (set() if rule.frequency in WITHIN_A_DAY else {start.hour})
    minutes = rule.minutes or (set() if rule.frequency == "MINUTELY" else {start.minute})
    if hours:
        yield words.hours.format(listed([str(hour) for hour in sorted(hours)], words))
    if minutes:
        yield words.minutes.format(listed([str(minute) for minute in sorted(minutes)], words))


def _since(schedule: Schedule, rule: RuleShape, language: str, words: RuleWords, now: datetime) -> str:
    """Left out where the first moment is the first that fits."""
    start = schedule.starts_at
    if start <= now:
        phased = rule.interval > 1 or rule.count or schedule.times
        return words.running_since.format(_date(start.date(), language)) if phased else ""
    today = datetime.combine(now.date(), start.time())
    found = moments(today, rule.each_time, since=now + timedelta(seconds=1), before=start)
    return words.since.format(_date(start.date(), language)) if next(found, None) else ""


def _until(schedule: Schedule, rule: RuleShape, language: str, words: RuleWords) -> str:
    lasts = [last for last in (schedule.until, rule.until) if last]
    return words.until.format(_date(min(lasts), language)) if lasts else ""


def _date(day: date, language: str) -> str:
    return format_date(day, "d MMMM y", locale=language)
