"""The engine, its one writer and its readers; SQLite and PostgreSQL behave alike from here on.

`write(work)` runs `work(store)` in a transaction of its own: it sees a consistent store, and either all that it
wrote is durable when `write` returns, or nothing is. Units that arrive together share one commit, each in its own
savepoint, so that one that fails takes nothing of the others with it. `work` is plain synchronous code: SQLAlchemy
runs it on the asynchronous engine by `run_sync`, and no other coroutine can step in between its statements.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, event, make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.content_store import ContentCache
from storage.seal import Seal
from storage.store import Store

log = logging.getLogger(__name__)

T = TypeVar("T")

# How many units of work may share a commit: enough for a burst, few enough to keep their wait short.
MOST_IN_ONE_COMMIT = 64


class StoreUnavailable(Exception):
    """The database cannot be read or written now: gone, locked, full. What was asked has not happened."""


@dataclass(slots=True)
class _Unit:
    work: Callable[[Store], Any]
    done: "asyncio.Future[Any]"


@dataclass(frozen=True, slots=True)
class _Outcome:
    unit: _Unit
    result: Any = None
    problem: Exception | None = None
    topics: frozenset[str] = frozenset()


class Database:
    """An open database. `open_database` makes one."""

    def __init__(self, engine: AsyncEngine, readers: AsyncEngine, seal: Seal) -> None:
        self.engine = engine
        self._readers = readers
        self._seal = seal
        self._content = ContentCache()
        self._units: asyncio.Queue[_Unit | None] = asyncio.Queue()
        self._closed = False
        self._listeners: defaultdict[str, list[Callable[[], None]]] = defaultdict(list)
        self._writer = asyncio.create_task(self._write_all(), name="store writer")

    def after_commit(self, topic: str, listener: Callable[[], None]) -> None:
        """Call `listener` after each commit in which a unit of work said `store.touched(topic)`."""
        self._listeners[topic].append(listener)

    async def write(self, work: Callable[[Store], T]) -> T:
        """Do `work` in a transaction; its result, once it is durable. Raises StoreUnavailable."""
        if self._closed:
            raise StoreUnavailable("the database is closed")
        unit = _Unit(work, asyncio.get_running_loop().create_future())
        self._units.put_nowait(unit)
        result: T = await asyncio.shield(unit.done)
        return result

    async def read(self, work: Callable[[Store], T]) -> T:
        """Do `work`, which writes nothing, beside the writer. Raises StoreUnavailable."""
        async with connected(self._readers) as connection:
            return await connection.run_sync(lambda sync: work(Store(sync, self._seal, self._content)))

    async def close(self) -> None:
        """What was handed in before is still done."""
        if not self._closed:
            self._closed = True
            self._units.put_nowait(None)
        await asyncio.wait([self._writer])
        await self._readers.dispose()
        await self.engine.dispose()

    async def _write_all(self) -> None:
        """Until the None that `close` puts behind the last unit."""
        is_last = False
        while not is_last:
            units = [await self._units.get()]
            while len(units) < MOST_IN_ONE_COMMIT and not self._units.empty():
                units.append(self._units.get_nowait())
            is_last = units[-1] is None
            await self._commit([unit for unit in units if unit])

    async def _commit(self, units: list[_Unit]) -> None:
        # What one unit saw of the content of another is for nobody else as long as it may be rolled back.
        content = replace(self._content)
        try:
            async with connected(self.engine) as connection, connection.begin():
                outcomes = [await connection.run_sync(self._attempt, unit, content) for unit in units]
        except Exception as problem:  # noqa: BLE001  whatever it is, the callers must hear of it
            outcomes = [_Outcome(unit, problem=_unavailable(problem)) for unit in units]
        else:
            if content.version != self._content.version:
                self._content = content
        for outcome in outcomes:
            _settle(outcome)
        self._tell(frozenset().union(*(outcome.topics for outcome in outcomes)))

    def _attempt(self, connection: Connection, unit: _Unit, content: ContentCache) -> _Outcome:
        store = Store(connection, self._seal, content)
        savepoint = connection.begin_nested()
        try:
            result = unit.work(store)
        except Exception as problem:
            if connection.invalidated:
                raise
            # A full disk makes SQLite undo the whole transaction. Then this fails too, and so do all its units.
            savepoint.rollback()
            is_theirs = isinstance(problem, DBAPIError) and not _is_ours(problem)
            return _Outcome(unit, problem=_unavailable(problem) if is_theirs else problem)
        savepoint.commit()
        return _Outcome(unit, result, topics=frozenset(store.topics))

    def _tell(self, topics: frozenset[str]) -> None:
        for topic in topics:
            for listener in self._listeners[topic]:
                try:
                    listener()
                except Exception:
                    log.exception("a listener failed", extra={"action": "listener_failed", "topic": topic})


def _settle(outcome: _Outcome) -> None:
    done = outcome.unit.done
    if outcome.problem is None:
        done.set_result(outcome.result)
    else:
        done.set_exception(outcome.problem)
        done.exception()  # a caller that has gone away is no error of ours


def _is_ours(problem: DBAPIError) -> bool:
    """Whether what was asked is wrong, not the database: asking it again would not help."""
    is_data = str(getattr(problem.orig, "sqlstate", "")).startswith("22")  # asyncpg has no class for it
    return is_data or isinstance(problem, IntegrityError | DataError | ProgrammingError)


def _unavailable(problem: Exception) -> StoreUnavailable:
    if isinstance(problem, StoreUnavailable):
        return problem
    unavailable = StoreUnavailable(str(getattr(problem, "orig", None) or problem))
    unavailable.__cause__ = problem
    return unavailable


@asynccontextmanager
async def connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection, with SQLAlchemy's and the drivers' errors as StoreUnavailable."""
    try:
        async with engine.connect() as connection:
            yield connection
    except (SQLAlchemyError, OSError) as problem:
        raise _unavailable(problem) from problem


def create_writer(url: str, *, foreign_keys: bool = True) -> AsyncEngine:
    """No connection is made yet."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True)
    writer = create_async_engine(url, pool_size=1, max_overflow=0)
    keys = "foreign_keys=ON" if foreign_keys else "foreign_keys=OFF"
    _prepare_sqlite(writer, begin="BEGIN IMMEDIATE", pragmas=("synchronous=FULL", keys))
    return writer


def create_readers(url: str) -> AsyncEngine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True)
    readers = create_async_engine(url, pool_size=4)
    _prepare_sqlite(readers, begin="BEGIN", pragmas=("query_only=ON",))
    return readers


def _prepare_sqlite(engine: AsyncEngine, *, begin: str, pragmas: tuple[str, ...]) -> None:
    """One writer that takes its lock at BEGIN: a later lock loses updates or fails with "database is locked".

    https://docs.sqlalchemy.org/en/21/dialects/sqlite.html#transactions-with-sqlite-and-the-sqlite3-driver
    """

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "busy_timeout=5000", *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)


@asynccontextmanager
async def open_database(url: str, seal: Seal) -> AsyncIterator[Database]:
    """The database at `url`, whose schema must be the newest one (see storage.migrate)."""
    database = Database(create_writer(url), create_readers(url), seal)
    try:
        yield database
    finally:
        await database.close()
