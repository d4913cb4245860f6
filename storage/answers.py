"""The answers given in groups: which still wait for a neighbour, and how much has been said since the last one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, exists, select, update

from messages.delivery import ARRIVED, NEVER_SAID, NOT_GONE, DeliveryState
from messages.reply import Reply
from messages.street import Chat
from storage.answer_tables import answers, objections
from storage.delivery_rows import WRITTEN, reply_of
from storage.prepared import Prepared
from storage.seal import Seal
from storage.tables import deliveries

_SINCE = (answers.c.chat == bindparam("chat"), answers.c.made_at > bindparam("since"))
_UNASKED = Prepared(
    lambda dialect: (
        select(answers, deliveries.c.thread, deliveries.c.due_at, deliveries.c.state)
        .join(deliveries, deliveries.c.key == answers.c.delivery)
        .where(*_SINCE, answers.c.unasked.is_(True), *(deliveries.c.state != state for state in NEVER_SAID))
    )
)
_TOLD = [deliveries.c[name] for name in ("key", "cause", "thread", "state", "settled_at", "external_id")]
_GIVEN = Prepared(
    lambda dialect: (
        select(*_TOLD, WRITTEN)
        .join(answers, deliveries.c.key == answers.c.delivery)
        .where(*_SINCE, answers.c.entry == bindparam("entry"))
        .where(*(deliveries.c.state != state for state in (*NEVER_SAID, DeliveryState.UNKNOWN)))
        .where(~exists().where(objections.c.delivery == deliveries.c.key))
        .order_by(deliveries.c.key.desc())
    )
)
_LAST = Prepared(
    lambda dialect: (
        select(answers.c.entry)
        .join(deliveries, deliveries.c.key == answers.c.delivery)
        .where(*_SINCE, answers.c.by_hash == bindparam("mark"), answers.c.entry != "")
        .where(*(deliveries.c.state != state for state in NEVER_SAID))
        .where(deliveries.c.thread.is_not_distinct_from(bindparam("thread")))
        .order_by(answers.c.delivery.desc())
        .limit(1)
    )
)
_NOTE = Prepared(lambda dialect: answers.insert())


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """An answer to a question that was overheard; `mark` is that of whoever asked it, `heard_since` counts messages."""

    delivery: int
    entry: str
    mark: str
    thread: str | None
    due_at: datetime
    waits: bool
    heard_since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that was given or is about to be; `said_at` and `external_id` are None until it is there."""

    delivery: int
    cause: str
    reply: Reply
    thread: str | None
    said_at: datetime | None
    external_id: str | None


class Answers:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal
        self._unasked: dict[tuple[int, datetime], list[Unasked]] = {}

    def note(self, chat: Chat, delivery: int, *, entry: str, mark: str, unasked: bool, now: datetime) -> None:
        """That this delivery is an answer."""
        row = {"delivery": delivery, "chat": chat.key, "entry": entry, "by_hash": mark, "unasked": unasked}
        _NOTE.do(self._connection, **row, heard_since=0, made_at=now)
        self._unasked.clear()

    def unasked(self, chat: Chat, since: datetime) -> list[Unasked]:
        """What was to be said unasked in this chat and was not dropped, the newest first; read once in a unit."""
        if (chat.key, since) not in self._unasked:
            self._unasked[chat.key, since] = self._read_unasked(chat, since)
        return self._unasked[chat.key, since]

    def _read_unasked(self, chat: Chat, since: datetime) -> list[Unasked]:
        rows = _UNASKED.rows(self._connection, chat=chat.key, since=since)
        found = [
            Unasked(
                delivery=row.delivery,
                entry=row.entry,
                mark=row.by_hash,
                thread=row.thread,
                due_at=row.due_at,
                waits=row.state in NOT_GONE,
                heard_since=row.heard_since,
            )
            for row in rows
        ]
        return sorted(found, key=lambda one: one.due_at, reverse=True)

    def given(self, chat: Chat, entry: str, since: datetime) -> list[Given]:
        """What was answered with this entry, the newest first; not what was taken back, or may not have arrived."""
        return [
            Given(
                delivery=row.key,
                cause=row.cause,
                reply=reply_of(row.written, self._seal),
                thread=row.thread,
                said_at=row.settled_at if row.state in ARRIVED else None,
                external_id=row.external_id,
            )
            for row in _GIVEN.rows(self._connection, chat=chat.key, since=since, entry=entry)
        ]

    def last_of(self, chat: Chat, mark: str, thread: str | None, since: datetime) -> str:
        """The entry that somebody was answered with last in this topic; "" where none."""
        found = _LAST.rows(self._connection, chat=chat.key, mark=mark, thread=thread, since=since)
        return str(found[0].entry) if found else ""

    def question_of(self, chat: Chat, delivery: int) -> str | None:
        """The platform's id of the message that this delivery answers."""
        this = (deliveries.c.key == delivery, deliveries.c.chat == chat.key)
        found: str | None = self._connection.scalar(select(deliveries.c.reply_to).where(*this))
        return found

    def who_asked(self, delivery: int) -> str | None:
        """The mark of whoever this answer was for; "" once that is forgotten."""
        found: str | None = self._connection.scalar(select(answers.c.by_hash).where(answers.c.delivery == delivery))
        return found

    def heard_another(self, answer: Unasked) -> None:
        """Somebody said something since."""
        self._unasked.clear()
        this = answers.c.delivery == answer.delivery
        self._connection.execute(update(answers).where(this).values(heard_since=answers.c.heard_since + 1))

    def leave(self, unasked: Collection[Unasked], reason: str, now: datetime) -> int:
        """Do not say these any more, unless they are being said at this moment; how many that were."""
        self._unasked.clear()
        these = (deliveries.c.key.in_([one.delivery for one in unasked]), deliveries.c.state.in_(NOT_GONE))
        values = {"state": DeliveryState.DROPPED, "error": reason, "settled_at": now}
        return self._connection.execute(update(deliveries).where(*these).values(values)).rowcount

    def forget_who_asked(self, before: datetime) -> int:
        these = (answers.c.by_hash != "", answers.c.made_at < before)
        return self._connection.execute(update(answers).where(*these).values(by_hash="")).rowcount

    def forget(self, mark: str) -> None:
        """Whose question it was, of all of somebody's."""
        self._connection.execute(update(answers).where(answers.c.by_hash == mark).values(by_hash=""))
