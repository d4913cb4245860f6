"""What was decided about each due moment: one row each, so that a moment is decided once."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from messages.plan import History, PlanKind, Planned, PlanOutcome
from storage.bulk import insert_all_once
from storage.memory import Memory
from storage.sql import insert_once
from storage.tables import occurrences

DECIDED_UNTIL = "decided_until"
COLUMNS = ("street", "kind", "item", "due_at", "occurs_at", "send_at", "outcome", "reason", "wording")
NUMBERED = [occurrences.c[name] for name in ("key", "street", "kind", "item", "due_at", "occurs_at")]
LAST = select(func.max(occurrences.c.key))
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


class Occurrences:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, planned: Planned) -> int | None:
        """Keep the decision and number it; None when this moment was decided before, perhaps elsewhere."""
        return self.record_all([planned])[0]

    def record_all(self, lines: Sequence[Planned]) -> Sequence[int | None]:
        """Keep the decisions and number them; None where one was made before."""
        if not lines:
            return []
        numbered = self._numbered_by_one_writer if self._connection.dialect.name == "sqlite" else self._numbered
        return numbered(lines)

    def _numbered(self, lines: Sequence[Planned]) -> Sequence[int | None]:
        statement = insert_once(self._connection, occurrences).returning(*NUMBERED)
        rows = [dict(zip(COLUMNS, _values(line), strict=True)) for line in lines]
        return _numbers(lines, self._connection.execute(statement, rows))

    def _numbered_by_one_writer(self, lines: Sequence[Planned]) -> Sequence[int | None]:
        """In a third of the time: where nobody else writes, the new rows are those after the last one, in order."""
        last = self._connection.scalar(LAST) or 0
        made = insert_all_once(self._connection, occurrences, COLUMNS, [_values(line) for line in lines])
        if made == len(lines):
            return range(last + 1, last + 1 + len(lines))
        return _numbers(lines, self._connection.execute(select(*NUMBERED).where(occurrences.c.key > last)))

    def recent(self, streets: Sequence[str], since: datetime) -> dict[str, list[Planned]]:
        """What was decided of moments from `since` on, by street."""
        found: dict[str, list[Planned]] = {street: [] for street in streets}
        these = (occurrences.c.street.in_(streets), occurrences.c.due_at >= since)
        for row in self._connection.execute(select(occurrences).where(*these)):
            found[row.street].append(_planned(row))
        return found

    def history(self, street: str | None = None) -> History:
        """What really happened, in one street or in all, and until when all has been decided."""
        query = select(occurrences).order_by(occurrences.c.due_at, occurrences.c.key)
        if street is not None:
            query = query.where(occurrences.c.street == street)
        records = [_planned(row) for row in self._connection.execute(query)]
        return History(decided_until=self.decided_until() or BEGINNING, records=records)

    def decided_until(self) -> datetime | None:
        """Up to when every due moment has been decided; None when the clock has never run."""
        text = Memory(self._connection).get(DECIDED_UNTIL)
        return datetime.fromisoformat(text) if text else None

    def all_decided_until(self, moment: datetime) -> None:
        Memory(self._connection).set(DECIDED_UNTIL, moment.isoformat())


def _decision(line: Planned) -> tuple[str, str, str, datetime, str]:
    """What makes a decision one of its own."""
    return line.street, line.kind, line.item, line.due_at.astimezone(UTC), _written(line.occurs_at)


def _numbers(lines: Sequence[Planned], rows: Iterable[Row[Any]]) -> list[int | None]:
    found = {(row.street, row.kind, row.item, row.due_at, row.occurs_at): row.key for row in rows}
    return [found.get(_decision(line)) for line in lines]


def _values(line: Planned) -> list[Any]:
    return [
        line.street,
        line.kind,
        line.item,
        line.due_at,
        _written(line.occurs_at),
        line.send_at,
        line.outcome,
        line.reason,
        line.wording,
    ]


def _written(occurs_at: datetime | None) -> str:
    return occurs_at.isoformat() if occurs_at else ""


def _planned(row: Row[Any]) -> Planned:
    return Planned(
        street=row.street,
        kind=PlanKind(row.kind),
        item=row.item,
        due_at=row.due_at,
        send_at=row.send_at,
        outcome=PlanOutcome(row.outcome),
        reason=row.reason,
        wording=row.wording,
        occurs_at=datetime.fromisoformat(row.occurs_at) if row.occurs_at else None,
    )
