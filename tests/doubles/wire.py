"""A wire to a server of any kind, that a test may cut: at once, or just after something was said."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Self


class Wire:
    """Use it with `async with`. `cuts_after` is shown what goes to the server, which still gets it; then it is cut."""

    def __init__(self, host: str, port: int, cuts_after: Callable[[bytes], bool] = lambda said: False) -> None:
        self._there = host, port
        self.cuts_after = cuts_after
        self.port = 0
        self._open: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in tuple(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        there, back = await asyncio.open_connection(*self._there)
        answers = asyncio.create_task(_pass_on(there, writer))
        try:
            while said := await reader.read(65536):
                back.write(said)
                if self.cuts_after(said):
                    answers.cancel()  # the server's answer gets no further
                    await back.drain()
                    await asyncio.sleep(0.05)  # in which the server does it
                    break
                await back.drain()
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            answers.cancel()
            self._open.discard(task)
            for end in (writer, back):
                end.transport.abort()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError, asyncio.CancelledError):
        while said := await reader.read(65536):
            writer.write(said)
            await writer.drain()
        writer.transport.abort()
