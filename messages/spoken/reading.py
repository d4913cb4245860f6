"""Reads what an organiser types in one line: when, and what to say then."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from itertools import islice
from typing import TypeVar

from messages.content import Schedule
from messages.dates import clock
from messages.schedule import moments
from messages.spoken.answers import Choice, Doubt, NotUnderstood, Order, When
from messages.spoken.describing import describe
from messages.spoken.labels import moment_label, written
from messages.spoken.line import Line
from messages.spoken.narrowing import EXCEPT, exception, refuse_narrowed, refuse_vague
from messages.spoken.pieces import Run, read_run, runs_in
from messages.spoken.said import CannotBe, Said, together
from messages.spoken.settling import Meaning, Settled, settle

Answer = TypeVar("Answer", Order, When)

_COMMAND = re.compile(
    r"[ \"'(]*(?:(?:stuur|plaats|zeg|herhaal|plan|zet|meld|post|deel|bericht|nieuw|graag|send|say|repeat|remind us|"
    r"wil je|kun je|dit)\b[: ]*)*"
)
_SEPARATOR = re.compile(r"[ \t]*[:,;.|)–—-]*[ \t]*\n*")
_QUOTED = re.compile(r"""["“”'‘’]([^"“”]*)["“”'‘’]""", re.DOTALL)
_BOUND = re.compile(r"[ ,(]*(?:in|tijdens|gedurende|van|vanaf|tot|t/m|sinds|voor|na|op|om|uit)(?![a-z])")
_AT_ONCE = re.compile(r"(?:nu|direct|meteen|gelijk|now)(?: (?:meteen|direct))?(?=[ ,.]*(?:\Z|[\n:\"“]))")
_COLON = re.compile(r":(?=\s|$)")
_SEAM = " \t,;–—-"
_LONGEST_HEAD = 60  # characters: a colon further on belongs to the text
_LONGEST_TAIL = 120  # the same for when, where it comes after the text
_COMPACT = re.compile(r"\d{4}\Z")
_HALF = ("when-several-days", "when-several-times")
_LASTS = re.compile(r"(?:duurt|duur|duren|ca\.?|circa|ongeveer|lasts)[ :]*\Z")


def read_order(text: str, now: datetime, language: str = "nl") -> Order | Doubt[Order] | NotUnderstood:
    """`elke 1e dinsdag om 19.00: tip van de maand`; `now` is naive local time, `language` that of the labels."""
    try:
        said, message = _order(Line(text), now)
        settled = settle(said, now, by_month=True)
    except CannotBe as error:
        return NotUnderstood(reason=error.reason, values=written(error.values, language, now))

    def order(meaning: Meaning) -> Order:
        schedule = Schedule(
            starts_at=meaning.starts_at, repeats=meaning.repeats, until=meaning.until, times=_more_than_once(meaning)
        )
        return Order(schedule=schedule, text=message)

    return _answer(settled, order, now, language)


def read_when(
    text: str, now: datetime, language: str = "nl", *, at: time | None = None
) -> When | Doubt[When] | NotUnderstood:
    """When something is, said anywhere in a line. `at` is the time of day where none is said."""
    line = Line(text)
    try:
        said, runs = _anywhere(line, now)
        settled = settle(said, now, by_month=False, at=at)
    except CannotBe as error:
        return NotUnderstood(reason=error.reason, values=written(error.values, language, now))
    rest = _without(line, runs)

    def when(meaning: Meaning) -> When:
        return When(starts_at=meaning.starts_at, ends_at=meaning.ends_at, repeats=_whole_rule(meaning), rest=rest)

    return _answer(settled, when, now, language)


def _answer(
    settled: Settled, meant: Callable[[Meaning], Answer], now: datetime, language: str
) -> Answer | Doubt[Answer]:
    if not settled.question:
        return meant(settled.meanings[0])
    return Doubt(
        question=settled.question.key,
        values=written(settled.question.values, language, now),
        choices=tuple(
            Choice(label=_label(meaning, settled, now, language), answer=meant(meaning)) for meaning in settled.meanings
        ),
    )


def _label(meaning: Meaning, settled: Settled, now: datetime, language: str) -> str:
    if not meaning.repeats:
        return moment_label(meaning.starts_at, meaning.ends_at, language, now)
    if settled.about_time:
        return clock(meaning.starts_at, meaning.ends_at, language)
    schedule = Schedule(starts_at=meaning.starts_at, repeats=meaning.repeats, until=meaning.until, times=meaning.times)
    return describe(schedule, language, now)


def _more_than_once(meaning: Meaning) -> int | None:
    return meaning.times if meaning.repeats else None


def _whole_rule(meaning: Meaning) -> str | None:
    """With its end in it. A rule takes no COUNT besides an UNTIL, so then the moments are counted."""
    if not meaning.repeats or not (meaning.times or meaning.until):
        return meaning.repeats
    if not meaning.times:
        return f"{meaning.repeats};UNTIL={meaning.until:%Y%m%d}"
    times = meaning.times
    if meaning.until:
        start, end = meaning.starts_at, datetime.combine(meaning.until, time.max)
        times = len(list(islice(moments(start, meaning.repeats, since=start, before=end), times)))
    return f"{meaning.repeats};COUNT={times}"


