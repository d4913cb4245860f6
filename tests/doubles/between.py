"""Something between the bot and a server: it carries the connections, until it goes away."""

import asyncio
from contextlib import suppress
from typing import Self

from tests.doubles.ports import free_port

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]
AT_ONCE = 65536  # bytes


class Between:
    """Use it with `async with`. Each kind says whom it reaches, and may carry otherwise than all both ways."""

    def __init__(self, there: tuple[str, int] = ("127.0.0.1", 0), port: int = 0) -> None:
        self.port = port or free_port()
        self._there = there
        self._open: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        await self.comes_back()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.goes_away()

    async def comes_back(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)

    async def goes_away(self) -> None:
        """Connections are cut, and new ones refused."""
        self._server.close()
        for task in tuple(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        there = None
        try:
            there = await self._reach()
            if there:
                await self._carry((reader, writer), there)
        except (OSError, EOFError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(task)
            writer.transport.abort()
            if there:
                there[1].transport.abort()

    async def _reach(self) -> Ends | None:
        """None where nobody is there."""
        return await asyncio.open_connection(*self._there)

    async def _carry(self, here: Ends, there: Ends) -> None:
        await asyncio.gather(pass_on(here[0], there[1]), pass_on(there[0], here[1]))


async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Until there is nothing any more; then the other end hears of it."""
    with suppress(OSError):
        while said := await reader.read(AT_ONCE):
            writer.write(said)
            await writer.drain()
    writer.transport.abort()
