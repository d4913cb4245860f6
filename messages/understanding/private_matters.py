"""Whether somebody speaks of debts, or of health: nobody's business in a group, whatever else is asked."""

from collections.abc import Iterable
from enum import StrEnum

from messages.understanding.lexicon import private_matters
from messages.understanding.normalise import words_of


class PrivateMatter(StrEnum):
    DEBTS = "debts"
    HEALTH = "health"


def private_matter(text: str) -> PrivateMatter | None:
    """By lists of words in the languages of the street: nothing is learned, and nothing kept."""
    said = frozenset(words_of(text))
    for kind, ways in private_matters().items():
        if any(all(_is_said(slot, said) for slot in way) for way in ways):
            return PrivateMatter(kind)
    return None


def _is_said(slot: Iterable[str], said: frozenset[str]) -> bool:
    """One of the words of the slot; those that end in an asterisk stand for any ending."""
    return any(any(word.startswith(one[:-1]) for word in said) if one.endswith("*") else one in said for one in slot)
