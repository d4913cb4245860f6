"""Working with each kind of database: SQLite on threads of its own, PostgreSQL on the event loop.

SQLite answers in microseconds. An asynchronous driver hands every statement to a thread and waits for it, which costs
far more than the statement; here a whole transaction goes to the thread at once.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError, SQLAlchemyError

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

T = TypeVar("T")

READERS = 4
# Pages, of 4 KB. Whoever fills them waits while SQLite moves them into the file: with the usual thousand that is one
# decision in 76. https://www.sqlite.org/pragma.html#pragma_wal_autocheckpoint
MOVED_AT_ONCE = 4000


class StoreUnavailable(Exception):
    """The database cannot be read or written now: gone, locked, full. What was asked has not happened."""


class Transactions(Protocol):
    """One kind of database, opened at the first transaction; `sync_engine` is where SQLAlchemy's events are."""

    @property
    def sync_engine(self) -> Engine: ...

    async def transact(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in a transaction of its own. Raises StoreUnavailable."""
        ...

    async def close(self) -> None: ...


class OnThreads:
    """The other coroutines go on meanwhile, also while the disk is waited for."""

    def __init__(self, engine: Engine, threads: int) -> None:
        self.sync_engine = engine
        self._threads = ThreadPoolExecutor(threads, "sqlite")

    async def transact(self, work: Callable[[Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._transact, work)

    def _transact(self, work: Callable[[Connection], T]) -> T:
        try:
            with self.sync_engine.connect() as connection, connection.begin():
                return work(connection)
        except (SQLAlchemyError, OSError) as problem:
            raise unavailable(problem) from problem

    async def close(self) -> None:
        await asyncio.to_thread(self._threads.shutdown)
        self.sync_engine.dispose()


class OnLoop:
    """SQLAlchemy runs the work on the asynchronous engine; the other coroutines go on where it waits for an answer."""

    def __init__(self, engine: "AsyncEngine") -> None:
        self._engine = engine

    @property
    def sync_engine(self) -> Engine:
        return self._engine.sync_engine

    async def transact(self, work: Callable[[Connection], T]) -> T:
        """A connection may have been lost long before we use it: once more then, for nothing of it was kept."""
        with suppress(_CutOff):
            return await self._transact(work)
        return await self._transact(work)

    async def _transact(self, work: Callable[[Connection], T]) -> T:
        is_open = is_done = False
        try:
            async with self._engine.connect() as connection, connection.begin():
                is_open = True
                result = await connection.run_sync(work)
                is_done = True
        except Exception as problem:
            # While it connects, SQLAlchemy lets through what asyncpg itself raises.
            if is_open and not isinstance(problem, SQLAlchemyError | OSError):
                raise
            raise unavailable(problem, _CutOff if is_open and not is_done and _is_cut(problem) else None) from problem
        return result

    async def close(self) -> None:
        await self._engine.dispose()


class _CutOff(StoreUnavailable):
    """The connection was lost before anything was committed."""


def _is_cut(problem: Exception) -> bool:
    # https://www.postgresql.org/docs/current/errcodes-appendix.html: the server is being stopped, or has stopped us
    is_stopped = str(getattr(getattr(problem, "orig", None), "sqlstate", None)).startswith("57P")
    return is_stopped or (isinstance(problem, DBAPIError) and problem.connection_invalidated)


def unavailable(problem: Exception, kind: type[StoreUnavailable] | None = None) -> StoreUnavailable:
    if isinstance(problem, StoreUnavailable):
        return problem
    found = (kind or StoreUnavailable)(str(getattr(problem, "orig", None) or problem))
    found.__cause__ = problem
    return found


def create_writer(url: str, *, foreign_keys: bool = True) -> Transactions:
    """No connection is made yet."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return _on_loop(url)
    keys = "foreign_keys=ON" if foreign_keys else "foreign_keys=OFF"
    return OnThreads(_sqlite(address, 1, begin="BEGIN IMMEDIATE", pragmas=("synchronous=FULL", keys)), 1)


def create_readers(url: str, **options: Any) -> Transactions:
    """`options` are those of PostgreSQL's engine."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return _on_loop(url, **options)
    return OnThreads(_sqlite(address, READERS, begin="BEGIN", pragmas=("query_only=ON",)), READERS)


def _on_loop(url: str, **options: Any) -> OnLoop:
    from sqlalchemy.ext.asyncio import create_async_engine  # 8 MB, which a bot on SQLite does without

    engine = create_async_engine(url, **options)

    @event.listens_for(engine.sync_engine, "checkout")
    def on_checkout(connection: Any, record: object, proxy: object) -> None:
        """What the server has ended is replaced; SQLAlchemy's own ping asks three things each time."""
        if connection.driver_connection.is_closed():
            raise DisconnectionError

    return OnLoop(engine)


def _sqlite(url: URL, connections: int, *, begin: str, pragmas: tuple[str, ...]) -> Engine:
    """One writer that takes its lock at BEGIN: a later lock loses updates or fails with "database is locked".

    https://docs.sqlalchemy.org/en/21/dialects/sqlite.html#transactions-with-sqlite-and-the-sqlite3-driver
    """
    engine = create_engine(url.set(drivername="sqlite"), pool_size=connections, max_overflow=0)

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        moved = f"wal_autocheckpoint={MOVED_AT_ONCE}"
        for pragma in ("busy_timeout=5000", "journal_mode=WAL", moved, *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
