"""`/health`: the process is alive. `/ready`: the database answers with the newest schema, and the platforms are up."""

from collections.abc import Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from storage import Database, StoreUnavailable
from storage.migrate import newest


def health_routes(database: Database, platforms: Callable[[], dict[str, bool]]) -> Sequence[Route]:
    """`platforms` says which are up, by name."""

    right = newest()

    async def health(request: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def ready(request: Request) -> Response:
        schema = await _schema(database)
        up = platforms()
        state = {"database": schema is not None, "schema": schema == right, **up}
        status = 200 if state["database"] and state["schema"] and _each_is_heard(up) else 503
        return JSONResponse({"status": "ready" if status == 200 else "not ready", **state}, status_code=status)

    return [Route("/health", health), Route("/ready", ready)]


def _each_is_heard(up: Mapping[str, bool]) -> bool:
    """Of several bots on a platform, one that is down does not keep the others from being asked: see `via`."""
    names = {name.partition(":")[0] for name in up}
    return all(any(is_up for name, is_up in up.items() if name.partition(":")[0] == one) for one in names)


async def _schema(database: Database) -> str | None:
    """The revision of the database; None when it does not answer."""
    try:
        return await database.read(lambda store: store.figures.schema())
    except StoreUnavailable:
        return None
