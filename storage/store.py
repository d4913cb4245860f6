"""One unit of work: what the handlers read and write, within one transaction."""

from functools import cached_property

from sqlalchemy import Connection

from storage.answers import Answers
from storage.chats import Chats
from storage.content_log import ContentLog
from storage.content_store import ContentCache, ContentStore
from storage.drafts import Drafts
from storage.due import DueTable
from storage.figures import Figures
from storage.heard import HeardBefore
from storage.lines import Lines
from storage.lost import Lost
from storage.memory import Memory
from storage.objections import Objections
from storage.occurrences import Occurrences
from storage.outbox import Outbox
from storage.pauses import Pauses
from storage.people import People
from storage.questions import Questions
from storage.recipients import Recipients
from storage.seal import Seal
from storage.subscriptions import Subscriptions
from storage.surroundings import Surroundings


class Store:
    """Rooms of one transaction; made by `Database.write` and `Database.read`, never kept."""

    def __init__(self, connection: Connection, seal: Seal, content: ContentCache) -> None:
        self._connection = connection
        self._seal = seal
        self._content = content
        self.topics: set[str] = set()

    def touched(self, topic: str) -> None:
        """Wake whoever listens to `topic` once this is committed."""
        self.topics.add(topic)

    @cached_property
    def content(self) -> ContentStore:
        return ContentStore(self._connection, self._content, self.touched)

    @cached_property
    def content_log(self) -> ContentLog:
        return ContentLog(self._connection)

    @cached_property
    def pauses(self) -> Pauses:
        return Pauses(self._connection, self.content.note_change)

    @cached_property
    def drafts(self) -> Drafts:
        return Drafts(self._connection, self._seal)

    @cached_property
    def questions(self) -> Questions:
        return Questions(self._connection, self._seal)

    @cached_property
    def chats(self) -> Chats:
        return Chats(self._connection, self._seal)

    @cached_property
    def people(self) -> People:
        return People(self._connection, self._seal)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        return Subscriptions(self._connection, self._seal)

    @cached_property
    def heard(self) -> HeardBefore:
        return HeardBefore(self._connection, self._seal)

    @cached_property
    def occurrences(self) -> Occurrences:
        return Occurrences(self._connection)

    @cached_property
    def due(self) -> DueTable:
        return DueTable(self._connection)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self._connection, self._seal, self.touched)

    @cached_property
    def answers(self) -> Answers:
        return Answers(self._connection, self._seal)

    @cached_property
    def objections(self) -> Objections:
        return Objections(self._connection, self._seal)

    @cached_property
    def lines(self) -> Lines:
        return Lines(self._connection, self._seal)

    @cached_property
    def surroundings(self) -> Surroundings:
        return Surroundings(self._connection, self._seal)

    @cached_property
    def recipients(self) -> Recipients:
        return Recipients(self._connection)

    @cached_property
    def lost(self) -> Lost:
        return Lost(self._connection, self._seal, self.touched)

    @cached_property
    def figures(self) -> Figures:
        return Figures(self._connection)

    @cached_property
    def memory(self) -> Memory:
        return Memory(self._connection)
