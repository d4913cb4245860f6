"""What the bot makes of one message, and the interface of whatever makes it."""

from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    ANSWER = "answer"
    SUGGEST = "suggest"
    URGENT = "urgent"
    UNKNOWN = "unknown"  # addressed, but nothing fits
    SILENT = "silent"  # not addressed, and not sure enough to speak


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be meant; `probability` is that of its being the right one."""

    entry: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """At most three candidates, best first; for an urgent outcome the urgent answer is the only one.

    `language` is an ISO 639-1 code, or the default language when the text tells nothing. `asked` is how many of the
    candidates are surely asked for, where somebody asks several things in one message.
    """

    outcome: Outcome
    candidates: tuple[Candidate, ...]
    language: str
    asked: int = 1

    @property
    def likeliest(self) -> str:
        """The entry that comes first; "" where there is none."""
        return self.candidates[0].entry if self.candidates else ""

    @property
    def confidence(self) -> float:
        return self.candidates[0].probability if self.candidates else 0.0


class Understanding(Protocol):
    """Safe to call from several threads at once; building one may take a second, reading takes milliseconds."""

    def read(self, text: str, *, addressed: bool, among: Container[str] | None = None) -> Reading:
        """What `text` asks. `among` limits the entries and urgent answers to these ids; None is all."""
        ...
