"""What goes out when: pure, and the one place that `plan` and `run` both ask."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from messages.content import Announcement, Content, Event
from messages.due import Due, LocalHours
from messages.due_calendar import DueCalendar
from messages.ledger import Ledger
from messages.planned import History, PlanKind, Planned, PlanOutcome, PlanReason
from messages.street import Street

__all__ = [
    "History",
    "PlanKind",
    "PlanOutcome",
    "PlanReason",
    "Planned",
    "next_act",
    "plan",
    "plan_street",
    "planned_line",
    "settled",
]


def plan(content: Content, first: date, last: date, *, history: History | None = None) -> list[Planned]:
    """All that is due from `first` to `last`, both included, each by the date in its street's own zone.

    Without a history the past is what the rules alone would have sent, from each schedule's start.
    """
    return _plan(content.streets.values(), content, first, last, history)


def plan_street(
    street: Street, content: Content, first: date, last: date, *, history: History | None = None
) -> list[Planned]:
    """The same for one street."""
    return _plan([street], content, first, last, history)


def next_act(item: Announcement | Event, hours: LocalHours, after: datetime) -> datetime | None:
    """When, after `after` and within eleven years, there is first something to decide about an item. UTC.

    That is where a message is due, or where it goes out before quiet hours. It may yet be dropped.
    """
    for days in (1, 8, 64, 512, 4096):
        until = after + timedelta(days=days)
        dues = DueCalendar.spanning(Content(), after, until).page(item, hours)
        soonest = min((due.acts_at for due in dues if due.acts_at > after), default=None)
        if soonest and soonest <= until:
            return soonest
    return None


def _plan(
    streets: Iterable[Street], content: Content, first: date, last: date, history: History | None
) -> list[Planned]:
    begin = history.decided_until.replace(tzinfo=None) if history else _start_of_memory(content, first)
    calendar = DueCalendar.around(content, begin, last)
    records = _by_street(history)
    lines = (
        line
        for street in streets
        for line in _lines(street, calendar, first, last, history, records.get(street.id, ()))
    )
    return sorted(lines, key=_in_order)


def _start_of_memory(content: Content, first: date) -> datetime:
    """From when on the past counts: the start of the oldest schedule that remembers what it has sent."""
    begin = datetime.combine(first, time.min)
    for announcement in content.announcements.values():
        if announcement.schedule.times is not None or len(announcement.wordings) > 1:
            begin = min(begin, announcement.schedule.starts_at)
    return begin


def _by_street(history: History | None) -> dict[str, list[Planned]]:
    found: dict[str, list[Planned]] = {}
    for record in history.records if history else ():
        found.setdefault(record.street, []).append(record)
    return found


def _in_order(line: Planned) -> tuple[datetime, str, str, str]:
    return line.due_at.astimezone(UTC), line.street, line.kind, line.item


def _lines(
    street: Street,
    calendar: DueCalendar,
    first: date,
    last: date,
    history: History | None,
    records: Sequence[Planned],
) -> Iterator[Planned]:
    """What was said and will be said in one street, in no particular order."""
    zone = ZoneInfo(street.timezone)
    dues = calendar.of(street)
    if history:
        dues = _undecided(dues, history.decided_until, records)
    for record in records:
        line = record._replace(
            due_at=record.due_at.astimezone(zone),
            send_at=record.send_at.astimezone(zone) if record.send_at else None,
        )
        if first <= line.due_at.date() <= last:
            yield line
    ledger = Ledger.opened(street, calendar.content.announcements, records)
    for due, reason, wording in settled(dues, ledger):
        if first <= due.due_at.date() <= last:
            yield planned_line(street, due, reason, wording)


def _undecided(dues: Iterable[Due], decided_until: datetime, records: Iterable[Planned]) -> Iterator[Due]:
    decided = {record.is_about for record in records}
    for due in dues:
        if due.instant > decided_until and not due.is_among(decided):
            yield due


def settled(dues: Iterable[Due], ledger: Ledger) -> Iterator[tuple[Due, PlanReason | None, int | None]]:
    """Each message with the reason why it is dropped, if it is, and its wording.

    A schedule that ends by its `times` ends with a message that was sent. So those to send are settled
    first, week by week; what was dropped for other reasons counts for nothing, and only has to come before.
    """
    to_send: list[Due] = []
    dropped: list[Due] = []
    for due in dues:
        (to_send if due.send_at else dropped).append(due)
    for due in sorted(to_send, key=_place_in_line):
        if ledger.is_over(due):
            continue
        if ledger.has_place(due):
            yield due, None, ledger.send(due)
        else:
            yield due, PlanReason.WEEKLY_LIMIT, None
    for due in dropped:
        if not ledger.is_over(due):
            yield due, due.reason, None


def _place_in_line(due: Due) -> tuple[int, bool, datetime, str]:
    return due.week, due.kind is not PlanKind.EVENT, due.instant, due.item


def planned_line(street: Street, due: Due, dropped: PlanReason | None, wording: int | None) -> Planned:
    arrives = PlanOutcome.MOVED if due.reason else PlanOutcome.SEND
    return Planned(
        street=street.id,
        kind=due.kind,
        item=due.item,
        due_at=due.due_at,
        send_at=None if dropped else due.send_at,
        outcome=PlanOutcome.DROPPED if dropped else arrives,
        reason=dropped or due.reason,
        wording=wording,
        occurs_at=due.occurs_at,
    )
