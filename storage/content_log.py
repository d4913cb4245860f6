"""Who made, changed or paused what; the item itself belongs to the organisation, and stays when they go."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from messages.street import Role
from storage.tables import content_log


class Author(NamedTuple):
    """Whoever does something to the content; `mark` finds their lines again, and cannot be turned into a name."""

    mark: str
    role: Role


COMMAND_LINE = Author("", Role.ORGANISER)


class Deed(NamedTuple):
    at: datetime
    kind: str
    id: str
    what: str
    by: Author


class ContentLog:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, deeds: list[tuple[str, str, str]], by: Author, now: datetime) -> None:
        """Each deed is a kind, an id and what was done."""
        rows = [
            {"at": now, "kind": kind, "id": id_, "what": what, "by_hash": by.mark, "role": by.role}
            for kind, id_, what in deeds
        ]
        if rows:
            self._connection.execute(insert(content_log), rows)

    def of(self, kind: str, id_: str) -> list[Deed]:
        """Oldest first."""
        query = select(content_log).where(content_log.c.kind == kind, content_log.c.id == id_)
        return [
            Deed(row.at, row.kind, row.id, row.what, Author(row.by_hash, Role(row.role)))
            for row in self._connection.execute(query.order_by(content_log.c.key))
        ]

    def forget(self, mark: str) -> None:
        """What somebody did stays; that they did it goes."""
        self._connection.execute(update(content_log).where(content_log.c.by_hash == mark).values(by_hash=""))
