"""`make train`: makes the model anew from the material, and ships it unless the shipped one is better."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np

from messages.understanding.encoder import Encoder, installed, is_installed
from messages.understanding.model import Model
from training.foundation import Remembering, founded
from training.material import Material, read_material
from training.report import Score, printed, scored
from training.simulate import FOLDS, Row, folds, rows_of
from training.weighing import Sureness, barred, ranked, sureness, weighed

_ROOT = Path(__file__).parent.parent
SHIPPED = _ROOT / "messages" / "understanding" / "model" / "understanding.npz"
_EMBEDDINGS = _ROOT / "build" / "encoded.npz"
_NOISE = 0.01  # a difference below this is chance


@dataclass(frozen=True)
class Trained:
    model: Model
    score: Score


def train(material: Material, encoder: Encoder) -> Trained:
    """The model, and a score by which two models of the same material can be compared.

    What is meant is learned without the fold that is measured, and so is how sure to be. The weights of the ranking and
    the bars are chosen on all folds together, and the material is by few hands: how well others are understood is not
    what the score says. For that there is `benchmarks/understanding.py`.
    """
    simulated = list(folds(material, encoder))
    plain = [row for fold in simulated for row in rows_of(fold, encoder, fold.model, only_asked=True)]
    ranks = ranked(plain, simulated[0].model)
    ways = {"ranks_own": ranks.ranks_own, "ranks_other": ranks.ranks_other}
    rows = [row for fold in simulated for row in rows_of(fold, encoder, fold.model.with_(**ways))]
    sure = _unseen(rows, ranks)
    everything = founded(
        encoder,
        material.intents,
        [line.text for lines in material.strangers.values() for line in lines],
    )
    model = barred(rows, sure, weighed(rows, everything.with_(**ways)))
    score = scored(rows, sure, model)
    return Trained(model.with_(score=np.array([score.total])), score)


def _unseen(rows: Sequence[Row], model: Model) -> Sureness:
    """How sure one would be of each row by weights fitted on the other folds."""
    sure = Sureness(*np.zeros((3, len(rows))))
    of = np.array([row.fold for row in rows])
    for fold in range(FOLDS):
        fitted = weighed([row for row in rows if row.fold != fold], model)
        sure.put(of == fold, sureness([row for row in rows if row.fold == fold], fitted))
    return sure


def main() -> int:
    if not is_installed():
        print("The encoder is not installed: see requirements/run.in.", file=sys.stderr)
        return 2
    encoder = Remembering(installed(), _EMBEDDINGS)
    trained = train(read_material(), encoder)
    encoder.save()
    print(printed(trained.score))
    if SHIPPED.exists() and "--anyway" not in sys.argv:
        with SHIPPED.open("rb") as file:
            before = float(Model.read(file).score[0])
        if trained.score.total < before - _NOISE:
            print(f"Not shipped: {trained.score.total:.4f} is worse than {before:.4f}.", file=sys.stderr)
            return 1
    made = BytesIO()
    trained.model.write(made)
    SHIPPED.parent.mkdir(exist_ok=True)
    SHIPPED.write_bytes(made.getvalue())
    print(f"Shipped: {trained.score.total:.4f}, {len(made.getvalue()) / 1e6:.2f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
