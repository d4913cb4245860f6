"""The words of a text and the letters in them as a row of numbers: what an encoder of sentences sees least of."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from messages.understanding.lexical import letters_of, terms_of
from messages.understanding.normalise import words_of
from messages.understanding.postings import Array

NUMBERS = 2048  # more bring hardly more; half as many mix up too much
_RUN_OF_LETTERS = 0.6  # tells as much as this of a word
_SIGN = 1 << 20  # which bit of a hash tells whether it adds or takes away, so that what falls together evens out


def spelled(texts: Sequence[str]) -> Array:
    """A row of length one for each text; what is written with other words or letters falls on other numbers."""
    return np.stack([_row(text) for text in texts])


def _row(text: str) -> Array:
    words = words_of(text)
    told = {f".{term}": float(count) for term, count in terms_of([words]).items()}
    told |= {letters: _RUN_OF_LETTERS * count for letters, count in letters_of(words).items()}
    hashed = np.array([crc32(feature.encode()) for feature in told], np.int64)
    weights = np.fromiter(told.values(), float, len(told))
    row = np.bincount(hashed % NUMBERS, np.where(hashed & _SIGN, weights, -weights), NUMBERS)
    found: Array = row / max(1e-9, float(np.linalg.norm(row)))
    return found.astype(np.float32)
