"""`/agenda`: what there is to do in a street; and how one meeting is described."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.asked import Asked
from handlers.commands import Command
from handlers.street_choice import ask_which_street
from handlers.whom import in_named_street
from messages.content import Content, Event
from messages.dates import short_moment
from messages.markup import escape
from messages.placeholders import fill
from messages.reply import Place, Reply, say
from messages.schedule import moments
from messages.street import Street
from storage import Store

LOOK_AHEAD = timedelta(days=90)
MOST_LISTED = 6


@dataclass(frozen=True, slots=True)
class Meeting:
    """One occurrence of an event; naive local times of the street."""

    event: Event
    starts_at: datetime
    ends_at: datetime | None


def list_events(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.EVENTS:
        return None
    asked = in_named_street(asked, store)
    if asked.street is None:
        return ask_which_street(asked, then="agenda")
    return list_meetings(asked, asked.street)


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


def list_meetings(asked: Asked, street: Street) -> Reply:
    meetings = coming(asked.content, street, asked.local_now.replace(tzinfo=None))[:MOST_LISTED]
    if not meetings:
        return say(asked.word("agenda-empty", street=street.name))
    lines = [f"- {in_a_line(meeting, asked.language)}" for meeting in meetings]
    return say(asked.word("agenda", street=street.name) + "\n\n" + "\n".join(lines))


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
