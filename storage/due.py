"""When each schedule has its next moment in each street, so that a look costs the same however many there are."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Update, and_, bindparam, case, func, literal, or_, select, tuple_, update

from messages.content import Announcement, Content, Event, Status
from messages.planned import PlanKind
from messages.street import Street
from storage.bulk import execute_all
from storage.memory import Memory
from storage.prepared import Prepared
from storage.sql import insert_once
from storage.tables import Moment, due, occurrences

# How long a moment may have been due before its item came: the clock looks every second, but may be held up.
MARGIN = timedelta(minutes=1)
MADE = "due_made"
AT_ONCE = 500
KEY = ("street", "kind", "item")
CHANGES = ("next_at", "since", "waiting", "sent")
# Made once: making a query takes longer than executing it.
SOONEST = select(due.c.next_at).where(due.c.next_at.is_not(None)).order_by(due.c.next_at).limit(1)
TO_DECIDE = Prepared(
    lambda dialect: (
        select(due)
        .where(due.c.next_at <= bindparam("now", type_=Moment))
        .order_by(due.c.next_at)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
    )
)


class DueRow(NamedTuple):
    """One schedule in one street. `since` is before `next_at` while it waits for neighbours who are talking."""

    street: str
    kind: str
    item: str
    next_at: datetime | None
    since: datetime
    waiting: bool
    sent: int


class DueTable:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_at(self) -> datetime | None:
        """When the clock has to look again."""
        moment: datetime | None = self._connection.scalar(SOONEST)
        return moment

    def take(self, now: datetime, limit: int) -> list[DueRow]:
        """What there is to decide now, soonest first, and for nobody else until this is committed."""
        return self._counted(TO_DECIDE.rows(self._connection, now=now, most=limit))

    def of_streets(self, streets: Sequence[str]) -> dict[str, list[DueRow]]:
        """All rows of the streets; without those of which another process is deciding a part."""
        if not streets:
            return {}
        mine = due.c.street.in_(streets)
        found: dict[str, list[DueRow]] = {}
        for row in self._counted(self._connection.execute(select(due).where(mine).with_for_update(skip_locked=True))):
            found.setdefault(row.street, []).append(row)
        counts = self._connection.execute(select(due.c.street, func.count()).where(mine).group_by(due.c.street))
        return {street: found[street] for street, count in counts if len(found.get(street, ())) == count}

    def settle(self, rows: Iterable[DueRow]) -> None:
        """Keep what is next, and how often was sent."""
        names = (*(f"this_{name}" for name in KEY), *(f"new_{name}" for name in CHANGES))
        execute_all(self._connection, "settle due", _settling, names, list(rows))

    def touch(self, changed: Iterable[tuple[str, str]], content: Content, now: datetime) -> None:
        """Look again at the rows of what has changed, by kind and id, and make those that are new.

        What was due before the change is nobody's business, unless only the street has changed.
        """
        came = now - MARGIN
        for kind, id_ in changed:
            if kind == "street":
                self._again(due.c.street == id_, came, keep=or_(due.c.waiting, due.c.next_at < came))
                street = content.streets.get(id_)
                self._add(_pairs([street] if street else [], _items(content)), came)
            elif kind in ("announcement", "event"):
                self._again(and_(due.c.kind == kind, due.c.item == id_), came, keep=due.c.waiting)
                items = [item for item in _items(content) if item.id == id_ and _kind(item) == kind]
                self._add(_pairs(content.streets.values(), items), came)

    @property
    def is_made(self) -> bool:
        return Memory(self._connection).get(MADE) is not None

    def make(self, content: Content, since: datetime) -> None:
        """Once, in a database from before this table: all rows, of which nothing after `since` was decided."""
        self._add(_pairs(content.streets.values(), _items(content)), since)
        Memory(self._connection).set(MADE, since.isoformat())

    def _again(self, these: Any, came: datetime, *, keep: Any) -> None:
        since = case((keep, due.c.since), else_=literal(came, Moment()))
        self._connection.execute(update(due).where(these).values(next_at=came, since=since))

    def _add(self, pairs: Iterable[tuple[str, str, str]], came: datetime) -> None:
        fresh = {"next_at": came, "since": came, "waiting": False, "sent": None}
        rows = [{"street": street, "kind": kind, "item": item, **fresh} for street, kind, item in pairs]
        for first in range(0, len(rows), AT_ONCE):
            self._connection.execute(insert_once(self._connection, due), rows[first : first + AT_ONCE])

    def _counted(self, found: Iterable[Any]) -> list[DueRow]:
        rows = [DueRow._make(row) for row in found]
        if all(row.sent is not None for row in rows):
            return rows
        counts = self._sent([row for row in rows if row.sent is None])
        return [
            row if row.sent is not None else row._replace(sent=counts.get((row.street, row.item), 0)) for row in rows
        ]

    def _sent(self, rows: Sequence[DueRow]) -> dict[tuple[str, str], int]:
        """How often announcements were really sent that may have been here before."""
        pair = tuple_(occurrences.c.street, occurrences.c.item)
        pairs = [(row.street, row.item) for row in rows if row.kind == PlanKind.ANNOUNCEMENT]
        sent = (occurrences.c.kind == PlanKind.ANNOUNCEMENT, occurrences.c.send_at.is_not(None))
        query = select(occurrences.c.street, occurrences.c.item, func.count()).where(*sent, pair.in_(pairs))
        grouped = query.group_by(occurrences.c.street, occurrences.c.item)
        return {(street, item): count for street, item, count in self._connection.execute(grouped)} if pairs else {}


def _settling() -> Update:
    this = (due.c[name] == bindparam(f"this_{name}", type_=due.c[name].type) for name in KEY)
    changes = {name: bindparam(f"new_{name}", type_=due.c[name].type) for name in CHANGES}
    return update(due).where(*this).values(changes)


def _items(content: Content) -> list[Announcement | Event]:
    items: list[Announcement | Event] = [*content.announcements.values(), *content.events.values()]
    return [item for item in items if item.status is Status.PUBLISHED]


def _kind(item: Announcement | Event) -> str:
    return "announcement" if isinstance(item, Announcement) else "event"


def _pairs(streets: Iterable[Street], items: Iterable[Announcement | Event]) -> Iterable[tuple[str, str, str]]:
    items = list(items)
    return ((street.id, _kind(item), item.id) for street in streets for item in items if item.audience.includes(street))
