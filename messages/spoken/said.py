"""The parts of what was said about when, before they are put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import Enum


class CannotBe(ValueError):
    """What was said is clear, and impossible; `reason` is a key of the wordings."""

    def __init__(self, reason: str, **values: str | date) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What to ask when several meanings are left, or, with `always`, also when only one is."""

    key: str
    values: Mapping[str, str | date] = field(default_factory=dict)
    always: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The dates that may be meant, the likeliest first; `named`: the (month, day) of a date without a year."""

    dates: tuple[date, ...]
    question: Question | None = None
    named: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time as it was said. `spoken` is on a clock of twelve hours; midnight is of the day before or after."""

    hour: int
    minute: int = 0
    spoken: bool = False
    midnight: bool = False
    end: "Clock | None" = None
    said: str = ""


class Unit(Enum):
    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    YEAR = "YEARLY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """A rhythm; without a unit ("elke …") what follows tells it."""

    unit: Unit | None
    interval: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Until:
    """The last day: a date, or a month of any year that comes first; `excluded` is "tot", not "tot en met"."""

    day: Day | None = None
    month: int | None = None
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said so far. Monday is 0; ordinals count weekdays, in `month` or in any, -1 is the last."""

    every: Every | None = None
    weekdays: tuple[int, ...] = ()
    ordinals: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    of_month: bool = False
    month: tuple[int, int | None] | None = None
    day: Day | None = None
    since: Day | None = None
    until: Until | None = None
    lasting: Every | None = None
    times: int | None = None
    part: str | None = None
    clock: Clock | None = None
    instant: datetime | None = None

    @property
    def names_a_day(self) -> bool:
        return bool(
            self.every or self.weekdays or self.ordinals or self.month_days or self.day or self.since or self.instant
        )

    @property
    def names_a_time(self) -> bool:
        return self.clock is not None or self.instant is not None


def together(first: Said, second: Said) -> Said | None:
    """Both, or None where the two speak of the same thing or the second contradicts the first."""
    filled = {part.name: getattr(second, part.name) for part in fields(Said) if getattr(second, part.name)}
    if "every" in filled and first.every:
        if not _goes_on(first.every, filled["every"]):
            return None
        filled["every"] = first.every if filled["every"].unit is None else filled["every"]
    if any(getattr(first, name) for name in filled if name != "every"):
        return None
    if "weekdays" in filled and (first.instant or (first.day and first.clock)):
        return None
    if "day" in filled and first.clock and first.weekdays and not _is_on(filled["day"], first.weekdays):
        return None
    return replace(first, **filled)


def _goes_on(first: Every, second: Every) -> bool:
    return first.unit is None or second.unit is None


def _is_on(day: Day, weekdays: tuple[int, ...]) -> bool:
    return day.question is None and day.dates[0].weekday() in weekdays
