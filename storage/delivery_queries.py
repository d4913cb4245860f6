"""The statements of the postman's round: which deliveries may go now, and what becomes of a page that arrived."""

from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Boolean,
    Integer,
    Select,
    String,
    Update,
    and_,
    bindparam,
    case,
    exists,
    or_,
    select,
    union_all,
    update,
)

from messages.delivery import LADDER, NEVER_SAID, DeliveryState, Urgency
from storage.delivery_rows import WRITTEN, is_open, is_unwanted, of_bot, told_with_chat
from storage.prepared import Prepared
from storage.sql import listed_keys, listed_rows, one_of
from storage.tables import Moment, deliveries

UNDER_WAY = (DeliveryState.WAITING, DeliveryState.CLAIMED, DeliveryState.SENDING)
# Where a page that has arrived may find its delivery: a receipt can be quicker than the answer to the call.
NOT_REFUSED = tuple(state for state in LADDER if state is not DeliveryState.FAILED)
# What the chat has heard, or will. Named one by one, so that only what is no older than `since` is looked at.
SAID = tuple(state for state in DeliveryState if state not in NEVER_SAID)

WAITING_IF_WANTED = case((is_unwanted, DeliveryState.DROPPED), else_=DeliveryState.WAITING)


class PageSent(NamedTuple):
    """Page `page` (from 0) of a delivery has arrived; `last` when there is no other."""

    delivery: int
    page: int
    external_id: str
    last: bool


def _may_go(dialect: str, *, urgent: bool) -> Select[Any]:
    """Of one bot, the most urgent first, one per chat, in order; nothing in the chats that rest."""
    now = bindparam("now", type_=Moment)
    waiting = deliveries.c.state == DeliveryState.WAITING
    may = (is_open, waiting, deliveries.c.held.is_(False), deliveries.c.not_before <= now)
    is_urgent = deliveries.c.urgency <= Urgency.REPLY
    in_rest = deliveries.c.chat.in_(listed_keys("resting", dialect))
    return (
        select(deliveries.c.key, deliveries.c.urgency)
        .where(of_bot(bindparam("platform"), bindparam("bot")), *may, is_urgent if urgent else ~is_urgent)
        .where(~in_rest, ~_another_goes_first(now))
        .order_by(deliveries.c.urgency, deliveries.c.key)
        .limit(bindparam("room" if urgent else "not_urgent"))
        .with_for_update(skip_locked=True)
    )


def _claim(dialect: str) -> Any:
    """In one statement, for each is a journey to PostgreSQL: what may go is found and marked, and its chat told.

    Its parameters are `platform`, `bot`, `now`, `room`, `not_urgent` and `resting`, a list of keys.
    """
    either = union_all(*(select(_may_go(dialect, urgent=urgent).cte(name)) for name, urgent in _URGENCIES)).subquery()
    chosen = select(either.c.key).order_by(either.c.urgency, either.c.key).limit(bindparam("room"))
    values: dict[str, Any] = {"state": DeliveryState.SENDING, "error": None, "settled_at": bindparam("now")}
    values["attempts"] = deliveries.c.attempts + 1
    return update(deliveries).where(deliveries.c.key.in_(chosen)).values(values).returning(*told_with_chat())


_URGENCIES = (("urgent", True), ("rest", False))
CLAIM = Prepared(_claim)


def _pages_sent(dialect: str) -> Any:
    """Its parameters are `now`, and `pages`, a list of objects with the columns named here."""
    columns = {"delivery": BigInteger, "page": Integer, "external_id": String, "last": Boolean}
    sent = listed_rows("pages", dialect, columns).c
    ends = and_(sent.last, one_of(deliveries.c.state, (DeliveryState.SENDING, DeliveryState.UNKNOWN)))
    goes_on = and_(~sent.last, one_of(deliveries.c.state, NOT_REFUSED))
    values = {
        "pages_sent": sent.page + 1,
        "attempts": 0,
        "external_id": sent.external_id,
        "settled_at": bindparam("now"),
        "state": case((ends, DeliveryState.SENT), (goes_on, WAITING_IF_WANTED), else_=deliveries.c.state),
        "error": case((and_(sent.last, is_unwanted), None), else_=deliveries.c.error),
    }
    # It may be told twice, when a commit got no answer: the second time says nothing of the page after it.
    this = and_(deliveries.c.key == sent.delivery, deliveries.c.pages_sent == sent.page)
    return update(deliveries).where(this, deliveries.c.state != DeliveryState.WAITING).values(values)


PAGES_SENT = Prepared(_pages_sent)


def _release() -> Update:
    held = and_(one_of(deliveries.c.state, UNDER_WAY), deliveries.c.held.is_(True))
    return update(deliveries).where(deliveries.c.chat == bindparam("chat"), held).values(held=False)


RELEASE = Prepared(lambda dialect: _release())


def said_in(chat: Any, since: Any, *only: Any) -> Select[Any]:
    """The bodies of what a chat was told since then, the last first.

    In the order of their keys: a clock that is set back makes what is said later look older.
    """
    said = (deliveries.c.chat == chat, deliveries.c.made_at >= since, one_of(deliveries.c.state, SAID))
    return select(WRITTEN).where(*said, *only).order_by(deliveries.c.key.desc())


def _said_last(*which: str) -> Prepared:
    """Of the `most` that a chat was told last since `since`; the columns `which` with these values."""
    only = (deliveries.c[name].is_not_distinct_from(bindparam(name)) for name in which)
    latest = said_in(bindparam("chat"), bindparam("since", type_=Moment), *only).limit(bindparam("most"))
    return Prepared(lambda dialect: latest)


SAID_LAST: dict[tuple[str, ...], Prepared] = {
    which: _said_last(*which) for which in ((), ("thread",), ("external_id",))
}


def _another_goes_first(now: Any) -> Any:
    """Whether the chat has an earlier delivery that is under way, or waits to be tried again."""
    other = deliveries.alias("other")
    more_urgent = or_(
        other.c.urgency < deliveries.c.urgency,
        and_(other.c.urgency == deliveries.c.urgency, other.c.key < deliveries.c.key),
    )
    in_turn = and_(other.c.held.is_(False), other.c.due_at <= now, more_urgent)
    # Told apart like this, so that of all that the chat was ever sent only what has not gone yet is looked at.
    under_way = one_of(other.c.state, UNDER_WAY)
    return exists().where(
        other.c.chat == deliveries.c.chat, under_way, or_(other.c.state != DeliveryState.WAITING, in_turn)
    )
