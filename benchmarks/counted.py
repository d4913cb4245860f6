"""What became of messages whose meaning is known."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from messages.understanding import Outcome, Reading, Understanding

MIX = {"chatter": 0.70, "off_topic": 0.15, "statement": 0.10, "near_miss": 0.05}
_BINS = 10


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A message; `label` is the entry that it asks for, None for none; `also` holds others as right."""

    text: str
    label: str | None
    lang: str
    addressed: bool
    kind: str
    also: frozenset[str] = frozenset()

    @classmethod
    def read(cls, line: str) -> Self:
        stored = json.loads(line)
        return cls(
            text=stored["text"],
            label=stored.get("label"),
            lang=stored.get("lang", "nl"),
            addressed=bool(stored.get("addressed", False)),
            kind=stored.get("kind", ""),
            also=frozenset(stored.get("also", ())),
        )

    def answered_by(self, entries: Sequence[str]) -> bool:
        return self.label in entries or not self.also.isdisjoint(entries)


@dataclass(frozen=True, kw_only=True)
class Answered:
    """Shares of the questions; `sure` has for each how sure we were and whether that was right."""

    first: float
    three: float
    shown: float
    right: float  # answered outright
    wrong: float
    sure: list[tuple[float, bool]]


def addressed(understanding: Understanding, asked: Sequence[Asked]) -> Answered:
    return _answered([(one, understanding.read(one.text, addressed=True)) for one in asked])


def overheard(understanding: Understanding, asked: Sequence[Asked]) -> Answered:
    return _answered([(one, understanding.read(one.text, addressed=False)) for one in asked])


def interruptions(understanding: Understanding, negatives: Sequence[Asked]) -> dict[str, float]:
    """The share answered of each kind of talk, and of their usual mix."""
    heard: defaultdict[str, list[bool]] = defaultdict(list)
    for one in negatives:
        heard[one.kind].append(understanding.read(one.text, addressed=False).outcome is Outcome.ANSWER)
    shares = {kind: sum(answers) / len(answers) for kind, answers in heard.items()}
    return shares | {"mix": sum(share * shares.get(kind, 0.0) for kind, share in MIX.items())}


def right_among(ranked: Callable[[str], Sequence[str]], asked: Sequence[Asked], most: int) -> float:
    return sum(one.answered_by(ranked(one.text)[:most]) for one in asked) / max(1, len(asked))


def error(sure: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: how far what we were sure of is from what was right, in ten bins."""
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, right in sure:
        bins[min(int(probability * _BINS), _BINS - 1)].append((probability, right))
    gaps = (abs(sum(p for p, _ in one) - sum(right for _, right in one)) for one in bins.values())
    return sum(gaps) / max(1, len(sure))


def _answered(read: Sequence[tuple[Asked, Reading]]) -> Answered:
    count = max(1, len(read))
    shown = [(one, _shown(reading), reading) for one, reading in read]
    best = [[candidate.entry for candidate in reading.candidates] for _, reading in read]
    answered = [(one, entries) for one, entries, reading in shown if reading.outcome is Outcome.ANSWER]
    return Answered(
        first=sum(one.answered_by(entries[:1]) for one, entries, _ in shown) / count,
        three=sum(one.answered_by(entries) for (one, _), entries in zip(read, best, strict=True)) / count,
        shown=sum(one.answered_by(entries) for one, entries, _ in shown) / count,
        right=sum(one.answered_by(entries) for one, entries in answered) / count,
        wrong=sum(not one.answered_by(entries) for one, entries in answered) / count,
        sure=[(reading.confidence, one.answered_by(e[:1])) for (one, reading), e in zip(read, best, strict=True)],
    )


def _shown(reading: Reading) -> list[str]:
    """What people would see: the answer, or the buttons."""
    entries = [candidate.entry for candidate in reading.candidates]
    return {Outcome.ANSWER: entries[:1], Outcome.SUGGEST: entries}.get(reading.outcome, [])
