"""What is counted and timed while the bot lives, for `/metrics`: never whom it was about, nor which street."""

from datetime import datetime
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, disable_created_metrics

from messages.delivery import Delivery, Receipt, Urgency
from messages.street import Platform

disable_created_metrics()  # type: ignore[no-untyped-call]

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

HEARD = Counter("straatbot_heard", "Messages heard, each once.", ["platform"], registry=REGISTRY)
DECISION = Histogram(
    "straatbot_decision_seconds",
    "From hearing something until what it led to is stored.",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
    registry=REGISTRY,
)
SENDS = Counter(
    "straatbot_sends",
    "What became of sending: sent, retry, moved, held, dropped, failed, unknown.",
    ["platform", "outcome"],
    registry=REGISTRY,
)
TOO_MANY_REQUESTS = Counter(
    "straatbot_too_many_requests", "Times that a platform told us to slow down (429).", ["platform"], registry=REGISTRY
)
LATENESS = Histogram(
    "straatbot_lateness_seconds",
    "From when a message should go until it went.",
    ["platform", "urgency"],
    buckets=(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 21600),
    registry=REGISTRY,
)
RECEIPTS = Counter("straatbot_receipts", "Receipts by what they tell.", ["platform", "state"], registry=REGISTRY)


def note_sent(delivery: Delivery, now: datetime) -> None:
    """A page arrived; lateness is that of the first one."""
    note_end(delivery, "sent")
    if delivery.pages_sent == 0:
        late = max(0.0, (now - _could_go_at(delivery)).total_seconds())
        _lateness(delivery.chat.via, delivery.urgency).observe(late)


def note_end(delivery: Delivery, outcome: str) -> None:
    _sends(delivery.chat.via, outcome).inc()


def note_slow_down(delivery: Delivery) -> None:
    TOO_MANY_REQUESTS.labels(delivery.chat.via).inc()


def note_receipt(platform: Platform, receipt: Receipt) -> None:
    RECEIPTS.labels(platform, receipt.state).inc()


@cache
def _sends(via: str, outcome: str) -> Counter:
    """Once: to look one up by its labels takes longer than to count."""
    return SENDS.labels(via, outcome)


@cache
def _lateness(via: str, urgency: Urgency) -> Histogram:
    return LATENESS.labels(via, urgency.name.lower())


def _could_go_at(delivery: Delivery) -> datetime:
    """On WhatsApp a message may have waited until the person wrote, which is no lateness of ours."""
    if delivery.chat.platform is Platform.WHATSAPP and delivery.last_heard_at:
        return max(delivery.due_at, delivery.last_heard_at)
    return delivery.due_at
