"""Danger as a whole message tells of it: by its meaning, its words of danger, and the letters of all its words."""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations, pairwise
from typing import IO, Any, NamedTuple, Self
from zlib import crc32

import numpy as np

from messages.understanding.circumstances import Circumstances
from messages.understanding.lexicon import emergencies
from messages.understanding.model import Array, softmax
from messages.understanding.normalise import pieces_of

LETTERS = 1 << 14  # numbers that runs of letters have; rare runs may share one
_RUNS = (3, 4, 5)  # letters; these outlast typing errors and inflection
_READ = 400  # characters; the encoder reads no further
# How much each counts beside the others, before anything is learned.
_MEANING, _KINDS, _AROUND, _TOLD, _LETTERS = 8.0, 1.2, 2.0, 2.0, 8.0
_SURELY = 0.9  # what tells more than the words do which danger it is
_BARS = ("addressed", "overheard", "calm")


class Seen(NamedTuple):
    """Of one message: numbers that say how much of something, and those of the runs of letters that are in it."""

    plain: Array
    letters: Array


class Weights(NamedTuple):
    """A column for calm and for each danger in the order of the lexicon, and a layer between.

    What is plain counts by itself (`alone`), and by way of `between` where it counts only together: a stove is no
    danger and neither is a headache.
    """

    alone: Array
    letters: Array
    between: Array
    start: Array
    together: Array

    def scores(self, plain: Array, letters: Array) -> Array:
        """Of one message or of many; `letters` is what their runs of letters add."""
        layer = np.maximum(plain @ self.between + self.start, 0)
        added: Array = plain @ self.alone + layer @ self.together + letters
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """It is sounded from the probability `addressed` on to who speaks to the bot, and from `overheard` on in a group.
    Where the words alone tell of danger it is, unless danger is less probable than `calm`: so a leak that was mended
    last year disturbs nobody.
    """

    weights: Weights
    addressed: float
    overheard: float
    calm: float

    @classmethod
    def read(cls, file: IO[bytes]) -> Self:
        with np.load(file, allow_pickle=False) as stored:
            bars = {name: float(stored[name]) for name in _BARS}
            return cls(weights=Weights(*(stored[name].astype(np.float32) for name in Weights._fields)), **bars)

    def write(self, file: IO[bytes]) -> None:
        stored: dict[str, Any] = {name: np.array(getattr(self, name)) for name in _BARS}
        stored |= {name: weights.astype(np.float16) for name, weights in self.weights._asdict().items()}
        np.savez(file, **stored)

    def likely(self, seen: Seen) -> Array:
        """How probable calm is, and each danger."""
        letters = self.weights.letters[seen.letters].sum(axis=0) * share_of(seen.letters)
        return softmax(self.weights.scores(seen.plain, letters))

    def danger(self, likely: Array, answered: Collection[str], *, addressed: bool) -> str | None:
        """The danger that a message tells of, if it surely enough tells of one of those that are `answered`."""
        told = {name: float(share) for name, share in zip(emergencies(), likely[1:], strict=True) if name in answered}
        return max(told, key=told.__getitem__) if told and sum(told.values()) >= self._bar(addressed) else None

    def is_sounded(self, likely: Array, *, addressed: bool) -> bool:
        """Whether the whole message tells of danger, whatever its words do."""
        return bool(1 - likely[0] >= self._bar(addressed))

    def _bar(self, addressed: bool) -> float:
        return self.addressed if addressed else self.overheard

    def surely(self, likely: Array) -> str | None:
        """The danger that it must be, if it is one: 'rook' may be smoke, and is also what somebody smelled."""
        most = int(np.argmax(likely))
        return list(emergencies())[most - 1] if most and likely[most] >= _SURELY else None

    def is_calm(self, text: str, likely: Array) -> bool:
        """Surely so, whatever its words tell; of a long message not all was seen."""
        return len(text) <= _READ and bool(1 - likely[0] < self.calm)


@cache
def shipped_alarm() -> Alarm:
    with files("messages.understanding").joinpath("model/alarm.npz").open("rb") as file:
        return Alarm.read(file)


def seen(text: str, embedded: Array, kinds: Sequence[bool], around: Circumstances, *, told: bool) -> Seen:
    """`told` is whether the words alone tell of danger, `kinds` which kinds of words of danger are heard."""
    shares = ((1.0, told * _TOLD), np.multiply(kinds, _KINDS), np.multiply(around.told, _AROUND), embedded * _MEANING)
    runs = letters_of(text).union(_pairs(kinds), map(_number, around.course))
    return Seen(np.concatenate(shares, dtype=np.float32), np.array(sorted(runs), int))


def letters_of(text: str) -> set[int]:
    """The numbers of its words, of the runs of letters in them, and of words that follow each other."""
    pieces = pieces_of(text)
    numbers = {_number(f"{first} {second}") for first, second in pairwise(("^", *pieces, "$"))}
    return numbers.union(*map(_numbers_in, pieces))


def _pairs(kinds: Sequence[bool]) -> list[int]:
    """The numbers of each two kinds of words that are heard in one message."""
    heard = [place for place, kind in enumerate(kinds) if kind]
    return [_number(f"{first} & {second}") for first, second in combinations(heard, 2)]


def share_of(letters: Array) -> float:
    """What each run counts: of many in a message each tells less."""
    return float(_LETTERS / np.sqrt(max(1, len(letters))))


@lru_cache(maxsize=5000)  # the same words are said again and again
def _numbers_in(piece: str) -> "array[int]":
    """Of a word and its runs of letters; '<' and '>' are where it begins and ends."""
    padded = f"<{piece}>"
    runs = (padded[start : start + size] for size in _RUNS for start in range(len(padded) - size + 1))
    return array("H", map(_number, (f"={piece}", *runs)))  # a tenth of what a set takes


def _number(run: str) -> int:
    return crc32(run.encode()) % LETTERS
