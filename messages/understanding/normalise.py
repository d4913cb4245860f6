"""Text as people type it, brought to the plain words that the rest compares."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from messages.understanding.lexicon import shorthand

LONGEST = 1000  # characters read of one message: nobody asks in more, and the work stays bounded
_REMEMBERED = 5000  # different characters

_URL = re.compile(r"https?://\S+|www\.\S+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_PIECE = re.compile(r"[^\W_]+|[-‐-―]|[,/]|[.!?;:\n]+")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?")
_HYPHENS = frozenset("-‐‑‒–—―")
_WORD = re.compile(r"[^\W_]+")
_CLIPPED = (
    (re.compile(r"\b([mz])['’`´]n\b"), r"\1ijn"),
    (re.compile(r"\bzo['’`´]n\b"), "zo een"),
    (re.compile(r"(?<!\w)['’`´]t\b"), "het"),
    (re.compile(r"(?<!\w)['’`´]n\b"), "een"),
)
_APOSTROPHES = "'’`´"
# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ـ": ""})


def readable(text: str, longest: int = LONGEST) -> str:
    """`text` in one form: no invisible or directing characters, no addresses of pages, lower case."""
    text = visible(text, longest).casefold()
    # To look for what few texts have costs less than to replace it where it is not.
    return _URL.sub(" ", text) if "://" in text or "www." in text else text


def visible(text: str, longest: int = LONGEST) -> str:
    """`text` without invisible or directing characters."""
    text = text[:longest]
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)[:longest]
    return text.translate(_VISIBLE)


def plain(text: str) -> str:
    """Readable text without accents, clipped words written out, drawn-out letters brought back to two."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFC", apart.translate(_WITHOUT_MARKS)).translate(_PLAIN)
    if any(apostrophe in text for apostrophe in _APOSTROPHES):
        for clipped, whole in _CLIPPED:
            text = clipped.sub(whole, text)
    return _DRAWN_OUT.sub(r"\1\1", text) if _is_drawn_out(text) else text


@lru_cache(maxsize=1)
def plainly(text: str) -> str:
    """Readable and plain. Each way of looking at a message begins with it; of the one before nothing is kept."""
    return plain(readable(text))


def words_of(text: str) -> list[str]:
    """The words of a text, chat shorthand written out."""
    known = shorthand()
    found = _WORD.findall(plainly(text))
    return " ".join(known.get(word, word) for word in found).split()


def pieces_of(text: str, longest: int = LONGEST) -> list[str]:
    """The words of a text as typed, with what divides them: '-' for a hyphen, commas, slashes, full stops.

    Drawn-out letters become one here ('gaaaas', 'gassss'), and so do initials ('C.O. meter').
    """
    typed = readable(text, longest)
    if _is_drawn_out(typed):
        typed = _DRAWN_OUT.sub(r"\1", typed)
    if "." in typed:
        typed = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), typed)
    found = _PIECE.findall(plain(typed))
    return ["-" if piece in _HYPHENS else piece for piece in found]


def uninflected(word: str) -> str:
    """`word` without a Dutch ending: 'ruikt' and 'ruiken' give 'ruik'; at least four letters are left."""
    for ending in ("en", "e", "s", "t"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    doubled = len(word) >= 4 and word[-1] == word[-2] and word[-1] not in "aeiou"
    return word[:-1] if doubled else word


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A rough Dutch stem: 'isoleert', 'isoleren' and 'isoleer' meet."""
    word = uninflected(word)
    if len(word) >= 4 and word[-2] == word[-3] and word[-2] in "aeou":
        return word[:-2] + word[-1]
    return word


def _is_drawn_out(text: str) -> bool:
    """Or perhaps; it costs a fifth of looking for it by a pattern."""
    return any(letter * 3 in text for letter in set(text))


class _EachCharacter(dict[int, str]):
    """For `str.translate`: what becomes of each character, reckoned when it is first seen."""

    def __init__(self, becomes: Callable[[str], str]) -> None:
        self._becomes = becomes

    def __missing__(self, code: int) -> str:
        found = self._becomes(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = found
        return found


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category[0] == "C" and character != "\n" else character


_VISIBLE = _EachCharacter(_visible)
_WITHOUT_MARKS = _EachCharacter(lambda character: "" if unicodedata.category(character) == "Mn" else character)
