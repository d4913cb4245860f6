"""Which answers somebody found wrong, and for what question: such a question does not get that answer again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update

from messages.delivery import ARRIVED
from messages.street import Chat
from storage.answer_tables import objections
from storage.delivery_rows import WRITTEN, reply_of
from storage.seal import Seal
from storage.sql import insert_once
from storage.tables import deliveries


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An answer as it stands in a chat: in how many messages, and the platform's id of the last."""

    delivery: int
    entry: str
    external_id: str
    said_at: datetime
    pages: int
    thread: str | None


class Objections:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def answer(self, chat: Chat, delivery: int | None, *, since: datetime) -> Said | None:
        """This delivery, or else the last one in the chat since then, if it is an answer that has arrived there."""
        this = deliveries.c.made_at >= since if delivery is None else deliveries.c.key == delivery
        these = (deliveries.c.chat == chat.key, deliveries.c.state.in_(ARRIVED), this)
        row = self._connection.execute(
            select(deliveries, WRITTEN).where(*these).order_by(deliveries.c.key.desc()).limit(1)
        ).one_or_none()
        about = reply_of(row.written, self._seal).about if row else None
        if row is None or about is None:
            return None
        return Said(
            delivery=row.key,
            entry=about,
            external_id=row.external_id or "",
            said_at=row.settled_at,
            pages=row.pages_sent,
            thread=row.thread,
        )

    def note(self, said: Said, street: str, *, text: str, mark: str, now: datetime) -> bool:
        """False when somebody objected to it before."""
        row = {
            "delivery": said.delivery,
            "street": street,
            "entry": said.entry,
            "text": text and self._seal.close(text),
            "by_hash": mark,
            "at": now,
        }
        return bool(self._connection.execute(insert_once(self._connection, objections, row)).rowcount)

    def count_of(self, mark: str, since: datetime) -> int:
        """How often somebody objected."""
        query = select(func.count()).where(objections.c.by_hash == mark, objections.c.at > since)
        return self._connection.scalar(query) or 0

    def questions(self, street: str, entry: str) -> list[str]:
        """What was asked when this entry was the wrong answer."""
        these = (objections.c.street == street, objections.c.entry == entry, objections.c.text != "")
        return [self._seal.open(text) for text in self._connection.scalars(select(objections.c.text).where(*these))]

    def forget_who(self, before: datetime) -> int:
        these = (objections.c.by_hash != "", objections.c.at < before)
        return self._connection.execute(update(objections).where(*these).values(by_hash="")).rowcount

    def forget(self, mark: str) -> None:
        """Who it was, of all of somebody's objections."""
        self._connection.execute(update(objections).where(objections.c.by_hash == mark).values(by_hash=""))

    def forget_before(self, moment: datetime) -> int:
        return self._connection.execute(delete(objections).where(objections.c.at < moment)).rowcount
