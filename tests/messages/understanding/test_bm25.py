"""What few entries say tells most of what a message is about."""

import pytest

pytest.importorskip("numpy")

from messages.understanding.bm25 import BM25Shelver
from messages.understanding.normalise import words_of

TEXTS = [
    ("Wat kost een warmtepomp?", "prijs van een pomp"),
    ("Hoe stil is een warmtepomp?", "herrie van een pomp"),
    ("Welke pannen kan ik gebruiken?", "pannen op inductie"),
    ("Hoe werkt een hybride warmtepomp?",),
]


def _shares(text: str) -> list[list[float]]:
    shelver = BM25Shelver()
    shelver.shelf([("een eerdere tekst over huren en pannen",)])
    return shelver.shelf(TEXTS).shares(words_of(text)).tolist()  # type: ignore[no-any-return]


def test_a_rare_word_outweighs_one_that_many_entries_have() -> None:
    letters, words = zip(*_shares("herrie warmtepomp"), strict=True)

    assert max(letters) == letters[1]
    assert max(words) == words[1]
    assert words[0] < words[1] / 2


def test_what_no_entry_says_leaves_less_accounted_for() -> None:
    assert all(a < b for a, b in zip(_shares("pannen voor dinosaurussen")[2], _shares("pannen")[2], strict=True))


@pytest.mark.parametrize("text", ["", "dinosaurussen"])
def test_nothing_in_common_is_nothing_accounted_for(text: str) -> None:
    assert [words for _, words in _shares(text)] == [0, 0, 0, 0]


def test_without_entries_there_is_nothing_accounted_for() -> None:
    assert BM25Shelver().shelf([]).shares(["pannen"]).tolist() == []
