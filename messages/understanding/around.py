"""What else is said of what an entry tells: its answer, and how people of the bank ask for nearly the same."""

from collections import Counter
from collections.abc import Iterable, Sequence

from messages.content import FAQEntry
from messages.understanding.bm25 import BM25, TERMS_BY_LENGTH
from messages.understanding.by_feature import Successive
from messages.understanding.lexical import terms_of
from messages.understanding.model import Array, Model
from messages.understanding.normalise import words_of
from messages.understanding.postings import Numbering


class Around:
    """All entries side by side, each in the midst of what else is said of it."""

    def __init__(self, terms: BM25) -> None:
        self._terms = terms

    def shares(self, words: Sequence[str]) -> Array:
        """For each entry how much of the words it and what is said around it account for."""
        return self._terms.scores(terms_of([words]))


class Surroundings:
    """Knows what is said around entries, and remembers it: a changed entry is the only work of the next time."""

    def __init__(self, model: Model) -> None:
        self._said, self._terms = model.terms, Numbering()
        self._by_terms = Successive(self._terms)

    def around(self, entries: Sequence[FAQEntry], nearest: Iterable[int]) -> Around:
        """`nearest` has for each entry the intent of the bank that means most nearly the same."""
        written = [(_texts(entry), int(intent)) for entry, intent in zip(entries, nearest, strict=True)]
        held = self._by_terms.by_feature(written, lambda place: self._counted(*written[place]))
        return Around(BM25(held, self._terms, TERMS_BY_LENGTH))

    def _counted(self, texts: tuple[str, ...], intent: int) -> Counter[str]:
        terms = terms_of(map(words_of, texts))
        terms.update(self._said[intent].split())
        return terms


def _texts(entry: FAQEntry) -> tuple[str, ...]:
    return (entry.question, *entry.phrasings, *entry.keywords, entry.answer)
