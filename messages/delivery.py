"""A reply on its way to one chat: its states, its urgency, and when a failed one is tried again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from messages.reply import Reply
from messages.street import ChatAddress, ChatKind


class DeliveryState(StrEnum):
    """`waiting → sending → sent → delivered → read`, or one of four ends."""

    WAITING = "waiting"
    CLAIMED = "claimed"  # by an earlier version, before it marked it as sending
    SENDING = "sending"  # claimed by a postman, and committed just before its network call
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"  # refused for good
    DROPPED = "dropped"  # never tried: stale, paused, opted out
    UNKNOWN = "unknown"  # written, but no answer: may or may not have arrived


NOT_GONE = (DeliveryState.WAITING, DeliveryState.CLAIMED)
ARRIVED = (DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ)
NEVER_SAID = (DeliveryState.DROPPED, DeliveryState.FAILED)


class Urgency(IntEnum):
    """Who goes first; lower is sooner."""

    SAFETY = 0
    REPLY = 1
    EVENT = 2
    BROADCAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One reply to one chat. `cause` says what made it and is unique, so that nothing is said twice.

    `reply_to` is the platform's id of the message that it answers. `pages_sent` counts the platform
    messages of a long reply that have arrived. `expires_at`: not sent later than this. `last_heard_at` is
    when the chat last spoke to us: on WhatsApp, free text is only allowed for 24 hours after it. `marked_at` is
    when its last call began.
    """

    key: int
    chat: ChatAddress
    chat_kind: ChatKind
    reply: Reply
    urgency: Urgency
    cause: str
    due_at: datetime
    state: DeliveryState = DeliveryState.WAITING
    reply_to: str | None = None
    thread: str | None = None
    expires_at: datetime | None = None
    attempts: int = 0
    pages_sent: int = 0
    marked_at: datetime | None = None
    last_heard_at: datetime | None = None
    chat_key: int = 0  # the chat's row in the store


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a platform tells later about a message of ours, known by its id there or by our own key."""

    state: DeliveryState
    external_id: str
    delivery: int | None = None
    error: str | None = None


# A receipt only moves a delivery upward: platforms deliver them late, twice and out of order.
# https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
LADDER = (
    DeliveryState.SENDING,
    DeliveryState.UNKNOWN,
    DeliveryState.SENT,
    DeliveryState.FAILED,
    DeliveryState.DELIVERED,
    DeliveryState.READ,
)


def is_upward(now: DeliveryState, then: DeliveryState) -> bool:
    return now in LADDER and then in LADDER and LADDER.index(then) > LADDER.index(now)


# However late it is: an answer that waited for its person's return deserves more than one try.
MIN_ATTEMPTS = 8
PATIENCE_FOR_REPLIES = timedelta(minutes=30)
PATIENCE = timedelta(hours=24)


def retry_after(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts before this one: 1 s, doubling, at most five minutes."""
    return timedelta(seconds=min(2 ** min(attempts, 10), 300))


def may_be_tried(delivery: Delivery, at: datetime) -> bool:
    """Whether it is still worth trying then: until it expires, or as long as somebody may wait for an answer."""
    if delivery.expires_at and not delivery.pages_sent:
        return at <= delivery.expires_at
    patience = PATIENCE_FOR_REPLIES if delivery.urgency <= Urgency.REPLY else PATIENCE
    return at <= delivery.due_at + patience or delivery.attempts < MIN_ATTEMPTS
