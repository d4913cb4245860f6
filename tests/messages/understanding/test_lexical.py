"""Likeness by letters and terms."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.understanding import glossary
from messages.understanding.lexical import LetterIndex, SparseIndex, letters_of, terms_of
from messages.understanding.normalise import words_of


def index_of(*texts: str) -> SparseIndex:
    return SparseIndex([letters_of(text.split()) for text in texts])


def test_a_compound_is_like_its_parts() -> None:
    scores = index_of("dak isoleren", "pannen op inductie").scores(letters_of(["dakisolatie"]))

    assert scores[0] > scores[1]


def test_a_text_is_most_like_itself() -> None:
    texts = [Counter("aabc"), Counter("bcd"), Counter("cdde")]

    assert max(SparseIndex(texts).scores(texts[0])) == pytest.approx(1.0)


def test_nothing_is_like_nothing() -> None:
    assert index_of("warmtepomp", "").scores({}) == [0.0, 0.0]
    assert SparseIndex([]).scores(letters_of(["warmtepomp"])) == []


def test_words_that_mean_the_same_share_a_subject() -> None:
    assert "@geluid" in terms_of([["herrie"]])
    assert terms_of([["stadsverwarming"]])["@warmtenet"] == 1


@pytest.mark.parametrize(
    ("words", "subject"),
    [("heat pump", "warmtepomp"), ("isi pompasi", "warmtepomp"), ("najemca", "huurder"), ("larm", "geluid")],
)
def test_words_of_other_languages_have_a_subject(words: str, subject: str) -> None:
    assert subject in glossary.foreign().subjects(words.split())


@given(st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 9)), max_size=12))
def test_likeness_is_between_nothing_and_one(texts: list[dict[str, int]]) -> None:
    index = SparseIndex(texts)

    for text in texts:
        assert all(0 <= score <= 1.000_001 for score in index.scores(text))


def test_words_add_up_to_what_their_letters_say_together() -> None:
    """Also of a word that is said twice, and of two that share some of their letters."""
    texts = [words_of(text) for text in ("hoe werkt een warmtepomp", "warmte terugwinnen", "een pomp in de kelder")]
    index = LetterIndex(map(letters_of, texts))

    for said in ("warmtepomp warmte", "pomp pomp pomp een", "onbekend", ""):
        words = words_of(said)
        assert index.scores_of(words) == pytest.approx(index.scores(letters_of(words)))
