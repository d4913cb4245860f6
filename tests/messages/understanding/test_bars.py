"""How sure one must be to answer what was overheard, or to offer a choice: `make train` finds it in made-up streets."""

import pytest

pytest.importorskip("numpy")

import numpy as np

from messages.understanding.encoded import Examined
from messages.understanding.matching import Matches
from messages.understanding.model import shipped
from training.simulate import Row
from training.weighing import Sureness, barred

SURE_OF_TALK, SURE_OF_QUESTIONS = 0.8, 0.9


def _row(kind: str, own: bool, richness: float) -> Row:
    nothing = np.zeros(1)
    examined = Examined(
        matches=Matches(best=()), shares=(), signs=nothing, rows=nothing, richness=richness, may_interrupt=True
    )
    right = kind == "asked"
    return Row(
        fold=0,
        size="",
        starter=True,
        kind=kind,
        plain=False,
        own=own,
        examined=examined,
        place=0 if right else None,
        right=right,
        shown=right,
    )


@pytest.mark.parametrize("own", [True, False])
def test_talk_for_nobody_is_left_alone_in_any_language_and_with_any_number_of_phrasings(own: bool) -> None:
    talk = "chatter" if own else "other-languages"
    # A line of Dutch talk may be taken for another language; it is not what people talk in that language.
    rows = [_row(kind, own, richness) for kind in ("asked", talk) for richness in (0.0, 1.0) for _ in range(5)]
    rows += [_row("chatter", own, richness) for richness in (0.0, 1.0)]
    rows += [_row("asked", not own, richness) for richness in (0.0, 1.0)]
    rows += [_row("other-languages" if own else "chatter", not own, richness) for richness in (0.0, 1.0)]
    sure = np.array([SURE_OF_QUESTIONS if row.kind == "asked" else SURE_OF_TALK * (row.kind == talk) for row in rows])

    model = barred(rows, Sureness(sure, sure, sure), shipped())

    for richness in (0.0, 1.0):
        assert SURE_OF_TALK < model.bars_for(own=own, richness=richness).overheard <= SURE_OF_QUESTIONS


def test_a_choice_is_offered_for_how_likely_the_right_one_is_among_those_shown() -> None:
    tongues = [(True, "chatter"), (False, "other-languages")]
    kinds = [(own, kind) for own, talk in tongues for kind in ("asked", talk)]
    rows = [_row(kind, own, richness) for own, kind in kinds for richness in (0.0, 1.0) for _ in range(5)]
    unlikely, likely = np.full(len(rows), 0.01), np.full(len(rows), 0.6)

    model = barred(rows, Sureness(unlikely, unlikely, likely), shipped())

    for own in (True, False):
        assert model.bars_for(own=own, richness=0.0).suggest == pytest.approx(0.6)
