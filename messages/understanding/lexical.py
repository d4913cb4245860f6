"""Which entries a message is alike to, by its words and by the letters they are made of."""

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from messages.understanding import glossary
from messages.understanding.normalise import stem

_GRAMS = (3, 4, 5)  # letters; these catch compounds and typing errors
_MOST_REMEMBERED = 400_000  # likenesses of words to texts, 4 bytes each; of 500 entries 800 words
COMMON = 0.5  # what more than half of the entries have tells them not apart


def letters_of(words: Iterable[str]) -> Counter[str]:
    """The runs of letters in words, a space marking where a word begins and ends."""
    runs: dict[str, int] = defaultdict(int)
    for word, count in Counter(words).items():
        for run in runs_of(word):
            runs[run] += count
    return Counter(runs)


def runs_of(word: str) -> list[str]:
    """Each run of letters in a word, as often as it is there."""
    padded = f" {word} "
    sizes = [size for size in _GRAMS if size <= max(len(padded), _GRAMS[0])]
    return [padded[start : start + size] for size in sizes for start in range(max(1, len(padded) - size + 1))]


def terms_of(texts: Iterable[Sequence[str]]) -> Counter[str]:
    """The stems of the words in texts, and the subjects they name, marked by '@'."""
    terms: Counter[str] = Counter()
    for words in texts:
        terms.update(map(stem, words))
        terms.update(f"@{subject}" for subject in glossary.dutch().subjects(words))
    return terms


class SparseIndex:
    """TF-IDF cosine between a text and each of a fixed list of texts, all given as counts of features.

    Compact: a feature is known by its hash alone, numbered in the order of these, and who has a feature stands in one
    long row, feature after feature. Sixty thousand runs of letters would otherwise take 10 MB.
    """

    def __init__(self, texts: Iterable[Mapping[str, int]]) -> None:
        counted, self._hashes = _numbered(texts)
        self._size = len(counted)
        spread = Counter(number for numbers, _ in counted for number in numbers)
        features = range(len(self._hashes))
        self._rarity = array("d", (math.log((1 + self._size) / (1 + spread[number])) + 1 for number in features))
        most = max(5.0, COMMON * self._size)
        held = (spread[number] if spread[number] <= most else 0 for number in features)
        self._begins = array("I", accumulate(held, initial=0))
        self._places = array("I", bytes(4 * self._begins[-1]))
        self._values = array("f", bytes(4 * self._begins[-1]))
        free = array("I", self._begins)
        for place, (numbers, counts) in enumerate(counted):
            for number, weight in self._weighed(zip(numbers, counts, strict=True)).items():
                if self._begins[number] < self._begins[number + 1]:
                    self._places[free[number]], self._values[free[number]] = place, weight
                    free[number] += 1

    def scores(self, text: Mapping[str, int]) -> list[float]:
        """For each text how alike it is, from 0 to 1."""
        found = [0.0] * self._size
        for number, weight in self._weighed(self._known(text).items()).items():
            held = slice(self._begins[number], self._begins[number + 1])
            for place, value in zip(self._places[held], self._values[held], strict=True):
                found[place] += weight * value
        return found

    def _known(self, text: Mapping[str, int]) -> dict[int, int]:
        """How often each feature is in `text`, by its number; without those that are in none of the texts."""
        counts = {}
        for feature, count in text.items():
            number = bisect_left(self._hashes, wanted := hash(feature))
            if number < len(self._hashes) and self._hashes[number] == wanted:
                counts[number] = count
        return counts

    def _weighed(self, counted: Iterable[tuple[int, int]]) -> dict[int, float]:
        """The weight of each feature, so that the whole has length one."""
        raw = {number: (1 + math.log(count)) * self._rarity[number] for number, count in counted}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return {number: weight / length for number, weight in raw.items()}


def _numbered(texts: Iterable[Mapping[str, int]]) -> tuple[list[tuple["array[int]", "array[int]"]], "array[int]"]:
    """Of each text the numbers of its features and how often each occurs; and the hash of each feature, in order."""
    counted = [(array("q", map(hash, text)), array("I", text.values())) for text in texts]
    hashes = array("q", sorted(set[int]().union(*(features for features, _ in counted))))
    number_of = {feature: number for number, feature in enumerate(hashes)}
    return [(array("I", map(number_of.__getitem__, features)), counts) for features, counts in counted], hashes


class _Word(NamedTuple):
    """How often each numbered feature is in a word, and how much it adds to each text; `square` to the length."""

    counts: dict[int, int]
    adds: "array[float]"
    square: float


class LetterIndex(SparseIndex):
    """Remembers what the letters of a word add: people say the same words again and again, in other sentences."""

    def __init__(self, texts: Iterable[Mapping[str, int]]) -> None:
        super().__init__(texts)
        self._words: dict[str, _Word] = {}

    def scores_of(self, words: Sequence[str]) -> Sequence[float]:
        """As `scores` of their letters: the sum over the words, mended where two words share a run of letters."""
        if not words:
            return [0.0] * self._size
        said = [self._words.get(word) or self._remembered(word) for word in words]
        found = [sum(adds) for adds in zip(*(word.adds for word in said), strict=True)]
        square = sum(word.square for word in said)
        for number in _shared(said):
            counts = [word.counts[number] for word in said if number in word.counts]
            before = [self._weight(number, count) for count in counts]
            together = self._weight(number, sum(counts))
            square += together**2 - sum(weight**2 for weight in before)
            self._add(found, number, together - sum(before))
        length = math.sqrt(square) or 1.0
        return [one / length for one in found]

    def _remembered(self, word: str) -> _Word:
        counts = self._known(letters_of([word]))
        weights = {number: self._weight(number, count) for number, count in counts.items()}
        adds = [0.0] * self._size
        for number, weight in weights.items():
            self._add(adds, number, weight)
        square = sum(weight * weight for weight in weights.values())
        if len(self._words) * self._size > _MOST_REMEMBERED:
            self._words.clear()
        self._words[word] = made = _Word(counts, array("f", adds), square)
        return made

    def _weight(self, number: int, count: int) -> float:
        return (1 + math.log(count)) * self._rarity[number]

    def _add(self, found: list[float], number: int, weight: float) -> None:
        held = slice(self._begins[number], self._begins[number + 1])
        for place, value in zip(self._places[held], self._values[held], strict=True):
            found[place] += weight * value


def _shared(said: Iterable[_Word]) -> set[int]:
    """The features that are in more than one of the words."""
    seen, shared = set[int](), set[int]()
    for word in said:
        shared |= seen & word.counts.keys()
        seen |= word.counts.keys()
    return shared
