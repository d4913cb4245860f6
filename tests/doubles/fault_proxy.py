"""A bad network between the bot and a server: for each request a test says what becomes of it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Self
from urllib.parse import urlsplit


class Becomes(Enum):
    ANSWERED = auto()
    CUT_BEFORE = auto()  # the server sees nothing of it
    CUT_DURING = auto()  # the server sees the first half of it
    CUT_AFTER = auto()  # the server does it; the answer is lost
    BAD_GATEWAY = auto()  # the server sees nothing; something in between answers with a page
    GATEWAY_TIMEOUT = auto()  # the server does it; something in between answers with a page


@dataclass(frozen=True, slots=True)
class Fate:
    """`late` is how many seconds the answer takes."""

    becomes: Becomes = Becomes.ANSWERED
    late: float = 0.0


PAGE = b"<html><h1>This is no JSON</h1></html>"
PAGES = {Becomes.BAD_GATEWAY: b"502 Bad Gateway", Becomes.GATEWAY_TIMEOUT: b"504 Gateway Time-out"}


class FaultProxy:
    """Use it with `async with`. `fate` is asked with the path of each request; it speaks HTTP with a length."""

    def __init__(self, server_url: str, fate: Callable[[str], Fate] = lambda path: Fate()) -> None:
        parts = urlsplit(server_url)
        self._there = str(parts.hostname), int(parts.port or 80)
        self.fate = fate
        self._port = 0
        self._open: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        await self.comes_back()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.goes_away()

    async def comes_back(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

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
        try:
            there, back = await asyncio.open_connection(*self._there)
            try:
                while await self._carry(reader, writer, there, back):
                    pass
            finally:
                back.transport.abort()
        except (OSError, EOFError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(task)
            writer.transport.abort()

    async def _carry(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        there: asyncio.StreamReader,
        back: asyncio.StreamWriter,
    ) -> bool:
        """One request and its answer; False ends the connection."""
        head, body = await _message(reader)
        fate = self.fate(head.split(b" ", 2)[1].decode())
        if fate.becomes is Becomes.CUT_BEFORE:
            return False
        if fate.becomes is Becomes.CUT_DURING:
            back.write(head + body[: len(body) // 2])
            await back.drain()
            return False
        answer = b""
        if fate.becomes is not Becomes.BAD_GATEWAY:
            back.write(head + body)
            answer = b"".join(await _message(there))
        if fate.becomes is Becomes.CUT_AFTER:
            return False
        await asyncio.sleep(fate.late)
        writer.write(_page(PAGES[fate.becomes]) if fate.becomes in PAGES else answer)
        await writer.drain()
        return True


async def _message(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    length = int(lengths[0].partition(b":")[2]) if lengths else 0
    return head, await reader.readexactly(length)


def _page(status: bytes) -> bytes:
    return b"HTTP/1.1 %b\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (status, len(PAGE), PAGE)
