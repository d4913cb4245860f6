"""A bad network between the bot and a server: for each request a test says what becomes of it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import urlsplit

from tests.doubles.between import Between, Ends


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


class FaultProxy(Between):
    """`fate` is asked with the path of each request; it speaks HTTP with a length."""

    def __init__(self, server_url: str, fate: Callable[[str], Fate] = lambda path: Fate()) -> None:
        parts = urlsplit(server_url)
        super().__init__((str(parts.hostname), int(parts.port or 80)))
        self.fate = fate

    async def _carry(self, here: Ends, there: Ends) -> None:
        while await self._carry_one(*here, *there):
            pass

    async def _carry_one(
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
