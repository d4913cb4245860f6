"""Whether somebody speaks of debts, or of health: nobody's business in a group, whatever else is asked."""

from collections import defaultdict
from enum import StrEnum
from functools import cache, lru_cache
from itertools import chain, count
from typing import NamedTuple

from messages.understanding.lexicon import private_matters
from messages.understanding.normalise import words_of

_REMEMBERED = 2000  # words


class PrivateMatter(StrEnum):
    DEBTS = "debts"
    HEALTH = "health"


class _Ways(NamedTuple):
    """Each way is a few slots, all of which are said; a slot is filled by a word, or by one that begins so."""

    kind: PrivateMatter
    ways: list[frozenset[int]]


class _Matters(NamedTuple):
    """Which slots, by number, each word and each beginning of a word fills."""

    words: dict[str, set[int]]
    starts: dict[str, set[int]]
    kinds: list[_Ways]


@lru_cache(maxsize=1)  # asked of a message more than once, and nothing of it is kept when the next has come
def private_matter(text: str) -> PrivateMatter | None:
    """By lists of words in the languages of the street: nothing is learned, and nothing kept."""
    filled = frozenset[int]().union(*map(_filled_by, words_of(text)))
    if not filled:
        return None
    return next((kind for kind, ways in _matters().kinds if any(way <= filled for way in ways)), None)


@lru_cache(_REMEMBERED)  # the same words are said again and again
def _filled_by(word: str) -> frozenset[int]:
    words, starts, _ = _matters()
    begun = (starts.get(word[:end], ()) for end in range(1, len(word) + 1))
    return frozenset(words.get(word, ())).union(*begun)


@cache
def _matters() -> _Matters:
    words: dict[str, set[int]] = defaultdict(set)
    starts: dict[str, set[int]] = defaultdict(set)
    kinds, number = [], count()
    for kind, listed in private_matters().items():
        ways = [{next(number): slot for slot in way} for way in listed]
        kinds.append(_Ways(PrivateMatter(kind), [frozenset(way) for way in ways]))
        for place, slot in chain.from_iterable(way.items() for way in ways):
            for word in slot:  # those that end in an asterisk stand for any ending
                (starts[word[:-1]] if word.endswith("*") else words[word]).add(place)
    return _Matters(dict(words), dict(starts), kinds)
