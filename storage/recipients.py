"""Whom a street's messages go to, for many streets at once; their addresses are not needed and stay sealed."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from messages.street import ChatKind, ChatState, Platform, Role
from storage.sql import listed
from storage.tables import chats, roles, subscriptions

COLUMNS = (chats.c.key, chats.c.platform, chats.c.bot, chats.c.muted_until, chats.c.last_heard_at)
LINKED = chats.c.state == ChatState.LINKED


class Recipient(NamedTuple):
    """A group of the street, or a private chat that wants its messages; `chat` is its row."""

    street: str
    chat: int
    platform: str
    bot: str
    muted_until: datetime | None
    heard_at: datetime | None
    private: bool


class Recipients:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._dialect = connection.dialect.name

    def of_streets(self, streets: Sequence[str]) -> dict[str, list[Recipient]]:
        """Where the bot may write: groups first."""
        found: dict[str, list[Recipient]] = {street: [] for street in streets}
        for query, private in ((_groups(self._dialect), False), (_subscribers(self._dialect), True)):
            for row in self._connection.execute(query, {"streets": streets}):
                found[row[0]].append(Recipient._make((*row, private)))
        return found

    def handed_over(self, streets: Sequence[str]) -> set[str]:
        """Those of the streets with a contact who passes posts on by hand."""
        return set(self._connection.scalars(_by_hand(self._dialect), {"streets": streets}))


# Each is made once: making a query takes longer than executing it.
@cache
def _groups(dialect: str) -> Select[Any]:
    these = (LINKED, chats.c.kind == ChatKind.GROUP, chats.c.street.in_(listed("streets", dialect)))
    return select(chats.c.street, *COLUMNS).where(*these).order_by(chats.c.key)


@cache
def _subscribers(dialect: str) -> Select[Any]:
    active = (subscriptions.c.agreed_at.is_not(None), subscriptions.c.stopped_at.is_(None))
    wanted = select(subscriptions.c.street, *COLUMNS).join(chats, chats.c.key == subscriptions.c.chat)
    these = (LINKED, subscriptions.c.street.in_(listed("streets", dialect)), *active)
    return wanted.where(*these).order_by(chats.c.key)


@cache
def _by_hand(dialect: str) -> Select[Any]:
    on_whatsapp = (roles.c.platform == Platform.WHATSAPP, roles.c.role == Role.STREET_CONTACT)
    return select(roles.c.street).where(*on_whatsapp, roles.c.street.in_(listed("streets", dialect)))
