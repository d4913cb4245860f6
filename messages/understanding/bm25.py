"""How much of what a message says each entry says, and few others do: BM25, over letters and over words."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

import numpy as np

from messages.understanding.by_feature import ByFeature, Successive
from messages.understanding.lexical import letters_of, runs_of, terms_of
from messages.understanding.normalise import words_of
from messages.understanding.postings import Array, ArrayShelf, Numbering, gathered
from messages.understanding.shelf import Said

_REMEMBERED = 2000  # words
_UNKNOWN = 1 << 31
_SATURATED = 1.2  # how soon a feature that occurs once more tells no more; usual
# How far a long text is held against itself; usual for words, of letters every text has many.
_LETTERS_BY_LENGTH, TERMS_BY_LENGTH = 0.5, 0.75


class BM25:
    """An index of a fixed list of texts, given as counts of features."""

    def __init__(self, texts: ByFeature, numbering: Numbering, by_length: float) -> None:
        self._numbering, self._size = numbering, texts.size
        self._begins, self._places = texts.begins, texts.places
        held = np.diff(texts.begins)
        self._rarity = np.log1p((self._size - held + 0.5) / (held + 0.5)).astype(np.float32)
        length = np.bincount(texts.places, texts.counts, minlength=self._size)
        usual = max(1e-9, length.mean() if self._size else 1.0)
        slow = (_SATURATED * (1 - by_length + by_length * length / usual)).astype(np.float32)
        rarity = np.repeat(self._rarity, held)
        self._weights = rarity * texts.counts * (_SATURATED + 1) / (texts.counts + slow[texts.places])
        # What a feature is worth that no entry has.
        self._strange = float(np.log1p((self._size + 0.5) / 0.5))

    def scores(self, text: Iterable[str]) -> Array:
        """For each text how much of this one, its features, it accounts for, of all there is: about 0 to 1."""
        known, strange = self.known(text)
        return self.scores_of(known, len(strange))

    def known(self, text: Iterable[str]) -> tuple["array[int]", list[str]]:
        """The numbers of the features that are known here, and those that are not."""
        numbers = self._numbering.numbers
        found = [(feature, numbers.get(feature, _UNKNOWN)) for feature in text]
        # Features that were learned from later texts are no part of this index.
        last = len(self._rarity)
        strange = [feature for feature, number in found if number >= last]
        return array("I", (number for _, number in found if number < last)), strange

    def scores_of(self, known: Collection[int], strange: int) -> Array:
        """The same, given the numbers of its features and how many have none."""
        numbers = np.fromiter(known, np.int32, len(known))
        at, _ = gathered(self._begins, numbers)
        worth = float(self._rarity[numbers].sum()) + self._strange * strange
        found: Array = np.bincount(self._places.take(at), self._weights.take(at), minlength=self._size)
        return found / max(1e-9, worth * (_SATURATED + 1))


class BM25Shelf(ArrayShelf):
    def __init__(self, said: Sequence[Said], letters: BM25, terms: BM25) -> None:
        super().__init__(said, letters, terms)
        self._by_letters, self._by_terms = letters, terms
        self._runs = lru_cache(_REMEMBERED)(self._runs_of)  # the same words are said again and again

    def shares(self, words: Sequence[str]) -> Array:
        """A row for each entry: how much of the letters it accounts for, and of the words."""
        said = [self._runs(word) for word in words]
        known = set[int]().union(*(numbers for numbers, _ in said))
        strange = set[str]().union(*(runs for _, runs in said))
        letters = self._by_letters.scores_of(known, len(strange))
        return np.stack([letters, self._by_terms.scores(terms_of([words]))], axis=1)

    def _runs_of(self, word: str) -> tuple["array[int]", list[str]]:
        return self._by_letters.known(dict.fromkeys(runs_of(word)))


class BM25Shelver:
    """Makes shelves, and remembers what each entry asks: a changed entry is the only work of the next one."""

    def __init__(self) -> None:
        self._letters, self._terms = Numbering(), Numbering()
        self._by_letters, self._by_terms = Successive(self._letters), Successive(self._terms)
        self._said: dict[tuple[str, ...], Said] = {}

    def shelf(self, texts: Iterable[tuple[str, ...]]) -> BM25Shelf:
        asked = tuple(texts)
        letters = self._by_letters.by_feature(asked, lambda place: letters_of(chain(*_words(asked[place]))))
        terms = self._by_terms.by_feature(asked, lambda place: terms_of(_words(asked[place])))
        for one in asked:
            if one not in self._said:
                self._said[one] = Said(list(_words(one)))
        return BM25Shelf(
            [self._said[one] for one in asked],
            BM25(letters, self._letters, _LETTERS_BY_LENGTH),
            BM25(terms, self._terms, TERMS_BY_LENGTH),
        )


def _words(texts: Iterable[str]) -> Iterator[list[str]]:
    """Read again rather than remembered, for in large content they are many."""
    return map(words_of, texts)
