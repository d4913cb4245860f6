"""What was sorted before is as good as what is sorted at once, however the texts change."""

from collections import Counter

import pytest

pytest.importorskip("numpy")

from hypothesis import given
from hypothesis import strategies as st

from messages.understanding.bm25 import BM25Shelver
from messages.understanding.by_feature import ByFeature, Successive
from messages.understanding.postings import Numbering

TEXTS = st.lists(st.text("abcd", max_size=4), max_size=8)


def _held(found: ByFeature, numbering: Numbering) -> list[dict[str, float]]:
    """The features of each text, as they stand in the rows."""
    names = {number: feature for feature, number in numbering.numbers.items()}
    texts: list[dict[str, float]] = [{} for _ in range(found.size)]
    for number, place, count in zip(found.numbers, found.places, found.counts, strict=True):
        texts[place][names[number]] = count
    return texts


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_whatever_becomes_of_a_list_of_texts_each_has_its_own_features(lists: list[list[str]]) -> None:
    numbering = Numbering()
    successive = Successive(numbering)
    for texts in lists:
        found = successive.by_feature(texts, lambda place, of=texts: Counter(of[place]))  # type: ignore[misc]

        assert _held(found, numbering) == [Counter(text) for text in texts]
        assert sorted(zip(found.numbers, found.places, strict=True)) == list(
            zip(found.numbers, found.places, strict=True)
        )


def test_only_what_is_new_is_counted() -> None:
    successive, counted = Successive(Numbering()), list[str]()

    def told(texts: list[str]) -> ByFeature:
        return successive.by_feature(texts, lambda place: counted.append(texts[place]) or Counter(texts[place]))

    told(["een", "twee", "drie"])
    counted.clear()
    told(["drie", "twee", "vier", "vijf", "een"])

    assert sorted(counted) == ["vier", "vijf"]


@pytest.mark.parametrize(
    "then",
    [
        [("Wat kost een pomp?",), ("Ik huur",), ("Welke pannen?",)],
        [("Welke pannen?",), ("Wat kost een pomp?", "prijs van een pomp")],
        [("Wat kost een ketel?",), ("Welke pannen?",), ("Ik huur",), ("Ik huur",)],
    ],
)
def test_a_shelf_that_follows_another_tells_the_same_as_the_first_of_all(then: list[tuple[str, ...]]) -> None:
    following = BM25Shelver()
    following.shelf([("Wat kost een pomp?",), ("Welke pannen?",), ("Ik huur",)])

    for words in (["pomp", "kosten"], ["ketel"], ["pannenkoek"], []):
        first = BM25Shelver().shelf(then).shares(words)
        assert following.shelf(then).shares(words) == pytest.approx(first, abs=1e-6)
