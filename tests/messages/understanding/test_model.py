"""What the model makes of texts, and how near they are to talk that is not for the bot."""

import numpy as np
import pytest

from messages.understanding.encoder import OWN_NUMBERS
from messages.understanding.meaning import meant, meant_by_one
from messages.understanding.model import shipped, told, unit
from messages.understanding.spelling import NUMBERS


def test_what_is_kept_of_texts_is_what_all_that_is_told_of_them_comes_to() -> None:
    model, texts = shipped(), ["Wat kost een warmtepomp?", "", "gas"]
    embedded = np.random.default_rng(1).normal(size=(3, len(model.mean) - NUMBERS)).astype(np.float32)

    kept = model.kept(texts, embedded)

    assert kept[:, :OWN_NUMBERS].tolist() == embedded[:, :OWN_NUMBERS].tolist()
    assert kept[:, OWN_NUMBERS:] == pytest.approx(model.adapted(told(texts, embedded)), abs=1e-4)


def test_one_text_means_the_same_as_a_text_among_others_that_has_no_others() -> None:
    model = shipped()
    rows = np.random.default_rng(1).normal(size=(1, OWN_NUMBERS + len(model.intents))).astype(np.float32)
    kept = np.concatenate([rows[:, :OWN_NUMBERS], unit(rows[:, OWN_NUMBERS:])], axis=1)

    alone, among = meant_by_one(kept[0], model), meant(kept, model)

    for way in ("said", "middle", "unadapted", "subjects", "answer"):
        assert getattr(alone, way) == pytest.approx(getattr(among, way), abs=1e-6)


def test_a_stranger_as_the_training_knows_it_and_as_it_is_kept_is_as_near() -> None:
    model = shipped()
    rows = unit(model.strangers.astype(np.float32))

    likeness = model.likeness_to_strangers(rows[7])

    assert likeness == pytest.approx(model.with_(strangers=rows).likeness_to_strangers(rows[7]), abs=1e-5)
    assert likeness[7] == pytest.approx(1, abs=1e-5)
