"""How likely it is that the best entry is the right one, from signs that know nothing of any entry's content."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from messages.understanding.manner import Manner
from messages.understanding.matching import Matches
from messages.understanding.meaning import LETTERS, Meant
from messages.understanding.model import Array, Model

# Each is a column of `signs_of`, in this order; the weights in the model are for these.
SIGNS = (
    "always",
    "share",  # of the first among all entries, by the ranking
    "lead",  # of the first over the second, in the ranking's own measure
    "height",  # of the first, in the same
    "nearest",
    "middle",
    "unadapted",
    "subjects",
    "answer",
    "letters",
    "terms",
    "around",
    "agreed",  # the words find the same entry as the meaning
    "closest",
    "clear",
    "covered",
    "weakest",
    "telling",
    "stranger",  # likeness to the nearest messages that are not for the bot
    "estranged",  # how much nearer those are than the entry
    "domain",
    "one_subject",
    "strangest",  # how much the word that fits this subject least speaks against it
    "usual",  # how much all words speak for it
    "entries",  # among how many it was found (logarithm)
    "phrasings",  # of the first (logarithm): of many, one is always near
    "unexplained",  # words that are neither the entry's nor this subject's
    "far",  # from here: what makes it unlikely at once, where the signs above only add up
    "distant",
    "remote",
    "odd",
    "outside",
    "short",
    "asks_people",
    "now",
    "is_question",
    "personal",
)
_WORDS = (
    "answer",
    "letters",
    "terms",
    "around",
    "agreed",
    "closest",
    "clear",
    "covered",
    "weakest",
    "strangest",
    "usual",
)
# Of another language these tell of chance, or of a translation that most entries lack.
OF_WORDS = [SIGNS.index(sign) for sign in _WORDS]
# How something is said to the bot itself does not matter.
OF_MANNER = [SIGNS.index(sign) for sign in ("asks_people", "now", "is_question", "personal")]
# A message that has no answer reaches this height by chance; without it, few entries would seem to know everything.
_SOMETHING_ELSE = 6.0
_STRANGERS = 4
# Below all three, hardly any entry that is found is the right one.
_COVERED, _NEAREST, _UNADAPTED = 0.6, 0.45, 0.4
_USUAL = 0.3
_AT_MOST = 8.0  # a lead or a height beyond this tells no more
_SHORT = 3  # words


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """The likeness of every entry, `rows` by `meaning.WAYS`, and their order: best first."""

    rows: Array
    heights: Array
    order: Array
    phrasings: int  # of the first entry

    @cached_property
    def shares(self) -> Array:
        """What each entry has of all that may be meant, something else among it."""
        highest = max(float(self.heights[self.order[0]]), _SOMETHING_ELSE)
        raised = np.exp(self.heights - highest)
        return raised / (raised.sum() + math.exp(_SOMETHING_ELSE - highest))  # type: ignore[no-any-return]


def signs_of(
    ranked: Ranked,
    matches: Matches,
    message: Meant,
    embedded: Array,
    manner: Manner,
    telling: Sequence[str],
    model: Model,
) -> Array:
    first = ranked.order[0]
    height = float(ranked.heights[first])
    second = max(map(float, ranked.heights[ranked.order[1:2]]), default=_SOMETHING_ELSE)
    nearest, middle, raw, subjects, answer, _, letters, terms, around, _ = ranked.rows[first].tolist()
    domain = model.asks(embedded)
    odds = model.oddness(telling).tolist()
    strangers = model.likeness_to_strangers(message.middle)
    stranger = float(np.partition(strangers, -_STRANGERS)[-_STRANGERS:].mean()) if len(strangers) > _STRANGERS else 0.0
    return np.array(
        [
            1.0,
            ranked.shares[first],
            max(-_AT_MOST, min(height - second, _AT_MOST)),
            min(height, 2 * _AT_MOST) / _AT_MOST,
            nearest,
            middle,
            raw,
            subjects,
            answer,
            letters,
            terms,
            around,
            letters >= ranked.rows[:, LETTERS].max(),
            matches.closest,
            matches.closest - matches.rivalled,
            matches.covered,
            matches.weakest,
            math.log1p(matches.telling),
            stranger,
            stranger - nearest,
            domain,
            float(message.subjects.max()),
            min(odds, default=0.0),
            sum(odds) / (len(odds) + 1),
            math.log1p(np.isfinite(ranked.heights).sum()),
            math.log1p(ranked.phrasings),
            math.log1p(_unexplained(odds, matches.resembled)),
            matches.covered < _COVERED and nearest < _NEAREST and raw < _UNADAPTED,
            max(0.0, _NEAREST - nearest),
            max(0.0, _UNADAPTED - raw),
            min(0.0, min(odds, default=0.0) + 1),
            min(0.0, domain + 1),
            matches.words < _SHORT,
            manner.asks_people,
            manner.now,
            manner.is_question,
            manner.personal,
        ]
    )


def _unexplained(odds: Sequence[float], resembled: Sequence[float]) -> int:
    pairs = zip(odds, resembled, strict=False)
    return sum(odd < _USUAL and resemblance < _COVERED for odd, resemblance in pairs)


def probability(signs: Array, weights: Array) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, float(signs @ weights)))))
