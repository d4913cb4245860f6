"""From what was said to the moments that it may mean, and what to ask when that is more than one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from messages.rule import RuleError
from messages.schedule import check_rule
from messages.spoken.bounds import last_date
from messages.spoken.calendar_dates import replace_weekday
from messages.spoken.clock_times import DAY, end_meant, minutes_meant, usual_times
from messages.spoken.counted_days import bare_weekday
from messages.spoken.rule_parts import Meant, first_of, rhythm_of, rules_meant
from messages.spoken.said import CannotBe, Clock, Day, Every, Question, Said, Unit

_BEDTIME = 23 * 60  # a range of hours that may be of the morning is not meant to end later


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One of the meanings; `path` says which day, rule and time of those possible it takes."""

    starts_at: datetime
    ends_at: datetime | None = None
    repeats: str | None = None
    until: date | None = None
    times: int | None = None
    path: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    meanings: tuple[Meaning, ...]
    question: Question | None = None
    about_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Time:
    """Minutes from the start of the day; from 1440 on of the next."""

    start: int
    end: int | None = None


def settle(said: Said, now: datetime, *, by_month: bool, at: time | None = None) -> Settled:
    """`at` is taken where no time was said. Raises CannotBe when nothing is left."""
    if said.instant:
        return Settled(meanings=(Meaning(starts_at=said.instant),))
    if at and not said.clock and not said.part:
        said = replace(said, clock=Clock(hour=at.hour, minute=at.minute))
    times, time_question = _times(said)
    every = rhythm_of(said, by_month=by_month)
    if every:
        return _repeating(said, every, times, time_question, now)
    return _once(said, times, time_question, now)


def _times(said: Said) -> tuple[list[_Time], Question | None]:
    if not said.clock:
        minutes, question = usual_times(said.part)
        return [_Time(start=start) for start in minutes], question
    starts, asked = minutes_meant(said.clock, said.part)
    times = [_Time(start=start, end=end_meant(start, said.clock)) for start in starts]
    possible = [found for found in times if found.end is not None or not said.clock.end]
    if not possible:
        raise CannotBe("when-end-before-start", time=said.clock.said)
    early = [found for found in possible if not found.end or found.end <= _BEDTIME]
    return (early or possible) if asked else possible, asked


def _once(said: Said, times: list[_Time], asked: Question | None, now: datetime) -> Settled:
    day = _day(said, now)
    found = []
    for n, when in enumerate(day.dates if day else (now.date(),)):
        for m, at in enumerate(times):
            start = _moment(when, at.start)
            if start <= now and not day:
                start += timedelta(days=1)
            if start > now:
                found.append(Meaning(starts_at=start, ends_at=_end(start, at), path=(n, 0, m)))
    if not found:
        raise CannotBe("when-past", date=day.dates[-1] if day else now.date())
    return _settled(found, (day.question if day else None, None, asked))


def _day(said: Said, now: datetime) -> Day | None:
    """None where only a time was said: then it is the next such time."""
    if said.day:
        weekday = said.weekdays[0] if said.weekdays else None
        if weekday is None or said.day.dates[0].weekday() == weekday:
            return said.day
        return replace_weekday(said.day.dates[0], weekday, now.date())
    if said.ordinals or said.month_days:
        found = first_of(said, now)
        if not found:
            raise CannotBe("when-never")
        return Day(dates=(found,))
    return bare_weekday(said.weekdays[0], now) if said.weekdays else None


def _repeating(said: Said, every: Every, times: list[_Time], asked: Question | None, now: datetime) -> Settled:
    rules, rule_question = rules_meant(said, every)
    begin = said.since or (said.day if not _is_in_rule(said, every) else None)
    found = []
    for n, start in enumerate(begin.dates if begin else (None,)):
        for k, rule in enumerate(rules):
            for m, at in enumerate(_of_one_day(times, every)):
                meaning = _from_start(said, rule, at, start, now)
                found.append(replace(meaning, path=(n, k, m)))
    return _settled(found, (begin.question if begin else None, rule_question, asked))


def _is_in_rule(said: Said, every: Every) -> bool:
    """A date without a year is the day itself of a yearly rule; any other date is where a rule begins."""
    return every.unit is Unit.YEAR and said.day is not None and said.day.named is not None


def _of_one_day(times: list[_Time], every: Every) -> list[_Time]:
    """A rule cannot be on the night after its day; each day at 24.00 is each day at 0.00."""
    same_day = [at for at in times if at.start < DAY]
    if same_day:
        return same_day
    if every.unit is not Unit.DAY:
        raise CannotBe("when-no-such-time", time="24.00")
    return [_Time(start=at.start - DAY, end=at.end - DAY if at.end else None) for at in times]


def _from_start(said: Said, rule: Meant, at: _Time, start: date | None, now: datetime) -> Meaning:
    clock = time(*divmod(at.start, 60))
    soonest = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    floor = max(soonest, datetime.combine(start, time())) if start else soonest
    first = rule.first(floor, clock, day_was_said=start is not None)
    if not first:
        raise CannotBe("when-never")
    if start and not rule.days and first.date() != max(start, now.date()):
        raise CannotBe("when-past", date=start)
    repeats, until = rule.text(first.date()), last_date(said, first.date())
    try:
        check_rule(first, repeats, until)
    except RuleError as error:
        raise CannotBe("when-never") from error
    return Meaning(starts_at=first, ends_at=_end(first, at), repeats=repeats, until=until, times=said.times)


def _moment(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _end(start: datetime, at: _Time) -> datetime | None:
    return start + timedelta(minutes=at.end - at.start) if at.end is not None else None


def _settled(found: Iterable[Meaning], questions: tuple[Question | None, ...]) -> Settled:
    meanings = tuple(_different(found))
    for place, question in enumerate(questions):
        several = len({meaning.path[place] for meaning in meanings}) > 1
        if question and (several or question.always):
            return Settled(meanings=meanings, question=question, about_time=place == len(questions) - 1)
    return Settled(meanings=meanings[:1])


def _different(found: Iterable[Meaning]) -> Iterator[Meaning]:
    seen = set()
    for meaning in found:
        without_path = replace(meaning, path=(0, 0, 0))
        if without_path not in seen:
            seen.add(without_path)
            yield meaning
