"""The clock was set back, perhaps while nobody ran: what waits by what it said before need not wait that long."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, or_, select, update

from messages.delivery import DeliveryState, Urgency
from storage.delivery_rows import is_open
from storage.tables import deliveries

# Of what may have arrived, what has been decided is not looked at for years; else it is within the hour.
SOON = timedelta(days=1)
MOMENTS = ("not_before", "due_at", "expires_at", "made_at", "settled_at")
_ROWS = select(deliveries.c.key, deliveries.c.state, deliveries.c.urgency, *(deliveries.c[name] for name in MOMENTS))
_MOVE = (
    update(deliveries)
    .where(deliveries.c.key == bindparam("this"))
    .values({name: bindparam(f"new_{name}") for name in MOMENTS})
)


def let_go(connection: Connection, now: datetime) -> int:
    """Move all that was made, or tried, later than `now`; how many deliveries that were."""
    later = or_(deliveries.c.made_at > now, deliveries.c.settled_at > now)
    waits = deliveries.c.state.in_((DeliveryState.WAITING, DeliveryState.UNKNOWN))
    query = _ROWS.where(is_open, waits, later, deliveries.c.not_before > now).with_for_update(skip_locked=True)
    moved = [(row.key, new) for row in connection.execute(query) if (new := _sooner(row, now))]
    if moved:
        rows = [{"this": key} | {f"new_{name}": at for name, at in new.items()} for key, new in moved]
        connection.execute(_MOVE, rows)
    return len(moved)


def _sooner(row: Row[Any], now: datetime) -> dict[str, datetime | None] | None:
    """Its moments by the clock of now; None where they can stay."""
    old = {name: getattr(row, name) for name in MOMENTS}
    if row.state == DeliveryState.UNKNOWN:
        return old | {"not_before": now} if row.not_before < (row.settled_at or row.made_at) + SOON else None
    new = old if _has_its_moment(row) else _counted_from(now, old)
    if row.settled_at and row.settled_at > now:
        wait = row.not_before - row.settled_at
        new = new | {"not_before": max(now + wait, new["due_at"]), "settled_at": now}
    return new if new != old else None


def _has_its_moment(row: Row[Any]) -> bool:
    """It is planned for a moment by the clock on the wall; other things go at once, or so long after they were made."""
    return bool(row.urgency > Urgency.REPLY and row.due_at != row.made_at)


def _counted_from(now: datetime, old: dict[str, Any]) -> dict[str, Any]:
    """As if it had been made now. What goes at once may expire at the beginning of an event, and that stays."""
    back = max(old["made_at"] - now, timedelta(0))
    waits = old["due_at"] > old["made_at"]
    expires_at = old["expires_at"] - back if waits and old["expires_at"] else old["expires_at"]
    due_at = old["due_at"] - back
    return old | {"due_at": due_at, "not_before": due_at, "expires_at": expires_at, "made_at": old["made_at"] - back}
