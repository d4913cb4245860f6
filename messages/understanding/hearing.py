"""Which words are heard in a text, and where: through typing errors, inflection and words written apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from messages.understanding.lexicon import ordinary_words, stopwords, talk
from messages.understanding.normalise import pieces_of, uninflected

_PART = 3  # letters of the shortest word that may be stuck to another
_REMEMBERED = 5000  # words
_LONGEST = 4000  # characters; more than for questions, because missing danger is the worst the bot can do
_SHORTEST_START = 3  # letters before an asterisk
_MOST_ERRORS = 2  # of typing, in one word
_MISTYPED = 5  # letters of a word that may be another by mistake, unless an organiser wrote that

# Energy talk has no smell: 'op gas koken', 'van het gas af', 'gas prijs', 'gas geven', 'gas-plan'.
_GAS = frozenset({"gas", "aardgas"})
_BEFORE_TALK_OF_GAS = talk("before_talk_of_gas")
_AFTER_TALK_OF_GAS = talk("after_talk_of_gas")
_CO, _AFTER_CO = "co", talk("after_carbon_monoxide")
# How far a piece of text pushes apart what stands around it.
_WORD, _FILLER, _COMMA, _FULL_STOP = 1.0, 0.5, 0.5, 2.0


class _Word(NamedTuple):
    text: str
    at: float
    glued: bool  # nothing but a space or a hyphen before it
    talk: bool  # of gas as a subject, not as something that is there


class Words(NamedTuple):
    """What to listen for: in one typing error, in one that leaves enough of it, and only as it stands.

    The last may end in an asterisk for any ending.
    """

    written: frozenset[str]
    nearly: frozenset[str]
    exactly: frozenset[str]


class Hearing:
    """Listens for `words`; `familiar` ones are no typing errors of others."""

    def __init__(self, words: Words, familiar: Iterable[str] = ()) -> None:
        self._written = words.written
        self._words = words.written | words.nearly
        self._known = self._words | {word for word in words.exactly if not word.endswith("*")}
        self._starts = {word[:-1]: word for word in words.exactly if word.endswith("*")}
        self._begins = {start[:_SHORTEST_START] for start in self._starts}
        self._lengths = sorted({len(start) for start in self._starts if len(start) >= _SHORTEST_START})
        self._long = sorted((word for word in self._words if len(word) >= 4), key=len)
        self._ordinary = ordinary_words() | stopwords() | frozenset(familiar)
        self._alone = lru_cache(_REMEMBERED)(self._meant_alone)  # the same words are said again and again
        self._inflected: dict[str, list[str]] = {}
        for word in self._long:
            self._inflected.setdefault(uninflected(word), []).append(word)

    def places(self, text: str) -> dict[str, list[float]]:
        """For each word listened for that is heard, where."""
        places: dict[str, list[float]] = {}
        for word, at in self._heard(_spoken(text)):
            places.setdefault(word, []).append(at)
        return places

    def meant(self, word: str) -> Sequence[str]:
        """The words listened for that this one is, or may be by mistake."""
        return self._alone(word)

    def _heard(self, spoken: list[_Word]) -> Iterator[tuple[str, float]]:
        for word in spoken:
            if word.talk:
                continue
            for meant in self._alone(word.text):
                yield meant, word.at
        for first, second in pairwise(spoken):
            if second.glued:
                unknown = not {first.text, second.text} <= self._ordinary
                whole = min(len(first.text), len(second.text)) >= _PART
                for meant in self._meant(first.text + second.text, mistyped=unknown and whole):
                    yield meant, first.at

    def _meant_alone(self, word: str) -> Sequence[str]:
        return [*self._meant(word, mistyped=word not in self._ordinary), *self._run_together(word)]

    def _run_together(self, word: str) -> Iterable[str]:
        """The two words in 'ruikgas' and 'ikruikgas'; 'gasmeter' and 'rookgas' are words of their own."""
        if word in self._known:
            return ()
        for middle in range(_PART, len(word) - _PART + 1):
            first, second = word[:middle].removeprefix("ik"), word[middle:]
            if first in self._words and second in self._words:
                return (first, second)
        return ()

    def _meant(self, word: str, *, mistyped: bool) -> Iterable[str]:
        """The words listened for that `word` is, or may be when it can be a typing error."""
        begun = self._begun(word)
        if word in self._known:
            return [word, *begun]
        inflected = self._inflected.get(uninflected(word), ())
        if inflected or begun or not mistyped or not word.isalpha():
            return [*inflected, *begun]
        if (undoubled := _undoubled(word)) in self._words:
            return [undoubled]
        if len(word) < 4:
            return ()
        first = bisect_left(self._long, len(word) - _MOST_ERRORS, key=len)
        as_long = self._long[first : bisect_right(self._long, len(word) + _MOST_ERRORS, first, key=len)]
        near = process.extract(word, as_long, scorer=OSA.distance, score_cutoff=_MOST_ERRORS, limit=None)
        long = len(word) >= _MISTYPED
        return [m for m, errors, _ in near if errors <= _errors(word, m) and (long or m in self._written)]

    def _begun(self, word: str) -> list[str]:
        if word[:_SHORTEST_START] not in self._begins:
            return []
        return [self._starts[word[:end]] for end in self._lengths if word[:end] in self._starts and end <= len(word)]


def _errors(word: str, meant: str) -> int:
    """How many typing errors may be between them: 'gaslugt' is 'gaslucht', 'gesucht' and 'gelucht' are not."""
    return _MOST_ERRORS if len(meant) >= 8 and word[:2] == meant[:2] else 1


def _spoken(text: str) -> list[_Word]:
    pieces = pieces_of(text, _LONGEST)
    spoken: list[_Word] = []
    at, glued = 0.0, False
    for place, piece in enumerate(pieces):
        if piece == "-":
            continue
        if not piece.isalnum():
            at, glued = at + (_COMMA if piece in ",/" else _FULL_STOP), False
            continue
        talk = (piece in _GAS and _is_talk_of_gas(pieces, place)) or (piece == _CO and _is_talk_of_co(pieces, place))
        spoken.append(_Word(piece, at, glued, talk))
        at, glued = at + (_FILLER if piece in stopwords() else _WORD), True
    return spoken


def _is_talk_of_gas(pieces: list[str], place: int) -> bool:
    before = [piece for piece in pieces[max(0, place - 2) : place] if piece not in ("het", "t")]
    after = pieces[place + 1 : place + 3]
    now_and_then = after[:2] == ["af", "en"]
    return bool(
        (before and before[-1] in _BEFORE_TALK_OF_GAS)
        or (after and after[0] in _AFTER_TALK_OF_GAS and not now_and_then)
    )


def _is_talk_of_co(pieces: list[str], place: int) -> bool:
    """Tied to another word, as in 'co-ouder'; 'co-melder' it is not."""
    after = pieces[place + 1 : place + 3]
    return len(after) == 2 and after[0] == "-" and after[1] not in _AFTER_CO


def _undoubled(word: str) -> str:
    return "".join(letter for place, letter in enumerate(word) if place == 0 or letter != word[place - 1])
