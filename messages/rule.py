"""The text of a recurrence rule (RFC 5545, section 3.3.10), checked for whoever wrote it.

Refused as well is what dateutil, which follows it, would never find or reckons wrongly: weeks 52 and 53 (the
last week is -1), days with a number beside days without in BYDAY, and a sixth weekday of a month.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache


class RuleError(ValueError):
    """Why a rule cannot be used, as a sentence for whoever wrote it."""


FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FORMS = {
    "FREQ": ("|".join(FREQUENCIES), f"one of {', '.join(FREQUENCIES)}: not more often than once a minute"),
    "INTERVAL": ("0*[1-9][0-9]{0,8}", "a whole number from 1"),
    "COUNT": ("0*[1-9][0-9]{0,8}", "a whole number from 1"),
    "UNTIL": ("[0-9]{8}(T[0-9]{6}Z?)?", "a date such as UNTIL=20270630"),
    "WKST": ("|".join(WEEKDAYS), f"one of {', '.join(WEEKDAYS)}"),
}
# The lowest and the highest number that each list takes; where the lowest is negative, 0 is not taken.
LISTS = {
    "BYMONTH": (1, 12),
    "BYWEEKNO": (-51, 51),
    "BYYEARDAY": (-366, 366),
    "BYMONTHDAY": (-31, 31),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 59),
    "BYSETPOS": (-366, 366),
}
NOT_WITH = {
    "BYWEEKNO": FREQUENCIES[1:],
    "BYYEARDAY": ("MONTHLY", "WEEKLY", "DAILY"),
    "BYMONTHDAY": ("WEEKLY",),
    "BYSETPOS": ("DAILY", "HOURLY", "MINUTELY"),
}


@lru_cache(maxsize=4096)
def read_rule(text: str) -> Mapping[str, str]:
    """The parts by name, with or without `RRULE:` before them, or a RuleError."""
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        _check(name, value)
        if name in parts:
            raise RuleError(f"{name} is twice in repeats")
        parts[name] = value
    _check_together(parts)
    _check_days(parts["BYDAY"].split(",") if "BYDAY" in parts else [], parts)
    return parts


def last_day(parts: Mapping[str, str]) -> date | None:
    """UNTIL: a local date. Of a time, also one in UTC, only the date as written counts."""
    try:
        return date.fromisoformat(parts["UNTIL"][:8]) if "UNTIL" in parts else None
    except ValueError as error:
        raise RuleError(f"UNTIL={parts['UNTIL']} in repeats is not a date") from error


def open_day(parts: Mapping[str, str], starts_at: datetime) -> dict[str, str]:
    """The parts that say on which day, where the rule does not: that of its first moment."""
    if parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}:
        return {}
    if parts["FREQ"] == "WEEKLY" or "BYWEEKNO" in parts:
        return {"BYDAY": WEEKDAYS[starts_at.weekday()]}
    if parts["FREQ"] == "YEARLY":
        return {"BYMONTH": str(starts_at.month), "BYMONTHDAY": str(starts_at.day)}
    return {"BYMONTHDAY": str(starts_at.day)} if parts["FREQ"] == "MONTHLY" else {}


def _check(name: str, value: str) -> None:
    if name.startswith("DTSTART"):
        raise RuleError("DTSTART does not belong in repeats: the first moment is starts_at")
    if not value:
        raise RuleError(f"{name!r} in repeats is not of the form NAME=VALUE")
    if name not in {"BYDAY", *FORMS, *LISTS}:
        raise RuleError(f"{name} in repeats is not a part of an RFC 5545 rule")
    if name in FORMS and not re.fullmatch(FORMS[name][0], value):
        raise RuleError(f"{name}={value} in repeats is not {FORMS[name][1]}")
    for number in value.split(",") if name in LISTS else ():
        if not _is_between(number, *LISTS[name]):
            span = "from {} to {}" if LISTS[name][0] >= 0 else "from 1 to {1} or its negative"
            raise RuleError(f"{name} in repeats takes numbers {span.format(*LISTS[name])}, not {number!r}")


def _is_between(number: str, lowest: int, highest: int) -> bool:
    value = int(number) if re.fullmatch("[+-]?[0-9]{1,3}", number) else highest + 1
    return lowest <= value <= highest and (value != 0 or lowest == 0)


def _check_together(parts: Mapping[str, str]) -> None:
    if "FREQ" not in parts:
        raise RuleError("repeats has no FREQ, such as FREQ=WEEKLY")
    if last_day(parts) and "COUNT" in parts:
        raise RuleError("repeats has both COUNT and UNTIL: one of them ends it")
    if "," in parts.get("BYSECOND", ""):
        raise RuleError(f"BYSECOND={parts['BYSECOND']} is more often than once a minute")
    for name, frequencies in NOT_WITH.items():
        if name in parts and parts["FREQ"] in frequencies:
            raise RuleError(f"{name} does not go with FREQ={parts['FREQ']}")
    if "BYSETPOS" in parts and not parts.keys() & {"BYDAY", *LISTS} - {"BYSETPOS"}:
        raise RuleError("BYSETPOS needs another BY… part to choose from")


def _check_days(days: list[str], parts: Mapping[str, str]) -> None:
    most = 5 if parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts else 53
    for day in days:
        if day[-2:] not in WEEKDAYS or not _is_between(day[:-2] or "1", -most, most):
            raise RuleError(f"BYDAY in repeats takes days such as MO, 2TH or -1FR, not {day!r}")
    numbered = [day for day in days if day not in WEEKDAYS]
    if 0 < len(numbered) < len(days):
        raise RuleError("BYDAY has days with a number and days without: make that two items")
    other = f"FREQ={parts['FREQ']}" + (" and BYWEEKNO" if "BYWEEKNO" in parts else "")
    if numbered and other not in ("FREQ=YEARLY", "FREQ=MONTHLY"):
        raise RuleError(f"BYDAY={parts['BYDAY']} numbers its days, which does not go with {other}")
