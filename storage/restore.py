"""Puts a backup back: all of it or nothing, into an empty database or in place of what is there."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import JSON, Connection, DateTime, Integer, Table, exists, func, make_url, select, text, update

from messages.delivery import DeliveryState
from storage.backup import our_tables
from storage.backup_file import BackupRefused, Header, batches, check
from storage.engines import StoreUnavailable
from storage.migrate import known, on_writer, upgrade
from storage.occurrences import Occurrences
from storage.tables import deliveries, due, metadata

STOP_FIRST = "the database is in use: stop the bot first (systemctl stop straatbot)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """`waiting` messages will be sent at the next start; of `unknown` ones nobody knows whether they arrived."""

    rows: int
    made_at: datetime
    waiting: int
    unknown: int


async def restore(
    url: str, file: Path, now: datetime, *, replace: bool = False, nothing_twice: bool = False
) -> Restored:
    """Raises BackupRefused, DatabaseTooNew or StoreUnavailable; then the database is as it was.

    `replace`: whatever is in the database goes. `nothing_twice`: the bot went on after this backup, so what waited
    then or came due since may have been said, and is not said again.
    """
    header = check(file)
    if header.revision not in known():
        raise BackupRefused(f"{file} has schema {header.revision}, of a newer Straatbot. Install that one first.")
    _refuse_if_open(url)
    restored: Restored = await on_writer(url, lambda db: _restore(db, file, header, now, replace, nothing_twice))
    return restored


def _refuse_if_open(url: str) -> None:
    """SQLite leaves WAL mode only for whoever has the file alone: https://www.sqlite.org/wal.html#persistence_of_wal_mode"""
    path = Path(make_url(url).database or "")
    if make_url(url).get_backend_name() != "sqlite" or not path.is_file():
        return
    with closing(sqlite3.connect(path, timeout=0)) as connection:
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorname == "SQLITE_BUSY":
                raise BackupRefused(STOP_FIRST) from None
            raise StoreUnavailable(str(problem)) from problem


def _restore(
    connection: Connection, file: Path, header: Header, now: datetime, replace: bool, nothing_twice: bool
) -> Restored:
    _refuse_others(connection)
    upgrade(connection)
    if not replace and any(connection.scalar(select(exists(select(table)))) for table in metadata.sorted_tables):
        raise BackupRefused("the database is not empty; with --replace, what is in it goes")
    metadata.drop_all(connection)
    connection.execute(text("DELETE FROM alembic_version"))
    upgrade(connection, header.revision)
    rows = _load(connection, file)
    upgrade(connection)
    unknown = _settle(connection, now, nothing_twice)
    waiting = select(func.count()).where(deliveries.c.state == DeliveryState.WAITING)
    return Restored(rows=rows, made_at=header.made_at, waiting=connection.scalar(waiting) or 0, unknown=unknown)


def _refuse_others(connection: Connection) -> None:
    if connection.dialect.name != "postgresql":
        return
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    if connection.scalar(others):
        raise BackupRefused(STOP_FIRST)


def _load(connection: Connection, file: Path) -> int:
    """How many rows."""
    tables = {table.name: table for table in our_tables(connection)}
    for table in tables.values():
        _keep_nulls(table)
    loaded = 0
    for name, rows in batches(file):
        moments = [column.name for column in tables[name].columns if isinstance(column.type, DateTime)]
        for row in rows:
            row |= {column: row[column] and datetime.fromisoformat(row[column]) for column in moments}
        connection.execute(tables[name].insert(), rows)
        loaded += len(rows)
    if connection.dialect.name == "postgresql":
        for table in tables.values():
            _go_on_counting(connection, table)
    return loaded


def _keep_nulls(table: Table) -> None:
    """Nothing is nothing, and not the JSON text `null`."""
    for column in table.columns:
        if isinstance(column.type, JSON):
            column.type.none_as_null = column.nullable or False


def _go_on_counting(connection: Connection, table: Table) -> None:
    """PostgreSQL numbers rows by a counter of its own, which must go on after the last one."""
    for column in table.primary_key:
        last = connection.scalar(select(func.max(column))) if isinstance(column.type, Integer) else None
        if last and (counter := connection.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))):
            connection.execute(select(func.setval(counter, last)))


def _settle(connection: Connection, now: datetime, nothing_twice: bool) -> int:
    """What was under way may have arrived; how many messages that is. See `Outbox.recover` for a crash."""
    state = deliveries.c.state
    back = update(deliveries).where(state == DeliveryState.CLAIMED)
    connection.execute(back.values(state=DeliveryState.WAITING))
    lost = {"state": DeliveryState.UNKNOWN, "error": "restored_while_sending", "settled_at": now}
    unknown = connection.execute(update(deliveries).where(state == DeliveryState.SENDING).values(lost)).rowcount
    if nothing_twice:
        gone = {"state": DeliveryState.DROPPED, "error": "restored", "settled_at": now}
        came = update(deliveries).where(state == DeliveryState.WAITING, deliveries.c.due_at <= now)
        connection.execute(came.values(gone))
        Occurrences(connection).all_decided_until(now)
        connection.execute(update(due).where(due.c.waiting).values(waiting=False))
    return unknown
