"""Whom a street's messages go to, for many streets at once; their addresses are not needed and stay sealed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from messages.street import ChatKind, ChatState, Platform, Role
from storage.chats import NEVER, RUNNING
from storage.memory import Memory
from storage.prepared import Prepared
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

    def of_streets(self, streets: Sequence[str]) -> dict[str, list[Recipient]]:
        """Where the bot may write: groups first."""
        found: dict[str, list[Recipient]] = {street: [] for street in streets}
        for row in GROUPS.rows(self._connection, streets=streets):
            found[row.street].append(Recipient._make((*row, False)))
        subscribers = self._subscribers(streets)
        running = self._running() if any(len(ways) > 1 for of in subscribers.values() for ways in of.values()) else []
        for street, of_person in subscribers.items():
            found[street] += (_best(ways, running) for ways in of_person.values())
        return found

    def _subscribers(self, streets: Sequence[str]) -> dict[str, dict[tuple[str, str], list[Recipient]]]:
        """Of each street the people who want its messages, with the chats that they said so in: one for each bot."""
        found: defaultdict[str, dict[tuple[str, str], list[Recipient]]] = defaultdict(dict)
        for *of_chat, person in SUBSCRIBERS.rows(self._connection, streets=streets):
            to = Recipient._make((*of_chat, True))
            found[to.street].setdefault((to.platform, person), []).append(to)
        return found

    def _running(self) -> list[str]:
        """The bots that run."""
        return (Memory(self._connection).get(RUNNING) or "").split(",")

    def handed_over(self, streets: Sequence[str]) -> set[str]:
        """Those of the streets with a contact who passes posts on by hand."""
        return {row.street for row in BY_HAND.rows(self._connection, streets=streets)}


def _best(ways: Sequence[Recipient], running: Sequence[str]) -> Recipient:
    """By a bot that runs, and of those the one that was spoken to last."""
    return max(ways, key=lambda to: (to.bot in running, to.heard_at or NEVER))


def _groups(dialect: str) -> Select[Any]:
    these = (LINKED, chats.c.kind == ChatKind.GROUP, chats.c.street.in_(listed("streets", dialect)))
    return select(chats.c.street, *COLUMNS).where(*these).order_by(chats.c.key)


def _subscribers(dialect: str) -> Select[Any]:
    active = (subscriptions.c.agreed_at.is_not(None), subscriptions.c.stopped_at.is_(None))
    wanted = select(subscriptions.c.street, *COLUMNS, chats.c.address_hash).join(
        chats, chats.c.key == subscriptions.c.chat
    )
    these = (LINKED, subscriptions.c.street.in_(listed("streets", dialect)), *active)
    return wanted.where(*these).order_by(chats.c.key)


def _by_hand(dialect: str) -> Select[Any]:
    on_whatsapp = (roles.c.platform == Platform.WHATSAPP, roles.c.role == Role.STREET_CONTACT)
    return select(roles.c.street).where(*on_whatsapp, roles.c.street.in_(listed("streets", dialect)))


GROUPS, SUBSCRIBERS, BY_HAND = Prepared(_groups), Prepared(_subscribers), Prepared(_by_hand)
