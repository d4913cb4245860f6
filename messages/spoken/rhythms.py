"""How often and on which days: `elke 2 weken op di`, `om de maand`, `de laatste vrijdag van de maand`, `5x`."""

import re
from collections.abc import Callable
from datetime import datetime

from messages.spoken.calendar_dates import MONTH, PART, part_of
from messages.spoken.line import Line
from messages.spoken.said import CannotBe, Every, Said, Unit
from messages.spoken.vocabulary import MONTHS, WEEKDAYS

WORKDAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)

_ENDS = r"(?![a-z0-9])"
_UNIT = r"(?P<unit>dag|week|maand|kwartaal|kwart|jaar|halfjaar|uur|minuut|werkdag|weekend)"
_NTH = r"(?:\d{1,2}e|laatste|voorlaatste)"
_NTHS = rf"(?:de )?(?P<nths>{_NTH}(?:(?:, ?| en | & )(?:op )?(?:de )?{_NTH})*)"
_OF_MONTH = r" (?:van|in) (?:(?:(?P<each>elke)|de|het|1) )?maand"
_NO_TAIL = rf"(?! (?:dag|week|maand|kwartaal|jaar|werkdag|{'|'.join(WEEKDAYS + MONTHS)})\b)"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_AND_DAY = rf"(?:, ?| en |, en | & | ?\+ ?| ?/ ?)(?:op )?(?:elke )?{_DAY}(?: (?:ochtend|middag|avond|nacht))?"
_DAYS = rf"(?P<days>{_DAY}(?: {PART})?(?:{_AND_DAY})*)"
_DATES_IN_MONTH = r"\d{1,2}e(?:(?:, ?| en | & )(?:op )?(?:de )?\d{1,2}e)*"

_UNITS = {
    "dag": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "maand": (Unit.MONTH, 1),
    "kwartaal": (Unit.MONTH, 3),
    "kwart": (Unit.MONTH, 3),
    "halfjaar": (Unit.MONTH, 6),
    "jaar": (Unit.YEAR, 1),
    "werkdag": (Unit.WEEK, 1),
    "weekend": (Unit.WEEK, 1),
}
Meaning = Callable[[re.Match[str], datetime], Said | None]


def read_rhythm(line: Line, at: int, now: datetime) -> tuple[Said, int] | None:
    for pattern, meaning in _MEANINGS:
        found = pattern.match(line.text, at)
        said = meaning(found, now) if found else None
        if found and said:
            return said, found.end()
    return None


def _rhythm(unit: str, interval: int) -> Said | None:
    if unit in ("uur", "minuut"):
        raise CannotBe("when-too-often")
    if not 1 <= interval <= 999:
        return None
    base, size = _UNITS[unit]
    days = {"werkdag": WORKDAYS, "weekend": WEEKEND}.get(unit, ())
    return Said(every=Every(unit=base, interval=interval * size), weekdays=days)


def _each(found: re.Match[str], now: datetime) -> Said | None:
    return _rhythm(found["unit"], 2 if found["other"] else int(found["count"] or 1))


def _each_nth(found: re.Match[str], now: datetime) -> Said | None:
    return _rhythm(found["unit"], int(found["count"]))


def _every_other(found: re.Match[str], now: datetime) -> Said | None:
    """`om de week` skips one, `om de twee weken` is the same."""
    return _rhythm(found["unit"], int(found["count"] or 2))


def _so_often_per(found: re.Match[str], now: datetime) -> Said | None:
    if int(found["times"]) != 1:
        raise CannotBe("when-which-days")
    return _rhythm(found["unit"], int(found["count"] or 1))


def _each_part(found: re.Match[str], now: datetime) -> Said:
    return Said(every=Every(unit=Unit.DAY), part=part_of(found))


def _each_what_follows(found: re.Match[str], now: datetime) -> Said:
    return Said(every=Every(unit=None))


def _times(found: re.Match[str], now: datetime) -> Said | None:
    return Said(times=int(found["times"])) if int(found["times"]) else None


def _lasting(found: re.Match[str], now: datetime) -> Said | None:
    return Said(lasting=Every(unit=_UNITS[found["unit"]][0], interval=int(found["count"])))


def _nth_weekday(found: re.Match[str], now: datetime) -> Said | None:
    days = WORKDAYS if found["day"] == "werkdag" else (WEEKDAYS.index(found["day"]),)
    nths = _numbers(found["nths"])
    if not all(n and -2 <= n <= (23 if days == WORKDAYS else 5) for n in nths):
        raise CannotBe("when-no-such-date", date=found[0])
    named = found.groupdict()
    every = Every(unit=Unit.MONTH) if named.get("each") else None
    return Said(
        ordinals=nths,
        weekdays=days,
        part=part_of(found),
        every=every,
        month=_month(found, now),
        of_month=named.get("of_month") is not None,
    )


