"""What is said around danger, and in which order: 'if you smell gas', 'no smell of gas', 'that leak of last year'."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from messages.understanding.dangers import words_of_kinds
from messages.understanding.lexicon import circumstances
from messages.understanding.normalise import pieces_of

_READ = 400  # characters; the encoder reads no further
_LONGEST = 3  # words of a term
_YEAR = re.compile(r"(19[3-9]|20[0-2])\d")
_PAST, _ASKED = "past", "asked"
_BEGIN, _END, _STOP = frozenset({"^"}), frozenset({"$"}), frozenset({"|"})

Tag = frozenset[str]  # what a word tells of: kinds of circumstances, and kinds of danger


class Circumstances(NamedTuple):
    """Of each kind whether it is told; and, where danger is named, what is told two and three at a time, in order."""

    told: list[bool]
    course: list[str]


def circumstances_of(text: str, meant: Callable[[str], Sequence[str]]) -> Circumstances:
    """`meant` gives the words of danger that a word is, or may be by mistake."""
    tags = list(_tags(pieces_of(text, _READ), meant))
    told = frozenset[str]().union(*tags)
    return Circumstances(
        [kind in told for kind in circumstances()["around"]],
        [] if told.isdisjoint(circumstances()["danger"]) else _course(tags),
    )


def _course(tags: Sequence[Tag]) -> list[str]:
    spoken = [" ".join(sorted(tag)) for tag in (_BEGIN, *tags, _END) if tag]
    twos = itertools.pairwise(spoken)
    return [" > ".join(some) for some in (*twos, *zip(spoken, spoken[1:], spoken[2:], strict=False))]


def _tags(pieces: Sequence[str], meant: Callable[[str], Sequence[str]]) -> Iterator[Tag]:
    for place, piece in enumerate(pieces):
        if not piece.isalnum():
            yield frozenset({_ASKED}) if "?" in piece else _STOP
            continue
        found = set(_told_at(pieces, place))
        if _YEAR.fullmatch(piece):
            found.add(_PAST)
        found.update(*(_dangers_of().get(word, ()) for word in meant(piece)))
        yield frozenset(found)


def _told_at(pieces: Sequence[str], place: int) -> Tag:
    """By the longest term that begins there."""
    for length in range(_LONGEST, 0, -1):
        found = _terms().get(" ".join(pieces[place : place + length]))
        if found:
            return found
    return frozenset()


@cache
def _terms() -> dict[str, Tag]:
    terms: dict[str, Tag] = {}
    for kind, words in circumstances()["around"].items():
        for term in " ".join(words.values()).split():
            plain = " ".join(piece for piece in pieces_of(term) if piece != "-")
            terms[plain] = terms.get(plain, frozenset()) | {kind}
    return terms


@cache
def _dangers_of() -> dict[str, set[str]]:
    """The kinds of danger that a word tells of."""
    dangers: dict[str, set[str]] = {}
    for kind, kinds in circumstances()["danger"].items():
        for word in words_of_kinds(kinds):
            dangers.setdefault(word, set()).add(kind)
    return dangers
