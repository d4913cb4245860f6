"""Danger that no way of telling covers: known by the meaning of a message and the words of danger in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import IO, Self

import numpy as np

from messages.understanding.encoder import OWN_NUMBERS
from messages.understanding.lexicon import emergencies
from messages.understanding.model import Array, softmax

_WORDS_COUNT = 0.15  # beside a meaning, which is of length one
_SCALE = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A column of `weights` for calm and for each danger in the order of the lexicon; from `bar` on it is sounded."""

    weights: Array
    bar: float

    @classmethod
    def read(cls, file: IO[bytes]) -> Self:
        with np.load(file, allow_pickle=False) as stored:
            return cls(weights=stored["weights"].astype(np.float32), bar=float(stored["bar"]))

    def write(self, file: IO[bytes]) -> None:
        np.savez(file, weights=self.weights.astype(np.float16), bar=np.array(self.bar))

    def danger(self, embedded: Array, kinds: Sequence[bool]) -> str | None:
        """The danger that a message tells of, if it surely tells of one."""
        likely = self.likely(seen(embedded[None], np.array([kinds], float)))[0]
        if 1 - likely[0] < self.bar:
            return None
        return list(emergencies())[int(np.argmax(likely[1:]))]

    def likely(self, rows: Array) -> Array:
        return softmax(rows @ self.weights)


@cache
def shipped_alarm() -> Alarm:
    with files("messages.understanding").joinpath("model/alarm.npz").open("rb") as file:
        return Alarm.read(file)


def seen(embedded: Array, kinds: Array) -> Array:
    """What the weights are for: the meaning, the kinds of words of danger, and a constant."""
    meaning = embedded[:, :OWN_NUMBERS]
    return np.column_stack([meaning * _SCALE, kinds * _WORDS_COUNT * _SCALE, np.ones(len(embedded))])
