"""Chats and messages for tests of the store; whatever a test does not tell is ordinary."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, update

from messages.delivery import Delivery, DeliveryState, Urgency
from messages.reply import Choice, Paragraph, Reply, say
from messages.street import Chat, ChatAddress, ChatKind, ChatState, Platform
from storage import Store
from storage.delivery_rows import reply_of
from storage.tables import chats, deliveries

NOON = datetime(2026, 12, 1, 11, tzinfo=UTC)


def after(**time: float) -> datetime:
    """So long after noon."""
    return NOON + timedelta(**time)


def a_chat(
    store: Store,
    id_: str = "-1001",
    *,
    platform: Platform = Platform.TELEGRAM,
    kind: ChatKind = ChatKind.GROUP,
    state: ChatState = ChatState.LINKED,
    street: str | None = None,
) -> Chat:
    chat = store.chats.meet(ChatAddress(platform, id_), kind, NOON)
    store.chats.change(chat, state=state, street=street)
    return store.chats.get(chat.key) or chat


def a_message(
    store: Store,
    chat: Chat,
    cause: str,
    *,
    urgency: Urgency = Urgency.REPLY,
    choices: tuple[str, ...] = (),
    now: datetime = NOON,
    **options: Any,
) -> bool:
    reply = say(f"Hallo, {cause}", choices=[Choice(label, f"do:{label}") for label in choices])
    return store.outbox.add(chat, reply, urgency=urgency, cause=cause, now=now, **options)


def claim(store: Store, now: datetime = NOON, *, limit: int = 10, **options: Any) -> list[Delivery]:
    return store.outbox.claim(Platform.TELEGRAM, now, limit=limit, **options)


def sent(store: Store, chat: Chat, cause: str, external_id: str = "SM1") -> Delivery:
    """A message that went out, and was the only one that could."""
    a_message(store, chat, cause)
    (delivery,) = claim(store)
    store.outbox.page_sent(delivery, 0, external_id, last=True, now=NOON)
    return delivery


def claimed_by_an_earlier_version(store: Store, cause: str) -> None:
    """Which marked it as sending in a second step."""
    this = update(deliveries).where(deliveries.c.cause == cause)
    store._connection.execute(this.values(state=DeliveryState.CLAIMED, attempts=0, settled_at=None))


def row_of(store: Store, cause: str) -> Row[Any]:
    return store._connection.execute(select(deliveries).where(deliveries.c.cause == cause)).one()


def linked_groups(store: Store) -> list[Chat]:
    """All groups in which the bot speaks for a street."""
    groups = (chats.c.state == ChatState.LINKED, chats.c.kind == ChatKind.GROUP)
    found = map(store.chats.get, store._connection.scalars(select(chats.c.key).where(*groups).order_by(chats.c.key)))
    return [chat for chat in found if chat]


def reply_in(store: Store, row: Row[Any]) -> Reply:
    return reply_of(json.dumps(row.body), store._seal)


def text_of(store: Store, row: Row[Any]) -> str:
    """What a delivery says first."""
    part = reply_in(store, row).parts[0]
    assert isinstance(part, Paragraph)
    return part.text


def states(store: Store) -> dict[str, str]:
    """The state of every delivery, by cause."""
    query = select(deliveries.c.cause, deliveries.c.state).order_by(deliveries.c.key)
    return {row.cause: row.state for row in store._connection.execute(query)}
