"""The moments of a rule in a street's own time, across clock changes."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from messages.content import LeadTime
from messages.recurrence import first_fit, occurrences
from messages.rule import RuleError, last_day, read_rule

__all__ = ["RuleError", "before_start", "check_rule", "moments", "resolve"]

# The calendar of Python ends with the year 9999; no rule is followed into its last centuries.
END_OF_TIME = datetime.combine(date(9000, 1, 1), time())


def moments(
    starts_at: datetime,
    repeats: str | None,
    until: date | None = None,
    *,
    since: datetime,
    before: datetime,
) -> Iterator[datetime]:
    """The local moments from `since` and before `before`, in order; all naive, as read off a clock.

    `until`, and UNTIL in the rule, are local dates and that whole day is in them.
    """
    before = min(before, END_OF_TIME)
    for last in (until, repeats and last_day(read_rule(repeats))):
        if last:
            before = min(before, datetime.combine(last, time.max))
    if repeats:
        return occurrences(repeats, starts_at, since=since, before=before)
    return iter([starts_at] if since <= starts_at < before else [])


@lru_cache(maxsize=65_536)
def resolve(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which the clocks of `zone` show `local`.

    A time that exists twice is the first of the two; one that does not exist is the first after it that does.
    """
    moment = local.replace(tzinfo=zone, fold=0)
    if moment.utcoffset() == moment.replace(fold=1).utcoffset():
        return moment
    after = moment.astimezone(UTC)
    return moment if _shown(after, zone) == local else _end_of_gap(local, after, zone)


def _end_of_gap(local: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """With fold=0 a time in a gap is read by the offset before it, and lands after it; fold=1 the reverse."""
    before = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    seconds = range(round((after - before).total_seconds()))
    end = bisect_left(seconds, local, key=lambda second: _shown(before + timedelta(seconds=second), zone))
    return (before + timedelta(seconds=end)).astimezone(zone)


def _shown(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def before_start(start: datetime, lead: LeadTime, zone: ZoneInfo) -> datetime:
    """The moment `lead` before the local `start`: days on the calendar first, then elapsed time."""
    moment = resolve(start - timedelta(days=lead.days), zone)
    return (moment.astimezone(UTC) - lead.elapsed).astimezone(zone) if lead.elapsed else moment


def check_rule(starts_at: datetime, repeats: str | None, until: date | None = None) -> None:
    """Raises a RuleError that says what is wrong, if anything: starts_at has to be the first moment."""
    in_rule = last_day(read_rule(repeats)) if repeats else None
    for name, last in (("until", until), ("UNTIL in repeats", in_rule)):
        if last and last < starts_at.date():
            raise RuleError(f"{name} ({last}) is before starts_at ({starts_at.date()}), so it never happens")
    if starts_at.microsecond:
        raise RuleError("starts_at is finer than a second")
    if starts_at >= END_OF_TIME:
        raise RuleError(f"starts_at is too far away: {starts_at.date()}")
    if repeats:
        _check_fit(starts_at, repeats)


def _check_fit(starts_at: datetime, repeats: str) -> None:
    first = first_fit(repeats, starts_at)
    if first is None:
        raise RuleError(f"repeats never happens: no moment after starts_at fits {repeats}")
    if first != starts_at:
        raise RuleError(f"starts_at {_written(starts_at)} does not fit repeats; {_written(first)} does")


def _written(moment: datetime) -> str:
    return f"{moment.isoformat(timespec='minutes')} ({moment:%A})"
