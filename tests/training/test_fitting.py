"""The ways of learning find what they are for."""

import pytest

pytest.importorskip("numpy")

import numpy as np

from messages.understanding.model import unit
from training.fitting import adapter, middles_of

CLASSES, MEMBERS, WIDTH = 6, 30, 12


def _drawn() -> tuple[np.ndarray, np.ndarray]:
    """Classes that differ in the first directions alone, and whose members differ far more in the last one."""
    drawn = np.random.default_rng(0)
    middles = np.zeros((CLASSES, WIDTH))
    middles[:, :4] = drawn.normal(size=(CLASSES, 4))
    of = np.repeat(np.arange(CLASSES), MEMBERS)
    noise = drawn.normal(scale=0.3, size=(len(of), WIDTH))
    noise[:, -1] *= 40
    return (middles[of] + noise).astype(np.float32), of


def test_the_adapter_keeps_what_classes_differ_in_and_leaves_out_the_rest() -> None:
    rows, of = _drawn()
    mean, directions = adapter(rows, of)
    adapted = unit((rows - mean) @ directions)

    found = (adapted @ unit(middles_of(adapted, of)).T).argmax(axis=1)

    assert (found == of).mean() > 0.9
    assert ((rows @ middles_of(rows, of).T).argmax(axis=1) == of).mean() < 0.5


def test_there_are_no_more_directions_than_classes_can_differ_in() -> None:
    rows, of = _drawn()
    _, directions = adapter(rows, of)

    assert np.isfinite(directions).all()
    assert np.linalg.matrix_rank(directions, tol=1e-3) == CLASSES - 1
