"""What other processes have just committed: PostgreSQL tells it within milliseconds.

Nobody depends on it: whoever waits for something looks for it once a second as well.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, NullPool, func, select

from storage.ownership import SERVER_NOTICES

log = logging.getLogger(__name__)

# https://www.postgresql.org/docs/current/sql-notify.html: each database has channels of its own.
CHANNEL = "straatbot"
AGAIN_SECONDS = 2.0


class Notices:
    """`tell` is called with each topic that another process has touched."""

    def __init__(self, url: str, tell: Callable[[frozenset[str]], None]) -> None:
        from sqlalchemy.ext.asyncio import create_async_engine

        self._engine = create_async_engine(url, poolclass=NullPool, connect_args={"server_settings": SERVER_NOTICES})
        self._tell = tell
        self._us = secrets.token_hex(8)

    def give(self, connection: Connection, topics: frozenset[str]) -> None:
        """To the others, once this transaction is committed."""
        for topic in topics:
            connection.execute(select(func.pg_notify(CHANNEL, f"{self._us} {topic}")))

    async def listen(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self._hear()
            except Exception as problem:  # noqa: BLE001  SQLAlchemy lets through some of what asyncpg raises
                told = {"action": "notices_unavailable", "error": type(problem).__name__}
                log.warning("what others commit is only looked for once a second", extra=told)
            await asyncio.sleep(AGAIN_SECONDS)

    async def _hear(self) -> None:
        """Until the connection is lost."""
        lost = asyncio.Event()
        async with self._engine.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            driver.add_termination_listener(lambda _: lost.set())
            await driver.add_listener(CHANNEL, self._noticed)
            await lost.wait()

    def _noticed(self, driver: object, pid: int, channel: str, payload: str) -> None:
        who, _, topic = payload.partition(" ")
        if who != self._us:
            self._tell(frozenset([topic]))
