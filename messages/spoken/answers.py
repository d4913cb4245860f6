"""What comes back when somebody has typed when: an answer, a doubt with choices, or why not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from messages.content import Schedule

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A message to be sent by a schedule. The text is empty where only the schedule was typed."""

    schedule: Schedule
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When an event is, in naive local time, and the rest of the line; `repeats` has its COUNT or UNTIL in it."""

    starts_at: datetime
    ends_at: datetime | None = None
    repeats: str | None = None
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[Answer]):
    label: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Generic[Answer]):
    """A question to ask back: `question` is a key of the wordings, each choice what its button would mean."""

    question: str
    values: Mapping[str, str]
    choices: tuple[Choice[Answer], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """Why a line cannot be followed: `reason` is a key of the wordings."""

    reason: str
    values: Mapping[str, str] = field(default_factory=dict)
