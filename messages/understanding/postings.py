"""The shelf of `shelf.py` with its indexes in arrays: the same likeness in a fraction of the time."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from messages.understanding.lexical import COMMON, letters_of, terms_of
from messages.understanding.normalise import words_of
from messages.understanding.shelf import TERMS_WEIGHT, Said, Shelf

Array = NDArray[Any]
Counted = tuple[Array, Array]  # numbers of features, and how often each occurs


class Numbering:
    """Gives every feature ever counted a number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.numbers)

    def learned(self, features: Iterable[str]) -> list[int]:
        numbers = self.numbers
        return [numbers.setdefault(feature, len(numbers)) for feature in features]

    def known(self, features: Mapping[str, int]) -> Counted:
        found = [(self.numbers[feature], count) for feature, count in features.items() if feature in self.numbers]
        return np.array([number for number, _ in found], np.int32), np.array([count for _, count in found], np.float32)


class Postings:
    """TF-IDF cosine between a text and each of a fixed list of texts."""

    def __init__(self, texts: Sequence[Counted], numbering: Numbering) -> None:
        self._numbering, self._size = numbering, len(texts)
        numbers = np.concatenate([numbers for numbers, _ in texts] or [np.empty(0, np.int32)])
        places = np.repeat(np.arange(self._size, dtype=np.int32), [len(numbers) for numbers, _ in texts])
        spread = np.bincount(numbers, minlength=len(numbering))
        self._rarity = np.where(spread > 0, np.log((1 + self._size) / (1 + spread)) + 1, 0).astype(np.float32)
        counts = np.concatenate([counts for _, counts in texts] or [np.empty(0, np.float32)])
        weights = _damped(counts) * self._rarity[numbers]
        weights /= np.sqrt(np.bincount(places, weights**2, minlength=self._size).clip(1e-9)).astype(np.float32)[places]
        telling = spread[numbers] <= max(5.0, COMMON * self._size)
        order = np.argsort(numbers[telling], kind="stable")
        self._places, self._weights = places[telling][order], weights[telling][order]
        held = np.bincount(numbers[telling], minlength=len(numbering))
        self._begins = np.concatenate([[0], np.cumsum(held)])

    def scores(self, text: Mapping[str, int]) -> Array:
        """For each text how alike it is, from 0 to 1."""
        numbers, counts = self._numbering.known(text)
        # Features that were learned from later texts are no part of this index.
        mine = numbers < len(self._rarity)
        numbers, weights = numbers[mine], _damped(counts[mine]) * self._rarity[numbers[mine]]
        weights /= np.sqrt((weights**2).sum()) or 1.0
        at, held = gathered(self._begins, numbers)
        return np.bincount(self._places[at], self._weights[at] * np.repeat(weights, held), minlength=self._size)


class ArrayShelf(Shelf):
    def _together(self, letters: Any, terms: Any) -> Any:
        return (letters + TERMS_WEIGHT * terms) / (1 + TERMS_WEIGHT)


class Shelver:
    """Makes shelves, and remembers what each entry asks: a changed entry is the only work of the next one."""

    def __init__(self) -> None:
        self._letters, self._terms = Numbering(), Numbering()
        self._known: dict[tuple[str, ...], tuple[Said, Counted, Counted]] = {}

    def shelf(self, texts: Iterable[tuple[str, ...]]) -> Shelf:
        known = [self._entry(asked) for asked in texts]
        letters = Postings([letters for _, letters, _ in known], self._letters)
        terms = Postings([terms for _, _, terms in known], self._terms)
        return ArrayShelf([said for said, _, _ in known], letters, terms)

    def _entry(self, asked: tuple[str, ...]) -> tuple[Said, Counted, Counted]:
        known = self._known.get(asked)
        if known is None:
            words = [words_of(text) for text in asked]
            letters, terms = letters_of(word for one in words for word in one), terms_of(words)
            known = self._known[asked] = Said(words), _counted(letters, self._letters), _counted(terms, self._terms)
        return known


def gathered(begins: Array, numbers: Array) -> tuple[Array, Array]:
    """Where all that is held of these features stands in one long row, and how much that is of each."""
    first, held = begins[numbers], begins[numbers + 1] - begins[numbers]
    ends = np.cumsum(held)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + held, held), held


def _counted(features: Mapping[str, int], numbering: Numbering) -> Counted:
    return np.array(numbering.learned(features), np.int32), np.array(list(features.values()), np.float32)


def _damped(counts: Array) -> Array:
    return np.log(counts) + 1
