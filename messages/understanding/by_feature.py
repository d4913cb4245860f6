"""What texts hold, feature after feature; of a list that changes a little only what changed is sorted in."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from messages.understanding.postings import Array, Numbering

_REMEMBERED = 8  # lists of texts: one for each language of the content


class ByFeature(NamedTuple):
    """Who holds the features and how often, in two long rows: feature after feature, and of each text after text."""

    begins: Array  # where each feature begins, by its number, and where the last one ends
    places: Array  # of the texts
    counts: Array
    size: int  # how many texts there are

    @property
    def numbers(self) -> Array:
        """Of which feature everything in the rows is."""
        return np.repeat(np.arange(len(self.begins) - 1), np.diff(self.begins))


class Successive:
    """Sorts lists of texts; a list that is like an earlier one takes over what they have in common."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._known: list[tuple[Sequence[Hashable], ByFeature]] = []

    def by_feature(self, texts: Sequence[Hashable], counted: Callable[[int], Mapping[str, int]]) -> ByFeature:
        """`counted` tells the features of the text at a place; it is asked of new ones only."""
        before, held = self._taken(texts)
        moved, new = _moved(before, texts)
        added, often, sizes = self._learned(map(counted, new))
        width, features = max(1, len(texts)), len(self._numbering)
        keys, counts = _kept(held, moved.astype(np.min_scalar_type(-width * features)), width)
        fresh = added.astype(keys.dtype) * width + np.repeat(np.array(new, keys.dtype), sizes)
        keys, counts = _merged(keys, counts, fresh, often)
        numbers, places = np.divmod(keys, width)
        begins = np.concatenate([[0], np.cumsum(np.bincount(numbers, minlength=features))])
        found = ByFeature(begins, places.astype(np.min_scalar_type(width)), counts, len(texts))
        self._known = [*self._known, (texts, found)][-_REMEMBERED:]
        return found

    def _learned(self, texts: Iterable[Mapping[str, int]]) -> tuple[Array, Array, list[int]]:
        """The features of text after text, how often each occurs, and how many each text has."""
        numbers, counts, sizes = array("i"), array("f"), list[int]()
        for text in texts:
            numbers.extend(self._numbering.learned(text))
            counts.extend(text.values())
            sizes.append(len(text))
        return np.frombuffer(numbers, np.int32), np.frombuffer(counts, np.float32), sizes

    def _taken(self, texts: Sequence[Hashable]) -> tuple[Sequence[Hashable], ByFeature]:
        """The list that has most in common, which is no longer remembered; an empty one where that is not half."""
        wanted = set(texts)
        shared = [len(wanted.intersection(known)) for known, _ in self._known]
        if 2 * max(shared, default=0) < max(1, len(wanted)):
            return (), ByFeature(np.zeros(1, int), np.empty(0, np.int32), np.empty(0, np.float32), 0)
        return self._known.pop(shared.index(max(shared)))


def _moved(before: Sequence[Hashable], now: Sequence[Hashable]) -> tuple[Array, list[int]]:
    """Where each of `before` is now, -1 for nowhere; and the places of those that are new."""
    left = defaultdict[Hashable, list[int]](list)
    for place in reversed(range(len(now))):
        left[now[place]].append(place)
    moved = [left[text].pop() if left.get(text) else -1 for text in before]
    return np.array(moved, int), sorted(place for places in left.values() for place in places)


def _kept(held: ByFeature, moved: Array, width: int) -> tuple[Array, Array]:
    """What stays, in order: a number for each feature and place, and how often."""
    places = moved[held.places]
    stays = places >= 0
    keys, counts = held.numbers[stays].astype(moved.dtype) * width + places[stays], held.counts[stays]
    if (np.diff(keys) > 0).all():
        return keys, counts
    order = np.argsort(keys)  # texts have changed places
    return keys[order], counts[order]


def _merged(keys: Array, counts: Array, fresh: Array, often: Array) -> tuple[Array, Array]:
    order = np.argsort(fresh)
    if not len(keys):
        return fresh[order], often[order]
    at = np.searchsorted(keys, fresh[order])
    return np.insert(keys, at, fresh[order]), np.insert(counts, at, often[order])
