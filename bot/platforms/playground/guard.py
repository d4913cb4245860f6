"""Who may reach the playground: the browser of whoever sits at this machine, not a website elsewhere."""

from collections.abc import Awaitable, Callable, Collection
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.platforms.playground.listen import Refused

Endpoint = Callable[[Request], Awaitable[Response]]

NEVER_KEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def guarded(endpoint: Endpoint, hosts: Collection[str] | None) -> Endpoint:
    """`endpoint`, behind the checks of where a request comes from; what is refused is told in JSON."""

    async def answer(request: Request) -> Response:
        try:
            _check_host(request, hosts)
            _check_origin(request)
            return await endpoint(request)
        except Refused as refused:
            return JSONResponse({"error": str(refused)}, refused.status, NEVER_KEPT)

    return answer


def _check_host(request: Request, hosts: Collection[str] | None) -> None:
    """A name of their own that points here makes a strange page look like ours (DNS rebinding)."""
    if hosts is not None and _hostname(f"//{request.headers.get('host', '')}") not in hosts:
        raise Refused(403, "De speeltuin is alleen op deze computer te gebruiken.")


def _check_origin(request: Request) -> None:
    """Browsers send an Origin with whatever a page elsewhere makes them post here."""
    origin = request.headers.get("origin")
    if origin is not None and _netloc(origin) != request.headers.get("host"):
        raise Refused(403, "Deze vraag komt van een andere website.")


def _netloc(url: str) -> str | None:
    try:
        return urlsplit(url).netloc or None
    except ValueError:
        return None


def _hostname(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
