"""`/health`: the process is alive. `/ready`: the database answers and the platforms are up."""

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from storage import Database, StoreUnavailable


def health_routes(database: Database, platforms: Callable[[], dict[str, bool]]) -> Sequence[Route]:
    """`platforms` says which are up, by name."""

    async def health(request: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def ready(request: Request) -> Response:
        state: dict[str, bool] = {"database": await _answers(database), **platforms()}
        status = 200 if all(state.values()) else 503
        return JSONResponse(
            {"status": "ready" if status == 200 else "not ready", **state}, status_code=status
        )

    return [Route("/health", health), Route("/ready", ready)]


async def _answers(database: Database) -> bool:
    try:
        await database.read(lambda store: store.content.version)
    except StoreUnavailable:
        return False
    return True
