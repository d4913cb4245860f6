"""How likely it is that the best entry is the right one, from a few signs, by two logistic regressions.

The signs know nothing of any entry's content, so the weights hold for content they were not fitted on.
They were fitted on 253 questions about two sets of entries and 530 messages that ask nothing of them;
fitted on either set alone they serve the other nearly as well.
"""

import math
from dataclasses import dataclass

from messages.understanding.manner import Manner
from messages.understanding.matching import Matches


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weights:
    bias: float
    likeness: float
    margin: float = 0.0  # of likeness, over the second entry
    lead: float = 0.0  # the same, as a share of the likeness
    closest: float
    clear: float  # how much closer than any phrasing of the others
    covered: float
    weakest: float = 0.0
    telling: float
    asks_people: float = 0.0
    now: float = 0.0
    is_question: float = 0.0
    personal: float = 0.0


# Spoken to: how it is said does not matter, a single keyword is a question too.
_ADDRESSED = _Weights(
    bias=-8.2,
    likeness=4.0,
    lead=3.4,
    closest=2.5,
    clear=1.0,
    covered=2.7,
    weakest=1.9,
    telling=1.9,
)
# Overheard: most of what is said in a street is not for a bot.
_OVERHEARD = _Weights(
    bias=-11.7,
    likeness=5.3,
    margin=2.9,
    closest=3.2,
    clear=2.0,
    covered=2.6,
    weakest=2.2,
    telling=1.5,
    asks_people=-1.7,
    now=-1.8,
    is_question=2.7,
    personal=-2.2,
)


_AS_CLOSE = 0.1
SHARED = 0.5  # the best of several entries is right about as often as not


def confidence(matches: Matches, manner: Manner, *, addressed: bool) -> float:
    """The probability that the first of `matches` is what the message asks for."""
    if not matches.best:
        return 0.0
    weights = _ADDRESSED if addressed else _OVERHEARD
    first = matches.best[0].likeness
    margin = first - (matches.best[1].likeness if len(matches.best) > 1 else 0.0)
    evidence = (
        weights.bias
        + weights.likeness * first
        + weights.margin * margin
        + weights.lead * margin / (first + 0.1)
        + weights.closest * matches.closest
        + weights.clear * (matches.closest - matches.rivalled)
        + weights.covered * matches.covered
        + weights.weakest * matches.weakest
        + weights.telling * math.log1p(matches.telling)
        + weights.asks_people * manner.asks_people
        + weights.now * manner.now
        + weights.is_question * manner.is_question
        + weights.personal * manner.personal
    )
    sure = 1 / (1 + math.exp(-evidence))
    return min(sure, SHARED) if is_shared(matches) else sure


def is_shared(matches: Matches) -> bool:
    """Whether it is a bare word that several entries have: 'warmtepomp', 'subsidie?'."""
    return matches.words == 1 and matches.rivalled > matches.closest - _AS_CLOSE
