"""Whether somebody speaks of debts, or of health: nobody's business in a group, whatever else is asked."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from messages.understanding.lexicon import private_matters
from messages.understanding.normalise import words_of


class PrivateMatter(StrEnum):
    DEBTS = "debts"
    HEALTH = "health"


class _Slot(NamedTuple):
    """One of these words is said, or one that begins so."""

    words: frozenset[str]
    starts: frozenset[str]

    def is_in(self, said: frozenset[str], begun: frozenset[str]) -> bool:
        """`begun` are the beginnings of the words that are `said`."""
        return not said.isdisjoint(self.words) or not begun.isdisjoint(self.starts)


def private_matter(text: str) -> PrivateMatter | None:
    """By lists of words in the languages of the street: nothing is learned, and nothing kept."""
    said = frozenset(words_of(text))
    begun = frozenset(word[:end] for word in said for end in range(1, len(word) + 1))
    for kind, ways in _matters():
        if any(all(slot.is_in(said, begun) for slot in way) for way in ways):
            return kind
    return None


@cache
def _matters() -> list[tuple[PrivateMatter, list[list[_Slot]]]]:
    matters = private_matters().items()
    return [(PrivateMatter(kind), [[_slot(words) for words in way] for way in ways]) for kind, ways in matters]


def _slot(listed: frozenset[str]) -> _Slot:
    """Words that end in an asterisk stand for any ending."""
    starts = frozenset(word[:-1] for word in listed if word.endswith("*"))
    return _Slot(frozenset(word for word in listed if not word.endswith("*")), starts)
