"""A delivery as it stands in the database, with the chat that it is for."""

import json
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Row, Select, Text, and_, case, cast, literal_column, select

from messages.delivery import Delivery, DeliveryState, Urgency
from messages.reply import Choice, Reply
from messages.street import Chat, ChatAddress, ChatKind, Platform
from storage.prepared import Prepared
from storage.seal import Seal
from storage.sql import once_into
from storage.tables import OPEN, chats, deliveries

BODY = TypeAdapter(Reply)
# A body as it is kept. What the driver reads in it would have to be read once more, to make a reply of.
WRITTEN = cast(deliveries.c.body, Text).label("written")
# A broadcast is the same in every group, and is read once.
BROADCASTS = 64


def body_of(reply: Reply, chat: Chat, seal: Seal) -> Any:
    """How it is kept: what is said to one person cannot be read in the database."""
    if chat.kind is ChatKind.GROUP:
        return BODY.dump_python(reply, mode="json")
    return seal.close(BODY.dump_json(reply).decode())


def reply_of(written: str, seal: Seal) -> Reply:
    """Earlier versions sealed none, nor is what goes to a whole street sealed."""
    return BODY.validate_json(_opened(written, seal)) if _is_sealed(written) else _open_reply(written)


def choices_of(written: str, seal: Seal) -> tuple[Choice, ...]:
    """Its buttons: of every message that is heard they are looked for, so nothing else of it is made."""
    body = _opened(written, seal) if _is_sealed(written) else written
    if '"choices"' not in body:
        return ()
    parts = json.loads(body)["parts"]
    options: list[dict[str, str]] = next((part["options"] for part in parts if part["kind"] == "choices"), [])
    return tuple(Choice(**option) for option in options)


def _is_sealed(written: str) -> bool:
    """A reply is an object, and what is sealed a string."""
    return written.startswith('"')


def _opened(written: str, seal: Seal) -> str:
    return seal.open(json.loads(written))


@lru_cache(BROADCASTS)
def _open_reply(written: str) -> Reply:
    return BODY.validate_json(written)


# The columns that are given when many are added at once.
MANY = (
    *("chat", "platform", "bot", "urgency", "cause", "due_at", "expires_at"),
    *("body", "not_before", "made_at", "state", "held", "attempts", "pages_sent"),
)

# One more, unless its cause already had it said; FRESH is what is alike in all of them.
FRESH = {"state": DeliveryState.WAITING, "held": False, "attempts": 0, "pages_sent": 0}
_GIVEN = (
    *("chat", "platform", "bot", "cause", "urgency", "body", "reply_to", "thread"),
    *("due_at", "not_before", "expires_at", "made_at", *FRESH),
)
ADD = Prepared(lambda dialect: once_into(deliveries, dialect).returning(deliveries.c.key), _GIVEN)

# Written as in the index of what is open, beside any narrower condition: SQLite uses it only where it sees the same.
is_open = deliveries.c.state.in_([literal_column(f"'{state}'") for state in OPEN])

# Begins the `error` of what was being sent when nobody wanted it any more: it is not tried again.
UNWANTED = "unwanted: "
is_unwanted = deliveries.c.error.startswith(UNWANTED)


def unless_unwanted(error: str | None) -> Any:
    """`error`, but that nobody wants it stays known."""
    return case((is_unwanted, deliveries.c.error), else_=error and error[:200])


def of_bot(platform: Any, bot: Any) -> ColumnElement[bool]:
    """What goes through this one of our bots: see `messages.street.ChatAddress`."""
    return and_(deliveries.c.platform == platform, deliveries.c.bot == bot)


_OF_IT = (
    *(deliveries.c[name] for name in ("key", "chat", "platform", "bot", "urgency", "cause", "state", "reply_to")),
    *(deliveries.c[name] for name in ("thread", "due_at", "expires_at", "attempts", "pages_sent", "settled_at")),
    WRITTEN,
)
_OF_CHAT = (chats.c.address, chats.c.kind, chats.c.last_heard_at)


def with_chat() -> Select[Any]:
    """The rows that `delivery_of` takes."""
    return select(*_OF_IT, *_OF_CHAT).join(chats, chats.c.key == deliveries.c.chat)


def told_with_chat() -> list[ColumnElement[Any]]:
    """The same of each delivery that a statement changes, which can join nothing to what it gives back."""
    of_it = chats.c.key == deliveries.c.chat
    return [*_OF_IT, *(select(column).where(of_it).scalar_subquery().label(column.name) for column in _OF_CHAT)]


def delivery_of(row: Row[Any], seal: Seal, *, begun: bool = False) -> Delivery:
    """As the row has it; `begun` when that counts the try that begins now, which the delivery does not."""
    return Delivery(
        key=row.key,
        chat=ChatAddress(Platform(row.platform), seal.open_address(row.address), row.bot),
        chat_key=row.chat,
        chat_kind=ChatKind(row.kind),
        reply=reply_of(row.written, seal),
        urgency=Urgency(row.urgency),
        cause=row.cause,
        due_at=row.due_at,
        state=DeliveryState(row.state),
        reply_to=row.reply_to,
        thread=row.thread,
        expires_at=row.expires_at,
        attempts=row.attempts - begun,
        pages_sent=row.pages_sent,
        marked_at=row.settled_at,
        last_heard_at=row.last_heard_at,
    )
