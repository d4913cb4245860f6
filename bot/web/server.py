"""The web application, and the server that it runs in."""

import contextlib
import socket
from collections.abc import Iterable, Iterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.settings import Settings, SettingsError

# Uvicorn waits this long for requests under way, so that a stop takes less than ten seconds in all.
SECONDS_TO_FINISH = 2

# Pages that a later version serves.
LATER = ("/beheer", "/beheer/{path:path}", "/straat/{id}", "/straat/{id}/{path:path}")


def web_application(routes: Iterable[BaseRoute], *, has_playground: bool, health: Sequence[Route]) -> Starlette:
    later = [Route(path, _later) for path in LATER]
    home = Route("/", _to_playground if has_playground else _nothing_here)
    return Starlette(routes=[home, *routes, *health, *later])


async def _to_playground(request: Request) -> Response:
    return RedirectResponse("/playground")


async def _nothing_here(request: Request) -> Response:
    return PlainTextResponse("Dit is een straatbot. Praat met hem in je straatgroep.")


async def _later(request: Request) -> Response:
    return PlainTextResponse("Deze pagina is er nog niet.", status_code=501)


def listen_at(settings: Settings) -> socket.socket:
    """A socket on HOST and PORT; raises SettingsError when that cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except OSError as problem:
        sentence = f"PORT: cannot listen on {settings.host}:{settings.port} ({problem.strerror}); choose another"
        raise SettingsError(sentence) from None


class WebServer(uvicorn.Server):
    """Uvicorn that leaves signals to the bot; `should_exit` stops it."""

    def __init__(self, application: Starlette) -> None:
        config = uvicorn.Config(
            application,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=SECONDS_TO_FINISH,
        )
        super().__init__(config)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
