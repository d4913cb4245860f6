"""The coming meetings of a street, and how one is described."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from messages.content import Content, Event
from messages.dates import short_moment
from messages.markup import escape
from messages.placeholders import fill
from messages.reply import Place
from messages.schedule import moments
from messages.street import Street

LOOK_AHEAD = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One occurrence of an event; naive local times of the street."""

    event: Event
    starts_at: datetime
    ends_at: datetime | None


def coming(content: Content, street: Street, now: datetime) -> list[Meeting]:
    """The street's meetings that have not ended yet, soonest first; `now` is naive local time."""
    found = [
        meeting
        for event in content.events.values()
        if event.audience.includes(street)
        for meeting in _meetings(event, now)
    ]
    return sorted(found, key=lambda meeting: (meeting.starts_at, meeting.event.id))


def described(meeting: Meeting, street: Street, language: str) -> str:
    """An event in full: what, when, where, and what it is about."""
    event = meeting.event
    when = short_moment(meeting.starts_at, meeting.ends_at, language)
    lines = [f"**{escape(event.title)}**", when]
    if event.place:
        lines.append(escape(", ".join(filter(None, (event.place.name, event.place.address)))))
    text = fill(event.text, street, language).strip()
    return "\n".join(lines) + (f"\n\n{text}" if text else "")


def in_a_line(meeting: Meeting, language: str) -> str:
    place = f", {escape(meeting.event.place.name)}" if meeting.event.place else ""
    when = short_moment(meeting.starts_at, meeting.ends_at, language)
    return f"**{escape(meeting.event.title)}**: {when}{place}"


def places(event: Event) -> tuple[Place, ...]:
    return (event.place,) if event.place and event.place.lat is not None else ()


def _meetings(event: Event, now: datetime) -> Iterator[Meeting]:
    length = event.ends_at - event.starts_at if event.ends_at else timedelta(hours=1)
    for start in moments(event.starts_at, event.repeats, since=now - length, before=now + LOOK_AHEAD):
        if start + length > now:
            yield Meeting(event, start, start + length if event.ends_at else None)
