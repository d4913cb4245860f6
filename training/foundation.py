"""What is learned of the subject itself: where meanings lie, and which talk is not for the bot."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from messages.understanding.encoder import OWN_NUMBERS, Encoder
from messages.understanding.lexical import terms_of
from messages.understanding.meaning import WAYS
from messages.understanding.model import WORDS, Array, Model, told, unit, word_number
from messages.understanding.normalise import words_of
from messages.understanding.signs import SIGNS
from training.fitting import adapter, logistic, middles_of
from training.material import Intent

_RARE = 1.0  # occurrences


class Remembering:
    """An encoder that keeps what it has embedded in a file."""

    def __init__(self, encoder: Encoder, file: Path) -> None:
        self._encoder, self._file = encoder, file
        self._known: dict[str, Array] = {}
        if file.exists():
            with np.load(file, allow_pickle=False) as stored:
                self._known = dict(zip(stored["texts"].tolist(), stored["rows"], strict=True))

    def encode(self, texts: list[str]) -> Array:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts])

    def save(self) -> None:
        self._file.parent.mkdir(exist_ok=True)
        np.savez(self._file, texts=np.array(list(self._known)), rows=np.stack(list(self._known.values())))


def founded(encoder: Encoder, intents: Iterable[Intent], strangers: Iterable[str]) -> Model:
    """A model that knows the subject but not yet how to weigh what it sees."""
    intents, talk = list(intents), list(strangers)
    asked = [line.text for intent in intents for line in intent.lines]
    of = np.repeat(np.arange(len(intents)), [len(intent.lines) for intent in intents])
    rows, others = encoder.encode(asked), encoder.encode(talk)
    mean, directions = adapter(told(asked, rows), of)
    of_subject = np.array([not intent.among_neighbours for intent in intents])[of]
    domain = _domain(rows[of_subject, :OWN_NUMBERS], others[:, :OWN_NUMBERS])
    ranks, signs = np.ones((2, len(WAYS))), np.zeros(len(SIGNS))
    model = Model(
        mean=mean,
        adapter=directions,
        intents=np.zeros((directions.shape[1], 0)),
        domain=domain[1:],
        domain_bias=domain[:1],
        words=_words([text for text, counts in zip(asked, of_subject, strict=True) if counts], talk),
        said=_said([[line.text for line in intent.lines] for intent in intents]),
        strangers=np.zeros((0, directions.shape[1])),
        ranks_own=ranks,
        ranks_other=ranks,
        sure_addressed_own=signs,
        sure_addressed_other=signs,
        sure_overheard_own=signs,
        sure_overheard_other=signs,
        offer_own=signs,
        offer_other=signs,
        bars_own=np.ones((2, 3)),
        bars_other=np.ones((2, 3)),
        score=np.zeros(1),
    )
    return model.with_(
        strangers=model.adapted(told(talk, others)), intents=unit(middles_of(model.adapted(told(asked, rows)), of)).T
    )


def _said(intents: Sequence[Sequence[str]]) -> Array:
    terms = (terms_of(map(words_of, lines)) for lines in intents)
    return np.frombuffer("\n".join(" ".join(one.elements()) for one in terms).encode(), np.uint8)


def _words(asked: Sequence[str], talk: Sequence[str]) -> Array:
    """How much likelier each word is in the bank's lines than in other talk; rare ones tell little either way."""
    here, there = _counted(asked), _counted(talk)
    # As if there were as much of the one as of the other.
    there = there * (len(asked) / max(1, len(talk)))
    odds = np.log((here + _RARE) / (there + _RARE))
    return np.where(here + there > 0, odds, 0.0)


def _counted(lines: Sequence[str]) -> Array:
    numbers = [word_number(word) for line in lines for word in set(words_of(line))]
    return np.bincount(numbers, minlength=WORDS)


def _domain(asked: Array, others: Array) -> Array:
    rows = np.concatenate([asked, others])
    rows = np.column_stack([np.ones(len(rows)), rows])
    right = np.repeat([1.0, 0.0], [len(asked), len(others)])
    mass = np.where(right, 1 / len(asked), 1 / len(others))
    return logistic(rows, right, mass, pull=3.0)
