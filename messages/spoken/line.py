"""A line in the words of the grammar, which remembers where in the original each came from."""

import re
import unicodedata
from bisect import bisect_left, bisect_right

from messages.spoken.vocabulary import PHRASES, canonical_word

LONGEST = 4096  # characters: as long as a message on any platform; the work stays bounded

_PHRASE = "|".join(re.escape(phrase).replace(r"\ ", r"[^\S\n]+") for phrase in sorted(PHRASES, key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?<![a-z0-9])(?P<phrase>{_PHRASE})(?![a-z0-9])"
    r"|(?P<ordinal>\d+(?=(?:ste|de|e|st|nd|rd|th)\b))(?:ste|de|e|st|nd|rd|th)"
    r"|(?P<word>[a-z]+)|(?P<number>\d+)|\n|(?P<space>[^\S\n]+)|."
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\r": " "})


class Line:
    """`text` is what the grammar reads; `original` gives back what was typed."""

    def __init__(self, typed: str) -> None:
        self.typed = typed
        pieces: list[str] = []
        self._starts: list[int] = []
        self._spans: list[tuple[int, int]] = []
        length = 0
        for token in _TOKEN.finditer(_plain(typed[:LONGEST])):
            self._starts.append(length)
            self._spans.append(token.span())
            pieces.append(_canonical(token))
            length += len(pieces[-1])
        self.text = "".join(pieces)

    def original(self, start: int, end: int) -> str:
        """What was typed for `text[start:end]`; a word that is begun counts as a whole."""
        return self.typed[self.begin(start) : self.end(end)]

    def begin(self, at: int) -> int:
        if at >= len(self.text):
            return len(self.typed)
        return self._spans[bisect_right(self._starts, at) - 1][0]

    def end(self, at: int) -> int:
        """Where in the original a piece stops that ends before `at`."""
        return self._spans[bisect_left(self._starts, at) - 1][1] if at else 0

    def word_starts(self) -> list[int]:
        return [start for start in self._starts if start < len(self.text) and self.text[start].isalnum()]


def _plain(typed: str) -> str:
    """In lower case and without accents, letter for letter."""
    return "".join(_plain_letter(letter) for letter in typed.translate(_PLAIN))


def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    bare = unicodedata.normalize("NFKD", letter)[0].lower()
    return bare if len(bare) == 1 else letter


def _canonical(token: re.Match[str]) -> str:
    if token["phrase"]:
        return PHRASES[" ".join(token["phrase"].split())]
    if token["ordinal"]:
        return f"{token['ordinal'].lstrip('0') or '0'}e"
    if token["word"]:
        return canonical_word(token["word"])
    return " " if token["space"] else token[0]
