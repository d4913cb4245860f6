"""What is learned of the subject itself, from the lines of intents and from other talk."""

import pytest

pytest.importorskip("numpy")

import numpy as np

from messages.understanding.encoder import OWN_NUMBERS
from messages.understanding.normalise import stem
from training.foundation import founded
from training.material import Intent, Line


class _Drawn:
    """An encoder that knows nothing: every text has numbers of its own."""

    def encode(self, texts: list[str]) -> np.ndarray:
        rows = [np.random.default_rng(len(text)).normal(size=OWN_NUMBERS) for text in texts]
        return np.stack(rows).astype(np.float32)


def _intent(name: str, *texts: str, among_neighbours: bool = False) -> Intent:
    return Intent(id=name, lines=tuple(Line(text=text) for text in texts), among_neighbours=among_neighbours)


def test_what_neighbours_say_to_each_other_is_known_but_no_sign_of_the_subject() -> None:
    model = founded(
        _Drawn(),
        [
            _intent("warmth", "wat kost een warmtepomp", "is een warmtepomp duur", "prijs warmtepomp"),
            _intent("lending", "wie heeft een ladder", "ladder te leen", "mag ik je ladder", among_neighbours=True),
        ],
        ["goedemorgen allemaal", "lekker weer vandaag", "wie gaat er mee wandelen"],
    )

    warmth, lending = model.oddness(["warmtepomp", "ladder"])

    assert warmth > 0
    assert lending == 0
    assert any(stem("ladder") in terms.split() for terms in model.terms)
