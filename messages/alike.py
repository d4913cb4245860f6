"""Which questions ask the same in other words, so that they are answered once."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from messages.understanding.lexicon import stopwords
from messages.understanding.normalise import stem, words_of

# Of 100. A wrong answer to somebody is worse than two lines for one question, so both must be alike.
SAME_SUBJECT, SAME_SENTENCE = 85, 75


class _Bare(NamedTuple):
    subject: str
    sentence: str

    def is_like(self, other: "_Bare") -> bool:
        return (
            fuzz.token_sort_ratio(self.subject, other.subject) >= SAME_SUBJECT
            and fuzz.token_sort_ratio(self.sentence, other.sentence) >= SAME_SENTENCE
        )


def grouped(texts: Sequence[str]) -> list[list[int]]:
    """The places of texts that ask the same, each group in order and the groups by their first."""
    groups: list[list[int]] = []
    heads: list[_Bare] = []
    for place, bare in enumerate(map(_bare, texts)):
        same = next((n for n, head in enumerate(heads) if bare.is_like(head)), None)
        if same is None:
            groups.append([place])
            heads.append(bare)
        else:
            groups[same].append(place)
    return groups


def _bare(text: str) -> _Bare:
    """What it is about (where that is nothing, all of it), and all that is said."""
    words = words_of(text)
    telling = [stem(word) for word in words if word not in stopwords()]
    return _Bare(" ".join(telling or words), " ".join(words))
