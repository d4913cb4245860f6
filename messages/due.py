"""What is due by rule and quiet hours alone: the same for all streets that share a clock and quiet hours."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from messages.content import Announcement, AtQuietHours, Event, LeadTime, Schedule
from messages.planned import About, PlanKind, PlanReason
from messages.quiet_hours import end_of_quiet, is_quiet, start_of_quiet
from messages.schedule import before_start, moments, resolve
from messages.street import QuietHours, Street

# A message goes at most one quiet night before or after its moment, or two where a zone skipped a day.
NIGHTS = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalHours:
    """What a street's clock and neighbours say."""

    zone: ZoneInfo
    quiet: QuietHours | None
    paused: bool = False

    @classmethod
    def of(cls, street: Street) -> "LocalHours":
        return cls(zone=ZoneInfo(street.timezone), quiet=street.quiet_hours, paused=street.paused)


class Due(NamedTuple):
    """One message before the street's own counting; `send_at` None is dropped, for `reason`.

    `instant` is `due_at` in UTC: times within one zone compare by the clock, wrongly when it is put back.
    `week` numbers the Monday-to-Sunday week of `send_at`, on the local calendar. There are many of these, and
    a named tuple is made in half the time of a frozen dataclass.
    """

    kind: PlanKind
    item: str
    instant: datetime
    due_at: datetime
    send_at: datetime | None
    reason: PlanReason | None
    week: int
    occurs_at: datetime | None = None

    @property
    def is_about(self) -> About:
        """What makes it a message of its own in its street."""
        return self.kind, self.item, self.instant, self.occurs_at

    def is_among(self, decided: Container[About]) -> bool:
        """An old decision does not say which occurrence it was about: then it was about all."""
        return self.is_about in decided or (*self.is_about[:3], None) in decided

    @property
    def acts_at(self) -> datetime:
        """When somebody has to know of it: when it is due, or earlier if it goes before quiet hours. UTC."""
        return min(self.instant, self.send_at.astimezone(UTC)) if self.send_at else self.instant


def week_of(moment: datetime) -> int:
    """The number of the ISO week of a local moment, counted from the first: 1 January 1 is a Monday."""
    return (moment.toordinal() - 1) // 7


def announcement_dues(announcement: Announcement, hours: LocalHours, *, since: datetime, before: datetime) -> list[Due]:
    """From `since` and before `before` (naive local). Two that a gap in the clock brings together are one."""
    schedule = announcement.schedule
    found: dict[datetime, Due] = {}
    for local in moments(schedule.starts_at, schedule.repeats, schedule.until, since=since, before=before):
        due_at = resolve(local, hours.zone)
        instant = due_at.astimezone(UTC)
        send_at, reason = _announced(schedule, due_at, hours)
        found[instant] = Due(
            kind=PlanKind.ANNOUNCEMENT,
            item=announcement.id,
            instant=instant,
            due_at=due_at,
            send_at=send_at,
            reason=reason,
            week=week_of(send_at or due_at),
        )
    return list(found.values())


def _announced(schedule: Schedule, due_at: datetime, hours: LocalHours) -> tuple[datetime | None, PlanReason | None]:
    if schedule.paused or hours.paused:
        return None, PlanReason.PAUSED
    if schedule.quiet_hours is AtQuietHours.SEND or not hours.quiet or not is_quiet(due_at, hours.quiet):
        return due_at, None
    if schedule.quiet_hours is AtQuietHours.DROP:
        return None, PlanReason.QUIET_HOURS
    end = end_of_quiet(due_at, hours.quiet, hours.zone)
    if end.astimezone(UTC) > due_at.astimezone(UTC) + schedule.expires_after:
        return None, PlanReason.EXPIRED
    return end, PlanReason.QUIET_HOURS


def event_dues(event: Event, hours: LocalHours, *, since: datetime, before: datetime) -> list[Due]:
    """All that is said before its occurrences and may be due from `since` and before `before` (naive local).

    Every occurrence has its own, also where two of them come to the same moment; leads that do are one.
    """
    leads = _leads(event)
    longest = max((_reach(lead) for _, lead in leads), default=NIGHTS)
    found: dict[tuple[PlanKind, datetime, datetime], Due] = {}
    for start in moments(event.starts_at, event.repeats, since=since, before=before + longest):
        for kind, lead in leads:
            due = _before(event, start, kind, lead, hours)
            found.setdefault((kind, due.instant, start), due)
    return list(found.values())


def _leads(event: Event) -> list[tuple[PlanKind, LeadTime]]:
    announced = [(PlanKind.EVENT, lead) for lead in event.announce]
    return announced + [(PlanKind.REMINDER, lead) for lead in event.reminders]


def _reach(lead: LeadTime) -> timedelta:
    return timedelta(days=lead.days) + lead.elapsed + NIGHTS


def _before(event: Event, start: datetime, kind: PlanKind, lead: LeadTime, hours: LocalHours) -> Due:
    due_at = before_start(start, lead, hours.zone)
    instant = due_at.astimezone(UTC)
    send_at, reason = (None, PlanReason.PAUSED) if event.paused or hours.paused else _told(due_at, start, hours)
    return Due(
        kind=kind,
        item=event.id,
        instant=instant,
        due_at=due_at,
        send_at=send_at,
        reason=reason,
        week=week_of(send_at or due_at),
        occurs_at=start,
    )


def _told(due_at: datetime, start: datetime, hours: LocalHours) -> tuple[datetime, PlanReason | None]:
    if not hours.quiet or not is_quiet(due_at, hours.quiet):
        return due_at, None
    send_at = _out_of_quiet(due_at, hours.quiet, resolve(start, hours.zone), hours.zone)
    moved = send_at.astimezone(UTC) != due_at.astimezone(UTC)
    return send_at, PlanReason.QUIET_HOURS if moved else None


def _out_of_quiet(due_at: datetime, quiet: QuietHours, start: datetime, zone: ZoneInfo) -> datetime:
    """After quiet hours if that is still before the start, else when they begin."""
    end = end_of_quiet(due_at, quiet, zone)
    return end if end.astimezone(UTC) < start.astimezone(UTC) else start_of_quiet(due_at, quiet, zone)
