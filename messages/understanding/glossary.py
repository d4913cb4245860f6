"""Which subjects a message names, in whatever words or language: 'herrie', 'noise' and 'gürültü' are `geluid`."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from messages.understanding.lexicon import glossary
from messages.understanding.normalise import words_of

_LONGEST_TERM = 3  # words
_SHORTEST_START = 3  # letters before an asterisk
_REMEMBERED = 5000  # terms


class Glossary:
    """Terms and the subjects they mean; a term may be several words, or the start of one."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, str] = {}
        self._subject = lru_cache(_REMEMBERED)(self._found)  # the same words are said again and again
        starts: dict[str, str] = {}
        for term, subject in terms:
            known = starts if term.endswith("*") else self._whole
            known.setdefault(" ".join(words_of(term)), subject)
        # Few words begin a term of several.
        self._first_of_more = {term.split()[0] for term in (*self._whole, *starts) if " " in term}
        # By their first letters, for few words begin so; the longest first.
        self._starts: dict[str, list[tuple[str, str]]] = {}
        for start in sorted(starts, key=len, reverse=True):
            self._starts.setdefault(start[:_SHORTEST_START], []).append((start, starts[start]))

    def subjects(self, words: Sequence[str]) -> list[str]:
        """The subject of each term that stands in `words`, longer terms before the shorter within them."""
        found = []
        for start, first in enumerate(words):
            longest = min(_LONGEST_TERM, len(words) - start) if first in self._first_of_more else 1
            for length in range(longest, 0, -1):
                subject = self._subject(" ".join(words[start : start + length]))
                if subject is not None:
                    found.append(subject)
                    break
        return found

    def _found(self, term: str) -> str | None:
        subject = self._whole.get(term)
        if subject is not None:
            return subject
        begun = self._starts.get(term[:_SHORTEST_START], ())
        return next((subject for start, subject in begun if term.startswith(start)), None)


@cache
def dutch() -> Glossary:
    named = [(subject, subject) for subject in glossary()]
    return Glossary(named + [(term, s) for s, terms in glossary().items() for term in terms["nl"].split()])


@cache
def foreign() -> Glossary:
    """The words of all other languages together: a message that is not Dutch keeps to one of them."""
    return Glossary((term, s) for s, terms in glossary().items() for term in terms["other"].split())
