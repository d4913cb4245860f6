"""Looking only at the phrasings and words that can be the nearest finds the same as looking at all."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from messages.understanding.lexical import SparseIndex
from messages.understanding.shelf import Said, Shelf, in_order

WORDS = st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=6)
NEARLY = 0.9


@given(asked=WORDS, phrasings=st.lists(WORDS, min_size=1, max_size=8))
def test_the_nearest_phrasing_is_found_among_those_of_its_length(asked: list[str], phrasings: list[list[str]]) -> None:
    said = [*phrasings, [*asked, "c"]]
    shelf = _shelf_of(said)

    every = [fuzz.ratio(in_order(asked), in_order(words)) / 100 for words in said]

    assert shelf.closest(in_order(asked), 0) == max(every)
    assert shelf.closest(in_order(asked), 0, NEARLY) == (max(every) if max(every) >= NEARLY else 0)


@given(word=st.text("abc", min_size=1, max_size=6), words=WORDS)
def test_a_word_that_is_there_resembles_itself_and_another_the_nearest(word: str, words: list[str]) -> None:
    shelf = _shelf_of([words])

    assert shelf.resemblance(word, 0) == max(Indel.normalized_similarity(word, other) for other in words)


def _shelf_of(said: list[list[str]]) -> Shelf:
    return Shelf([Said(said)], SparseIndex([]), SparseIndex([]))
