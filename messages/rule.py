"""The text of a recurrence rule (RFC 5545, section 3.3.10), read strictly."""

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache


class RuleError(ValueError):
    """Why a rule cannot be used, as a sentence for whoever wrote it."""


class Frequency(IntEnum):
    """How long the periods of a rule are, the longest first."""

    YEARLY = 0
    MONTHLY = 1
    WEEKLY = 2
    DAILY = 3
    HOURLY = 4
    MINUTELY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The parts; an empty one does not restrict. Monday is 0; `nth_weekdays` are pairs, such as (-1, 4) for -1FR."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | None = None
    week_start: int = 0
    months: frozenset[int] = frozenset()
    week_numbers: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    nth_weekdays: frozenset[tuple[int, int]] = frozenset()
    hours: frozenset[int] = frozenset()
    minutes: frozenset[int] = frozenset()
    seconds: frozenset[int] = frozenset()
    positions: frozenset[int] = frozenset()


WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

# The lowest and the highest number that each list takes; where the lowest is negative, 0 is not taken.
LISTS = {
    "BYMONTH": (1, 12),
    "BYWEEKNO": (-53, 53),
    "BYYEARDAY": (-366, 366),
    "BYMONTHDAY": (-31, 31),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 59),
    "BYSETPOS": (-366, 366),
}

NAMES = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *LISTS}

# RFC 5545: "MUST NOT be used when the FREQ rule part is set to …"
NOT_WITH = {
    "BYWEEKNO": set(Frequency) - {Frequency.YEARLY},
    "BYYEARDAY": {Frequency.MONTHLY, Frequency.WEEKLY, Frequency.DAILY},
    "BYMONTHDAY": {Frequency.WEEKLY},
}


@lru_cache(maxsize=4096)
def read_rule(text: str) -> Rule:
    """The rule in `text`, with or without `RRULE:` before it, or a RuleError.

    UNTIL is a local date and that whole day is in it. Of an UNTIL with a time, also one in UTC, only
    the date as written counts: "UNTIL=20270630T235959Z" is 30 June in every street.
    """
    parts = _parts(text)
    days = _weekdays(parts.get("BYDAY"))
    rule = Rule(
        frequency=_frequency(parts.get("FREQ")),
        interval=_whole(parts, "INTERVAL") or 1,
        count=_whole(parts, "COUNT"),
        until=_until(parts.get("UNTIL")),
        week_start=_week_start(parts.get("WKST", "MO")),
        months=_numbers(parts, "BYMONTH"),
        week_numbers=_numbers(parts, "BYWEEKNO"),
        year_days=_numbers(parts, "BYYEARDAY"),
        month_days=_numbers(parts, "BYMONTHDAY"),
        weekdays=frozenset(day for n, day in days if not n),
        nth_weekdays=frozenset((n, day) for n, day in days if n),
        hours=_numbers(parts, "BYHOUR"),
        minutes=_numbers(parts, "BYMINUTE"),
        seconds=_numbers(parts, "BYSECOND"),
        positions=_numbers(parts, "BYSETPOS"),
    )
    _refuse_combinations(rule, parts)
    return rule


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        if name.startswith("DTSTART"):
            raise RuleError("DTSTART does not belong in repeats: the first moment is starts_at")
        if not equals or not value:
            raise RuleError(f"{part!r} in repeats is not of the form NAME=VALUE")
        if name not in NAMES:
            raise RuleError(f"{name} in repeats is not a part of an RFC 5545 rule")
        if name in parts:
            raise RuleError(f"{name} is twice in repeats")
        parts[name] = value
    return parts


def _frequency(value: str | None) -> Frequency:
    if value is None:
        raise RuleError("repeats has no FREQ, such as FREQ=WEEKLY")
    if value == "SECONDLY":
        raise RuleError("FREQ=SECONDLY is more often than once a minute")
    if value not in Frequency.__members__:
        raise RuleError(f"FREQ={value} in repeats is not one of {', '.join(Frequency.__members__)}")
    return Frequency[value]


def _whole(parts: dict[str, str], name: str) -> int | None:
    value = parts.get(name)
    if value is None:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", value) or int(value) == 0:
        raise RuleError(f"{name}={value} in repeats is not a whole number from 1")
    return int(value)


def _until(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        if re.fullmatch(r"[0-9]{8}(T[0-9]{6}Z?)?", value):
            return date.fromisoformat(value[:8])
    except ValueError:
        pass
    raise RuleError(f"UNTIL={value} in repeats is not a date such as UNTIL=20270630")


def _week_start(value: str) -> int:
    if value not in WEEKDAYS:
        raise RuleError(f"WKST={value} in repeats is not one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(value)


def _numbers(parts: dict[str, str], name: str) -> frozenset[int]:
    if name not in parts:
        return frozenset()
    lowest, highest = LISTS[name]
    for value in parts[name].split(","):
        if not re.fullmatch(r"[+-]?[0-9]{1,3}", value) or not _within(int(value), lowest, highest):
            span = f"from {lowest} to {highest}" if lowest >= 0 else f"from 1 to {highest} or its negative"
            raise RuleError(f"{name} in repeats takes numbers {span}, not {value!r}")
    return frozenset(int(value) for value in parts[name].split(","))


def _within(number: int, lowest: int, highest: int) -> bool:
    return lowest <= number <= highest and (number != 0 or lowest == 0)


def _weekdays(value: str | None) -> list[tuple[int, int]]:
    found = []
    for day in value.split(",") if value else ():
        match = re.fullmatch(r"([+-]?[0-9]{1,2})?([A-Z]{2})", day)
        if not match or match[2] not in WEEKDAYS or not _within(int(match[1] or 1), -53, 53):
            raise RuleError(f"BYDAY in repeats takes days such as MO, 2TH or -1FR, not {day!r}")
        found.append((int(match[1] or 0), WEEKDAYS.index(match[2])))
    return found


def _refuse_combinations(rule: Rule, parts: dict[str, str]) -> None:
    if rule.count and rule.until:
        raise RuleError("repeats has both COUNT and UNTIL: one of them ends it")
    if len(rule.seconds) > 1:
        raise RuleError(f"BYSECOND={parts['BYSECOND']} is more often than once a minute")
    for name, frequencies in NOT_WITH.items():
        if name in parts and rule.frequency in frequencies:
            raise RuleError(f"{name} does not go with FREQ={rule.frequency.name}")
    if rule.nth_weekdays and (rule.frequency > Frequency.MONTHLY or rule.week_numbers):
        other = "BYWEEKNO" if rule.week_numbers else f"FREQ={rule.frequency.name}"
        raise RuleError(f"BYDAY={parts['BYDAY']} numbers its days, which does not go with {other}")
    if rule.positions and not parts.keys() & {"BYDAY", *LISTS} - {"BYSETPOS"}:
        raise RuleError("BYSETPOS needs another BY… part to choose from")
