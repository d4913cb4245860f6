"""A scheduled message waits while neighbours are talking; a reminder shortly before an event does not."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from messages.content import Announcement, AtQuietHours, Event
from messages.deciding import Decided
from messages.plan import PlanKind, Planned, PlanOutcome
from messages.quiet_hours import is_quiet, start_of_quiet
from messages.street import Street

SILENCE = timedelta(minutes=5)
LONGEST_FOR_EVENT = timedelta(hours=6)
SHORTLY_BEFORE = timedelta(hours=3)
# It goes out so long before it would be too late, for it also has to be delivered.
IN_TIME = timedelta(minutes=1)
BUSY = "busy"


def is_talk(heard_at: datetime | None, now: datetime) -> bool:
    return heard_at is not None and heard_at + SILENCE > now


def waits_until(
    one: Decided, item: Announcement | Event, street: Street, heard_at: datetime | None, now: datetime
) -> datetime | None:
    """When to look again, or None where it need not wait. `heard_at`: when somebody last spoke in its groups."""
    if heard_at is None or not is_talk(heard_at, now) or one.line.send_at is None or one.line.send_at > now:
        return None
    until = min(heard_at + SILENCE, _latest(one))
    if not (isinstance(item, Announcement) and item.schedule.quiet_hours is AtQuietHours.SEND):
        until = _before_quiet(until, street)
    return until if until > now else None


def _latest(one: Decided) -> datetime:
    if one.line.kind is PlanKind.ANNOUNCEMENT:
        return one.expires_at - IN_TIME
    before = SHORTLY_BEFORE if one.line.kind is PlanKind.REMINDER else IN_TIME
    return min(one.acts_at + LONGEST_FOR_EVENT, one.expires_at - before)


def _before_quiet(until: datetime, street: Street) -> datetime:
    zone = ZoneInfo(street.timezone)
    local = until.astimezone(zone)
    if street.quiet_hours is None or not is_quiet(local, street.quiet_hours):
        return until
    return start_of_quiet(local, street.quiet_hours, zone) - IN_TIME


def having_waited(line: Planned, now: datetime) -> Planned:
    """What really happened to a message that had to wait."""
    if line.send_at is None or line.send_at > now:
        return line
    return line._replace(send_at=now.astimezone(line.due_at.tzinfo), outcome=PlanOutcome.MOVED, reason=BUSY)
