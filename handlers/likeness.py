"""What somebody says, in nearly these words: for the few things that are in no FAQ."""

import re
from collections.abc import Collection

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

ALIKE = 85  # of 100, in which a slip of the pen and another order are forgiven

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def is_like(text: str, phrases: Collection[str]) -> bool:
    scorer, cutoff = fuzz.token_sort_ratio, ALIKE
    found = process.extractOne(text, phrases, scorer=scorer, processor=default_process, score_cutoff=cutoff)
    return found is not None


def are_alike(word: str, other: str) -> bool:
    return fuzz.ratio(word, other) >= ALIKE


def has_words_of(title: str, text: str) -> bool:
    """Whether all words of a title are somewhere in the text."""
    return fuzz.token_set_ratio(title, text, processor=default_process) >= ALIKE
