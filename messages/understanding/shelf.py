"""What the entries ask, side by side in one language, to be compared with the words of a message."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor
from typing import Any, Protocol

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from messages.understanding.lexical import LetterIndex, SparseIndex, letters_of, terms_of
from messages.understanding.normalise import words_of

TERMS_WEIGHT = 0.5  # letters tell more than words do


class Index(Protocol):
    """Tells for each of a fixed list of texts how alike another is, all given as counts of features."""

    def scores(self, text: Mapping[str, int]) -> Any: ...


class Shelf:
    """A row of phrasings for each entry; those who make one say how likeness is reckoned."""

    def __init__(self, said: Sequence["Said"], letters: Index, terms: Index) -> None:
        self._said = said
        self._letters = letters
        self._terms = terms

    @property
    def vocabulary(self) -> list[Sequence[str]]:
        return [one.vocabulary for one in self._said]

    def likeness(self, words: Sequence[str]) -> Sequence[float]:
        letters, terms = self._letters.scores(letters_of(words)), self._terms.scores(terms_of([words]))
        return self._together(letters, terms)

    def _together(self, letters: Sequence[float], terms: Sequence[float]) -> Sequence[float]:
        return [(a + TERMS_WEIGHT * b) / (1 + TERMS_WEIGHT) for a, b in zip(letters, terms, strict=True)]

    def closest(self, asked: str, place: int, at_least: float = 0.0) -> float:
        """How near the nearest phrasing is; 0 when it is not as near as that. What is asked is `in_order`."""
        phrasings = self._said[place].as_long_as(len(asked), at_least)
        nearest = process.extractOne(asked, phrasings, scorer=fuzz.ratio, score_cutoff=100 * at_least)
        return nearest[1] / 100 if nearest else 0.0

    def resemblance(self, word: str, place: int) -> float:
        vocabulary = self._said[place].vocabulary
        at = bisect_left(vocabulary, word)
        if at < len(vocabulary) and vocabulary[at] == word:  # most often, and a comparison with all takes far longer
            return 1.0
        nearest = process.extractOne(word, vocabulary, scorer=Indel.normalized_similarity)
        return nearest[1] if nearest else 0.0


class Said:
    """What one entry asks, in plain words."""

    __slots__ = ("_lengths", "phrasings", "vocabulary")

    def __init__(self, asked: Sequence[Sequence[str]]) -> None:
        self.phrasings = sorted((in_order(words) for words in asked if words), key=len)
        self._lengths = list(map(len, self.phrasings))
        self.vocabulary = sorted({word for words in asked for word in words})

    def as_long_as(self, length: int, at_least: float) -> Sequence[str]:
        """The phrasings that can be so near a text of this length: of all letters in both, that share is in common."""
        if not at_least:
            return self.phrasings
        shortest, longest = floor(length * at_least / (2 - at_least)), ceil(length * (2 - at_least) / at_least)
        first = bisect_left(self._lengths, shortest)
        return self.phrasings[first : bisect_right(self._lengths, longest, first)]


def in_order(words: Iterable[str]) -> str:
    """In that of the alphabet: who asks the same with its words moved about is as close."""
    return " ".join(sorted(words))


class _PlainShelf(Shelf):
    def __init__(self, said: Sequence[Said], letters: LetterIndex, terms: Index) -> None:
        super().__init__(said, letters, terms)
        self._by_word = letters

    def likeness(self, words: Sequence[str]) -> Sequence[float]:
        return self._together(self._by_word.scores_of(words), self._terms.scores(terms_of([words])))


def lexical_shelf(texts: Sequence[tuple[str, ...]]) -> Shelf:
    """A shelf in plain Python."""
    # Entries share their words: interned, each is in memory once.
    asked = [[list(map(sys.intern, words_of(text))) for text in one] for one in texts]
    said, terms = [Said(one) for one in asked], SparseIndex(terms_of(one) for one in asked)
    # Last, for making it takes most memory: with nothing that stays in between, all of that can be given back.
    return _PlainShelf(said, LetterIndex(letters_of(word for words in one for word in words) for one in asked), terms)
