"""The indexes in arrays find what those in plain Python find."""

import pytest

pytest.importorskip("numpy")

from messages.understanding.normalise import words_of
from messages.understanding.postings import Shelver
from messages.understanding.shelf import lexical_shelf

TEXTS = [
    ("Wat kost een warmtepomp?", "prijs van een pomp"),
    ("Welke pannen kan ik gebruiken?", "pannen op inductie"),
    ("Ik huur, wat nu?",),
]


@pytest.mark.parametrize("text", ["wat kost zo'n warmtepomp", "pannen", "iets heel anders", ""])
def test_both_shelves_find_the_same_likeness(text: str) -> None:
    shelver = Shelver()
    shelver.shelf([("een eerdere tekst over huren en pannen",)])

    mine, plain = shelver.shelf(TEXTS).likeness(words_of(text)), lexical_shelf(TEXTS).likeness(words_of(text))

    assert list(mine) == pytest.approx(plain, abs=1e-5)


def test_without_entries_there_is_nothing_alike() -> None:
    assert list(Shelver().shelf([]).likeness(["pannen"])) == []
