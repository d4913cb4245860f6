"""How the alarm is learned, on messages of a few made-up things."""

import numpy as np

from messages.understanding.alarm import Seen, Weights
from messages.understanding.model import Array
from training.danger import Rows, fitted

STOVE, HEADACHE = 1, 2
CALM, GAS = 0, 1


def test_the_same_lines_give_the_same_weights() -> None:
    rows, of = _street()

    assert all(map(np.array_equal, _learned(rows, of), _learned(rows, of)))


def test_danger_is_learned_that_only_two_things_together_tell() -> None:
    rows, of = _street()
    found = rows.likely(_learned(rows, of)).argmax(axis=1)

    assert np.mean(found == of) == 1


def test_danger_is_learned_from_letters_alone() -> None:
    rows = Rows.of([Seen(np.ones(3, np.float32), np.array([7 + place % 2, 20])) for place in range(512)])
    of = np.arange(512) % 2

    assert np.mean(rows.likely(_learned(rows, of)).argmax(axis=1) == of) == 1


def test_some_rows_are_what_they_were_among_all() -> None:
    seen = [Seen(np.full(2, place, np.float32), np.arange(place)) for place in range(5)]
    some, alone = Rows.of(seen).at(np.array([3, 0, 4])), Rows.of([seen[3], seen[0], seen[4]])

    assert all(np.array_equal(getattr(some, name), getattr(alone, name)) for name in ("plain", "letters", "sizes"))


def _street() -> tuple[Rows, Array]:
    """As many with one of the two as with both, or with neither; only one and not the other is calm."""
    chance = np.random.default_rng(1)
    plain = np.ones((2048, 3), np.float32)
    plain[:, 1:] = chance.integers(0, 2, (2048, 2))
    of = np.where(plain[:, STOVE] == plain[:, HEADACHE], GAS, CALM)
    return Rows.of([Seen(row * 8, np.zeros(0, int)) for row in plain]), of


def _learned(rows: Rows, of: Array) -> Weights:
    return fitted(rows, of, np.ones(len(of), np.float32))
