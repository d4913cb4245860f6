"""What is decided now: of one schedule, or of a street's week as a whole, settled by the same code as the plan."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from messages.content import Announcement, AtQuietHours, Content, Event, Order
from messages.due import Due, LocalHours
from messages.due_calendar import MARGIN, DueCalendar
from messages.ledger import Ledger
from messages.plan import next_act, planned_line, settled
from messages.planned import About, PlanKind, Planned, PlanReason
from messages.quiet_hours import end_of_quiet, is_quiet
from messages.schedule import resolve
from messages.street import Street

# Less than this is not late: what was due is then said as planned.
LATE = timedelta(minutes=1)
A_DAY = timedelta(days=1)


class Turn(NamedTuple):
    """One schedule in one street: what acts before `since` has been decided, and it was sent `sent` times."""

    item: Announcement | Event
    since: datetime
    sent: int


class Decided(NamedTuple):
    """`missed`: it is dropped because nobody was there in time."""

    line: Planned
    acts_at: datetime
    expires_at: datetime
    missed: bool


class _Page(NamedTuple):
    acting: list[tuple[datetime, Due]]
    next_at: datetime | None


class Lookout:
    """What there is to decide at `now`, of what acts from `since` on; reckoned once for streets that are alike."""

    def __init__(self, content: Content, since: datetime, now: datetime) -> None:
        self.content = content
        self.now = now
        self._soon = DueCalendar.spanning(content, since, now + A_DAY)
        # Who finds a place depends on the whole of a week, and on what moves into it from the one before.
        self._weeks = DueCalendar.spanning(content, since - MARGIN, now + MARGIN)
        self._pages: dict[tuple[int, int], _Page] = {}
        self._decided: dict[tuple[int, int, datetime, int, str], list[Decided]] = {}
        self._hours: dict[tuple[str, object, bool], LocalHours] = {}
        self._by_street: dict[str, LocalHours] = {}

    def next_at(self, street: Street, turn: Turn) -> datetime | None:
        """When there is next something to decide; None where the schedule is over."""
        if isinstance(turn.item, Announcement) and turn.item.schedule.times is not None:
            return None if turn.sent >= turn.item.schedule.times else self._page(street, turn.item).next_at
        return self._page(street, turn.item).next_at

    def of_one(self, street: Street, turn: Turn) -> list[Decided]:
        """Where the street has no weekly limit, each schedule is by itself; streets that are alike share it."""
        schedule = turn.item.schedule if isinstance(turn.item, Announcement) else None
        own = street.id if schedule and schedule.order is Order.SHUFFLED else ""
        key = id(turn.item), id(self._local(street)), turn.since, turn.sent, own
        found = self._decided.get(key)
        if found is None:
            dues = [due for acts_at, due in self._page(street, turn.item).acting if acts_at >= turn.since]
            found = self._decided[key] = self._settle(street, dues, [turn], ()) if dues else []
        return [one if one.line.street == street.id else _in(street, one) for one in found]

    def of_street(self, street: Street, turns: Sequence[Turn], recent: Sequence[Planned]) -> list[Decided]:
        """All of a street's schedules share its places; `recent` is what was decided in the weeks that matter."""
        hours = self._local(street)
        known = {line.is_about for line in recent}
        dues = [
            due
            for turn in turns
            for due in self._weeks.page(turn.item, hours)
            if due.acts_at >= turn.since and not due.is_among(known)
        ]
        return self._settle(street, dues, turns, recent)

    def _settle(
        self, street: Street, dues: list[Due], turns: Sequence[Turn], recent: Sequence[Planned]
    ) -> list[Decided]:
        zone = self._local(street).zone
        announcements = {turn.item.id: turn.item for turn in turns if isinstance(turn.item, Announcement)}
        sent = {turn.item.id: turn.sent for turn in turns if isinstance(turn.item, Announcement)}
        in_time, missed = self._in_time(street, dues, announcements)
        ledger = Ledger.resumed(street, announcements, sent, recent)
        decided = [
            Decided(
                planned_line(street, due, reason, wording),
                due.acts_at,
                expires_at(due, announcements.get(due.item), zone),
                due.is_about in missed,
            )
            for due, reason, wording in settled(in_time, ledger)
            if due.acts_at <= self.now
        ]
        return sorted(decided, key=lambda one: one.acts_at) if len(decided) > 1 else decided

    def _in_time(
        self, street: Street, dues: list[Due], announcements: dict[str, Announcement]
    ) -> tuple[list[Due], set[About]]:
        """After downtime: the last of what was missed goes if it is still of use, but not at night."""
        if not any(due.send_at and due.acts_at < self.now - LATE for due in dues):
            return dues, set()
        acting = [due for due in dues if due.send_at and due.acts_at <= self.now]
        last = {_about(due): due for due in sorted(acting, key=lambda due: due.instant)}
        kept: list[Due] = []
        missed: set[About] = set()
        for due in dues:
            after = due
            if due.send_at and due.acts_at < self.now - LATE:
                is_last = last[_about(due)] is due
                after = self._late(street, due, announcements.get(due.item)) if is_last else _dropped(due)
            if after is not due and after.reason is PlanReason.EXPIRED:
                missed.add(due.is_about)
            kept.append(after)
        return kept, missed

    def _late(self, street: Street, due: Due, announcement: Announcement | None) -> Due:
        zone = self._local(street).zone
        latest, local = expires_at(due, announcement, zone), self.now.astimezone(zone)
        send_at = max(due.send_at or local, local, key=lambda moment: moment.astimezone(UTC))
        policy = announcement.schedule.quiet_hours if announcement else AtQuietHours.MOVE
        if send_at > local or policy is AtQuietHours.SEND or not is_quiet(local, street.quiet_hours):
            return _dropped(due) if send_at > latest else due
        if policy is AtQuietHours.DROP or street.quiet_hours is None:
            return due._replace(send_at=None, reason=PlanReason.QUIET_HOURS)
        end = end_of_quiet(local, street.quiet_hours, zone)
        return due._replace(send_at=end, reason=PlanReason.QUIET_HOURS) if end < latest else _dropped(due)

    def _page(self, street: Street, item: Announcement | Event) -> _Page:
        hours = self._local(street)
        key = id(item), id(hours)
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._reckoned(item, hours)
        return page

    def _reckoned(self, item: Announcement | Event, hours: LocalHours) -> _Page:
        timed = [(due.acts_at, due) for due in self._soon.page(item, hours)]
        coming = min((acts_at for acts_at, _ in timed if acts_at > self.now), default=None)
        is_soon = coming is not None and coming <= self.now + A_DAY
        acting = [(acts_at, due) for acts_at, due in timed if acts_at <= self.now]
        return _Page(acting, coming if is_soon else next_act(item, hours, self.now))

    def _local(self, street: Street) -> LocalHours:
        found = self._by_street.get(street.id)
        if found is None:
            key = street.timezone, street.quiet_hours, street.paused
            found = self._hours.get(key) or self._hours.setdefault(key, LocalHours.of(street))
            self._by_street[street.id] = found
        return found


def expires_at(due: Due, announcement: Announcement | None, zone: ZoneInfo) -> datetime:
    """Until when it makes sense to send this. Aware."""
    if due.occurs_at is not None or announcement is None:
        return resolve(due.occurs_at or due.due_at.replace(tzinfo=None), zone)
    return due.instant + announcement.schedule.expires_after


def _about(due: Due) -> tuple[bool, str, datetime | None]:
    return due.kind is PlanKind.ANNOUNCEMENT, due.item, due.occurs_at


def _dropped(due: Due) -> Due:
    return due._replace(send_at=None, reason=PlanReason.EXPIRED)


def _in(street: Street, one: Decided) -> Decided:
    """The same in another street; `_replace` takes three times as long."""
    return Decided(Planned(street.id, *one.line[1:]), one.acts_at, one.expires_at, one.missed)
