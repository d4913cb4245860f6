"""The recurrence rules (RFC 5545) that what was said can mean."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from messages.rule import WEEKDAYS
from messages.schedule import moments
from messages.spoken.rhythms import WORKDAYS
from messages.spoken.said import CannotBe, Every, Question, Said, Unit

_LONGEST_WAIT = timedelta(days=366 * 9)  # from one 29 February to the next, across 2100
_EVERY_MONTH_HAS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A rule; without `days` it is on the day on which it begins."""

    unit: Unit
    interval: int = 1
    days: str = ""

    def text(self, start: date) -> str:
        interval = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        return f"FREQ={self.unit.value}{interval}{self.days or self._day_of(start)}"

    def first(self, floor: datetime, at: time, *, day_was_said: bool) -> datetime | None:
        """The first moment from `floor` on."""
        start = datetime.combine(floor.date(), at)
        if start < floor:
            start += timedelta(days=1)
        if self.days:
            found = moments(start, f"FREQ={self.unit.value}{self.days}", since=start, before=start + _LONGEST_WAIT)
            return next(found, None)
        if self.unit is Unit.MONTH and start.day > _EVERY_MONTH_HAS and not day_was_said:
            start = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
        return start

    def _day_of(self, start: date) -> str:
        if self.unit is Unit.WEEK:
            return f";BYDAY={WEEKDAYS[start.weekday()]}"
        if self.unit is Unit.MONTH:
            return f";BYMONTHDAY={start.day}"
        return f";BYMONTH={start.month};BYMONTHDAY={start.day}" if self.unit is Unit.YEAR else ""


def rhythm_of(said: Said, *, by_month: bool) -> Every | None:
    """What repeats, or None for once. `by_month`: "de eerste dinsdag" of no month in particular is of each."""
    if said.every and said.every.unit:
        return said.every
    of_each = by_month and (said.of_month or (said.ordinals and not said.month))
    if said.every or of_each or (said.times or 1) > 1:
        return Every(unit=_unit_of(said))
    if len(said.weekdays) > 1 and not said.ordinals:
        raise CannotBe("when-several-days")
    if said.until or said.lasting or said.since:
        raise CannotBe("when-which-rhythm")
    return None


def _unit_of(said: Said) -> Unit:
    if said.ordinals:
        return Unit.YEAR if said.month else Unit.MONTH
    if said.month_days:
        return Unit.MONTH
    if said.weekdays and not said.day:
        return Unit.WEEK
    if said.every and said.day and said.day.named:
        return Unit.YEAR
    raise CannotBe("when-which-rhythm")


def rules_meant(said: Said, every: Every) -> tuple[list[Meant], Question | None]:
    unit, interval = every.unit or Unit.DAY, every.interval
    if unit is Unit.DAY and (said.weekdays or said.ordinals or said.month_days):
        if interval % 7 and interval > 1:
            raise CannotBe("when-rhythm-and-day")
        unit, interval = Unit.WEEK, max(interval // 7, 1)
    if unit is Unit.DAY:
        return [Meant(unit=unit, interval=interval)], None
    if unit is Unit.WEEK:
        return _weekly(said, interval)
    return _monthly(said, interval) if unit is Unit.MONTH else _yearly(said, interval)


def _weekly(said: Said, interval: int) -> tuple[list[Meant], Question | None]:
    if said.ordinals or said.month_days or said.month:
        raise CannotBe("when-rhythm-and-day")
    return [Meant(unit=Unit.WEEK, interval=interval, days=_byday(said.weekdays))], None


def _monthly(said: Said, interval: int) -> tuple[list[Meant], Question | None]:
    if said.month or (said.month_days and said.weekdays):
        raise CannotBe("when-rhythm-and-day")
    if said.month_days:
        days = ",".join(map(str, said.month_days))
        return [Meant(unit=Unit.MONTH, interval=interval, days=f";BYMONTHDAY={days}")], None
    if said.ordinals:
        rule = Meant(unit=Unit.MONTH, interval=interval, days=_nth(said))
        return _perhaps_every_other(said, rule)
    if said.weekdays:
        if len(said.weekdays) > 1:
            raise CannotBe("when-rhythm-and-day")
        code = WEEKDAYS[said.weekdays[0]]
        rules = [Meant(unit=Unit.MONTH, interval=interval, days=f";BYDAY={n}{code}") for n in (1, 2, 3, -1)]
        return rules, Question(key="doubt-which-in-month")
    return [Meant(unit=Unit.MONTH, interval=interval)], None


def _perhaps_every_other(said: Said, rule: Meant) -> tuple[list[Meant], Question | None]:
    """`elke tweede dinsdag` is the second of the month, or every other one."""
    bare = said.every and said.every.unit is None and not said.of_month
    if not bare or said.ordinals != (2,) or len(said.weekdays) > 1:
        return [rule], None
    other = Meant(unit=Unit.WEEK, interval=2, days=_byday(said.weekdays))
    return [rule, other], Question(key="doubt-every-second")


def _yearly(said: Said, interval: int) -> tuple[list[Meant], Question | None]:
    if said.ordinals and said.month and not said.month[1]:
        days = f";BYMONTH={said.month[0]}{_nth(said)}"
    elif said.ordinals or said.month_days or (said.weekdays and not said.day):
        raise CannotBe("when-rhythm-and-day")
    elif said.day and said.day.named:
        days = f";BYMONTH={said.day.named[0]};BYMONTHDAY={said.day.named[1]}"
    else:
        days = ""
    return [Meant(unit=Unit.YEAR, interval=interval, days=days)], None


def _nth(said: Said) -> str:
    if said.weekdays == WORKDAYS:
        return f"{_byday(WORKDAYS)};BYSETPOS={','.join(map(str, said.ordinals))}"
    return ";BYDAY=" + ",".join(f"{n}{WEEKDAYS[day]}" for n in said.ordinals for day in said.weekdays)


def _byday(days: tuple[int, ...]) -> str:
    return f";BYDAY={','.join(WEEKDAYS[day] for day in days)}" if days else ""


def first_of(said: Said, now: datetime) -> date | None:
    """The next `eerste dinsdag van de maand`, `15e` or `eerste dinsdag van januari 2027`, once."""
    month, year = said.month or (None, None)
    days = f";BYMONTHDAY={','.join(map(str, said.month_days))}" if said.month_days else _nth(said)
    rule = Meant(unit=Unit.YEAR if month else Unit.MONTH, days=f";BYMONTH={month}{days}" if month else days)
    floor = max(now, datetime.combine(date(year, 1, 1), time())) if year else now
    found = rule.first(floor, time(23, 59), day_was_said=True)
    if found and year and found.year != year:
        raise CannotBe("when-past", date=found.date())
    return found.date() if found else None
