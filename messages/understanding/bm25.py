"""How much of what a message says each entry says, and few others do: BM25, over letters and over words."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from messages.understanding.lexical import letters_of, terms_of
from messages.understanding.postings import Array, ArrayShelf, Counted, Numbering, Shelver, gathered

_SATURATED = 1.2  # how soon a feature that occurs once more tells no more; usual
# How far a long text is held against itself; usual for words, of letters every text has many.
_LETTERS_BY_LENGTH, TERMS_BY_LENGTH = 0.5, 0.75


class BM25:
    """An index of a fixed list of texts, given as counts of features."""

    def __init__(self, texts: Sequence[Counted], numbering: Numbering, by_length: float) -> None:
        self._numbering, self._size = numbering, len(texts)
        numbers = np.concatenate([numbers for numbers, _ in texts] or [np.empty(0, np.int32)])
        counts = np.concatenate([counts for _, counts in texts] or [np.empty(0, np.float32)])
        places = np.repeat(np.arange(self._size, dtype=np.int32), [len(numbers) for numbers, _ in texts])
        held = np.bincount(numbers, minlength=len(numbering))
        self._rarity = np.log1p((self._size - held + 0.5) / (held + 0.5)).astype(np.float32)
        length = np.bincount(places, counts, minlength=self._size)
        usual = max(1e-9, length.mean() if self._size else 1.0)
        slow = (_SATURATED * (1 - by_length + by_length * length / usual)).astype(np.float32)
        weights = self._rarity[numbers] * counts * (_SATURATED + 1) / (counts + slow[places])
        order = np.argsort(numbers, kind="stable")
        self._places, self._weights = places[order], weights[order].astype(np.float32)
        self._begins = np.concatenate([[0], np.cumsum(held)])
        # What a feature is worth that no entry has.
        self._strange = float(np.log1p((self._size + 0.5) / 0.5))

    def scores(self, text: Mapping[str, int]) -> Array:
        """For each text how much of this one it accounts for, of all that there is to account for: about 0 to 1."""
        numbers, _ = self._numbering.known(text)
        # Features that were learned from later texts are no part of this index.
        numbers = numbers[numbers < len(self._rarity)]
        at, _ = gathered(self._begins, numbers)
        worth = float(self._rarity[numbers].sum()) + self._strange * (len(text) - len(numbers))
        found: Array = np.bincount(self._places[at], self._weights[at], minlength=self._size)
        return found / max(1e-9, worth * (_SATURATED + 1))


class BM25Shelf(ArrayShelf):
    def shares(self, words: Sequence[str]) -> Array:
        """A row for each entry: how much of the letters it accounts for, and of the words."""
        return np.stack([self._letters.scores(letters_of(words)), self._terms.scores(terms_of([words]))], axis=1)


class BM25Shelver(Shelver):
    def shelf(self, texts: Iterable[tuple[str, ...]]) -> BM25Shelf:
        known = [self._entry(asked) for asked in texts]
        letters = BM25([letters for _, letters, _ in known], self._letters, _LETTERS_BY_LENGTH)
        terms = BM25([terms for _, _, terms in known], self._terms, TERMS_BY_LENGTH)
        return BM25Shelf([said for said, _, _ in known], letters, terms)
