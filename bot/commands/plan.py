"""`straatbot plan`: every message that would go out in a period, for people and for machines."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import click

from messages.content import Content
from messages.look_ahead import About, notices
from messages.plan import History, Planned, plan

SAID = {
    About.SAME_DAY: "has more than one thing on",
    About.HOLIDAY: "has something on a public holiday,",
    About.SCHOOL_HOLIDAY: "has something in a school holiday,",
    About.SAME_TEXT: "has had a text three times, and has it again on",
}
MOST_DAYS = 5


def planned(content: Content, history: History | None, first: date, last: date, street: str | None) -> list[Planned]:
    """By moment, then street, kind and item."""
    if street is not None and street not in content.streets:
        raise click.ClickException(f"--street: there is no street {street!r}")
    if street is not None:
        content = replace(content, streets={street: content.streets[street]})
    return plan(content, first, last, history=history)


def lines(planned: Iterable[Planned], content: Content, *, as_json: bool) -> Iterator[str]:
    """A line for each message."""
    for line in planned:
        zone = ZoneInfo(content.streets[line.street].timezone)
        yield _as_json(line, zone) if as_json else _in_words(line, zone)


def warnings(planned: Iterable[Planned], history: History | None) -> Iterator[str]:
    """A line for each thing to mind in a street, with the first of its days."""
    days: dict[tuple[str, About], dict[str, None]] = {}
    for notice in notices(planned, history.records if history else ()):
        day = f"{notice.day} ({notice.name})" if notice.name else f"{notice.day}"
        days.setdefault((notice.street, notice.about), {})[day] = None
    for (street, about), found in days.items():
        more = f" and {len(found) - MOST_DAYS} more" if len(found) > MOST_DAYS else ""
        yield f"warning: {street} {SAID[about]} {', '.join(list(found)[:MOST_DAYS])}{more}"


def _as_json(line: Planned, zone: ZoneInfo) -> str:
    return json.dumps(
        {
            "street": line.street,
            "kind": line.kind,
            "item": line.item,
            "due_at": _written(line.due_at, zone),
            "send_at": _written(line.send_at, zone),
            "wording": line.wording,
            "outcome": line.outcome,
            "reason": line.reason,
        },
        ensure_ascii=False,
    )


def _written(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return moment.astimezone(zone).isoformat() if moment else None


def _in_words(line: Planned, zone: ZoneInfo) -> str:
    due = line.due_at.astimezone(zone)
    text = f"{due:%a %Y-%m-%d %H:%M}  {line.street}  {line.kind} {line.item}"
    if line.send_at is None:
        return f"{text}  dropped: {line.reason}"
    if line.send_at != line.due_at:
        return f"{text}  goes at {line.send_at.astimezone(zone):%a %Y-%m-%d %H:%M} ({line.reason})"
    return text
