"""Numbers that are so many steps of one size, kept in bytes: a quarter of the memory, and sooner at hand."""

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_MOST = 127  # steps, to either side of nothing
# Numbers made of them at once: of fewer rows, a larger matrix is multiplied as it stands instead of copied first.
FOR_MORE_ROWS, FOR_FEW_ROWS, FOR_ONE_ROW = 1 << 15, 1 << 16, 1 << 17
_BY_ITSELF = 3  # rows: up to so many, to multiply one after the other takes half as long, or hardly longer


class Steps:
    """A matrix: each column is `steps` times its `size`. Rows are multiplied with it in float32.

    A message takes millions of numbers. As floats these are more than what stays near the processor, so they and all
    else would be fetched from memory each time: that takes longer than to make them of bytes.
    """

    __array_ufunc__ = None  # so that numpy leaves the product to us

    def __init__(self, steps: Array, size: Any, at_once: int) -> None:
        height, width = steps.shape
        self._size = size
        self._parts = [np.ascontiguousarray(p) for p in np.split(steps, range(0, width, at_once // height)[1:], axis=1)]

    @classmethod
    def of(cls, weights: Array, at_once: int) -> Self | Array:
        """The weights as they are where they are not in steps."""
        apart = np.diff(np.unique(weights))
        size = apart[apart > apart.max() / 1000].min()  # smaller ones come of rounding
        steps = np.round(weights / size)
        size = np.float32((weights * steps).sum(dtype=float) / (steps**2).sum(dtype=float))
        exact = np.abs(steps).max() <= _MOST and np.allclose(steps * size, weights, rtol=1e-6, atol=0)
        return cls(steps.astype(np.int8), size, at_once) if exact else weights

    def __rmatmul__(self, rows: Array) -> Array:
        each = rows[:, None] if rows.ndim > 1 and len(rows) <= _BY_ITSELF else rows
        found: Array = np.concatenate([each @ part.astype(np.float32) for part in self._parts], axis=-1)
        found *= self._size
        return found.reshape(*rows.shape[:-1], -1)
