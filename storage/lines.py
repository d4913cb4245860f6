"""What somebody typed in the last seconds, encrypted: people spread one question over several lines.

They are looked up together with all else that is known of whoever speaks: see `storage.surroundings`.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, exists, insert, select

from messages.street import Chat
from storage.answer_tables import lines
from storage.seal import Seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    text: str
    addressed: bool


class Lines:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def keep(self, line: Line, *, chat: Chat, mark: str, thread: str | None, now: datetime) -> None:
        row = {"chat": chat.key, "by_hash": mark, "thread": thread, "heard_at": now}
        row |= {"text": self._seal.close(line.text), "addressed": line.addressed}
        self._connection.execute(insert(lines).values(row))

    def are_older(self, moment: datetime) -> bool:
        return bool(self._connection.scalar(select(exists().where(lines.c.heard_at < moment))))

    def forget_before(self, moment: datetime) -> int:
        return self._connection.execute(delete(lines).where(lines.c.heard_at < moment)).rowcount
