"""Which questions are one: what asks the same is answered once, and what does not is not answered by mistake."""

import pytest

from messages.alike import grouped

PIGEON = "mag mijn duif op de buitenunit"


@pytest.mark.parametrize(
    "other", ["mag mn duif op de buitenunit", "Mogen duiven op de buitenunit?", "mag een duif op de buitenunit zitten"]
)
def test_the_same_in_other_words_is_one(other: str) -> None:
    assert grouped([PIGEON, other]) == [[0, 1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PIGEON, "mag mijn hond bij de buitenunit"),
        ("wat is de hoofdstad van peru", "wat is de hoofdstad van chili"),
        ("kan de laadpaal weg", "kan een laadpaal hier"),
        ("wie is dat", "waarom niet"),
    ],
)
def test_what_only_looks_alike_is_two(one: str, other: str) -> None:
    assert grouped([one, other]) == [[0], [1]]


def test_groups_stand_in_the_order_of_their_first() -> None:
    assert grouped(["a b", PIGEON, "a b", "mogen duiven op de buitenunit"]) == [[0, 2], [1, 3]]


def test_nothing_has_no_groups() -> None:
    assert grouped([]) == []
