"""`/health`: the process is alive. `/ready`: the database answers with the newest schema, and the platforms are up."""

from collections.abc import Callable, Sequence

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
        state = {"database": schema is not None, "schema": schema == right, **platforms()}
        status = 200 if all(state.values()) else 503
        return JSONResponse({"status": "ready" if status == 200 else "not ready", **state}, status_code=status)

    return [Route("/health", health), Route("/ready", ready)]


async def _schema(database: Database) -> str | None:
    """The revision of the database; None when it does not answer."""
    try:
        return await database.read(lambda store: store.figures.schema())
    except StoreUnavailable:
        return None
