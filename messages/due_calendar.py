"""All that is due in a span of time, reckoned once for the streets that share a clock and quiet hours."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from messages.content import Announcement, Content, Event, Status
from messages.due import NIGHTS, Due, LocalHours, announcement_dues, event_dues
from messages.schedule import END_OF_TIME
from messages.street import Street

# Who finds a place in a week depends on that whole week, and on what moves into it from either side.
MARGIN = timedelta(days=14)
START_OF_TIME = datetime.combine(date.min, time.min) + MARGIN


@dataclass(slots=True, kw_only=True)
class DueCalendar:
    """Between two naive local times; what is due a few days outside them may be in it too."""

    content: Content
    since: datetime
    before: datetime
    _pages: dict[tuple[type, str, LocalHours], list[Due]] = field(default_factory=dict)

    @classmethod
    def around(cls, content: Content, begin: datetime, last: date) -> "DueCalendar":
        """From `begin` to the day `last`, and the weeks that bear upon them."""
        end = datetime.combine(last, time.min)
        return cls(
            content=content,
            since=max(begin, START_OF_TIME) - MARGIN,
            before=min(end, END_OF_TIME) + MARGIN,
        )

    @classmethod
    def spanning(cls, content: Content, after: datetime, until: datetime) -> "DueCalendar":
        """All that is due, or goes out, between two aware moments, and nothing of the weeks around them."""
        since, before = (moment.astimezone(UTC).replace(tzinfo=None) for moment in (after, until))
        return cls(content=content, since=since - NIGHTS, before=before + NIGHTS)

    def of(self, street: Street) -> Iterator[Due]:
        """In no particular order."""
        hours = LocalHours.of(street)
        items: tuple[Announcement | Event, ...] = (
            *self.content.announcements.values(),
            *self.content.events.values(),
        )
        for item in items:
            if item.status is Status.PUBLISHED and item.audience.includes(street):
                yield from self.page(item, hours)

    def page(self, item: Announcement | Event, hours: LocalHours) -> list[Due]:
        """Of one item, for the streets with these hours."""
        key = (type(item), item.id, hours)
        if key not in self._pages:
            if isinstance(item, Announcement):
                self._pages[key] = announcement_dues(item, hours, since=self.since, before=self.before)
            else:
                self._pages[key] = event_dues(item, hours, since=self.since, before=self.before)
        return self._pages[key]
