"""The arithmetic of learning the alarm: many messages at once, most of whose runs of letters are absent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from messages.understanding.alarm import LETTERS, Seen, Weights, share_of
from messages.understanding.lexicon import emergencies
from messages.understanding.model import Array, softmax

_TOGETHER = 5  # fits, each begun by another chance, that err in other places
_WIDTH = 32  # of the layer between, of each
_ROUNDS, _AT_ONCE, _SPEED = 12, 512, 0.004
_PULL = 1e-5, 1e-5, 1e-4, 0, 1e-5  # towards nothing, on each of `Weights`
_HIDDEN = 0.3  # of the layer between, each time others: so that no two lean on one another


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

    def at(self, places: Array) -> "Rows":
        sizes = self.sizes[places]
        begins = (np.cumsum(self.sizes) - self.sizes)[places] - (np.cumsum(sizes) - sizes)
        letters = self.letters[np.repeat(begins, sizes) + np.arange(sizes.sum())]
        return Rows(self.plain[places], letters, sizes, self.shares[places])

    def likely(self, weights: Weights) -> Array:
        return softmax(weights.scores(self.plain, self.lettered(weights)))

    def lettered(self, weights: Weights) -> Array:
        begins = np.cumsum(self.sizes) - self.sizes
        return np.add.reduceat(weights.letters[self.letters], begins, axis=0) * self.shares[:, None]

    def pulled(self, rows: Array) -> Array:
        """For each run of letters the sum of `rows` in which it counts, by how much it counts there."""
        shared = np.repeat(rows * self.shares[:, None], self.sizes, axis=0)
        runs = [np.bincount(self.letters, weights=column, minlength=LETTERS) for column in shared.T]
        return np.stack(runs, axis=1).astype(np.float32)


def fitted(rows: Rows, of: Array, mass: Array) -> Weights:
    """The mean of several fits, as one: the same lines give the same weights."""
    fits = [_fitted(rows, of, mass, np.random.default_rng(seed)) for seed in range(_TOGETHER)]
    return Weights(
        alone=np.mean([fit.alone for fit in fits], axis=0),
        letters=np.mean([fit.letters for fit in fits], axis=0),
        between=np.concatenate([fit.between for fit in fits], axis=1),
        start=np.concatenate([fit.start for fit in fits]),
        together=np.concatenate([fit.together for fit in fits]) / len(fits),
    )


def _fitted(rows: Rows, of: Array, mass: Array, chance: np.random.Generator) -> Weights:
    """Weights of a softmax, by Adam on some messages at a time."""
    truth, mass = np.eye(1 + len(emergencies()), dtype=np.float32)[of], mass / mass.mean()
    weights = _begun(rows.plain.shape[1], truth.shape[1], chance)
    first, second = [np.zeros_like(one) for one in weights], [np.zeros_like(one) for one in weights]
    some_at_a_time = list(_parts(len(of), chance))
    for step, some in enumerate(some_at_a_time, 1):
        rate = _SPEED * (1 - step / len(some_at_a_time))
        slopes = _slopes(rows.at(some), truth[some], mass[some, None] / len(some), weights, chance)
        for weight, slope, pull, mean, spread in zip(weights, slopes, _PULL, first, second, strict=True):
            slope += pull * weight
            mean += 0.1 * (slope - mean)
            spread += 0.01 * (slope**2 - spread)
            weight -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def _begun(plain: int, width: int, chance: np.random.Generator) -> Weights:
    """What is between begins by chance: were it all alike, it would stay so."""
    return Weights(
        alone=np.zeros((plain, width), np.float32),
        letters=np.zeros((LETTERS, width), np.float32),
        between=(0.008 * chance.standard_normal((plain, _WIDTH))).astype(np.float32),
        start=np.zeros(_WIDTH, np.float32),
        together=(0.3 * chance.standard_normal((_WIDTH, width))).astype(np.float32),
    )


def _parts(count: int, chance: np.random.Generator) -> Iterator[Array]:
    for _ in range(_ROUNDS):
        order = chance.permutation(count)
        yield from np.array_split(order, max(1, count // _AT_ONCE))


def _slopes(rows: Rows, truth: Array, mass: Array, weights: Weights, chance: np.random.Generator) -> Weights:
    """How steeply the error rises with each weight."""
    before = rows.plain @ weights.between + weights.start
    kept = ((before > 0) & (chance.random(before.shape) > _HIDDEN)) / np.float32(1 - _HIDDEN)
    layer = before * kept
    scores = rows.plain @ weights.alone + layer @ weights.together + rows.lettered(weights)
    wrong = (softmax(scores) - truth) * mass
    back = (wrong @ weights.together.T) * kept
    return Weights(
        alone=rows.plain.T @ wrong,
        letters=rows.pulled(wrong),
        between=rows.plain.T @ back,
        start=back.sum(axis=0),
        together=layer.T @ wrong,
    )
