"""Which pieces of words a text is made of, each a number: what the encoder's own tokenizer tells, in less memory."""

from array import array
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_REMEMBERED = 5000  # words
_HASH_BITS, _SHELF_BITS = 60, 18


class Pieces:
    """Remembers words: no piece is of two words, and the same words are said again and again."""

    def __init__(self, tokenizer: Any) -> None:
        """It takes `tokenizer` over: that one no longer knows what its pieces say, only their numbers."""
        self._tokenizer = tokenizer
        tokenizer._prefixes, tokenizer._pieces = _Known(tokenizer._prefixes), ()
        self._of_word = lru_cache(_REMEMBERED)(self._cut)

    def of(self, text: str) -> list[int]:
        """Between a beginning and an end."""
        found = [piece for word in text.split(" ") for piece in self._of_word(word)]
        return [self._tokenizer._bos_id, *(found or [self._tokenizer._unk_id]), self._tokenizer._eos_id]

    def _cut(self, word: str) -> "array[int]":
        plain = self._tokenizer._normalizer.normalize(word)
        return array("I", self._tokenizer._viterbi(plain) if plain else ())


class _Known:
    """Numbers of pieces and of beginnings of pieces, by their hashes: a quarter of a million strings would take 40 MB.

    The hashes are in order, and each of as many shelves has those that begin alike: about one.
    """

    def __init__(self, known: Mapping[str, int]) -> None:
        import numpy as np

        hashes = np.fromiter(map(_hashed, known), np.int64, len(known))
        order = np.argsort(hashes)
        shelves = np.searchsorted(hashes[order] >> _HASH_BITS - _SHELF_BITS, np.arange((1 << _SHELF_BITS) + 1))
        self._hashes = array("q", hashes[order].tobytes())
        self._numbers = array("I", np.fromiter(known.values(), np.uint32, len(known))[order].tobytes())
        self._shelves = array("I", shelves.astype(np.uint32).tobytes())

    def get(self, piece: str) -> int | None:
        wanted = _hashed(piece)
        shelf = wanted >> _HASH_BITS - _SHELF_BITS
        for place in range(self._shelves[shelf], self._shelves[shelf + 1]):
            if self._hashes[place] == wanted:
                return self._numbers[place]
        return None


def _hashed(piece: str) -> int:
    """Of its bytes: as strings 'kp' and '火' have the same hash."""
    return hash(piece.encode()) & (1 << _HASH_BITS) - 1
