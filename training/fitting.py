"""The few ways of learning that are used here, in numpy; the same data give the same weights."""

from collections.abc import Sequence

import numpy as np

from messages.understanding.model import Array, softmax

_NARROW = 200  # directions kept by the adapter; more bring nothing
_SHRINK = 0.4  # how far the spread within intents is taken to be the same in all directions
_PULL = 1e-3
_SPEED, _EPOCHS, _BATCH = 0.02, 25, 256
_ALWAYS_THE_SAME = 1e-3
_SCALE = 8.0  # embeddings have length one; a softmax over many classes needs more


def adapter(rows: Array, of: Array) -> tuple[Array, Array]:
    """The mean, and the directions in which classes differ much and their members little (Fisher's discriminant)."""
    count, width = int(of.max()) + 1, rows.shape[1]
    mean = rows.mean(axis=0)
    middles = np.stack([rows[of == one].mean(axis=0) for one in range(count)])
    within = np.cov((rows - middles[of]).T, bias=True)
    within = (1 - _SHRINK) * within + _SHRINK * np.trace(within) / width * np.eye(width)
    spread, axes = np.linalg.eigh(within)
    whitened = axes / np.sqrt(spread)
    between = (middles - mean) @ whitened
    signal, directions = np.linalg.eigh(between.T @ between / count)
    best = np.argsort(-signal, kind="stable")[:_NARROW]
    return mean, (whitened @ directions[:, best]) * np.sqrt(signal[best] / (signal[best] + 1))


def classifier(rows: Array, of: Array, seed: int = 0) -> tuple[Array, Array]:
    """Weights and biases of a softmax over classes, by Adam."""
    rows = (rows * _SCALE).astype(np.float32)
    drawn = np.random.default_rng(seed)
    rows1 = np.column_stack([rows, np.ones(len(rows), np.float32)])
    weights: Array = np.zeros((rows1.shape[1], int(of.max()) + 1), np.float32)
    first: Array = np.zeros_like(weights)
    second: Array = np.zeros_like(weights)
    step = 0
    for epoch in range(_EPOCHS):
        order = drawn.permutation(len(rows1))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            missed = softmax(rows1[batch] @ weights)
            missed[np.arange(len(batch)), of[batch]] -= 1
            slope = rows1[batch].T @ missed / len(batch) + _PULL * weights
            step += 1
            first = 0.9 * first + 0.1 * slope
            second = 0.99 * second + 0.01 * slope**2
            rate = _SPEED * (1 - epoch / _EPOCHS)
            weights -= rate * first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights[:-1] * _SCALE, weights[-1]


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
        weights -= np.linalg.solve(bend, slope)
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
