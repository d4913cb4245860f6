"""The lines from which is learned hang together."""

from collections import Counter

import pytest

from training.material import Material, read_material

LEAST = (
    12  # lines of an intent in our own language: phrasings and questions of the simulated streets are taken from them
)


@pytest.fixture(scope="module")
def material() -> Material:
    return read_material()


def test_every_intent_has_a_name_of_its_own(material: Material) -> None:
    assert [name for name, count in Counter(one.id for one in material.intents).items() if count > 1] == []


def test_intents_that_mean_the_same_are_there(material: Material) -> None:
    assert {name for group in material.alike for name in group} <= {one.id for one in material.intents}


def test_every_intent_is_said_in_enough_ways_and_in_other_languages(material: Material) -> None:
    few = [one.id for one in material.intents if sum(line.is_own for line in one.lines) < LEAST]
    silent = [one.id for one in material.intents if all(line.is_own for line in one.lines)]

    assert few == []
    assert silent == []
