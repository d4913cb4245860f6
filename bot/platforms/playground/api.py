"""The playground by machine: say something, read back, and follow what is said."""

import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from typing import Protocol

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.platforms.playground.guard import NEVER_KEPT, guarded
from bot.platforms.playground.listen import Post, Refused, clean_chat, read_number, read_post
from bot.platforms.playground.transcript import Message, Transcript
from messages.street import Street

MAX_BODY = 256 * 1024
HEARTBEAT = 15  # seconds; shorter than the minute after which proxies give up on a silent line

logger = logging.getLogger(__name__)
logging.getLogger("sse_starlette.sse").setLevel(logging.INFO)  # it would log what residents say


class Playground(Protocol):
    """What the pages need of the adapter."""

    transcript: Transcript
    streets: Callable[[], Awaitable[Sequence[Street]]]
    hosts: Collection[str] | None

    async def hear(self, said: Post) -> Message: ...

    async def street_of(self, chat: str) -> Street: ...


def routes(playground: Playground) -> Sequence[BaseRoute]:
    async def say(request: Request) -> Response:
        said = read_post(await _body(request))
        try:
            message = await playground.hear(said)
        except Refused:
            raise
        except Exception:
            logger.exception("not stored", extra={"action": "playground_hear"})
            raise Refused(503, "Het bericht kon niet worden bewaard. Probeer het nog eens.") from None
        return JSONResponse({"id": message.id}, 202, NEVER_KEPT)

    async def read(request: Request) -> Response:
        after, chat = await _which(playground, request)
        found = playground.transcript.since(after, chat)
        return JSONResponse([message.as_json() for message in found], headers=NEVER_KEPT)

    async def follow(request: Request) -> Response:
        after, chat = await _which(playground, request, request.headers.get("last-event-id"))
        if after > playground.transcript.last_id:
            after = 0  # seen in a process before this one, which counted for itself
        return EventSourceResponse(_events(playground.transcript, after, chat), ping=HEARTBEAT)

    async def streets(request: Request) -> Response:
        known = await playground.streets()
        return JSONResponse([_street(street) for street in known], headers=NEVER_KEPT)

    return [
        Route("/playground/api/messages", guarded(say, playground.hosts), methods=["POST"]),
        Route("/playground/api/messages", guarded(read, playground.hosts), methods=["GET"]),
        Route("/playground/api/events", guarded(follow, playground.hosts), methods=["GET"]),
        Route("/playground/api/streets", guarded(streets, playground.hosts), methods=["GET"]),
    ]


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BODY:
                raise Refused(413, "Dit bericht is te groot.")
    except ClientDisconnect:
        raise Refused(400, "Het bericht brak af.") from None
    return body


async def _which(playground: Playground, request: Request, last_seen: str | None = None) -> tuple[int, str | None]:
    """The `after` and `chat` that a request asks for; what a browser saw last goes before `after`."""
    after = read_number(last_seen or request.query_params.get("after") or "0", "after")
    chat = request.query_params.get("chat")
    if not chat:
        return after, None
    chat = clean_chat(chat)
    await playground.street_of(chat)
    return after, chat


async def _events(transcript: Transcript, after: int, chat: str | None) -> AsyncIterator[ServerSentEvent]:
    async for message in transcript.follow(after, chat):
        number = None if message.gone else str(message.id)  # what was taken back is not the last that was seen
        yield ServerSentEvent(data=json.dumps(message.as_json(), ensure_ascii=False), id=number)


def _street(street: Street) -> dict[str, str | None]:
    return {"id": street.id, "name": street.name, "contact": street.contact.name if street.contact else None}
