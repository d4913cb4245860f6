"""What one street has been sent: it settles places in a week, how often is enough, and whose turn it is."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from messages.content import Announcement
from messages.due import Due, week_of
from messages.planned import PlanKind, Planned
from messages.street import Street
from messages.wording_order import wording_index

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True, kw_only=True)
class Ledger:
    """`over_since` holds the announcements that have been sent as often as they should, and since when."""

    street: Street
    announcements: Mapping[str, Announcement]
    places: Counter[int] = field(default_factory=Counter)
    sent: Counter[str] = field(default_factory=Counter)
    over_since: dict[str, datetime] = field(default_factory=dict)

    @classmethod
    def opened(cls, street: Street, announcements: Mapping[str, Announcement], records: Iterable[Planned]) -> "Ledger":
        """From all that was ever sent."""
        records = list(records)
        sent = Counter(one.item for one in records if one.send_at and one.kind is PlanKind.ANNOUNCEMENT)
        return cls.resumed(street, announcements, sent, records)

    @classmethod
    def resumed(
        cls,
        street: Street,
        announcements: Mapping[str, Announcement],
        sent: Mapping[str, int],
        recent: Iterable[Planned] = (),
    ) -> "Ledger":
        """From how often each announcement was sent, and what was sent in the weeks that matter."""
        ledger = cls(street=street, announcements=announcements, sent=Counter(sent))
        zone = ZoneInfo(street.timezone)
        for record in recent:
            if record.send_at and record.kind is not PlanKind.REMINDER:
                ledger.places[week_of(record.send_at.astimezone(zone))] += 1
        for id_, announcement in announcements.items():
            ledger._close_if_done(id_, announcement.schedule.times, LONG_AGO)
        return ledger

    def is_over(self, due: Due) -> bool:
        """Whether its schedule ended before this moment."""
        ended = self.over_since.get(due.item) if due.kind is PlanKind.ANNOUNCEMENT else None
        return ended is not None and ended < due.instant

    def has_place(self, due: Due) -> bool:
        limit = self.street.weekly_limit
        return limit is None or due.kind is PlanKind.REMINDER or self.places[due.week] < limit

    def send(self, due: Due) -> int | None:
        """Books it and says in which wording it goes; None for an event, which has but one."""
        earlier = self.sent[due.item]
        self._book(due.kind, due.item, due.week)
        if due.kind is not PlanKind.ANNOUNCEMENT:
            return None
        announcement = self.announcements[due.item]
        self._close_if_done(due.item, announcement.schedule.times, due.instant)
        return wording_index(announcement, self.street.id, earlier)

    def _book(self, kind: PlanKind, item: str, week: int) -> None:
        if kind is not PlanKind.REMINDER:
            self.places[week] += 1
        if kind is PlanKind.ANNOUNCEMENT:
            self.sent[item] += 1

    def _close_if_done(self, item: str, times: int | None, since: datetime) -> None:
        if times is not None and self.sent[item] >= times:
            self.over_since.setdefault(item, since)
