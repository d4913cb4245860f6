"""One address of the Bot API for several pretended bots, as api.telegram.org has for all."""

from contextlib import AsyncExitStack
from typing import Self

from aiohttp import web

from tests.doubles.telegram_server import TelegramServer

SECOND_TOKEN = "222222:TEST-token"


class OneAddress:
    """Use it with `async with`. Each server has the chats of its own bot; the same names are the same people."""

    def __init__(self) -> None:
        self.first = TelegramServer()
        self.second = TelegramServer(token=SECOND_TOKEN, username="straatbot2")
        self._servers = {server.token: server for server in (self.first, self.second)}

    @property
    def settings(self) -> dict[str, str]:
        return {"TELEGRAM_API_URL": self.url, "TELEGRAM_BOT_TOKEN": ", ".join(self._servers)}

    async def __aenter__(self) -> Self:
        self._stack = AsyncExitStack()
        for server in self._servers.values():
            await self._stack.enter_async_context(server)
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *why: object) -> None:
        for server in self._servers.values():
            server.stopped.set()  # whoever asks for what is new is let go
        await self._stack.__aexit__(*why)  # type: ignore[arg-type]

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        return await self._servers[request.match_info["token"]]._answer(request)
