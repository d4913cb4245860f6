"""What one process at a time may own, with every database: whoever dies loses it by itself, and another may take it."""

import asyncio
import fcntl
import hashlib
import logging
import os
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sqlalchemy import NullPool, make_url, text

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

log = logging.getLogger(__name__)

T = TypeVar("T")

# A machine that vanishes closes no connection: after these seconds the server gives its locks back. An owner that
# cannot reach the server must know it before that.
SERVER_NOTICES = {"tcp_keepalives_idle": "3", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "2"}
ANSWER_SECONDS = 2.0
# A server that may only be read stands by, or has been replaced by another: its locks hold nobody back.
IS_IN_CHARGE = "SELECT current_setting('transaction_read_only') = 'off'"


class Ownership(Protocol):
    """Of one thing; both methods never raise: what cannot be had now may be had later."""

    async def take(self) -> bool:
        """Whether it is ours, now or still."""
        ...

    async def give_back(self) -> None: ...


def ownership(url: str, name: str) -> Ownership:
    """Of the thing with this name, among all that use the database at `url`. The name itself is told to nobody."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    if make_url(url).get_backend_name() == "sqlite":
        return _LockFile(Path(f"{make_url(url).database}.{digest.hex()}.lock"))
    return _AdvisoryLock(url, int.from_bytes(digest, signed=True))


class _LockFile:
    """The file goes when it is given back, still locked: who had opened it sees that, and opens the next one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    async def take(self) -> bool:
        if self._file is None:
            self._file = self._locked()
        return self._file is not None

    async def give_back(self) -> None:
        held, self._file = self._file, None
        if held is not None:
            with suppress(OSError):
                self._path.unlink()
            os.close(held)

    def _locked(self) -> int | None:
        while True:
            try:
                file = os.open(self._path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
            except OSError:
                return None
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os.close(file)
                return None
            if self._is_the_file(file):
                return file
            os.close(file)

    def _is_the_file(self, file: int) -> bool:
        try:
            return os.path.samestat(os.fstat(file), self._path.stat())
        except OSError:
            return False


class _AdvisoryLock:
    """Held by a session: https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS."""

    def __init__(self, url: str, key: int) -> None:
        settings = {"server_settings": SERVER_NOTICES, "timeout": ANSWER_SECONDS}
        from sqlalchemy.ext.asyncio import create_async_engine

        self._engine = create_async_engine(url, poolclass=NullPool, connect_args=settings)
        self._key = key
        self._session: AsyncConnection | None = None

    async def take(self) -> bool:
        try:
            if self._session is None:
                return await _in_time(self._lock())
            if await _in_time(self._session.scalar(text(IS_IN_CHARGE))):
                return True
        except Exception as problem:  # noqa: BLE001  SQLAlchemy lets through some of what asyncpg raises
            told = {"action": "ownership_unavailable", "error": type(problem).__name__}
            log.warning("the database does not say whose it is", extra=told)
        await self.give_back()
        return False

    async def give_back(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await _end(session)

    async def _lock(self) -> bool:
        session = await self._engine.connect()
        try:
            await session.execution_options(isolation_level="AUTOCOMMIT")
            query = f"SELECT CASE WHEN ({IS_IN_CHARGE}) THEN pg_try_advisory_lock(:key) END"
            taken = await session.scalar(text(query), {"key": self._key})
        except BaseException:
            await _end(session)
            raise
        if taken:
            self._session = session
        else:
            await _end(session)
        return bool(taken)


async def _in_time(asking: Coroutine[Any, Any, T]) -> T:
    """What it gives; raises TimeoutError. The time has two parts: who was held up in one still has the other."""
    asked = asyncio.create_task(asking)
    try:
        for _ in range(2):
            done, _ = await asyncio.wait([asked], timeout=ANSWER_SECONDS / 2)
            if done:
                return asked.result()
        raise TimeoutError
    finally:
        asked.cancel()
        await asyncio.gather(asked, return_exceptions=True)


async def _end(session: "AsyncConnection") -> None:
    try:
        async with asyncio.timeout(ANSWER_SECONDS / 2):
            await session.close()
    except Exception:  # noqa: BLE001  likewise, and it has ended anyway
        return
