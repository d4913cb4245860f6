"""What was not understood: kept without names until it is answered, withdrawn or thirty days old."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, or_, select, update

from messages.street import Chat
from storage.question_tables import questions
from storage.seal import Seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`chat` (its key), `reply_to` and `thread` are where an answer goes; `mark` is who asked, and no name.

    `entry` is the one that it turned out to mean: it is then a phrasing that may be learned.
    """

    key: int
    street: str | None
    text: str
    mark: str
    chat: int | None
    reply_to: str | None
    thread: str | None
    asked_at: datetime
    passed_on: bool
    entry: str | None


class Questions:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def keep(
        self,
        text: str,
        *,
        mark: str,
        chat: Chat,
        street: str | None,
        now: datetime,
        reply_to: str | None = None,
        thread: str | None = None,
    ) -> int:
        """`text` has no names in it any more; its key."""
        row = {
            "street": street,
            "text": self._seal.close(text),
            "by_hash": mark,
            "chat": chat.key,
            "reply_to": reply_to,
            "thread": thread,
            "asked_at": now,
        }
        key: int = self._connection.execute(insert(questions).returning(questions.c.key), row).scalar_one()
        return key

    def get(self, key: int) -> Question | None:
        row = self._connection.execute(select(questions).where(questions.c.key == key)).one_or_none()
        return self._question(row) if row else None

    def latest_passed_on(self, chat: Chat, mark: str) -> Question | None:
        """The one of theirs in this chat that was passed on last, and has no answer yet."""
        theirs = (questions.c.chat == chat.key, questions.c.by_hash == mark, questions.c.entry.is_(None))
        query = select(questions).where(*theirs, questions.c.passed_on_at.is_not(None))
        newest = query.order_by(questions.c.passed_on_at.desc(), questions.c.key.desc()).limit(1)
        found = self._connection.execute(newest).one_or_none()
        return self._question(found) if found else None

    def settle_street(self, key: int, street: str) -> None:
        self._connection.execute(update(questions).where(questions.c.key == key).values(street=street))

    def pass_on(self, key: int, now: datetime) -> None:
        """Whoever asked said yes."""
        self._connection.execute(update(questions).where(questions.c.key == key).values(passed_on_at=now))

    def unanswered(self, streets: Collection[str] | None) -> list[Question]:
        """Oldest first, in these streets; None is everywhere, also where no street is known."""
        return self._all(streets, questions.c.entry.is_(None))

    def meant(self, streets: Collection[str] | None) -> list[Question]:
        """Those of which it is known which entry they mean."""
        return self._all(streets, questions.c.entry.is_not(None))

    def count_unanswered(self) -> int:
        unanswered = select(func.count()).select_from(questions).where(questions.c.entry.is_(None))
        return self._connection.scalar(unanswered) or 0

    def found_meaning(self, key: int, entry: str) -> None:
        """It means this entry; where it was asked is not needed any more."""
        values = {"entry": entry, "chat": None, "reply_to": None, "thread": None}
        self._connection.execute(update(questions).where(questions.c.key == key).values(values))

    def remove(self, keys: Collection[int]) -> int:
        return self._connection.execute(delete(questions).where(questions.c.key.in_(keys))).rowcount

    def count_of(self, mark: str, chat: Chat) -> int:
        """How many are kept of somebody."""
        query = select(func.count()).select_from(questions).where(self._of(mark, chat))
        return self._connection.scalar(query) or 0

    def forget_of(self, mark: str, chat: Chat) -> int:
        """What somebody asked, there or anywhere."""
        return self._connection.execute(delete(questions).where(self._of(mark, chat))).rowcount

    def withdraw(self, chat: Chat) -> int:
        """Nobody in this chat waits for an answer any more; how many questions had been passed on."""
        gone = delete(questions).where(questions.c.chat == chat.key).returning(questions.c.passed_on_at)
        return sum(passed_on is not None for passed_on in self._connection.scalars(gone))

    def forget_before(self, moment: datetime) -> int:
        return self._connection.execute(delete(questions).where(questions.c.asked_at < moment)).rowcount

    @staticmethod
    def _of(mark: str, chat: Chat) -> ColumnElement[bool]:
        return or_(questions.c.by_hash == mark, questions.c.chat == chat.key)

    def _all(self, streets: Collection[str] | None, condition: ColumnElement[bool]) -> list[Question]:
        query = select(questions).where(condition).order_by(questions.c.key)
        if streets is not None:
            query = query.where(questions.c.street.in_(streets))
        return [self._question(row) for row in self._connection.execute(query)]

    def _question(self, row: Row[Any]) -> Question:
        return Question(
            key=row.key,
            street=row.street,
            text=self._seal.open(row.text),
            mark=row.by_hash,
            chat=row.chat,
            reply_to=row.reply_to,
            thread=row.thread,
            asked_at=row.asked_at,
            passed_on=row.passed_on_at is not None,
            entry=row.entry,
        )
