"""What is plainly no danger although its words tell of one: a false alarm, a leak of last year, a barbecue."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from messages.understanding.lexicon import emergencies, harmless
from messages.understanding.normalise import pieces_of

_READ = 400  # characters; the encoder reads no further, and of a longer message none is harmless
_LONGEST = 5  # words of a term
_ENDS = re.compile(r"[,/]|:*[.!?;\n][.!?;:\n]*")  # not at a colon: "als je gas ruikt: ramen open"
_TURNS = frozenset({"maar", "mar", "en", "but", "and", "aber", "und", "ama", "ale", "لكن", "بس", "но", "але"})
_YEAR, _YEARS_AGO = re.compile(r"(19[3-9]|20[01])\d"), frozenset({"long_ago"})

Told = Callable[[str], bool]  # whether the words of a text tell of danger
Kinds = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """To tell of no danger: all of `said`, and nothing of `unless` anywhere.

    It `opens` where it holds for what follows in its clause ("als er ooit gas lekt"); else it is all in one clause, and
    holds for what was said before, too ("loos alarm"). What comes later may be a danger again.
    """

    said: Kinds
    unless: Kinds
    of: Kinds  # dangers
    opens: bool
    overheard_only: bool
    no_question: bool


class _Clause:
    """A part of a message that ends at a comma, a full stop or before 'maar'; `kinds` is what is said where in it."""

    __slots__ = ("kinds", "said", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.kinds = list(_kinds(words))
        self.said = frozenset[str]().union(*(kinds for _, kinds in self.kinds))

    def is_told(self, told: Told) -> bool:
        return told(" ".join(self.words))

    def opens_with(self, way: Way, told: Told) -> bool:
        """Whether danger is told only after what the way says."""
        first = next((place for place, kinds in self.kinds if kinds & way.said), None)
        return first is not None and not told(" ".join(self.words[:first]))


def is_harmless(text: str, danger: str, told: Told, *, addressed: bool) -> bool:
    if len(text) > _READ:
        return False
    clauses = [_Clause(words) for words in _clauses(pieces_of(text, _READ))]
    said = frozenset[str]().union(*(clause.said for clause in clauses))
    fitting = [
        way
        for way in _ways()
        if danger in way.of
        and way.said <= said
        and way.unless.isdisjoint(said)
        and not (way.overheard_only and addressed)
        and not (way.no_question and "?" in text)
    ]
    return bool(fitting) and any(_holds(way, clauses, told) for way in fitting)


def _holds(way: Way, clauses: Sequence[_Clause], told: Told) -> bool:
    dangerous = [place for place, clause in enumerate(clauses) if clause.is_told(told)]
    if way.opens:
        return all(clauses[place].opens_with(way, told) for place in dangerous or [0])
    return max(dangerous, default=0) <= max((p for p, c in enumerate(clauses) if way.said <= c.said), default=-1)


def _clauses(pieces: Sequence[str]) -> Iterator[list[str]]:
    clause: list[str] = []
    for piece in (*pieces, "."):
        if piece in _TURNS or _ENDS.fullmatch(piece):
            if clause:
                yield clause
            clause = []
        elif piece.isalnum():
            clause.append(piece)


def _kinds(words: Sequence[str]) -> Iterator[tuple[int, Kinds]]:
    """By the longest term that begins there; what is in it is said no more: of 'weer weg' not 'weer'."""
    place = 0
    while place < len(words):
        length, found = _term_at(words, place)
        if found:
            yield place, found
        place += length


def _term_at(words: Sequence[str], place: int) -> tuple[int, Kinds]:
    for length in range(min(_LONGEST, len(words) - place), 0, -1):
        found = _terms().get(" ".join(words[place : place + length]))
        if found:
            return length, found
    return 1, _YEARS_AGO if _YEAR.fullmatch(words[place]) else frozenset()


@cache
def _terms() -> dict[str, Kinds]:
    terms: dict[str, Kinds] = {}
    for kind, words in harmless()["words"].items():
        for term in " ".join(words.values()).split():
            plain = " ".join(piece for piece in pieces_of(term) if piece.isalnum())
            terms[plain] = terms.get(plain, frozenset()) | {kind}
    return terms


@cache
def _ways() -> tuple[Way, ...]:
    return tuple(
        Way(
            said=frozenset(way["said"].split()),
            unless=frozenset(way["unless"].split()),
            of=frozenset(way["of"].split() if "of" in way else emergencies()),
            opens=way["order"] == "opens",
            overheard_only=way.get("overheard_only", False),
            no_question=way.get("no_question", False),
        )
        for way in harmless()["ways"].values()
    )
