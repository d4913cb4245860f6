"""The local moments of a recurrence rule, by dateutil, which is set off near the date that is asked for."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from functools import lru_cache
from itertools import islice, takewhile

from dateutil.rrule import rrule, rruleset, rrulestr

from messages.rule import WEEKDAYS, open_day, read_rule

LENGTHS = {
    "WEEKLY": timedelta(weeks=1),
    "DAILY": timedelta(days=1),
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
}


def occurrences(repeats: str, starts_at: datetime, *, since: datetime, before: datetime) -> Iterator[datetime]:
    """In order, from `since` and before `before`, both naive. UNTIL is the caller's. Only COUNT walks."""
    if before <= max(since, starts_at):
        return iter(())
    parts = read_rule(repeats)
    count = int(parts["COUNT"]) if "COUNT" in parts else None
    earliest = starts_at if count else max(since, starts_at)
    rule = _rule(repeats, starts_at, _anchor(parts, starts_at, earliest))
    found = takewhile(lambda moment: moment < before, islice(rule.xafter(earliest, inc=True), count))
    return (moment for moment in found if moment >= since)


def first_fit(repeats: str, starts_at: datetime) -> datetime | None:
    """The first moment from `starts_at` on that a rule allows, whatever its INTERVAL.

    Where there is none, dateutil looks on until the year 9999. So it looks as close to that as it can: the
    calendar is the same every 400 years. Nor does it go by the hour or the minute, but by the day.
    """
    late = starts_at.replace(year=9200 + starts_at.year % 400)
    parts = {**_completed(read_rule(repeats), late), "INTERVAL": "1"}
    if parts["FREQ"] in ("DAILY", "HOURLY", "MINUTELY"):
        every_day = {"BYDAY": ",".join(WEEKDAYS), "BYHOUR": str(late.hour), "BYMINUTE": str(late.minute)}
        parts = {**every_day, **parts, "FREQ": "YEARLY"}
    found = next(_by_dateutil(parts, _period(parts, late)).xafter(late, inc=True), None)
    return found.replace(year=found.year - late.year + starts_at.year) if found else None


@lru_cache(maxsize=4096)
def _rule(repeats: str, starts_at: datetime, anchor: datetime) -> rrule | rruleset:
    return _by_dateutil(_completed(read_rule(repeats), starts_at), anchor)


def _by_dateutil(parts: Mapping[str, str], anchor: datetime) -> rrule | rruleset:
    ends = ("COUNT", "UNTIL")
    return rrulestr(";".join(f"{name}={value}" for name, value in parts.items() if name not in ends), dtstart=anchor)


def _completed(parts: Mapping[str, str], starts_at: datetime) -> dict[str, str]:
    """What a rule leaves open is as in its first moment; dateutil would take it from the anchor."""
    times = {"BYSECOND": str(starts_at.second)}
    if parts["FREQ"] != "MINUTELY":
        times["BYMINUTE"] = str(starts_at.minute)
    if parts["FREQ"] not in ("HOURLY", "MINUTELY"):
        times["BYHOUR"] = str(starts_at.hour)
    return {"WKST": "MO", **times, **open_day(parts, starts_at), **parts}


def _anchor(parts: Mapping[str, str], starts_at: datetime, since: datetime) -> datetime:
    """The start of the last period until `since` that INTERVAL comes by, from that of `starts_at` on."""
    frequency, interval = parts["FREQ"], int(parts.get("INTERVAL", 1))
    first = _period(parts, starts_at)
    if length := LENGTHS.get(frequency):
        return first + (since - first) // length // interval * interval * length
    step = interval * (12 if frequency == "YEARLY" else 1)
    months = (since.year - first.year) * 12 + since.month - first.month
    year, month = divmod(first.year * 12 + first.month - 1 + months // step * step, 12)
    return first.replace(year=year, month=month + 1)


def _period(parts: Mapping[str, str], moment: datetime) -> datetime:
    """The start of the year, month, week, … that it is in. A week begins at WKST, so BYSETPOS counts it whole."""
    frequency = parts["FREQ"]
    if frequency == "MINUTELY":
        return moment.replace(second=0, microsecond=0)
    if frequency == "HOURLY":
        return moment.replace(minute=0, second=0, microsecond=0)
    day = datetime.combine(moment, time())
    if frequency == "WEEKLY":
        return day - timedelta(days=(day.weekday() - WEEKDAYS.index(parts.get("WKST", "MO"))) % 7)
    months = {"YEARLY": 1, "MONTHLY": day.month}
    return day.replace(month=months[frequency], day=1) if frequency in months else day
