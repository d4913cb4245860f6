"""Where the bot can speak, and what it knows of each such place."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, exists, func, or_, select, update

from messages.street import Chat, ChatAddress, ChatKind, ChatState, Person, Platform
from storage.answer_tables import answers
from storage.memory import Memory
from storage.prepared import Prepared
from storage.question_tables import questions
from storage.seal import Seal
from storage.sql import insert_once
from storage.tables import chats, deliveries, subscriptions

_THERE = and_(chats.c.platform == bindparam("platform"), chats.c.address_hash == bindparam("address"))
_AT = select(chats).where(_THERE)
# The chat at an address.
AT = and_(_THERE, chats.c.bot == bindparam("bot"))
_FIND = Prepared(lambda dialect: select(chats).where(AT))

# The name in `Memory` of the bots of Telegram that run, with commas, as `ChatAddress` calls them.
RUNNING = "telegram_bots"
NEVER = datetime.min.replace(tzinfo=UTC)


@cache
def _set(columns: tuple[str, ...]) -> Prepared:
    """Their new values are `new_…`, which SQLAlchemy asks to be called otherwise than the columns."""
    new: dict[str, Any] = {column: bindparam(f"new_{column}") for column in columns}
    return Prepared(lambda dialect: update(chats).where(chats.c.key == bindparam("this")).values(new))


class Chats:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def find(self, address: ChatAddress) -> Chat | None:
        found = _FIND.rows(self._connection, **self._named(address))
        return chat_of(found[0], address) if found else None

    def get(self, key: int) -> Chat | None:
        row = self._connection.execute(select(chats).where(chats.c.key == key)).one_or_none()
        return self._chat(row) if row else None

    def meet(self, address: ChatAddress, kind: ChatKind, now: datetime) -> Chat:
        """The chat at this address; a new one is unlinked if it is a group, and simply there if private."""
        found = self.find(address)
        if found:
            return found
        state = ChatState.UNLINKED if kind is ChatKind.GROUP else ChatState.LINKED
        row = {
            "platform": address.platform,
            "bot": address.bot,
            "address_hash": self._seal.hash(address.id),
            "address": self._seal.close(address.id),
            "kind": kind,
            "state": state,
            "since": now,
        }
        self._connection.execute(insert_once(self._connection, chats, row))
        met = self.find(address)
        assert met is not None  # noqa: S101  inserted above, or by another process just before
        return met

    def at(self, address: ChatAddress) -> list[Chat]:
        """The same place, as each of our bots knows it."""
        return self._all(_AT, self._named(address))

    def all_private_of(self, person: Person) -> list[Chat]:
        """With each of our bots; a person's private chat has the person's own id on every platform."""
        return [chat for chat in self.at(ChatAddress(person.platform, person.id)) if chat.kind is ChatKind.PRIVATE]

    def private_of(self, person: Person) -> Chat | None:
        """Where to write to somebody: by a bot that runs and may, and of those the one that was spoken to last."""
        there = self.all_private_of(person)
        if len(there) > 1:
            running = (Memory(self._connection).get(RUNNING) or "").split(",")
            there = [chat for chat in there if chat.address.bot in running] or there
        return max(there, key=lambda chat: (chat.state is ChatState.LINKED, chat.last_heard_at or NEVER), default=None)

    def count_by_bot(self, platform: Platform) -> dict[str, int]:
        """In how many chats each of our bots is."""
        here = (chats.c.platform == platform, chats.c.state != ChatState.GONE)
        counted = select(chats.c.bot, func.count()).where(*here).group_by(chats.c.bot)
        return {row[0]: row[1] for row in self._connection.execute(counted)}

    def change(self, chat: Chat, **columns: Any) -> None:
        """Set columns of the table `chats`: state, street, language, overhears, muted_until and so on."""
        new = {f"new_{column}": value for column, value in columns.items()}
        _set(tuple(columns)).do(self._connection, this=chat.key, **new)

    def move(self, chat: Chat, to: ChatAddress) -> Chat:
        """Give the chat its new address; what was already said at the new one goes with it. Safe to repeat.

        Its bot stays the one that is in it.
        """
        to = replace(to, bot=chat.address.bot)
        already = self.find(to)
        if already and already.key != chat.key:
            self._merge(already, into=chat)
        columns = {"address_hash": self._seal.hash(to.id), "address": self._seal.close(to.id)}
        self.change(chat, **columns)
        return self.get(chat.key) or chat

    def _merge(self, other: Chat, *, into: Chat) -> None:
        for table in (deliveries, answers, questions):
            self._connection.execute(update(table).where(table.c.chat == other.key).values(chat=into.key))
        self._connection.execute(delete(subscriptions).where(subscriptions.c.chat == other.key))
        self._connection.execute(delete(chats).where(chats.c.key == other.key))

    def groups_of(self, street: str) -> list[Chat]:
        """The groups where the bot may speak for the street."""
        linked = (chats.c.state == ChatState.LINKED, chats.c.kind == ChatKind.GROUP)
        return self._all(select(chats).where(chats.c.street == street, *linked))

    def reachable(self, people: Iterable[Person]) -> list[Chat]:
        """The private chats of those people to whom the bot can write, in the same order."""
        found = map(self.private_of, people)
        return [chat for chat in found if chat and chat.state is ChatState.LINKED]

    def requested_street(self, chat: Chat) -> str | None:
        street: str | None = self._connection.scalar(select(chats.c.requested_street).where(chats.c.key == chat.key))
        return street

    def welcomed_at(self, chat: Chat) -> datetime | None:
        moment: datetime | None = self._connection.scalar(select(chats.c.welcomed_at).where(chats.c.key == chat.key))
        return moment

    def erase(self, chat: Chat) -> None:
        """Forget all that was said in the chat, what it agreed to and what it chose; only its address stays.

        The address goes too once the last message to it has been sent: see `forget_unused`.
        """
        self._connection.execute(delete(deliveries).where(deliveries.c.chat == chat.key))
        self._connection.execute(delete(subscriptions).where(subscriptions.c.chat == chat.key))
        self.change(chat, street=None, language=None, muted_until=None, welcomed_at=None, last_heard_at=None)

    def forget_unused(self, before: datetime) -> int:
        """Delete private chats of which nothing is kept, and groups that the bot left before this moment."""
        has_delivery = exists().where(deliveries.c.chat == chats.c.key)
        has_subscription = exists().where(subscriptions.c.chat == chats.c.key)
        silent = or_(chats.c.last_heard_at.is_(None), chats.c.last_heard_at < before)
        unused = and_(chats.c.kind == ChatKind.PRIVATE, chats.c.street.is_(None), silent)
        left = and_(chats.c.state == ChatState.GONE, silent)
        these = and_(or_(unused, left), chats.c.since < before, ~has_delivery, ~has_subscription)
        return self._connection.execute(delete(chats).where(these)).rowcount

    def _named(self, address: ChatAddress) -> dict[str, str]:
        return {"platform": address.platform, "address": self._seal.hash(address.id), "bot": address.bot}

    def _all(self, query: Any, parameters: Mapping[str, Any] | None = None) -> list[Chat]:
        return [self._chat(row) for row in self._connection.execute(query.order_by(chats.c.key), parameters)]

    def _chat(self, row: Row[Any]) -> Chat:
        return chat_of(row, ChatAddress(Platform(row.platform), self._seal.open(row.address), row.bot))


def chat_of(row: Any, address: ChatAddress) -> Chat:
    """A row of `chats` as a chat at this address, which whoever found it there need not decrypt."""
    return Chat(
        key=row.key,
        address=address,
        kind=ChatKind(row.kind),
        state=ChatState(row.state),
        street=row.street,
        language=row.language,
        overhears=row.overhears,
        muted_until=row.muted_until,
        last_heard_at=row.last_heard_at,
    )
