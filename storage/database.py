"""The engine, its one writer and its readers; SQLite and PostgreSQL behave alike from here on.

`write(work)` runs `work(store)` in a transaction of its own: it sees a consistent store, and either all that it
wrote is durable when `write` returns, or nothing is. Units that arrive together share one commit. `work` is plain
synchronous code, run one unit after another; with SQLite beside the event loop, so it touches nothing but its store and
what threads may share. It may be done again: where one unit fails nothing is kept, and all are done once more, each in
its own savepoint, so that the one that fails takes nothing of the others with it.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError

from storage.content_store import ContentCache
from storage.engines import StoreUnavailable, Transactions, create_readers, create_writer, unavailable
from storage.notices import Notices
from storage.seal import Seal
from storage.store import Store

log = logging.getLogger(__name__)

T = TypeVar("T")

# How many units of work may share a commit: enough for a burst, few enough to keep their wait short.
MOST_IN_ONE_COMMIT = 64
# https://www.postgresql.org/docs/current/errcodes-appendix.html: read_only_sql_transaction
READ_ONLY = "25006"
DEADLOCK = "40P01"
MOST_DEADLOCKS = 3


@dataclass(slots=True)
class _Unit:
    work: Callable[[Store], Any]
    done: "asyncio.Future[Any]"
    place: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    unit: _Unit
    result: Any = None
    problem: Exception | None = None
    topics: frozenset[str] = frozenset()


class _Failed(Exception):
    """Nothing of this transaction is kept."""

    def __init__(self, problem: Exception) -> None:
        self.problem = problem


_Do = Callable[[Connection, _Unit, ContentCache], _Outcome]


class Database:
    """An open database. `open_database` makes one."""

    def __init__(self, url: str, seal: Seal) -> None:
        self.url = url
        self.writer: Transactions = create_writer(url)
        self.readers: Transactions = create_readers(url)
        self._seal = seal
        self._content = ContentCache()
        self._units: asyncio.Queue[_Unit | None] = asyncio.Queue()
        self._closed = False
        self._listeners: defaultdict[str, list[Callable[[], None]]] = defaultdict(list)
        # SQLite is for one process.
        self._notices = None if make_url(url).get_backend_name() == "sqlite" else Notices(url, self._tell)
        self._loop = asyncio.get_running_loop()
        self._hearing: asyncio.Task[None] | None = None
        self._writing = asyncio.create_task(self._write_all(), name="store writer")

    def after_commit(self, topic: str, listener: Callable[[], None]) -> None:
        """Call `listener` after each commit, ours or another process's, that `store.touched(topic)`."""
        self._listeners[topic].append(listener)
        if self._notices and self._hearing is None:
            self._hearing = self._loop.create_task(self._notices.listen(), name="notices")

    async def write(self, work: Callable[[Store], T], *, place: str = "") -> T:
        """Do `work` in a transaction; its result, once it is durable. Raises StoreUnavailable.

        `place` names the chat that it changes before anything else. Units that share a commit are done in the order of
        these names: two processes that take chats in one order never wait for each other at once.
        """
        self._check_open()
        unit = _Unit(work, asyncio.get_running_loop().create_future(), place)
        self._units.put_nowait(unit)
        result: T = await asyncio.shield(unit.done)
        return result

    async def read(self, work: Callable[[Store], T]) -> T:
        """Do `work`, which writes nothing, beside the writer. Raises StoreUnavailable."""
        self._check_open()
        return await self.readers.transact(lambda connection: work(Store(connection, self._seal, self._content)))

    def _check_open(self) -> None:
        if self._closed:
            raise StoreUnavailable("the database is closed")

    async def close(self) -> None:
        """What was handed in before is still done."""
        if not self._closed:
            self._closed = True
            self._units.put_nowait(None)
        await asyncio.wait([self._writing])
        if self._hearing:
            self._hearing.cancel()
            await asyncio.gather(self._hearing, return_exceptions=True)
        await self.readers.close()
        await self.writer.close()

    async def _write_all(self) -> None:
        """Until the None that `close` puts behind the last unit."""
        is_last = False
        while not is_last:
            units = [await self._units.get()]
            while len(units) < MOST_IN_ONE_COMMIT and not self._units.empty():
                units.append(self._units.get_nowait())
            is_last = units[-1] is None
            await self._commit(sorted((unit for unit in units if unit), key=lambda unit: unit.place))

    async def _commit(self, units: list[_Unit]) -> None:
        try:
            outcomes = await self._outcomes(units)
        except Exception as problem:  # noqa: BLE001  whatever it is, the callers must hear of it
            outcomes = [_Outcome(unit, problem=unavailable(problem)) for unit in units]
        for outcome in outcomes:
            _settle(outcome)
        self._tell(_touched(outcomes))

    async def _outcomes(self, units: list[_Unit]) -> list[_Outcome]:
        """Most commits go well, and savepoints would be a quarter of their statements."""
        for do in (self._do, *(self._do_apart,) * MOST_DEADLOCKS):
            try:
                return await self._transact(units, do)
            except _Failed as failed:
                problem = failed.problem
            if len(units) == 1 and _sqlstate(problem) != DEADLOCK:
                break
        return [_Outcome(unit, problem=_as_told(problem)) for unit in units]

    async def _transact(self, units: list[_Unit], do: _Do) -> list[_Outcome]:
        outcomes, content = await self.writer.transact(lambda connection: self._do_all(connection, units, do))
        if content.latest is not self._content.latest:
            self._content = content
        return outcomes

    def _do_all(self, connection: Connection, units: list[_Unit], do: _Do) -> tuple[list[_Outcome], ContentCache]:
        # What one unit saw of the content of another is for nobody else as long as it may be rolled back.
        content = replace(self._content)
        outcomes = [do(connection, unit, content) for unit in units]
        if self._notices:
            self._notices.give(connection, _touched(outcomes))
        return outcomes, content

    def _do(self, connection: Connection, unit: _Unit, content: ContentCache) -> _Outcome:
        store = Store(connection, self._seal, content)
        try:
            return _Outcome(unit, unit.work(store), topics=frozenset(store.topics))
        except Exception as problem:
            if _may_only_be_read(problem):
                connection.invalidate()  # another server has taken over: only a new connection finds it
            if connection.invalidated:
                raise
            raise _Failed(problem) from problem

    def _do_apart(self, connection: Connection, unit: _Unit, content: ContentCache) -> _Outcome:
        connection.exec_driver_sql("SAVEPOINT unit")
        try:
            outcome = self._do(connection, unit, content)
        except _Failed as failed:
            if _sqlstate(failed.problem) == DEADLOCK:  # what the other waits for is held by the units before this one
                raise
            # A full disk makes SQLite undo the whole transaction. Then this fails too, and so do all its units.
            connection.exec_driver_sql("ROLLBACK TO SAVEPOINT unit")
            return _Outcome(unit, problem=_as_told(failed.problem))
        connection.exec_driver_sql("RELEASE SAVEPOINT unit")
        return outcome

    def _tell(self, topics: frozenset[str]) -> None:
        for topic in topics:
            for listener in self._listeners[topic]:
                try:
                    listener()
                except Exception:
                    log.exception("a listener failed", extra={"action": "listener_failed", "topic": topic})


def _touched(outcomes: list[_Outcome]) -> frozenset[str]:
    return frozenset().union(*(outcome.topics for outcome in outcomes))


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


def _as_told(problem: Exception) -> Exception:
    """What the caller hears of it."""
    is_theirs = isinstance(problem, DBAPIError) and not _is_ours(problem)
    return unavailable(problem) if is_theirs else problem


def _may_only_be_read(problem: Exception) -> bool:
    return _sqlstate(problem) == READ_ONLY


def _sqlstate(problem: Exception) -> str | None:
    """https://www.postgresql.org/docs/current/errcodes-appendix.html; None for what PostgreSQL has not raised."""
    return getattr(getattr(problem, "orig", None), "sqlstate", None)


@asynccontextmanager
async def open_database(url: str, seal: Seal) -> AsyncIterator[Database]:
    """The database at `url`, whose schema must be the newest one (see storage.migrate)."""
    database = Database(url, seal)
    try:
        yield database
    finally:
        await database.close()
