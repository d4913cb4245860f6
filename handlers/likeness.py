"""What somebody says, in nearly these words: for the few things that are in no FAQ."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple, Self

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from messages.understanding.normalise import plain

ALIKE = 85  # of 100, in which a slip of the pen and another order are forgiven

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


# A dozen of handlers ask it of the same message, and what was said before that one is nobody's business any more.
@lru_cache(maxsize=1)
def words_said(text: str) -> tuple[str, ...]:
    """The same, of the message of the moment."""
    return tuple(words_of(text))


def is_like(text: str, phrases: Collection[str]) -> bool:
    return which_is_like(text, phrases) is not None


def which_is_like(text: str, phrases: Collection[str]) -> int | None:
    """The place of the one that is most like it, if any is."""
    known = _known(phrases) if isinstance(phrases, tuple) else _Phrases.of(phrases)
    said = _said(text)
    if not known.may_have_one_like(said):
        return None
    found = process.extractOne(said, known.in_order, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[2] if found else None


class _Phrases(NamedTuple):
    """The words of each in order, and how long the shortest and the longest are."""

    in_order: list[str]
    shortest: int
    longest: int

    @classmethod
    def of(cls, phrases: Collection[str]) -> Self:
        in_order = [_in_order(phrase) for phrase in phrases]
        return cls(in_order, min(map(len, in_order), default=0), max(map(len, in_order), default=0))

    def may_have_one_like(self, said: str) -> bool:
        """By its length alone: what people ask is mostly far longer."""
        most, length = 200 - ALIKE, len(said)
        return self.shortest * ALIKE <= length * most and length * ALIKE <= self.longest * most


_known = lru_cache(maxsize=64)(_Phrases.of)


def _in_order(text: str) -> str:
    """Its words in the order of the alphabet."""
    return " ".join(sorted(default_process(text).split()))


_said = lru_cache(maxsize=1)(_in_order)


def are_alike(word: str, other: str) -> bool:
    return fuzz.ratio(word, other) >= ALIKE


def is_part_of(word: str, title: Collection[str]) -> bool:
    """`borrel` is in `buurtborrel`, and `energiecafe` is `energiecafé`."""
    whole = len(word) > 4
    return any(are_alike(word, part) or (whole and (part.endswith(word) or part.startswith(word))) for part in title)


def has_words_of(title: str, text: str) -> bool:
    """Whether all words of a title are somewhere in the text; `energiecafe` is `energiecafé`."""
    return fuzz.token_set_ratio(plain(title), plain(text), processor=default_process) >= ALIKE
