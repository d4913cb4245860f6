"""Which subjects a message names, in whatever words or language: 'herrie', 'noise' and 'gürültü' are `geluid`."""

from collections.abc import Iterable, Sequence
from functools import cache

from messages.understanding.lexicon import glossary
from messages.understanding.normalise import words_of

_LONGEST_TERM = 3  # words
_SHORTEST_START = 3  # letters before an asterisk


class Glossary:
    """Terms and the subjects they mean; a term may be several words, or the start of one."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, str] = {}
        self._starts: dict[str, str] = {}
        for term, subject in terms:
            known = self._starts if term.endswith("*") else self._whole
            known.setdefault(" ".join(words_of(term)), subject)

    def subjects(self, words: Sequence[str]) -> list[str]:
        """The subject of each term that stands in `words`, longer terms before the shorter within them."""
        found = []
        for start in range(len(words)):
            for length in range(min(_LONGEST_TERM, len(words) - start), 0, -1):
                subject = self._subject(" ".join(words[start : start + length]))
                if subject is not None:
                    found.append(subject)
                    break
        return found

    def _subject(self, term: str) -> str | None:
        subject = self._whole.get(term)
        if subject is None and self._starts:
            starts = (self._starts.get(term[:end]) for end in range(len(term), _SHORTEST_START - 1, -1))
            subject = next((found for found in starts if found), None)
        return subject


@cache
def dutch() -> Glossary:
    named = [(subject, subject) for subject in glossary()]
    return Glossary(named + [(term, s) for s, terms in glossary().items() for term in terms["nl"].split()])


@cache
def foreign() -> Glossary:
    """The words of all other languages together: a message that is not Dutch keeps to one of them."""
    return Glossary((term, s) for s, terms in glossary().items() for term in terms["other"].split())
