"""How much each sign tells, and how sure one must be: learned from simulated streets."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from messages.understanding.encoded import CERTAIN
from messages.understanding.model import Array, Model
from messages.understanding.signs import OF_MANNER, OF_WORDS
from training.fitting import logistic, ranker
from training.simulate import Row

# Of what is said in a street but not for the bot; near misses count as absent entries too.
MIX = {"chatter": 0.70, "off-topic-questions": 0.15, "statements": 0.10, "near-misses": 0.05}
# Who talks to the bot of something else mostly asks.
_TO_THE_BOT = {"chatter": 0.3, "off-topic-questions": 0.5, "statements": 0.1, "near-misses": 0.1}
# Of what is said to the bot, and of what it overhears: answerable, asked without an answer, talk.
_ADDRESSED = (0.95, 0.015, 0.035)
_OVERHEARD = (0.40, 0.10, 0.50)
# More of the others than the bot is spoken to: then fewer of them are offered something, and no question the less.
_OFFERED = (0.80, 0.05, 0.15)
FALSE = 0.001  # of the mix may be answered: talk by other hands than the material's slips through far more often
WRONG = 0.008  # of overheard questions may get another answer
# In other languages there are few lines of talk, and most of them are near misses: two that slip through are no sign,
# and so fewer questions may get another answer.
_SLIPPED, _WRONG_ELSEWHERE = 2, 0.0025
_WRONG_OUTRIGHT = 0.032  # of questions to the bot
_SIZES = ((0.0, 0.2), (0.8, 1.0))  # in richness: what counts as few phrasings, and as many
_STARTER = 24.0  # streets with entries as organisers write them count more than those of the bank's lines
_BANK_RANKS = 4.0  # which entry is meant is learned from the bank, too
_PLAINLY = 0.5  # of questions are asked plainly: the material is as indirect as people can be, most are less so
# Of questions to the bot, those that could have been offered and are not, with few phrasings and with many: with few,
# the answer is more often second or third.
_LOST = (0.008, 0.012)


@dataclass(frozen=True, slots=True)
class Sureness:
    """For each row how probable it is that the first entry is right, said to the bot or overheard, or one of a few."""

    addressed: Array
    overheard: Array
    offered: Array

    def of(self, places: Sequence[int]) -> "Sureness":
        return Sureness(self.addressed[places], self.overheard[places], self.offered[places])

    def put(self, places: Array, sure: "Sureness") -> None:
        self.addressed[places], self.overheard[places] = sure.addressed, sure.overheard
        self.offered[places] = sure.offered


def ranked(rows: Sequence[Row], model: Model) -> Model:
    found = {}
    for own, name in ((True, "ranks_own"), (False, "ranks_other")):
        asked = [row for row in rows if row.place is not None and row.own == own]
        questions = [(_by_richness(row), row.place) for row in asked if row.place is not None]
        mass = _mass(asked, (1.0, 0.0, 0.0)) * [1.0 if row.starter else _BANK_RANKS for row in asked]
        found[name] = ranker(questions, mass, model.ranks_own.ravel()).reshape(model.ranks_own.shape)
    return model.with_(**found)


def _by_richness(row: Row) -> Array:
    """The ways in which the entries are alike, as far as there are few phrasings, and as far as there are many."""
    rows, richness = row.examined.rows, row.examined.richness
    return np.concatenate([(1 - richness) * rows, richness * rows], axis=1)


def weighed(rows: Sequence[Row], model: Model) -> Model:
    found = {}
    for own, tongue in ((True, "own"), (False, "other")):
        mine = [row for row in rows if row.own == own]
        right, shown = (np.array(one, float) for one in zip(*((row.right, row.shown) for row in mine), strict=True))
        overheard, addressed = _signs(mine, but=[]), _signs(mine, but=OF_MANNER)
        found[f"sure_addressed_{tongue}"] = logistic(addressed, right, _mass(mine, _ADDRESSED, _TO_THE_BOT))
        found[f"sure_overheard_{tongue}"] = logistic(overheard, right, _mass(mine, _OVERHEARD))
        found[f"offer_{tongue}"] = logistic(addressed, shown, _mass(mine, _OFFERED, _TO_THE_BOT))
    return model.with_(**found)


def _signs(rows: Sequence[Row], but: Sequence[int]) -> Array:
    signs = np.stack([row.examined.signs for row in rows])
    signs[:, but] = 0.0
    if not rows[0].own:
        signs[:, OF_WORDS] = 0.0
    return signs


def sureness(rows: Sequence[Row], model: Model) -> Sureness:
    return Sureness(
        np.array([row.examined.sure(model, addressed=True, own=row.own) for row in rows]),
        np.array([row.examined.sure(model, addressed=False, own=row.own) for row in rows]),
        np.array([row.examined.offerable(model, own=row.own) for row in rows]),
    )


def barred(rows: Sequence[Row], sure: Sureness, model: Model) -> Model:
    """Sets the bars, by probabilities that were reckoned without the row itself."""
    found = {}
    for own, name in ((True, "bars_own"), (False, "bars_other")):
        found[name] = np.array([_bars(rows, sure, own, size, lost) for size, lost in zip(_SIZES, _LOST, strict=True)])
    return model.with_(**found)


def _bars(rows: Sequence[Row], sure: Sureness, own: bool, size: tuple[float, float], lost: float) -> list[float]:
    least, most = size
    mine = [place for place, row in enumerate(rows) if row.own == own and least <= row.examined.richness <= most]
    chosen = [rows[place] for place in mine]
    sure = sure.of(mine)
    return [*_addressed(chosen, sure, lost), _overheard(chosen, sure.overheard)]


def _addressed(rows: Sequence[Row], sure: Sureness, most_lost: float) -> tuple[float, float]:
    asked = _mass(rows, (1.0, 0.0, 0.0))
    asked /= asked.sum()
    wrong, shown = asked * [not row.right for row in rows], asked * [row.shown for row in rows]
    answer = next((bar for bar in _steps() if wrong[sure.addressed >= bar].sum() <= _WRONG_OUTRIGHT), CERTAIN)
    lost = [bar for bar in _steps() if shown[sure.offered < bar].sum() <= most_lost]
    return answer, max(lost, default=_steps()[0])


def _overheard(rows: Sequence[Row], sure: Array) -> float:
    sure = np.where([row.examined.may_interrupt for row in rows], sure, 0.0)
    asked = _mass(rows, (1.0, 0.0, 0.0))
    wrong = asked / asked.sum() * [not row.right for row in rows]
    # What is said in another language is not known by its kind.
    own = any(row.own for row in rows)
    mix = MIX if own else {"other-languages": 1.0}
    mass = np.array([mix.get(row.kind, 0.0) for row in rows])
    for kind in mix:
        mass[[row.kind == kind for row in rows]] /= max(1, sum(row.kind == kind for row in rows))
    mass /= mass.sum()
    for bar in _steps():
        heard = sure >= bar
        calm = mass[heard].sum() <= FALSE or (not own and np.count_nonzero(mass[heard]) <= _SLIPPED)
        if calm and wrong[heard].sum() <= (WRONG if own else _WRONG_ELSEWHERE):
            return bar
    return CERTAIN


def _mass(rows: Sequence[Row], shares: tuple[float, float, float], mix: Mapping[str, float] = MIX) -> Array:
    asked, absent, talk = shares
    wanted = {"asked": asked, "absent": absent, "other-languages": talk}
    wanted |= {kind: talk * share for kind, share in mix.items()}
    count = Counter((row.kind, row.starter, row.plain) for row in rows)
    return np.array([wanted[row.kind] * _weight(row) / count[row.kind, row.starter, row.plain] for row in rows])


def _weight(row: Row) -> float:
    if not row.starter:
        return 1.0
    if row.kind != "asked" or not row.own:
        return _STARTER
    return _STARTER * (_PLAINLY if row.plain else 1 - _PLAINLY)


def _steps() -> Sequence[float]:
    return [step / 200 for step in range(1, 200)]
