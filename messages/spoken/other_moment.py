"""Another moment for what has one already: `om 8 uur`, `zaterdag`, `do 17`, `een week later`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from messages.dates import clock
from messages.spoken.answers import Choice, Doubt, NotUnderstood, When
from messages.spoken.counted_days import later
from messages.spoken.labels import moment_label, written
from messages.spoken.line import Line
from messages.spoken.reading import read_when
from messages.spoken.vocabulary import WEEKDAYS

_BY = r"(?P<count>\d{1,3}) (?P<unit>minuut|uur|dag|week|maand)"
_SHIFTED = re.compile(
    rf"(?:met )?{_BY} (?:(?P<on>later|naar achteren|opgeschoven|uitgesteld|doorgeschoven)|"
    r"(?P<back>eerder|vroeger|naar voren|earlier))[ .!]*"
)
# Without its month: "do 17", "de 31e", "donderdag 17e om 20.00"; "donderdag 17 uur" is a time.
_NAME = r"(?P<weekday>(?:ma|di|wo|do|vr|za|zo)(?:[a-z]*dag)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[.,]? "
_TIME = r"(?P<time>$|[ ,]+(?:om |at )?(?:\d{1,2}[.:u]|half |kwart ).*)"
_WEEKDAY_AND_DAY = re.compile(
    rf"(?:(?:op|naar) )?(?:{_NAME}(?:de |the )?|(?:de |the )?(?=\d+(?:e|ste|th)\b))"
    rf"(?P<day>\d{{1,2}})(?:e|ste|th|st|nd|rd)?{_TIME}",
    re.IGNORECASE,
)
_FROM = r"(?:(?:om|van|vanaf|rond) )?(?:half|kwart|\d{1,2}(?:[.:uh]| uur| tot))"
_BARE_WEEKDAY = re.compile(
    rf"(?:(?:op|naar|de) )*(?P<weekday>{'|'.join(WEEKDAYS)})"
    rf"(?P<rest>(?: (?:ochtend|middag|avond|nacht))?(?:[ ,]+{_FROM}.*)?)[ .!]*"
)
Read = When | Doubt[When] | NotUnderstood


def read_other_moment(said: str, old: datetime, now: datetime, language: str = "nl") -> Read:
    """What is not said stays: the day of `old` where only a time is, its time where only a day is."""
    if moved := _shifted(said, old):
        return moved if moved.starts_at > now else _past(moved, language, now)
    if dates := _near(said, old, now):
        return _on_one_of(dates, said, old, now, language)
    said = _with_month(said, old, now)
    read = read_when(said, now, language, at=old.time())
    if not isinstance(read, NotUnderstood) or read.reason != "when-no-day":
        return read
    same_day = read_when(f"{old:%d-%m-%Y} {said}", now, language)
    return _only_times(same_day, language) if isinstance(same_day, Doubt) else same_day


def _shifted(said: str, old: datetime) -> When | None:
    found = _SHIFTED.fullmatch(Line(said.strip()).text)
    if not found:
        return None
    way, count, unit = (1 if found["on"] else -1), int(found["count"]), found["unit"]
    if unit in ("uur", "minuut"):
        return When(starts_at=old + way * timedelta(minutes=count * (60 if unit == "uur" else 1)))
    return When(starts_at=datetime.combine(later(old.date(), way * count, unit), old.time()))


def _near(said: str, old: datetime, now: datetime) -> list[date]:
    """A bare weekday is near the old date, the nearest first; `komende vrijdag` is counted from today."""
    found = _BARE_WEEKDAY.fullmatch(Line(said.strip()).text)
    if not found:
        return []
    ahead = (WEEKDAYS.index(found["weekday"]) - old.weekday()) % 7
    possible = sorted((ahead, ahead - 7), key=abs) if ahead else [0]
    dates = [old.date() + timedelta(days=days) for days in possible]
    coming = [one for one in dates if one > now.date()]
    is_clear = len(coming) == 2 and coming[0].isocalendar()[:2] == old.date().isocalendar()[:2]
    return coming[:1] if is_clear else coming


def _on_one_of(dates: Sequence[date], said: str, old: datetime, now: datetime, language: str) -> Read:
    found = _BARE_WEEKDAY.fullmatch(Line(said.strip()).text)
    rest = found["rest"] if found else ""
    read = [read_when(f"{day:%d-%m-%Y}{rest}", now, language, at=old.time()) for day in dates]
    sure = [one for one in read if isinstance(one, When)]
    if len(sure) < 2:
        return read[0]
    choices = (Choice(label=moment_label(one.starts_at, one.ends_at, language, now), answer=one) for one in sure)
    return Doubt(question="doubt-which-week", values={"said": said.strip()}, choices=tuple(choices))


def _past(when: When, language: str, now: datetime) -> NotUnderstood:
    return NotUnderstood(reason="when-past", values=written({"date": when.starts_at.date()}, language, now))


def _only_times(doubt: Doubt[When], language: str) -> Doubt[When]:
    """Each choice by its time alone: the day is not in doubt."""
    named = (replace(one, label=clock(one.answer.starts_at, None, language)) for one in doubt.choices)
    return replace(doubt, choices=tuple(named))


def _with_month(said: str, old: datetime, now: datetime) -> str:
    """A weekday with a bare number is in the month of the old date; in the next where that is past."""
    found = _WEEKDAY_AND_DAY.fullmatch(said)
    if not found:
        return said
    is_past = (old.year, old.month, int(found["day"])) < (now.year, now.month, now.day)
    year, month = (old.year + old.month // 12, old.month % 12 + 1) if is_past else (old.year, old.month)
    return f"{found['weekday'] or ''} {found['day']}-{month}-{year}{found['time']}"
