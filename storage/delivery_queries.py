"""The statements of the postman's round: which deliveries may go now, and what becomes of a page that arrived."""

from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, case, exists, literal, or_, update

from messages.delivery import LADDER, DeliveryState, Urgency
from storage.delivery_rows import is_unwanted, of_bot, with_chat
from storage.sql import listed_keys
from storage.tables import Moment, deliveries

UNDER_WAY = (DeliveryState.WAITING, DeliveryState.CLAIMED, DeliveryState.SENDING)
# Where a page that has arrived may find its delivery: a receipt can be quicker than the answer to the call.
NOT_REFUSED = tuple(state for state in LADDER if state is not DeliveryState.FAILED)

WAITING_IF_WANTED = case((is_unwanted, DeliveryState.DROPPED), else_=DeliveryState.WAITING)


class PageSent(NamedTuple):
    """Page `page` (from 0) of a delivery has arrived; `last` when there is no other."""

    delivery: int
    page: int
    external_id: str
    last: bool
    at: datetime


def as_parameters(page: PageSent) -> dict[str, Any]:
    """Of the two statements below."""
    return {"this": page.delivery, "before": page.page, "page": page.page + 1, "id": page.external_id, "now": page.at}


@cache
def may_go(dialect: str, *, urgent: bool) -> Any:
    """The most urgent first, one per chat, in order; nothing in the chats that rest. Without end, or only the urgent.

    Made once for each kind: its parameters are `platform`, `bot`, `now`, `room` and `resting`, a list of keys.
    """
    now = bindparam("now", type_=Moment)
    waiting = deliveries.c.state == DeliveryState.WAITING
    may = (waiting, deliveries.c.held.is_(False), deliveries.c.not_before <= now)
    is_urgent = deliveries.c.urgency <= Urgency.REPLY
    in_rest = deliveries.c.chat.in_(listed_keys("resting", dialect))
    return (
        with_chat()
        .where(of_bot(bindparam("platform"), bindparam("bot")), *may, is_urgent if urgent else ~is_urgent)
        .where(~in_rest, ~_another_goes_first(now))
        .order_by(deliveries.c.urgency, deliveries.c.key)
        .limit(bindparam("room"))
        .with_for_update(skip_locked=True, of=deliveries)
    )


@cache
def begin(dialect: str) -> Any:
    """Of the deliveries `keys` the calls begin at `now`."""
    values: dict[str, Any] = {"state": DeliveryState.SENDING, "error": None, "settled_at": bindparam("now")}
    these = deliveries.c.key.in_(listed_keys("keys", dialect))
    return update(deliveries).where(these).values(**values, attempts=deliveries.c.attempts + 1)


def _page_sent(*, last: bool) -> Any:
    # Not `in_`: what has as many parameters as values cannot be executed with many rows.
    before = (DeliveryState.SENDING, DeliveryState.UNKNOWN) if last else NOT_REFUSED
    then = literal(DeliveryState.SENT) if last else WAITING_IF_WANTED
    values = {
        "pages_sent": bindparam("page"),
        "attempts": 0,
        "external_id": bindparam("id"),
        "settled_at": bindparam("now"),
        "state": case((or_(*(deliveries.c.state == state for state in before)), then), else_=deliveries.c.state),
    }
    if last:
        values["error"] = case((is_unwanted, None), else_=deliveries.c.error)
    # It may be told twice, when a commit got no answer: the second time says nothing of the page after it.
    this = and_(deliveries.c.key == bindparam("this"), deliveries.c.pages_sent == bindparam("before"))
    return update(deliveries).where(this, deliveries.c.state != DeliveryState.WAITING).values(values)


LAST_PAGE_SENT, PAGE_SENT = _page_sent(last=True), _page_sent(last=False)


def _another_goes_first(now: Any) -> Any:
    """Whether the chat has an earlier delivery that is under way, or waits to be tried again."""
    other = deliveries.alias("other")
    more_urgent = or_(
        other.c.urgency < deliveries.c.urgency,
        and_(other.c.urgency == deliveries.c.urgency, other.c.key < deliveries.c.key),
    )
    in_turn = and_(other.c.held.is_(False), other.c.due_at <= now, more_urgent)
    # Told apart like this, so that of all that the chat was ever sent only what has not gone yet is looked at.
    is_open = other.c.state.in_(UNDER_WAY)
    return exists().where(
        other.c.chat == deliveries.c.chat, is_open, or_(other.c.state != DeliveryState.WAITING, in_turn)
    )
