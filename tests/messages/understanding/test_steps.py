"""Matrices in bytes: the same product."""

import numpy as np
import pytest

from messages.understanding.steps import FOR_FEW_ROWS, FOR_ONE_ROW, Steps


@pytest.mark.parametrize("count", [1, 2, 3, 4, 12])
def test_what_is_in_steps_is_kept_in_bytes_and_multiplies_as_before(count: int) -> None:
    rng = np.random.default_rng(1)
    weights = (rng.integers(-127, 128, (256, 700)) * np.float32(0.0173)).astype(np.float32)
    rows = rng.normal(size=(count, 256)).astype(np.float32)

    kept = Steps.of(weights, FOR_FEW_ROWS)

    assert isinstance(kept, Steps)
    assert np.allclose(rows @ kept, rows @ weights, atol=1e-3)
    assert (rows @ kept).shape == (count, 700)


def test_one_row_is_multiplied_as_well() -> None:
    weights = np.arange(-6, 6, dtype=np.float32).reshape(3, 4)

    assert (np.ones(3, np.float32) @ Steps.of(weights, FOR_ONE_ROW)).tolist() == weights.sum(axis=0).tolist()


def test_what_is_not_in_steps_or_in_too_many_stays_as_it_is() -> None:
    rng = np.random.default_rng(1)
    smooth = rng.normal(size=(40, 30)).astype(np.float32)
    many = (rng.integers(-400, 400, (40, 30)) * np.float32(0.5)).astype(np.float32)

    assert Steps.of(smooth, FOR_FEW_ROWS) is smooth
    assert Steps.of(many, FOR_FEW_ROWS) is many
