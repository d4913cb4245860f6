"""The parts of a recurrence rule as they are told; what it leaves open is as in its first moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from messages.rule import WEEKDAYS, last_day, open_day, read_rule

WITHIN_A_DAY = ("HOURLY", "MINUTELY")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleShape:
    """Monday is 0; `nth_weekdays` are pairs, such as (-1, 4) for -1FR. `days` is the rule without its rhythm's ends."""

    frequency: str
    interval: int
    count: int | None
    until: date | None
    week_start: int
    months: frozenset[int]
    week_numbers: frozenset[int]
    year_days: frozenset[int]
    month_days: frozenset[int]
    weekdays: frozenset[int]
    nth_weekdays: frozenset[tuple[int, int]]
    hours: frozenset[int]
    minutes: frozenset[int]
    second: int
    positions: frozenset[int]
    each_time: str

    @classmethod
    def of(cls, repeats: str, start: datetime) -> "RuleShape":
        parts = read_rule(repeats)
        parts = {**open_day(parts, start), **parts}
        days = [(int(day[:-2] or 0), WEEKDAYS.index(day[-2:])) for day in parts.get("BYDAY", "").split(",") if day]
        return cls(
            frequency=parts["FREQ"],
            interval=int(parts.get("INTERVAL", 1)),
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
            until=last_day(parts),
            week_start=WEEKDAYS.index(parts.get("WKST", "MO")),
            months=_numbers(parts, "BYMONTH"),
            week_numbers=_numbers(parts, "BYWEEKNO"),
            year_days=_numbers(parts, "BYYEARDAY"),
            month_days=_numbers(parts, "BYMONTHDAY"),
            weekdays=frozenset(day for n, day in days if not n),
            nth_weekdays=frozenset((n, day) for n, day in days if n),
            hours=_numbers(parts, "BYHOUR"),
            minutes=_numbers(parts, "BYMINUTE"),
            second=int(parts.get("BYSECOND", start.second)),
            positions=_numbers(parts, "BYSETPOS"),
            each_time=";".join(f"{name}={parts[name]}" for name in parts if name not in ("INTERVAL", "COUNT", "UNTIL")),
        )

    def times(self, start: datetime) -> list[tuple[int, int]]:
        """The hours and minutes of one day; none where the rule itself goes by the hour or minute."""
        if self.frequency in WITHIN_A_DAY:
            return []
        hours, minutes = self.hours or {start.hour}, self.minutes or {start.minute}
        return [(hour, minute) for hour in sorted(hours) for minute in sorted(minutes)]


def _numbers(parts: Mapping[str, str], name: str) -> frozenset[int]:
    return frozenset(int(number) for number in parts[name].split(",")) if name in parts else frozenset()
