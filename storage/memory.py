"""Small facts of the whole installation, by name: which content it began with, what is paused."""

from sqlalchemy import Connection, bindparam, delete, select

from storage.prepared import Prepared
from storage.sql import upsert
from storage.tables import meta

_GET = Prepared(lambda dialect: select(meta.c.value).where(meta.c.name == bindparam("name")))


class Memory:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> str | None:
        found = _GET.rows(self._connection, name=name)
        return found[0].value if found else None

    def set(self, name: str, value: str) -> None:
        self._connection.execute(upsert(self._connection, meta, {"name": name, "value": value}))

    def forget(self, name: str) -> None:
        self._connection.execute(delete(meta).where(meta.c.name == name))
