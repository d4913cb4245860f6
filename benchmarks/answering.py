"""A Telegram that takes everything and thinks about nothing, in a process of its own; prints its port."""

import asyncio
import json
from datetime import UTC, datetime

_CHAT = {"id": -1001000000000, "title": "Lindelaan", "type": "supergroup"}
_BOT = {"id": 123456, "is_bot": True, "first_name": "Straatbot", "username": "straatbot"}
_MESSAGE = {"message_id": 17, "from": _BOT, "chat": _CHAT, "date": int(datetime.now(UTC).timestamp()), "text": "Hoi."}


def _answer(result: object) -> bytes:
    body = json.dumps({"ok": True, "result": result}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)


_US, _SENT = _answer(_BOT), _answer(_MESSAGE)


class _Answering(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._held = b""

    def data_received(self, data: bytes) -> None:
        self._held += data
        while (end := self._held.find(b"\r\n\r\n") + 4) >= 4:
            head = self._held[:end]
            end += _length(head)
            if len(self._held) < end:
                return
            self._held = self._held[end:]
            self._transport.write(_US if b"/getMe " in head else _SENT)  # type: ignore[attr-defined]


def _length(head: bytes) -> int:
    _, _, value = head.lower().partition(b"content-length:")
    return int(value.split(b"\r\n")[0] or 0)


async def main() -> None:
    server = await asyncio.get_running_loop().create_server(_Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
