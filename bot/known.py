"""What is known of a chat before a message in it is read: remembered from the last one, or looked up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.asking.several_lines import TOGETHER, together
from messages.content import Content
from messages.incoming import Incoming
from messages.street import ChatAddress, ChatKind, Street
from storage import Database
from storage.surroundings import Around

# Of so many chats is remembered in which street they are; then it begins anew.
MOST_CHATS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """By what a message is read; `whole` is this line with those that the same person typed just before."""

    content: Content
    street: Street | None
    whole: Incoming | None = None

    @classmethod
    def of(cls, incoming: Incoming, around: Around, content: Content) -> "Known":
        street = _street(incoming, around.chat.street if around.chat else None, content)
        whole = together(around.lines, incoming) if is_read(incoming) else None
        return cls(content=content, street=street, whole=whole)

    def is_as(self, other: "Known") -> bool:
        return self.content is other.content and self.street is other.street and self.whole == other.whole


class Familiar:
    """The chats that spoke last, so that most messages need no look into the database before they are read.

    It may be wrong: whoever decides looks whether it is so still.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._content: Content | None = None
        self._streets: dict[ChatAddress, str | None] = {}

    def expected(self, incoming: Incoming) -> Known | None:
        """As it was when its chat spoke last, and nobody typed several lines."""
        if self._content is None or incoming.chat not in self._streets:
            return None
        return Known(content=self._content, street=_street(incoming, self._streets[incoming.chat], self._content))

    async def look(self, incoming: Incoming) -> Known:
        since = self._now() - TOGETHER
        around, content = await self._database.read(
            lambda store: (store.surroundings.of(incoming, since), store.content.published())
        )
        if len(self._streets) >= MOST_CHATS:
            self._streets.clear()
        self._content, self._streets[incoming.chat] = content, around.chat.street if around.chat else None
        return Known.of(incoming, around, content)


def is_read(incoming: Incoming) -> bool:
    return incoming.choice is None and bool(incoming.text.strip())


def _street(incoming: Incoming, of_chat: str | None, content: Content) -> Street | None:
    """The street of the chat; where there is only one street, that one in every private chat."""
    known = content.streets.get(of_chat or incoming.street or "")
    if known or incoming.chat_kind is ChatKind.GROUP or len(content.streets) != 1:
        return known
    return next(iter(content.streets.values()))
