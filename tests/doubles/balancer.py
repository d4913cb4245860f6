"""A small balancer before several web servers: each connection goes to the next one that takes it."""

import asyncio
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from typing import Self


class Balancer:
    """Use it with `async with`; `ports` are those of 127.0.0.1 that it shares the work among."""

    def __init__(self, ports: Iterable[int], port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.carried = dict.fromkeys(ports, 0)
        self._turn = deque(self.carried)
        self._port = port
        self._open: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
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
        try:
            there = await self._next()
            if there:
                await asyncio.gather(_pass_on(reader, there[1]), _pass_on(there[0], writer))
        finally:
            self._open.discard(task)
            writer.transport.abort()
            if there:
                there[1].transport.abort()

    async def _next(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        for _ in range(len(self._turn)):
            self._turn.rotate(-1)
            with suppress(OSError):
                there = await asyncio.open_connection("127.0.0.1", self._turn[0])
                self.carried[self._turn[0]] += 1
                return there
        return None


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while said := await reader.read(65536):
            writer.write(said)
            await writer.drain()
    writer.transport.abort()
