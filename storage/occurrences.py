"""What was decided about each due moment: one row each, so that a moment is decided once."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from messages.plan import History, PlanKind, Planned, PlanOutcome
from storage.memory import Memory
from storage.sql import insert_once
from storage.tables import occurrences

DECIDED_UNTIL = "decided_until"
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


class Occurrences:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, planned: Planned) -> int | None:
        """Keep the decision and number it; None when this moment was decided before, perhaps elsewhere."""
        row = {
            "street": planned.street,
            "kind": planned.kind,
            "item": planned.item,
            "due_at": planned.due_at,
            "send_at": planned.send_at,
            "outcome": planned.outcome,
            "reason": planned.reason,
            "wording": planned.wording,
        }
        statement = insert_once(self._connection, occurrences, row).returning(occurrences.c.key)
        key: int | None = self._connection.scalar(statement)
        return key

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
    )
