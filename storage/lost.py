"""The deliveries that may or may not have arrived, and what a postman who takes over has to know of the last one."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, and_, or_, select, update

from messages.delivery import Delivery, DeliveryState
from messages.street import ChatKind, Platform
from storage.clock_set_back import let_go
from storage.delivery_queries import WAITING_IF_WANTED
from storage.delivery_rows import delivery_of, is_open, is_unwanted, of_bot, with_chat
from storage.seal import Seal
from storage.tables import chats, deliveries

# Longer than anything is kept.
NEVER = timedelta(days=3650)
MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBefore:
    """So many platform messages went to a chat, the last of them at `at`."""

    chat: int
    kind: ChatKind
    at: datetime
    pages: int


class Lost:
    """`not_before` of an unknown delivery is when to look at it next; a decided one is never looked at again."""

    def __init__(self, connection: Connection, seal: Seal, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._seal = seal
        self._touched = touched

    def recover(self, platform: Platform, bot: str = "") -> tuple[int, int]:
        """After a crash: what was claimed waits again, what was being sent is unknown. How many of each."""
        on_it = and_(is_open, of_bot(platform, bot))
        claimed = update(deliveries).where(on_it, deliveries.c.state == DeliveryState.CLAIMED)
        sending = update(deliveries).where(on_it, deliveries.c.state == DeliveryState.SENDING)
        back = self._connection.execute(claimed.values(state=DeliveryState.WAITING)).rowcount
        unwanted = self._connection.execute(sending.where(is_unwanted).values(state=DeliveryState.UNKNOWN)).rowcount
        lost = sending.values(state=DeliveryState.UNKNOWN, error="stopped_while_sending")
        return back, unwanted + self._connection.execute(lost).rowcount

    def never_begun(self, claimed: Collection[Delivery]) -> None:
        """What was claimed at `marked_at`, without the postman hearing of it, waits again: its call was never made."""
        for at, some in groupby(claimed, lambda delivery: delivery.marked_at):
            these = and_(deliveries.c.key.in_([one.key for one in some]), deliveries.c.settled_at == at)
            values = {"state": WAITING_IF_WANTED, "attempts": deliveries.c.attempts - 1}
            being_sent = deliveries.c.state == DeliveryState.SENDING
            self._connection.execute(update(deliveries).where(these, being_sent).values(values))

    def by_a_clock_ahead(self, now: datetime) -> int:
        """The clock was set back: what would wait out the difference comes sooner; how many deliveries that are."""
        moved = let_go(self._connection, now)
        self._touched("outbox")
        return moved

    def sent_since(self, platform: Platform, moment: datetime, bot: str = "") -> list[SentBefore]:
        """What an earlier postman may have sent since, oldest first: it counts for the pace of the next one."""
        tried = and_(deliveries.c.state != DeliveryState.DROPPED, deliveries.c.settled_at > moment)
        query = select(deliveries.c.chat, chats.c.kind, deliveries.c.settled_at, deliveries.c.pages_sent)
        query = query.join(chats, chats.c.key == deliveries.c.chat).where(of_bot(platform, bot), tried)
        return [
            SentBefore(chat=row.chat, kind=ChatKind(row.kind), at=row.settled_at, pages=max(1, row.pages_sent))
            for row in self._connection.execute(query.order_by(deliveries.c.settled_at))
        ]

    def all(self) -> list[Delivery]:
        query = with_chat().where(is_open, deliveries.c.state == DeliveryState.UNKNOWN).order_by(deliveries.c.key)
        return [delivery_of(row, self._seal) for row in self._connection.execute(query)]

    def to_look_at(self, platform: Platform, now: datetime, bot: str = "") -> list[Delivery]:
        """The unknown ones whose turn it is; `marked_at` is when the call began that got no answer."""
        these = (is_open, deliveries.c.state == DeliveryState.UNKNOWN, of_bot(platform, bot))
        wanted = or_(deliveries.c.error.is_(None), ~is_unwanted)
        query = with_chat().where(*these, wanted, deliveries.c.not_before <= now)
        found = self._connection.execute(query.order_by(deliveries.c.key).limit(MOST_AT_ONCE))
        return [delivery_of(row, self._seal) for row in found]

    def find(self, key: int) -> Delivery | None:
        """The delivery, if it is unknown still."""
        row = self._connection.execute(with_chat().where(self._is(key))).one_or_none()
        return delivery_of(row, self._seal) if row else None

    def look_again(self, delivery: Delivery, at: datetime) -> None:
        self._connection.execute(update(deliveries).where(self._is(delivery.key)).values(not_before=at))

    def decided(self, delivery: Delivery, now: datetime) -> None:
        """Nobody has to look at it any more, though it stays unknown."""
        self.look_again(delivery, now + NEVER)

    def again(self, key: int, now: datetime) -> bool:
        """Send what got no answer once more, from that page on; False when it is known, unwanted or too late by now."""
        in_time = or_(deliveries.c.expires_at.is_(None), deliveries.c.expires_at > now)
        this = and_(self._is(key), in_time, or_(deliveries.c.error.is_(None), ~is_unwanted))
        values = {"state": DeliveryState.WAITING, "not_before": now, "due_at": now, "attempts": 0}
        changed = self._connection.execute(update(deliveries).where(this).values(values)).rowcount
        self._touched("outbox")
        return bool(changed)

    def _is(self, key: int) -> ColumnElement[bool]:
        return and_(deliveries.c.key == key, deliveries.c.state == DeliveryState.UNKNOWN)
