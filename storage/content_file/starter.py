"""The content that a new installation begins with; its demo events lie in the days after today."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import messages.starter
from messages.content import Announcement, Content, Event, LeadTime
from messages.schedule import moments, resolve
from storage.content_file.examined import read_content

FOLDER = Path(messages.starter.__file__).parent
DEMO = FOLDER / "demo.yaml"
# What a change of may have them read otherwise.
READERS = (*FOLDER.parent.glob("*.py"), *Path(__file__).parent.glob("*.py"))
# The Monday that the dates in demo.yaml were written for.
WRITTEN_FOR = date(2026, 11, 23)
SHOWN_FIRST = "warmtescan-wandeling"
REPEATED = "demo-herhaling"


def starter_content(now: datetime) -> Content:
    """All of it as of `now`: a newcomer soon sees an event announced, and a message repeated."""
    return _as_of(now, read_content(FOLDER))


def demo_content(now: datetime) -> Content:
    """Only what of it depends on `now`: the streets, and what happens there."""
    return _as_of(now, read_content(DEMO))


def edition() -> str:
    """The same as long as neither the files change nor what reads them; ten times as quick as reading them."""
    files = [*sorted(FOLDER.rglob("*.yaml")), *sorted(READERS)]
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _as_of(now: datetime, content: Content) -> Content:
    street = content.streets["lindelaan"]
    local = now.astimezone(ZoneInfo(street.timezone)).replace(tzinfo=None, second=0, microsecond=0)
    weeks = timedelta(weeks=(local.date() - WRITTEN_FOR).days // 7)
    events = {event.id: _moved(event, weeks, local) for event in content.events.values()}
    soon = local + timedelta(minutes=1)
    events[SHOWN_FIRST] = _announced_at(events[SHOWN_FIRST], soon, ZoneInfo(street.timezone))
    announcements = dict(content.announcements)
    announcements[REPEATED] = _starting_at(announcements[REPEATED], soon + timedelta(minutes=1))
    return replace(content, events=events, announcements=announcements)


def _moved(event: Event, by: timedelta, now: datetime) -> Event:
    """A repeating event goes on to its next moment, so that it still fits its rule; others move by whole weeks."""
    length = event.ends_at - event.starts_at if event.ends_at else None
    coming = moments(event.starts_at, event.repeats, since=now, before=now + timedelta(days=400))
    start = next(coming, event.starts_at) if event.repeats else event.starts_at + by
    return replace(event, starts_at=start, ends_at=start + length if length else None)


def _announced_at(event: Event, moment: datetime, zone: ZoneInfo) -> Event:
    """The event with one more announcement, at this local moment."""
    before = resolve(event.starts_at, zone).astimezone(UTC) - resolve(moment, zone).astimezone(UTC)
    return replace(event, announce=(LeadTime(elapsed=before), *event.announce))


def _starting_at(announcement: Announcement, moment: datetime) -> Announcement:
    return replace(announcement, schedule=replace(announcement.schedule, starts_at=moment))
