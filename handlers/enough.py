"""`stop nou eens met die berichten man`: in many words and several languages, a stop that is about nothing else."""

import re
from functools import cache

from handlers.likeness import words_of
from messages.phrases import phrases, single_words

_MESSAGES = "*"  # whatever they are called
MOST_WORDS = 12
# Who asks for it kindly asks no question: `kun je stoppen met die berichten?`
_KINDLY = re.compile(
    r"\s*(?:(?:kun|kan|wil|zou) (?:je|jij|u)|(?:can|could|will|would) you|(?:kannst|könntest) du)\b", re.IGNORECASE
)


_DRAWN_OUT = re.compile(r"(\w)\1{2,}")  # `stoooop`


def is_enough(text: str) -> bool:
    text = _DRAWN_OUT.sub(r"\1", text)
    is_kind = _KINDLY.match(text)
    words = words_of(text[is_kind.end() :] if is_kind else text)
    if (not is_kind and ("?" in text or "؟" in text)) or len(words) > MOST_WORDS:
        return False
    names, beside = single_words("enough.messages"), single_words("enough.beside")
    said = frozenset(_MESSAGES if word in names else word for word in words)
    return any(phrase <= said <= phrase | beside for phrase in _ways())


@cache
def _ways() -> tuple[frozenset[str], ...]:
    """All the words of one of these, in any order."""
    return tuple(frozenset(phrase.split()) for phrase in phrases("enough.enough"))
