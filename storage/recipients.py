"""Whom a street's messages go to, for many streets at once; their addresses are not needed and stay sealed."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from messages.street import ChatKind, ChatState, Platform, Role
from storage.tables import chats, roles, subscriptions


class Recipient(NamedTuple):
    """A group of the street, or a private chat that wants its messages; `chat` is its row."""

    street: str
    chat: int
    platform: str
    muted_until: datetime | None
    heard_at: datetime | None
    private: bool


class Recipients:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_streets(self, streets: Sequence[str]) -> dict[str, list[Recipient]]:
        """Where the bot may write: groups first."""
        found: dict[str, list[Recipient]] = {street: [] for street in streets}
        linked = chats.c.state == ChatState.LINKED
        columns = (chats.c.key, chats.c.platform, chats.c.muted_until, chats.c.last_heard_at)
        groups = select(chats.c.street, *columns).where(linked, chats.c.kind == ChatKind.GROUP)
        for row in self._connection.execute(groups.where(chats.c.street.in_(streets)).order_by(chats.c.key)):
            found[row[0]].append(Recipient(*row, private=False))
        active = (subscriptions.c.agreed_at.is_not(None), subscriptions.c.stopped_at.is_(None))
        wanted = select(subscriptions.c.street, *columns).join(chats, chats.c.key == subscriptions.c.chat)
        these = wanted.where(linked, subscriptions.c.street.in_(streets), *active).order_by(chats.c.key)
        for row in self._connection.execute(these):
            found[row[0]].append(Recipient(*row, private=True))
        return found

    def handed_over(self, streets: Sequence[str]) -> set[str]:
        """Those of the streets with a contact who passes posts on by hand."""
        on_whatsapp = (roles.c.platform == Platform.WHATSAPP, roles.c.role == Role.STREET_CONTACT)
        return set(self._connection.scalars(select(roles.c.street).where(*on_whatsapp, roles.c.street.in_(streets))))