def _order(line: Line, now: datetime) -> tuple[Said, str]:
    """When comes first, or last after the text."""
    command = _COMMAND.match(line.text)
    begin = command.end() if command else 0
    if at_once := _AT_ONCE.match(line.text, begin):
        instant = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
        run: Run | None = Run(said=Said(instant=instant), start=begin, end=at_once.end())
    else:
        run = read_run(line, begin, now)
    if run and (run.said.names_a_day or run.said.names_a_time):
        return run.said, _text_after(line, run, now)
    if run and (run.said.times or run.said.until):
        raise CannotBe("when-which-rhythm")
    tail = max(0, len(line.text) - _LONGEST_TAIL)
    last = [found for found in runs_in(line, now, tail) if isinstance(found, Run)][-1:]
    if last and last[0].said.names_a_day and not line.text[last[0].end :].strip(" .!)\"'"):
        refuse_narrowed(line, last[0].said, [(last[0].start, last[0].end)])
        return last[0].said, _trimmed(line.typed[: line.begin(last[0].start)].rstrip(" ,;:–—-"))
    raise CannotBe("when-nothing-found")


def _text_after(line: Line, run: Run, now: datetime) -> str:
    """Words between when and the colon that are not understood could change its meaning."""
    after = line.text[run.end :]
    colon = _COLON.search(after, 0, _LONGEST_HEAD)
    if EXCEPT.match(after) or (colon and colon.start() and (_BOUND.match(after) or not run.said.names_a_time)):
        end = run.end + (colon.start() if colon else min(len(after), _LONGEST_HEAD))
        words = line.original(run.end, end).strip(" ,;:")
        if words.strip("()-–—. "):
            raise exception(words)
    typed = line.typed[line.end(run.end) :]
    if colon and colon.start() and _another_day(line, run.end, now):
        raise CannotBe("when-several-days")
    separator = _SEPARATOR.match(typed)
    return _trimmed(typed[separator.end() :] if separator else typed)


def _another_day(line: Line, at: int, now: datetime) -> bool:
    more = read_run(line, at, now)
    return more is not None and more.said.names_a_day


def _trimmed(text: str) -> str:
    text = text.strip()
    quoted = _QUOTED.fullmatch(text)
    return quoted[1].strip() if quoted else text


def _anywhere(line: Line, now: datetime) -> tuple[Said, list[Run]]:
    """The first day with a time, or the first day and the time nearest after it, or before."""
    found = list(runs_in(line, now))
    runs = [run for run in found if isinstance(run, Run)]
    days = [run for run in runs if run.said.names_a_day and not _is_weak(line, run)]
    with_time = [run for run in days if run.said.names_a_time]
    for error in found:
        if isinstance(error, CannotBe) and (not with_time or error.reason in _HALF):
            raise error
    if not days:
        refuse_vague(line)
        raise CannotBe("when-no-day" if any(run.said.clock for run in runs) else "when-nothing-found")
    main = (with_time or days)[0]
    said, used = main.said, [main]
    for run in _that_belong_to(main, runs, line):
        both = together(said, run.said)
        if both:
            said, used = both, [*used, run]
    refuse_narrowed(line, said, [(run.start, run.end) for run in used])
    return said, used


def _that_belong_to(main: Run, runs: list[Run], line: Line) -> Iterator[Run]:
    """A time elsewhere in the line, and the end of what repeats."""
    clocks = [run for run in runs if run.said.clock and not run.said.names_a_day and not _only_looks_so(line, run)]
    if not main.said.names_a_time:
        yield from ([run for run in clocks if run.start >= main.end] or clocks[::-1])[:1]
    if main.said.every:
        yield from (run for run in runs if run.said.until and not run.said.names_a_day and not run.said.clock)


def _is_weak(line: Line, run: Run) -> bool:
    """Two letters ("do", "ma") or a part of the day, without a time: words that say other things as well."""
    said = run.said
    if said.names_a_time or said.day or said.every:
        return False
    if said.weekdays and not said.ordinals:
        return len(line.original(run.start, run.end).strip(" .,()").split()[-1]) < len("zondag")
    return not said.ordinals and not said.of_month


def _only_looks_so(line: Line, run: Run) -> bool:
    """A number of four digits alone, or how long something takes."""
    clock_said = run.said.clock.said if run.said.clock else ""
    alone = bool(_COMPACT.fullmatch(clock_said)) and line.original(run.start, run.end).strip(" ,(") == clock_said
    return alone or bool(_LASTS.search(line.text, max(0, run.start - 20), run.start))


def _without(line: Line, runs: list[Run]) -> str:
    """The line without what was understood, cleaned of what is left at the seams."""
    kept, last = [], 0
    for run in sorted(runs, key=lambda found: found.start):
        kept.append(line.typed[last : line.begin(run.start)])
        last = line.end(run.end)
    kept.append(line.typed[last:])
    rest = kept[0]
    for after in kept[1:]:
        before = rest.rstrip(_SEAM + "(")
        comma = "," in rest[len(before) :] or after.lstrip(" )").startswith(",")
        piece = after.lstrip(_SEAM + (")" if after.count(")") > after.count("(") else ""))
        before = before.rstrip(":") if piece[:1] in (".", "!", "?") else before
        joint = "" if not before or not piece or piece[0] in ".:!?\n" else ", " if comma else " "
        rest = before + joint + piece
    return re.sub(r"[ \t]{2,}", " ", rest.strip(" \t\n:,;–—-"))
