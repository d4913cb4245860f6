"""What somebody has typed and not yet agreed to, encrypted; it survives a restart, and is gone after a day."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, delete, insert, select, update

from messages.street import Chat
from storage.seal import Seal
from storage.tables import drafts

LASTS = timedelta(days=1)


class Draft(NamedTuple):
    """`body` is the business of whoever made it; `mark` is whose it is."""

    key: int
    mark: str
    body: dict[str, Any]


class Drafts:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def add(self, chat: Chat, mark: str, body: Mapping[str, Any], now: datetime) -> int:
        row = {"chat": chat.key, "by_hash": mark, "body": self._closed(body), "made_at": now}
        key: int = self._connection.execute(insert(drafts).returning(drafts.c.key), row).scalar_one()
        return key

    def get(self, key: int, chat: Chat, now: datetime) -> Draft | None:
        """None when it is gone, too old, or of another chat."""
        these = (drafts.c.key == key, drafts.c.chat == chat.key, drafts.c.made_at > now - LASTS)
        row = self._connection.execute(select(drafts).where(*these)).one_or_none()
        return self._draft(row) if row else None

    def latest(self, chat: Chat, mark: str, holding: str, now: datetime) -> Draft | None:
        """The newest of theirs in this chat whose body holds this."""
        these = (drafts.c.chat == chat.key, drafts.c.by_hash == mark, drafts.c.made_at > now - LASTS)
        rows = self._connection.execute(select(drafts).where(*these).order_by(drafts.c.key.desc()))
        return next((draft for draft in map(self._draft, rows) if holding in draft.body), None)

    def change(self, key: int, body: Mapping[str, Any]) -> None:
        self._connection.execute(update(drafts).where(drafts.c.key == key).values(body=self._closed(body)))

    def remove(self, key: int) -> None:
        self._connection.execute(delete(drafts).where(drafts.c.key == key))

    def forget_before(self, moment: datetime) -> int:
        return self._connection.execute(delete(drafts).where(drafts.c.made_at < moment)).rowcount

    def forget_of(self, mark: str) -> int:
        return self._connection.execute(delete(drafts).where(drafts.c.by_hash == mark)).rowcount

    def _draft(self, row: Row[Any]) -> Draft:
        body = row.body if isinstance(row.body, dict) else json.loads(self._seal.open(row.body))
        return Draft(row.key, row.by_hash, body)

    def _closed(self, body: Mapping[str, Any]) -> str:
        return self._seal.close(json.dumps(dict(body)))
