"""What somebody typed in the last seconds, encrypted: people spread one question over several lines."""

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

    def of(self, chat: Chat, mark: str, thread: str | None, since: datetime) -> list[Line]:
        """What this person said here since then, oldest first."""
        these = (lines.c.chat == chat.key, lines.c.by_hash == mark, lines.c.heard_at >= since)
        in_thread = lines.c.thread.is_(None) if thread is None else lines.c.thread == thread
        found = self._connection.execute(select(lines).where(*these, in_thread).order_by(lines.c.key))
        return [Line(text=self._seal.open(row.text), addressed=row.addressed) for row in found]

    def keep(self, line: Line, *, chat: Chat, mark: str, thread: str | None, now: datetime) -> None:
        row = {"chat": chat.key, "by_hash": mark, "thread": thread, "heard_at": now}
        row |= {"text": self._seal.close(line.text), "addressed": line.addressed}
        self._connection.execute(insert(lines).values(row))

    def are_older(self, moment: datetime) -> bool:
        return bool(self._connection.scalar(select(exists().where(lines.c.heard_at < moment))))

    def forget_before(self, moment: datetime) -> int:
        return self._connection.execute(delete(lines).where(lines.c.heard_at < moment)).rowcount
