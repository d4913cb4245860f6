"""What the training found, in numbers that people and `make train` can compare."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from messages.understanding.model import Array, Model
from training.simulate import Row
from training.weighing import MIX, Sureness

_BINS = 10


@dataclass(frozen=True, kw_only=True)
class Street:
    """Shares of the questions asked in one sort of simulated streets."""

    first: float
    shown: float
    wrong: float
    overheard: float
    overheard_wrong: float
    error: float  # expected calibration error


@dataclass(frozen=True, kw_only=True)
class Score:
    streets: dict[str, Street]
    false: dict[str, float]  # interruptions, by the kind of talk
    bars: dict[str, list[float]]

    @property
    def total(self) -> float:
        """What a change must not make worse."""
        parts = (street.first + street.shown + street.overheard - street.error for street in self.streets.values())
        return sum(parts) / len(self.streets)


def scored(rows: Sequence[Row], sure: Sureness, model: Model) -> Score:
    kinds = {
        f"{content}, {size}, {tongue}": [
            place
            for place, row in enumerate(rows)
            if row.kind == "asked" and row.own == own and row.size == size and row.starter == starter
        ]
        for own, tongue in ((True, "own language"), (False, "other languages"))
        for size in ("3 phrasings", "8 phrasings", "80 phrasings", "few entries")
        for starter, content in ((False, "bank"), (True, "starter"))
    }
    streets = {
        name: _street([rows[place] for place in places], sure.of(places), model)
        for name, places in kinds.items()
        if places
    }
    heard = _interrupts(rows, sure.overheard, model)
    false = {
        kind: float(np.mean([heard[place] for place, row in enumerate(rows) if row.kind == kind]))
        for kind in (*MIX, "other-languages", "absent")
    }
    bars = {"own": model.bars_own.tolist(), "other": model.bars_other.tolist()}
    return Score(streets=streets, false=false, bars=bars)


def printed(score: Score) -> str:
    lines = ["simulated streets                           first shown wrong  overheard wrong  calibration error"]
    for name, one in score.streets.items():
        lines.append(
            f"{name:44}{one.first:.3f} {one.shown:.3f} {one.wrong:.3f}  {one.overheard:.3f}     "
            f"{one.overheard_wrong:.3f}  {one.error:.3f}"
        )
    lines.append("interruptions: " + ", ".join(f"{kind} {share:.4f}" for kind, share in score.false.items()))
    lines.append(f"on the mix: {sum(score.false[kind] * share for kind, share in MIX.items()):.4f}")
    lines.append(f"bars (answer, suggest, overheard): {score.bars}")
    return "\n".join(lines)


def calibration_error(sure: Array, right: Array) -> float:
    """How far, on average, what is said to be sure differs from what is right."""
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    found = [abs(sure[bins == one].mean() - right[bins == one].mean()) * (bins == one).mean() for one in set(bins)]
    return float(sum(found))


def _interrupts(rows: Sequence[Row], overheard: Array, model: Model) -> Array:
    bars = [model.bars_for(own=row.own, richness=row.examined.richness).overheard for row in rows]
    may = [row.examined.may_interrupt for row in rows]
    return np.array(may) & (overheard >= bars)


def _street(rows: Sequence[Row], sure: Sureness, model: Model) -> Street:
    right, shown = np.array([row.right for row in rows]), np.array([row.shown for row in rows])
    bars = model.bars_for(own=rows[0].own, richness=rows[0].examined.richness)
    answered = sure.addressed >= bars.answer
    offered = ~answered & (sure.offered >= bars.suggest)
    heard = _interrupts(rows, sure.overheard, model)
    return Street(
        first=float((right & (answered | offered)).mean()),
        shown=float(np.where(answered, right, shown & offered).mean()),
        wrong=float((~right & answered).mean()),
        overheard=float((right & heard).mean()),
        overheard_wrong=float((~right & heard).mean()),
        error=calibration_error(sure.addressed, right),
    )
