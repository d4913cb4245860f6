"""The few ways of learning that are used here, in numpy; the same data give the same weights."""

from collections.abc import Sequence

import numpy as np

from messages.understanding.model import Array, softmax

_NARROW = 300  # directions kept by the adapter; more bring nothing
_SHRINK = 0.2  # how far the spread within intents is taken to be the same in all directions
_PULL = 1e-3
_ALWAYS_THE_SAME = 1e-3
_STILL = 1e-6  # weights that move less have arrived


def adapter(rows: Array, of: Array) -> tuple[Array, Array]:
    """The mean, and the directions in which classes differ much and their members little (Fisher's discriminant)."""
    count, width = int(of.max()) + 1, rows.shape[1]
    mean, middles = rows.mean(axis=0), middles_of(rows, of)
    apart = rows - middles[of]
    within = (1 - _SHRINK) * (apart.T @ apart / len(rows)).astype(float)
    within[np.diag_indices(width)] += _SHRINK / (1 - _SHRINK) * np.trace(within) / width
    between = (middles - mean).astype(float)
    solved = np.linalg.solve(within, between.T)
    spread, combined = np.linalg.eigh(between @ solved)  # smallest first
    spread, combined = spread[: -_NARROW - 1 : -1].clip(1e-9), combined[:, : -_NARROW - 1 : -1]
    signal = spread / count
    return mean, (solved @ combined / np.sqrt(spread)) * np.sqrt(signal / (signal + 1))


def middles_of(rows: Array, of: Array) -> Array:
    """The mean of the rows of each class."""
    return np.stack([rows[of == one].mean(axis=0) for one in range(int(of.max()) + 1)])


def logistic(rows: Array, right: Array, mass: Array, pull: float = 10.0) -> Array:
    """Weights of a logistic regression, by Newton's method; the first column is the constant."""
    width = rows.shape[1]
    spread = rows.std(axis=0)
    spread[spread < _ALWAYS_THE_SAME] = 1.0
    rows = rows / spread
    mass = mass / mass.mean()
    pulled = pull * np.eye(width)
    pulled[0, 0] = 1e-6
    weights = np.zeros(width)
    for _ in range(30):
        sure = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (mass * (sure - right)) + pulled @ weights
        bend = (rows * (mass * sure * (1 - sure))[:, None]).T @ rows + pulled
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _STILL:
            break
    return weights / spread  # type: ignore[no-any-return]


def ranker(questions: Sequence[tuple[Array, int]], mass: Array, start: Array) -> Array:
    """Weights under which the right row of each question stands out (conditional logit), never below zero."""
    weights = start.astype(float)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    longest = max(len(rows) for rows, _ in questions)
    stacked = np.zeros((len(questions), longest, len(start)))
    absent = np.ones((len(questions), longest), bool)
    for place, (rows, _) in enumerate(questions):
        stacked[place, : len(rows)], absent[place, : len(rows)] = rows, False
    right = np.array([right for _, right in questions])
    mass = mass / mass.sum()
    truth = mass @ stacked[np.arange(len(right)), right]
    for step in range(1, 301):
        heights = np.where(absent, -np.inf, stacked @ weights)
        slope = np.einsum("q,qe,qew->w", mass, softmax(heights), stacked) - truth + _PULL * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights = weights - 0.1 * first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights = weights.clip(0)
    return weights
