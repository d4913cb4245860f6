"""The arithmetic of learning the alarm: many messages at once, most of whose runs of letters are absent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from messages.understanding.alarm import LETTERS, Seen, share_of
from messages.understanding.lexicon import emergencies
from messages.understanding.model import Array, softmax

_STEPS, _SPEED, _PULL = 120, 0.05, 0.003


@dataclass(frozen=True)
class Rows:
    """What is `Seen` of each message; its runs of letters stand in one long row, message after message."""

    plain: Array
    letters: Array
    sizes: Array  # how many runs each message has
    shares: Array  # what a run of each counts

    @classmethod
    def of(cls, rows: Sequence[Seen]) -> Self:
        # Whoever writes nothing but signs has one run that is nobody's.
        letters = [row.letters if len(row.letters) else np.zeros(1, int) for row in rows]
        return cls(
            plain=np.stack([row.plain for row in rows]),
            letters=np.concatenate(letters),
            sizes=np.array([len(one) for one in letters]),
            shares=np.array([share_of(one) for one in letters], np.float32),
        )

    def where(self, chosen: Array) -> "Rows":
        return Rows(
            self.plain[chosen], self.letters[np.repeat(chosen, self.sizes)], self.sizes[chosen], self.shares[chosen]
        )

    def likely(self, weights: Array) -> Array:
        begins = np.cumsum(self.sizes) - self.sizes
        runs = np.add.reduceat(weights[-LETTERS:][self.letters], begins, axis=0)
        return softmax(self.plain @ weights[:-LETTERS] + runs * self.shares[:, None])

    def pulled(self, rows: Array) -> Array:
        """For each weight the sum of `rows` in which it counts, by how much it counts there."""
        shared = np.repeat(rows * self.shares[:, None], self.sizes, axis=0)
        runs = [np.bincount(self.letters, weights=column, minlength=LETTERS) for column in shared.T]
        return np.concatenate([self.plain.T @ rows, np.stack(runs, axis=1).astype(np.float32)])


def fitted(rows: Rows, of: Array, mass: Array) -> Array:
    """Weights of a softmax, by Adam on all messages at once: the same lines give the same weights."""
    width = 1 + len(emergencies())
    truth, mass = np.eye(width, dtype=np.float32)[of], mass / mass.sum()
    weights = np.zeros((rows.plain.shape[1] + LETTERS, width), np.float32)
    pull = np.full((len(weights), 1), _PULL, np.float32)
    pull[0] = 0
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        slope = rows.pulled((rows.likely(weights) - truth) * mass[:, None]) + pull * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = _SPEED * (1 - step / _STEPS)
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights
