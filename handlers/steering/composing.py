"""From one typed line to what it may be: a message or an event, each as a content file would have it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from handlers.steering.recognising import LONGEST_LINE, QUOTES, text_of, without_announcing
from messages.content import Schedule
from messages.spoken import Doubt, NotUnderstood, Order, When, read_order, read_when
from messages.spoken.labels import moment_label
from messages.wording import label

LONGEST_TITLE = 60  # characters; what is longer is more likely a message
LONGEST_PLACE = 60
THIS_EVENING, IN_THE_MORNING = time(19), time(9)
MESSAGE, EVENT = "announcement", "event"

_SENTENCE = re.compile(r"[.!?](\s|$)")
_RESERVE = re.compile(r"[,;]?\s*\breserve(?:datum)?\b:?\s+([^,;\n]+)", re.IGNORECASE)
_AT = re.compile(r"(?:start|locatie|plek|plaats|in|bij|op)\b:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One meaning: `written` has all but the id and the streets."""

    label: str
    kind: str
    written: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """One option, or several with the question (a key of the wordings) that chooses between them."""

    options: tuple[Option, ...]
    question: str = ""
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WhichKind:
    """It may be a message as well as an event: somebody has to say."""


def compose(line: str, now: datetime, language: str, kind: str | None = None) -> Composed | WhichKind | NotUnderstood:
    """`kind` when somebody has said which it is."""
    line, reserve = _without_reserve(line[:LONGEST_LINE], now)
    activity = without_announcing(line)
    order, when = read_order(line, now, language), read_when(activity, now, language)
    kind = kind or (EVENT if activity != line else _kind(line, order, when))
    if kind is None:
        return WhichKind()
    found: Any = order if kind == MESSAGE else when
    if isinstance(found, NotUnderstood):
        return found
    if isinstance(found, Doubt):
        options = tuple(
            Option(label=choice.label, kind=kind, written=_written(choice.answer, reserve)) for choice in found.choices
        )
        return Composed(options=options, question=found.question, values=found.values)
    return Composed(options=(Option(label="", kind=kind, written=_written(found, reserve)),), values={})


def ask_when(text: str, now: datetime, language: str) -> Composed:
    """A message of which nobody said when it goes: now, this evening, tomorrow morning, or as they type it."""
    today, tomorrow = now.date(), now.date() + timedelta(days=1)
    soon = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    later = (datetime.combine(today, THIS_EVENING), datetime.combine(tomorrow, IN_THE_MORNING))
    moments = {label(language, "new-now"): soon}
    moments |= {moment_label(moment, None, language, now): moment for moment in later if moment > soon}
    return Composed(
        options=tuple(
            Option(label=name, kind=MESSAGE, written=_message(Order(schedule=Schedule(starts_at=moment), text=text)))
            for name, moment in moments.items()
        ),
        question="new-when",
        values={},
    )


def _without_reserve(line: str, now: datetime) -> tuple[str, str]:
    """A day in reserve is told to people, and is no second day of the event."""
    reserve = _RESERVE.search(line)
    reserve = None if reserve and isinstance(read_when(reserve[1], now), NotUnderstood) else reserve
    return (line[: reserve.start()] + line[reserve.end() :], reserve[1].strip()) if reserve else (line, "")


def _kind(line: str, order: object, when: object) -> str | None:
    """A colon after the when, or a text in quotes, makes a message; a title before or around it an event."""
    if isinstance(order, NotUnderstood):
        return EVENT if order.reason == "when-nothing-found" else MESSAGE
    text = text_of(order)
    before = line[: line.rfind(text)] if text else line
    if not before.strip(f" {QUOTES}"):  # the title comes first
        return EVENT if len(text) <= LONGEST_TITLE and not _SENTENCE.search(text) else None
    if not text or before.rstrip(f" {QUOTES}").endswith((":", "\n")) or before[-1] in QUOTES:
        return MESSAGE
    return EVENT if _has_end(when) else None


def _has_end(when: object) -> bool:
    answer = when.choices[0].answer if isinstance(when, Doubt) else when
    return isinstance(answer, When) and answer.ends_at is not None


def _written(answer: Order | When, reserve: str) -> dict[str, Any]:
    return _message(answer) if isinstance(answer, Order) else _event(answer, reserve)


def _message(order: Order) -> dict[str, Any]:
    schedule = order.schedule
    written = {
        "starts_at": _moment(schedule.starts_at),
        "repeats": schedule.repeats,
        "until": schedule.until and schedule.until.isoformat(),
        "times": schedule.times,
    }
    return {"wordings": [order.text], "schedule": {name: value for name, value in written.items() if value}}


def _event(when: When, reserve: str) -> dict[str, Any]:
    title, place, text = _parts(when.rest)
    text = "\n\n".join(filter(None, (text, f"Reserve: {reserve}." if reserve else "")))
    written = {
        "title": title[:1].upper() + title[1:],
        "starts_at": _moment(when.starts_at),
        "ends_at": when.ends_at and _moment(when.ends_at),
        "repeats": when.repeats,
        "text": text,
        "place": {"name": place} if place else None,
    }
    return {name: value for name, value in written.items() if value or name == "title"}


def _parts(rest: str) -> tuple[str, str, str]:
    """`warmtescan, De Linde. Neem je rekening mee.` is a title, a place and a text."""
    title, _, after = re.sub(r":\s*,", ",", rest).partition(",") if "," in rest else rest.partition("\n")
    first, stop, text = _sentence(after.strip())
    place = _AT.sub("", first, count=1) if _AT.match(first) else first
    if not first or len(place) > LONGEST_PLACE:
        return title.strip(" :."), "", after.strip()
    return title.strip(" :."), place.strip(" ,."), text.strip(" ,") if stop else ""


def _sentence(text: str) -> tuple[str, str, str]:
    found = re.search(r"[.\n,]\s+|[.\n]\Z", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