def _month(found: re.Match[str], now: datetime) -> tuple[int, int | None] | None:
    if found["following"]:
        months = now.year * 12 + now.month
        return months % 12 + 1, months // 12
    if not found["month"]:
        return None
    return MONTHS.index(found["month"]) + 1, int(found["year"]) if found["year"] else None


def _month_days(found: re.Match[str], now: datetime) -> Said | None:
    days = _numbers(found["nths"])
    if not all(-2 <= day <= 31 and day for day in days):
        raise CannotBe("when-no-such-date", date=found[0])
    named = found.groupdict()
    every = Every(unit=Unit.MONTH) if named.get("each") else None
    return Said(month_days=days, every=every, of_month=named.get("of_month") is not None)


def _numbers(nths: str) -> tuple[int, ...]:
    last = {"laatste": -1, "voorlaatste": -2}
    found = re.findall(r"voorlaatste|laatste|\d+(?=e)", nths)
    numbers = {last[nth] if nth in last else int(nth) for nth in found}
    return tuple(sorted(numbers, key=lambda n: (n < 0, n)))


def _weekdays(found: re.Match[str], now: datetime) -> Said:
    days = sorted({WEEKDAYS.index(day) for day in re.findall(_DAY, found["days"])})
    return Said(weekdays=tuple(days), part=part_of(found))


def _weekday_range(found: re.Match[str], now: datetime) -> Said:
    first, last = WEEKDAYS.index(found["first"]), WEEKDAYS.index(found["last"])
    return Said(weekdays=tuple(sorted((first + n) % 7 for n in range((last - first) % 7 + 1))))


_DATE = rf"\d{{1,2}}e? ?(?:{'|'.join(MONTHS)})|\d{{1,2}}[-/]\d{{1,2}}"
_MEANINGS: tuple[tuple[re.Pattern[str], Meaning], ...] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (
            rf"(?P<times>\d{{1,3}}) ?(?:keer|x) (?:per|in de|in|1) (?:(?P<count>\d{{1,3}}) )?{_UNIT}{_ENDS}",
            _so_often_per,
        ),
        (r"(?:(?:in )?totaal |maximaal |hoogstens |max )?(?P<times>1) keer\b:?", _times),
        (rf"(?:(?:in )?totaal |maximaal |hoogstens |max )?(?P<times>\d{{1,3}}) ?(?:keer|x){_ENDS}", _times),
        (rf"(?:gedurende |for )?(?P<count>\d{{1,3}}) (?P<unit>dag|week|maand|jaar) lang{_ENDS}", _lasting),
        (rf"(?:de )?(?:komende|volgende) (?P<times>\d{{1,3}}) (?=elke {_DAY})", _times),
        (rf"(?:de )?(?:komende|volgende) (?P<count>\d{{1,3}}) (?P<unit>dag|week|maand|jaar){_ENDS}", _lasting),
        (rf"(?:gedurende|for) (?P<count>\d{{1,3}}) (?P<unit>dag|week|maand|jaar){_ENDS}", _lasting),
        (rf"elke {PART}{_ENDS}", _each_part),
        (rf"(?:elke )+(?:(?P<count>\d{{1,3}}) |(?P<other>andere ))?{_UNIT}{_ENDS}", _each),
        (rf"elke (?P<count>\d{{1,3}})e {_UNIT}{_ENDS}(?! van)", _each_nth),
        (rf"om (?:de|het) (?:(?P<count>\d{{1,3}}) |andere )?{_UNIT}{_ENDS}", _every_other),
        (rf"(?:elke )+(?=(?:de )?(?:{_NTH}|{_DAY}|{_DATE}))", _each_what_follows),
        (
            rf"{_NTHS} (?P<day>{_DAY}|werkdag)(?: {PART})?"
            rf"(?:(?P<of_month>{_OF_MONTH})|(?P<following> (?:van|in) (?:de )?volgende maand)"
            rf"|(?: (?:van|in) {MONTH}(?: (?P<year>\d{{4}}))?))?{_ENDS}",
            _nth_weekday,
        ),
        (rf"(?:de )?(?P<nths>(?:voor)?laatste) dag(?P<of_month>{_OF_MONTH})?{_ENDS}", _month_days),
        (rf"{_NTHS} dag(?P<of_month>{_OF_MONTH}){_ENDS}", _month_days),
        (rf"(?:de )?(?P<nths>{_DATES_IN_MONTH}){_NO_TAIL}(?P<of_month>{_OF_MONTH})?{_ENDS}", _month_days),
        (rf"(?P<first>{_DAY}) ?(?:t/m|-) ?(?P<last>{_DAY}){_ENDS}(?! ?(?:{_DATE}))", _weekday_range),
        (rf"{_DAYS}{_ENDS}", _weekdays),
    )
)
