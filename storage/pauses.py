"""What is paused, by scope: one item, one street, or everything; and what already waited to go out."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, delete, or_, select, true, update

from messages.content import Content
from messages.delivery import NEVER_SAID, NOT_GONE, DeliveryState
from messages.plan import PlanKind, PlanOutcome
from storage.content_log import Author
from storage.delivery_rows import is_open
from storage.sql import insert_once
from storage.tables import deliveries, due, occurrences, pauses

# How long a delivery may have been under way: older ones say nothing about what waits now.
UNDER_WAY_FOR = timedelta(days=14)
NEVER_SENT = (*NOT_GONE, *NEVER_SAID)
AT_ONCE = 500


class Scope(NamedTuple):
    """`kind` is all, street, announcement or event."""

    kind: str
    id: str = ""


EVERYTHING = Scope("all")


class Pauses:
    """`changed` makes it known that the content is another now."""

    def __init__(self, connection: Connection, changed: Callable[[], None]) -> None:
        self._connection = connection
        self._changed = changed

    def all(self) -> set[Scope]:
        return {Scope(row.kind, row.id) for row in self._connection.execute(select(pauses.c.kind, pauses.c.id))}

    def begin(self, scope: Scope, by: Author, now: datetime) -> bool:
        """False when it was paused already."""
        row = {"kind": scope.kind, "id": scope.id, "since": now, "by_hash": by.mark}
        begun = bool(self._connection.execute(insert_once(self._connection, pauses, row)).rowcount)
        if begun:
            self._look_again(scope, next_at=now)
        return begun

    def end(self, scope: Scope, now: datetime) -> bool:
        """False when it was not paused. What was due meanwhile is nobody's business any more."""
        this = (pauses.c.kind == scope.kind, pauses.c.id == scope.id)
        ended = bool(self._connection.execute(delete(pauses).where(*this)).rowcount)
        if ended:
            self._look_again(scope, next_at=now, since=now, waiting=False)
        return ended

    def forget(self, mark: str) -> None:
        """The pause stays; who began it goes."""
        self._connection.execute(update(pauses).where(pauses.c.by_hash == mark).values(by_hash=""))

    def drop_waiting(self, scope: Scope, reason: str, now: datetime) -> int:
        """Drop what was decided and has not gone out yet; how many messages to a street that were."""
        of_occurrence = or_(deliveries.c.cause.like("occurrence:%"), deliveries.c.cause.like("relay:%"))
        these = and_(is_open, deliveries.c.state.in_(NOT_GONE))
        query = select(deliveries.c.key, deliveries.c.cause).where(these, of_occurrence)
        waiting: dict[int, list[int]] = {}
        for key, cause in self._connection.execute(query):
            waiting.setdefault(_number(cause), []).append(key)
        stopped = self._among(waiting, scope)
        dropped = [key for number in stopped for key in waiting[number]]
        values = {"state": DeliveryState.DROPPED, "error": reason, "settled_at": now}
        for keys in _in_parts(dropped):
            self._connection.execute(update(deliveries).where(deliveries.c.key.in_(keys)).values(values))
        self._undo(set(stopped) - self._sent(now), reason)
        return len(stopped)

    def _among(self, numbers: Iterable[int], scope: Scope) -> list[int]:
        found: list[int] = []
        for keys in _in_parts(list(numbers)):
            query = select(occurrences.c.key).where(occurrences.c.key.in_(keys), _within(scope))
            found += self._connection.scalars(query)
        return found

    def _sent(self, now: datetime) -> set[int]:
        """The occurrences that somebody has had."""
        these = (deliveries.c.state.not_in(NEVER_SENT), deliveries.c.made_at > now - UNDER_WAY_FOR)
        causes = self._connection.scalars(select(deliveries.c.cause).where(*these))
        return {_number(cause) for cause in causes if cause.startswith(("occurrence:", "relay:"))}

    def _undo(self, numbers: Collection[int], reason: str) -> None:
        """What nobody has had was not sent, and does not count for `times`."""
        values = {"outcome": PlanOutcome.DROPPED, "reason": reason, "send_at": None, "wording": None}
        for keys in _in_parts(list(numbers)):
            these = occurrences.c.key.in_(keys)
            pairs = self._connection.execute(select(occurrences.c.street, occurrences.c.item).where(these)).all()
            self._connection.execute(update(occurrences).where(these).values(values))
            for street, item in pairs:
                counted = and_(due.c.street == street, due.c.kind == "announcement", due.c.item == item)
                self._connection.execute(update(due).where(counted).values(sent=None))

    def _look_again(self, scope: Scope, **values: Any) -> None:
        self._connection.execute(update(due).where(_rows_within(scope)).values(values))
        self._changed()


def with_pauses(content: Content, paused: Collection[Scope]) -> Content:
    """The same content, in which what is paused says so."""
    if not paused:
        return content
    streets = {
        id_: replace(street, paused=EVERYTHING in paused or Scope("street", id_) in paused)
        for id_, street in content.streets.items()
    }
    events = {id_: replace(item, paused=Scope("event", id_) in paused) for id_, item in content.events.items()}
    announcements = dict(content.announcements)
    for kind, id_ in paused:
        item = announcements.get(id_) if kind == "announcement" else None
        if item:
            announcements[id_] = replace(item, schedule=replace(item.schedule, paused=True))
    return replace(content, streets=streets, events=events, announcements=announcements)


def _rows_within(scope: Scope) -> Any:
    if scope.kind == "street":
        return due.c.street == scope.id
    return true() if scope == EVERYTHING else and_(due.c.kind == scope.kind, due.c.item == scope.id)


def _within(scope: Scope) -> Any:
    if scope.kind == "street":
        return occurrences.c.street == scope.id
    kinds = (PlanKind.ANNOUNCEMENT,) if scope.kind == "announcement" else (PlanKind.EVENT, PlanKind.REMINDER)
    return true() if scope == EVERYTHING else and_(occurrences.c.kind.in_(kinds), occurrences.c.item == scope.id)


def _number(cause: str) -> int:
    """Which occurrence a delivery is of: `occurrence:12:7`, `relay:12:7:how`."""
    return int(cause.split(":")[1])


def _in_parts(keys: list[int]) -> Iterable[list[int]]:
    return (keys[first : first + AT_ONCE] for first in range(0, len(keys), AT_ONCE))
