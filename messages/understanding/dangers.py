"""The dangers that are known of, and how people tell of them: straight, or roundabout ('rotte eieren')."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from messages.understanding.lexicon import danger_words, emergencies

Words = frozenset[str]

# How much may be said between two words and between more of them, in words with a meaning.
_FAR, _NEAR = 3.5, 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Of each of `slots` one word is said, with at most `between` in between, and none of `unless` around it."""

    slots: tuple[Words, ...]
    between: float
    unless: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """`names` only name it: with a word of `subject` around them it is talked about and not there.

    With a word of `present` it is there, whatever else is said. A message may tell of it without a word of `about`,
    but an urgent answer is for it only with one.
    """

    ways: tuple[Way, ...]
    about: Words
    names: Words
    subject: Words
    present: Words

    def is_told_by(self, said: Collection[str]) -> bool:
        if not any(_is(word, self.about) for word in said):
            return False
        return any(all(any(_is(word, slot) for word in said) for slot in way.slots) for way in self.ways)

    def is_named_by(self, words: Iterable[str]) -> bool:
        return all(word in self.names for word in words)


@cache
def dangers() -> dict[str, Danger]:
    return {
        name: Danger(
            ways=tuple(_way(way["heard"], way.get("within"), way.get("unless", "")) for way in stored["ways"]),
            about=words_of_kinds(stored["about"]),
            names=words_of_kinds(stored["names"]),
            subject=words_of_kinds(stored["subject"]),
            present=words_of_kinds(stored["present"]),
        )
        for name, stored in emergencies().items()
    }


@cache
def dutch_words() -> Words:
    """Those that may be mistyped or inflected in a message; all others are heard as they stand."""
    return frozenset(word for words in danger_words().values() for word in words["nl"].split() if word[-1] != "*")


def kinds_in(heard: Collection[str]) -> list[bool]:
    """Of each kind of words of danger whether one is among those `heard`."""
    found = [False] * len(danger_words())
    for word in heard:
        for kind in _kinds_of().get(word, ()):
            found[kind] = True
    return found


@cache
def _kinds_of() -> dict[str, list[int]]:
    """The numbers of the kinds that a word is of."""
    kinds: dict[str, list[int]] = {}
    for number, kind in enumerate(danger_words()):
        for word in words_of_kinds(kind):
            kinds.setdefault(word, []).append(number)
    return kinds


def _way(heard: str, within: float | None, unless: str) -> Way:
    slots = tuple(words_of_kinds(kinds.replace("|", " ")) for kinds in heard.split())
    usual = _FAR if len(slots) == 2 else _NEAR
    return Way(slots=slots, between=usual if within is None else within, unless=words_of_kinds(unless))


@cache
def words_of_kinds(kinds: str) -> Words:
    """The words of these kinds; many ways speak of the same."""
    words = danger_words()
    return frozenset(word for kind in kinds.split() for listed in words[kind].values() for word in listed.split())


def _is(word: str, meaning: Words) -> bool:
    return word in meaning or any(word[:end] + "*" in meaning for end in range(1, len(word) + 1))
