"""The entries in the order of how alike a message is to them, and how well the best one accounts for it."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace

from messages.content import FAQEntry
from messages.understanding import glossary
from messages.understanding.lexicon import stopwords, words_by_language
from messages.understanding.normalise import words_of
from messages.understanding.shelf import Shelf, in_order, lexical_shelf

_ALIKE = 0.03  # below this an entry has no more in common with a message than chance
WORD_FOR_WORD = 0.9
_LOOKED_AT_CLOSELY = 8  # of the most alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One entry and its likeness to a message, from 0 to 1."""

    entry: str
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The best few entries for a message, and signs of how well the first accounts for it, from 0 to 1."""

    best: tuple[Match, ...]
    closest: float = 0.0  # likeness of the message to the nearest single phrasing of the first entry
    rivalled: float = 0.0  # the same for the nearest phrasing of the others
    covered: float = 0.0  # how far words of the first entry resemble the telling ones, on average
    weakest: float = 0.0  # how far they resemble the one they resemble least
    telling: int = 0  # number of words that name a subject
    words: int = 0
    resembled: tuple[float, ...] = ()  # how far a word of the first entry resembles each telling word


Heard = list[tuple[Shelf, list[str]]]  # where to look, with which words; our own language first
InOrder = list[tuple[Shelf, str]]  # the same, with the words in the order of the alphabet


@dataclass(frozen=True, slots=True)
class Found:
    """The entry at one place, and its nearest single phrasing."""

    place: int
    likeness: float
    closest: float

    @classmethod
    def of(cls, place: int, likeness: float, asked: InOrder) -> "Found":
        """Asked word for word, or nearly, an entry is more alike than its many other words let it be.

        `closest` is told of those alone, for that is quicker.
        """
        closest = closest_of(asked, place, WORD_FOR_WORD)
        return cls(place, (1 + likeness) / 2 if closest else likeness, closest)

    def measured(self, asked: InOrder) -> "Found":
        return self if self.closest else replace(self, closest=closest_of(asked, self.place))


class Entries:
    """All entries, ready to be compared with messages."""

    def __init__(
        self,
        faqs: Iterable[FAQEntry],
        language: str,
        shelve: Callable[[Sequence[tuple[str, ...]]], Shelf] = lexical_shelf,
    ) -> None:
        entries = tuple(faqs)
        self._language = language
        self.ids = [entry.id for entry in entries]
        self._own = shelve([(entry.question, *entry.phrasings, *entry.keywords) for entry in entries])
        others = sorted({other for entry in entries for other in entry.translations if other != language})
        self._translated = {other: shelve([_translated(e, other) for e in entries]) for other in others}

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for words in self._own.vocabulary for word in words)

    def matches(self, text: str, language: str, among: Container[str] | None = None, most: int = 3) -> Matches:
        """The entries most alike to `text`, at most `most`, of those that `among` allows."""
        heard = self.heard(text, language)
        by_shelf = [shelf.likeness(words) for shelf, words in heard]
        likeness = by_shelf[0] if len(by_shelf) == 1 else [max(of_entry) for of_entry in zip(*by_shelf, strict=True)]
        alike = [place for place, alike in enumerate(likeness) if alike >= _ALIKE]
        alike = [place for place in alike if among is None or self.ids[place] in among]
        near = sorted(alike, key=lambda place: -likeness[place])[:_LOOKED_AT_CLOSELY]
        asked = ordered(heard)
        found = [Found.of(place, likeness[place], asked) for place in near]
        best = [one.measured(asked) for one in sorted(found, key=lambda one: -one.likeness)[:most]]
        return self.accounted(best, heard, language) if best else Matches(best=())

    def heard(self, text: str, language: str) -> Heard:
        """What is not in our own language is looked up in its own words and in those they mean."""
        words = words_of(text)
        if language == self._language:
            return [(self._own, words)]
        glossed = (self._own, [*words, *glossary.foreign().subjects(words)])
        shelf = self._translated.get(language)
        return [glossed] if shelf is None else [glossed, (shelf, words)]

    def accounted(self, best: Sequence[Found], heard: Heard, language: str) -> Matches:
        """How well the first of `best` accounts for what is heard; the glossary's words of it tell, too."""
        first, words = best[0], heard[0][1]
        telling = telling_words(words, language)
        # 'wat kan je allemaal' tells nothing, unless it is word for word what an entry asks.
        weighed = telling or (words if first.closest >= WORD_FOR_WORD else [])
        resembled = [max(shelf.resemblance(word, first.place) for shelf, _ in heard) for word in weighed]
        return Matches(
            best=tuple(Match(entry=self.ids[one.place], likeness=one.likeness) for one in best),
            closest=first.closest,
            rivalled=max((one.closest for one in best[1:]), default=0.0),
            covered=sum(resembled) / len(resembled) if resembled else 0.0,
            weakest=min(resembled, default=0.0),
            telling=len(telling),
            words=len(words),
            resembled=tuple(resembled),
        )


def ordered(heard: Heard) -> InOrder:
    return [(shelf, in_order(words)) for shelf, words in heard]


def closest_of(asked: InOrder, place: int, at_least: float = 0.0) -> float:
    """How near the nearest phrasing is; 0 when it is not as near as that."""
    return max(shelf.closest(words, place, at_least) for shelf, words in asked)


def telling_words(words: Iterable[str], language: str) -> list[str]:
    empty = stopwords() if language == "nl" else stopwords() | words_by_language().get(language, frozenset())
    return [word for word in dict.fromkeys(words) if len(word) > 2 and word not in empty]


def _translated(entry: FAQEntry, language: str) -> tuple[str, ...]:
    translation = entry.translations.get(language)
    return () if translation is None else (translation.question or "", translation.answer)
