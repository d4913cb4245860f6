"""The words of a text and the letters in them as a row of numbers: what an encoder of sentences sees least of."""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

from messages.understanding.lexical import runs_of, terms_of
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
    marks = array("H")
    for word in words:
        marks += _marks_of(word)
    terms = terms_of([words])
    weights = np.array([_RUN_OF_LETTERS] * len(marks) + [float(count) for count in terms.values()])
    marks.extend(_mark(f".{term}") for term in terms)
    marked = np.frombuffer(marks, np.uint16)
    row = np.bincount(marked % NUMBERS, np.where(marked & NUMBERS, weights, -weights), NUMBERS)
    found: Array = row / max(1e-9, float(np.linalg.norm(row)))
    return found.astype(np.float32)


@lru_cache(maxsize=5000)  # the same words are said again and again
def _marks_of(word: str) -> "array[int]":
    """Of each run of letters in it."""
    return array("H", map(_mark, runs_of(word)))


def _mark(feature: str) -> int:
    """The number of a feature, and beyond it whether it adds or takes away."""
    hashed = crc32(feature.encode())
    return hashed % NUMBERS + (NUMBERS if hashed & _SIGN else 0)
