"""`/metrics` for Prometheus: what was counted in this process, and the queue as the database knows it now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.metrics import REGISTRY
from messages.delivery import DeliveryState, Urgency
from storage import Database, StoreUnavailable
from storage.figures import Pile


def metrics_routes(
    database: Database, platforms: Callable[[], Mapping[str, bool]], now: Callable[[], datetime]
) -> Sequence[Route]:
    """`platforms` says which are up, by name."""

    async def metrics(request: Request) -> Response:
        seen = CollectorRegistry()
        _show_platforms(platforms(), seen)
        answers = Gauge("straatbot_database_up", "Whether the database answers.", registry=seen)
        try:
            _show_queue(await database.read(lambda store: store.figures.piles(now())), platforms(), now(), seen)
            answers.set(1)
        except StoreUnavailable:
            answers.set(0)
        return Response(generate_latest(REGISTRY) + generate_latest(seen), media_type=CONTENT_TYPE_LATEST)

    return [Route("/metrics", metrics)]


def _show_platforms(platforms: Mapping[str, bool], registry: CollectorRegistry) -> None:
    up = Gauge("straatbot_platform_up", "Whether the platform is heard.", ["platform"], registry=registry)
    for name, is_up in platforms.items():
        up.labels(name).set(is_up)


def _show_queue(piles: list[Pile], platforms: Iterable[str], now: datetime, registry: CollectorRegistry) -> None:
    """What is empty is shown as 0: an absent number looks like a broken one."""
    by_urgency = ["platform", "urgency"]
    length = Gauge("straatbot_queue_messages", "Messages that are due.", by_urgency, registry=registry)
    age = Gauge("straatbot_queue_oldest_seconds", "How late the oldest is.", by_urgency, registry=registry)
    held = Gauge("straatbot_held_messages", "Wait until the person writes.", ["platform"], registry=registry)
    unknown = Gauge("straatbot_unknown_messages", "May or may not have arrived.", ["platform"], registry=registry)
    for platform in {*platforms, *(pile.via for pile in piles)}:
        here = [pile for pile in piles if pile.via == platform]
        lost = [pile for pile in here if pile.state is DeliveryState.UNKNOWN]
        queued = [pile for pile in here if not pile.held and pile not in lost]
        unknown.labels(platform).set(_number(lost))
        held.labels(platform).set(_number(pile for pile in here if pile.held))
        for urgency in Urgency:
            these = [pile for pile in queued if pile.urgency is urgency]
            length.labels(platform, urgency.name.lower()).set(_number(these))
            oldest = min((pile.oldest for pile in these), default=now)
            age.labels(platform, urgency.name.lower()).set((now - oldest).total_seconds())


def _number(piles: Iterable[Pile]) -> int:
    return sum(pile.number for pile in piles)
