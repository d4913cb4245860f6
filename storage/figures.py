"""What operators look at: the schema, the queue, and what became of a week's messages."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, MetaData, String, Table, and_, func, or_, select
from sqlalchemy.schema import Column

from messages.delivery import ARRIVED, DeliveryState, Urgency
from messages.street import Platform, via
from storage.delivery_rows import is_open
from storage.tables import deliveries

# Alembic's own table; it is no part of ours.
_version = Table("alembic_version", MetaData(), Column("version_num", String(32)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """Deliveries that have come due and are alike; `held` ones wait until the person writes."""

    via: str  # by which of our bots: see messages.street.via
    urgency: Urgency
    state: DeliveryState
    held: bool
    number: int
    oldest: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Questions that were answered; messages that went out unasked; and of all, what failed or may have."""

    questions: int
    sent: int
    failed: int
    unknown: int


class Figures:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def schema(self) -> str | None:
        """The revision of the database's tables."""
        revision: str | None = self._connection.scalar(select(_version.c.version_num))
        return revision

    def piles(self, now: datetime) -> list[Pile]:
        """All that is in the queue, and what is unknown; by the index of the queue, whatever has been sent before."""
        like = (deliveries.c.platform, deliveries.c.bot, deliveries.c.urgency, deliveries.c.state, deliveries.c.held)
        query = select(*like, func.count().label("number"), func.min(deliveries.c.due_at).label("oldest"))
        rows = self._connection.execute(query.where(is_open, deliveries.c.due_at <= now).group_by(*like))
        return [
            Pile(
                via=via(Platform(row.platform), row.bot),
                urgency=Urgency(row.urgency),
                state=DeliveryState(row.state),
                held=row.held,
                number=row.number,
                oldest=row.oldest,
            )
            for row in rows
        ]

    def week(self, since: datetime) -> Week:
        """Reads all that is kept: for once a week."""
        state, cause = deliveries.c.state, deliveries.c.cause
        answers = or_(cause.startswith("heard:"), cause.startswith("pressed:"))
        unasked = and_(deliveries.c.urgency >= Urgency.EVENT, state.in_(ARRIVED))
        recent = deliveries.c.settled_at >= since
        query = select(
            func.count().filter(answers, deliveries.c.made_at >= since).label("questions"),
            func.count().filter(unasked, recent).label("sent"),
            func.count().filter(state == DeliveryState.FAILED, recent).label("failed"),
            func.count().filter(state == DeliveryState.UNKNOWN, recent).label("unknown"),
        )
        return Week(**self._connection.execute(query.select_from(deliveries)).one()._mapping)
