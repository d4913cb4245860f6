"""`straatbot plan`: every message that would go out in a period, for people and for machines."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import click

from messages.content import Content
from messages.plan import History, Planned, plan


def lines(
    content: Content, history: History | None, first: date, last: date, street: str | None, *, as_json: bool
) -> Iterator[str]:
    """A line for each message, by moment, then street, kind and item."""
    if street is not None and street not in content.streets:
        raise click.ClickException(f"--street: there is no street {street!r}")
    if street is not None:
        content = replace(content, streets={street: content.streets[street]})
    for line in plan(content, first, last, history=history):
        zone = ZoneInfo(content.streets[line.street].timezone)
        yield _as_json(line, zone) if as_json else _in_words(line, zone)


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
