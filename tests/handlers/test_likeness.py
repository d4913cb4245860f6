"""What is said in nearly these words is heard, and what is said in many more is not."""

import pytest
from rapidfuzz import fuzz

from handlers.likeness import ALIKE, is_like


@pytest.mark.parametrize("phrases", [("laat maar", "doe maar niet"), ["laat maar", "doe maar niet"]])
def test_a_slip_of_the_pen_and_another_order_are_forgiven(phrases: tuple[str, ...]) -> None:
    assert is_like("laat maar", phrases)
    assert is_like("maar laatt", phrases)
    assert is_like("Niet maar doe!", phrases)
    assert not is_like("laat maar weten wat een warmtepomp kost", phrases)
    assert not is_like("", phrases)


@pytest.mark.parametrize("length", range(1, 60))
def test_how_long_it_may_be_is_only_what_makes_it_as_alike(length: int) -> None:
    """One that is so long has all its letters in common with the phrase."""
    phrase, said = "a" * 23, "a" * length

    assert is_like(said, (phrase,)) == (fuzz.ratio(said, phrase) >= ALIKE)
