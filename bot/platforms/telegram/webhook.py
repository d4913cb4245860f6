"""The address at which Telegram itself brings updates; it brings again what was not answered with 200."""

import hmac
import json
import logging
import re
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.platforms.telegram.hearing import Hearing
from bot.platforms.telegram.said import Json

_log = logging.getLogger(__name__)

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header, not what is in it
MAX_BYTES = 1_000_000
# https://core.telegram.org/bots/api#setwebhook
SECRET_FORM = re.compile(r"[A-Za-z0-9_-]{1,256}")


def webhook_route(path: str, secret: str, hearing: Callable[[], Hearing | None]) -> Route:
    """`hearing` gives None as long as nobody listens; Telegram then tries again later."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        update = _update(body)
        if update is None:
            return Response(status_code=400)
        open_ear = hearing()
        return Response(status_code=503 if open_ear is None else await _take(open_ear, update))

    return Route(path, receive, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """None when it is too large, however large that is."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            return None
    return bytes(body)


def _update(body: bytes) -> Json | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        return None
    return update


async def _take(hearing: Hearing, update: Json) -> int:
    """The status to answer with."""
    try:
        await hearing.take(update)
    except Exception as error:  # noqa: BLE001 - whatever it is, Telegram must bring it again
        _log.error(  # without the traceback: it could show what somebody wrote
            "An update could not be stored (%s); Telegram brings it again.",
            type(error).__name__,
            extra={"action": "telegram_update_not_stored"},
        )
        return 500
    return 200
