"""A copy of all that is remembered, taken while the bot runs, in a form that every kind of database takes back."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, make_url, select

from storage.backup_file import BackupRefused, BackupWriter, Header, writing
from storage.engines import create_readers
from storage.migrate import known, newest, revision_of
from storage.tables import metadata

ALEMBIC = "alembic_version"
AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    tables: int
    rows: int


async def back_up(url: str, file: Path, now: datetime) -> Copied:
    """Write all tables as they are at one moment. Raises BackupRefused, or StoreUnavailable."""
    _refuse_none(url)
    readers = create_readers(url, isolation_level="REPEATABLE READ")
    try:
        return await readers.transact(lambda connection: _copy(connection, file, now))
    finally:
        await readers.close()


def _refuse_none(url: str) -> None:
    """SQLite would make one."""
    file = make_url(url).database or ""
    if make_url(url).get_backend_name() == "sqlite" and not Path(file).is_file():
        raise BackupRefused(f"there is no database at {file}")


def our_tables(connection: Connection) -> list[Table]:
    """As they are in the database, each after those that it refers to."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: name != ALEMBIC)
    is_newest = revision_of(connection) == newest()
    # An older schema may have tables that we no longer know. In the newest one, others are not ours.
    return [table for table in found.sorted_tables if table.name in metadata.tables or not is_newest]


def _copy(connection: Connection, file: Path, now: datetime) -> Copied:
    revision = revision_of(connection)
    if revision not in known():
        raise BackupRefused("the database has no schema that this Straatbot knows; use the version that runs on it")
    tables = our_tables(connection)
    with writing(file) as writer:
        writer.header(Header(revision=revision, made_at=now))
        for table in tables:
            _copy_table(connection, table, writer)
    return Copied(tables=len(tables), rows=writer.rows)


def _copy_table(connection: Connection, table: Table, writer: BackupWriter) -> None:
    writer.table(table.name, table.columns.keys())
    query = select(table).order_by(*table.primary_key)
    for row in connection.execute(query, execution_options={"yield_per": AT_ONCE}):
        writer.row([_plain(value) for value in row])


def _plain(value: Any) -> Any:
    """A moment as text: SQLite gives it back without its zone, which is UTC."""
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).isoformat()
    return value
