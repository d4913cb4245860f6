"""The deliveries that wait, are under way, or have ended; the states are those of `messages.delivery`."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from messages.delivery import NOT_GONE, Delivery, DeliveryState, Receipt, Urgency, is_upward
from messages.reply import Choice, Reply
from messages.street import Chat, Platform
from storage.bulk import insert_all_once
from storage.delivery_queries import CLAIM, PAGES_SENT, RELEASE, SAID_LAST, UNDER_WAY, WAITING_IF_WANTED, PageSent
from storage.delivery_rows import (
    ADD,
    BODY,
    FRESH,
    MANY,
    UNWANTED,
    WRITTEN,
    body_of,
    choices_of,
    delivery_of,
    is_open,
    reply_of,
    unless_unwanted,
    with_chat,
)
from storage.seal import Seal
from storage.tables import deliveries


class Outgoing(NamedTuple):
    """One of many deliveries; replies that are alike are best one object."""

    chat: int
    platform: str
    reply: Reply
    urgency: Urgency
    cause: str
    due_at: datetime
    expires_at: datetime | None
    bot: str = ""


class Outbox:
    def __init__(self, connection: Connection, seal: Seal, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._seal = seal
        self._touched = touched

    def add(self, chat: Chat, reply: Reply, **how: Any) -> bool:
        """As `put`; False when `cause` already had it said."""
        return self.put(chat, reply, **how) is not None

    def put(
        self,
        chat: Chat,
        reply: Reply,
        *,
        urgency: Urgency,
        cause: str,
        now: datetime,
        reply_to: str | None = None,
        thread: str | None = None,
        due_at: datetime | None = None,
        expires_at: datetime | None = None,
    ) -> int | None:
        """Have `reply` said in `chat`, in this transaction; its key, None when `cause` already had it said."""
        added = ADD.rows(
            self._connection,
            chat=chat.key,
            platform=chat.address.platform,
            bot=chat.address.bot,
            cause=cause,
            urgency=urgency,
            body=body_of(reply, chat, self._seal),
            reply_to=reply_to,
            thread=thread,
            due_at=due_at or now,
            not_before=due_at or now,
            expires_at=expires_at,
            made_at=now,
            **FRESH,
        )
        self._touched("outbox")
        return added[0].key if added else None

    def add_all(self, messages: Sequence[Outgoing], now: datetime) -> int:
        """The same for many at once, whose causes are new; how many that are."""
        if not messages:
            return 0
        replies = {id(message.reply): message.reply for message in messages}
        written = {key: BODY.dump_python(reply, mode="json") for key, reply in replies.items()}
        fresh = (now, DeliveryState.WAITING, False, 0, 0)
        rows = [
            (chat, platform, bot, urgency, cause, due_at, expires_at, written[id(reply)], due_at, *fresh)
            for chat, platform, reply, urgency, cause, due_at, expires_at, bot in messages
        ]
        insert_all_once(self._connection, deliveries, MANY, rows)
        self._touched("outbox")
        return len(rows)

    def claim(
        self,
        platform: Platform,
        now: datetime,
        *,
        limit: int,
        resting: Collection[int] = (),
        not_urgent: int | None = None,
        bot: str = "",
    ) -> list[Delivery]:
        """Take up to `limit` deliveries that may go now: the most urgent first, one per chat, in order.

        They are being sent once this is committed: nobody else gets them, and after a crash they may have arrived.
        `resting` are the keys of chats that may not be written to yet; of what is less urgent than a reply, take no
        more than `not_urgent`.
        """
        which = {"platform": platform, "bot": bot, "now": now, "resting": list(resting)}
        # Never more than `limit`: all that is found is locked, and all before it looked at.
        room = {"room": limit, "not_urgent": limit if not_urgent is None else min(limit, not_urgent)}
        rows = CLAIM.rows(self._connection, **which, **room)
        rows.sort(key=lambda row: (row.urgency, row.key))
        return [delivery_of(row, self._seal, begun=True) for row in rows]

    def page_sent(self, delivery: Delivery, page: int, external_id: str, *, last: bool, now: datetime) -> None:
        self.pages_sent([PageSent(delivery.key, page, external_id, last)], now)

    def pages_sent(self, pages: Sequence[PageSent], now: datetime) -> None:
        """These pages have arrived; after its last one a delivery is sent, else it waits for its turn with the next.

        A receipt may have been quicker than we are: what it said stays, but of a page that is not the last.
        """
        if pages:
            PAGES_SENT.do(self._connection, pages=[page._asdict() for page in pages], now=now)
        if not all(page.last for page in pages):
            self._touched("outbox")  # of what has ended, only its own postman needs to know

    def settle(self, delivery: Delivery, state: DeliveryState, error: str | None, now: datetime) -> None:
        """End the delivery as failed, dropped or unknown, unless a receipt has told more already.

        Of an unknown one `settled_at` stays when the call began: by that it can be looked up.
        """
        this = and_(deliveries.c.key == delivery.key, deliveries.c.state.in_(UNDER_WAY))
        values: dict[str, Any] = {"state": state, "error": error and error[:200], "settled_at": now}
        if state is DeliveryState.UNKNOWN:
            began = func.coalesce(deliveries.c.settled_at, now)
            values |= {"error": unless_unwanted(error), "settled_at": began, "not_before": now}
        self._connection.execute(update(deliveries).where(this).values(values))

    def put_back(self, delivery: Delivery, not_before: datetime, error: str | None = None) -> None:
        """Nothing was sent: try it again, not before this moment, unless nobody wants it any more."""
        values = {"state": WAITING_IF_WANTED, "not_before": not_before, "error": unless_unwanted(error)}
        this = and_(_is_this_try(delivery), deliveries.c.state.in_((DeliveryState.CLAIMED, DeliveryState.SENDING)))
        self._connection.execute(update(deliveries).where(this).values(values))
        self._touched("outbox")

    def hold(self, delivery: Delivery, *, anew: bool = False) -> None:
        """Wait until the person writes again; `anew` when what seemed to be sent was not."""
        self._set([delivery.key], state=WAITING_IF_WANTED, held=True)
        if anew:
            self._set([delivery.key], pages_sent=0)

    def release(self, chat: Chat) -> int:
        """The person wrote: what was held may go."""
        released = RELEASE.do(self._connection, chat=chat.key)
        if released:
            self._touched("outbox")
        return released

    def drop_waiting(self, chat: Chat, reason: str, now: datetime, *, least: Urgency = Urgency.SAFETY) -> int:
        """Drop what has not gone yet to this chat, of urgency `least` and less urgent.

        What is being sent, or may have arrived, is then not sent again.
        """
        these = and_(deliveries.c.chat == chat.key, deliveries.c.urgency >= least)
        gone = these & deliveries.c.state.in_((DeliveryState.SENDING, DeliveryState.UNKNOWN))
        self._connection.execute(update(deliveries).where(gone).values(error=f"{UNWANTED}{reason}"))
        waiting = these & deliveries.c.state.in_(NOT_GONE)
        values = {"state": DeliveryState.DROPPED, "error": reason, "settled_at": now}
        return self._connection.execute(update(deliveries).where(waiting).values(values)).rowcount

    def receive(self, receipt: Receipt, now: datetime) -> Delivery | None:
        """Let a receipt move its delivery upward; the delivery, or None when it is not ours or says nothing new."""
        query = with_chat().add_columns(deliveries.c.external_id)
        if receipt.delivery is not None:
            query = query.where(deliveries.c.key == receipt.delivery)
        else:
            query = query.where(deliveries.c.external_id == receipt.external_id)
        row = self._connection.execute(query.limit(1)).one_or_none()
        if row is None or not is_upward(DeliveryState(row.state), receipt.state):
            return None
        if row.state == DeliveryState.SENDING and row.external_id == receipt.external_id:
            return None  # of the page before the one that is being sent
        values = {"state": receipt.state, "error": receipt.error and receipt.error[:200], "settled_at": now}
        self._set([row.key], **values, external_id=receipt.external_id)
        return delivery_of(row, self._seal)

    def choice(self, chat: Chat, delivery_key: int, number: int) -> Choice | None:
        """The button with this number (from 0) of a message that was said in this chat."""
        this = and_(deliveries.c.key == delivery_key, deliveries.c.chat == chat.key)
        written = self._connection.scalar(select(WRITTEN).where(this))
        options = choices_of(written, self._seal) if written else ()
        return options[number] if 0 <= number < len(options) else None

    def latest_choices(self, chat: Chat, since: datetime, **where: Any) -> tuple[Choice, ...]:
        """The buttons of the last message said in this chat, if it has any and is not older than `since`.

        `thread` is the only topic that counts, `external_id` the only message.
        """
        said = SAID_LAST[tuple(where)].rows(self._connection, chat=chat.key, since=since, most=1, **where)
        return choices_of(said[0].written, self._seal) if said else ()

    def latest(self, chat: Chat, since: datetime, most: int, **where: Any) -> list[Reply]:
        """The last messages said in this chat, newest first; `where` as above."""
        said = SAID_LAST[tuple(where)].rows(self._connection, chat=chat.key, since=since, most=most, **where)
        return [reply_of(row.written, self._seal) for row in said]

    def count(self, chat: Chat) -> int:
        """How many messages to this chat are still kept."""
        query = select(func.count()).select_from(deliveries).where(deliveries.c.chat == chat.key)
        return self._connection.scalar(query) or 0

    def forget_before(self, moment: datetime) -> int:
        """Delete what ended before this moment, and what has been held since for a person who never wrote again."""
        ended = and_(deliveries.c.state.not_in(UNDER_WAY), deliveries.c.settled_at < moment)
        given_up = and_(deliveries.c.held.is_(True), deliveries.c.made_at < moment)
        return self._connection.execute(delete(deliveries).where(or_(ended, given_up))).rowcount

    def forget_of_others(self, platform: Platform, bots: Collection[str], moment: datetime) -> int:
        """Delete what waits since before this moment for another bot than these, which run."""
        theirs = and_(deliveries.c.platform == platform, deliveries.c.bot.not_in(bots))
        late = and_(is_open, deliveries.c.state.in_(UNDER_WAY), deliveries.c.not_before < moment)
        return self._connection.execute(delete(deliveries).where(theirs, late)).rowcount

    def _set(self, keys: list[int], **values: Any) -> None:
        if keys:
            self._connection.execute(update(deliveries).where(deliveries.c.key.in_(keys)).values(values))


def _is_this_try(delivery: Delivery) -> Any:
    """What became of a try may be told twice, when a commit got no answer: it says nothing of a later one."""
    same_page = and_(deliveries.c.key == delivery.key, deliveries.c.pages_sent == delivery.pages_sent)
    return and_(same_page, deliveries.c.attempts <= delivery.attempts + 1)
