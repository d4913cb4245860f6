"""How a text is written, as numbers."""

import pytest

pytest.importorskip("numpy")

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from messages.understanding.spelling import NUMBERS, spelled


def _likeness(one: str, other: str) -> float:
    first, second = spelled([one, other])
    return float(first @ second)


def test_a_typing_error_is_nearer_than_another_word() -> None:
    assert _likeness("warmtepomp", "warmtpomp") > _likeness("warmtepomp", "vergunning") + 0.3


def test_the_order_of_the_words_does_not_matter() -> None:
    assert _likeness("kost een boiler veel", "veel kost een boiler") == pytest.approx(1)


@given(st.text())
def test_every_text_has_a_row_of_length_one_or_nothing(text: str) -> None:
    row = spelled([text])[0]

    assert row.shape == (NUMBERS,)
    assert np.linalg.norm(row) == pytest.approx(1, abs=1e-3) or not row.any()
