"""A private chat's consent to a street's messages, with the proof of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from messages.street import Chat
from storage.chats import Chats
from storage.recipients import Recipients
from storage.seal import Seal
from storage.sql import upsert
from storage.tables import subscriptions


class Subscriptions:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._chats = Chats(connection, seal)
        self._recipients = Recipients(connection)

    def agree(self, chat: Chat, street: str, *, asked_with: str, now: datetime) -> None:
        """Keep that the chat wants the street's messages, and in which words that was asked."""
        row = {
            "chat": chat.key,
            "street": street,
            "asked_at": now,
            "asked_with": asked_with,
            "agreed_at": now,
            "stopped_at": None,
        }
        self._connection.execute(upsert(self._connection, subscriptions, row))

    def stop(self, chat: Chat, now: datetime) -> bool:
        """No more messages of any street; False when there were none."""
        mine = (subscriptions.c.chat == chat.key, subscriptions.c.stopped_at.is_(None))
        return bool(self._connection.execute(update(subscriptions).where(*mine).values(stopped_at=now)).rowcount)

    def of_chat(self, chat: Chat) -> list[str]:
        query = select(subscriptions.c.street).where(subscriptions.c.chat == chat.key, *self._active())
        return list(self._connection.scalars(query.order_by(subscriptions.c.street)))

    def of_street(self, street: str) -> list[Chat]:
        """The private chats that want the street's messages and can be written to: one of each person."""
        found = [self._chats.get(to.chat) for to in self._recipients.of_streets([street])[street] if to.private]
        return [chat for chat in found if chat]

    @staticmethod
    def _active() -> tuple[Any, Any]:
        return subscriptions.c.agreed_at.is_not(None), subscriptions.c.stopped_at.is_(None)
