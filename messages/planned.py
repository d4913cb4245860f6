"""The nouns of the plan: one message to one street, and what has been decided before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple


class PlanKind(StrEnum):
    ANNOUNCEMENT = "announcement"
    EVENT = "event"
    REMINDER = "reminder"


class PlanOutcome(StrEnum):
    SEND = "send"
    MOVED = "moved"
    DROPPED = "dropped"


class PlanReason(StrEnum):
    """Why a message is moved or dropped. What really happened may have other reasons, such as `busy`."""

    PAUSED = "paused"
    QUIET_HOURS = "quiet_hours"
    EXPIRED = "expired"
    WEEKLY_LIMIT = "weekly_limit"


# Kind, item, the moment when it is due in UTC, and the occurrence of an event.
About = tuple[PlanKind, str, datetime, datetime | None]


class Planned(NamedTuple):
    """One message to one street. `due_at` is the moment by the rule alone, `send_at` after all other rules.

    Both are aware, in the street's zone. `wording` is an index, None for events, reminders and what is
    dropped. `occurs_at` is the start of the event occurrence that an event message is about (naive local).
    There are many of these: see `messages.due.Due`.
    """

    street: str
    kind: PlanKind
    item: str
    due_at: datetime
    send_at: datetime | None
    outcome: PlanOutcome
    reason: str | None = None
    wording: int | None = None
    occurs_at: datetime | None = None

    @property
    def is_about(self) -> About:
        """What makes it a message of its own in its street."""
        return self.kind, self.item, self.due_at.astimezone(UTC), self.occurs_at


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What really happened: what was due up to and including `decided_until` comes from the records alone.

    A record of a later moment, decided early because it went out before quiet hours, stands as well.
    """

    decided_until: datetime
    records: Sequence[Planned] = ()
