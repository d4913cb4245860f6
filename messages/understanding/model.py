"""What `make train` has learned: how meanings are compared, and what makes an answer likely to be right."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from typing import IO, Any, NamedTuple, Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from messages.understanding.encoder import OWN_NUMBERS
from messages.understanding.normalise import stem
from messages.understanding.spelling import spelled
from messages.understanding.steps import FOR_ONE_ROW, Steps

Array = NDArray[Any]
WORDS = 1 << 14
_SHIPPED = files("messages.understanding").joinpath("model/understanding.npz")
_SHARP = 20.0  # how quickly an intent that is less alike becomes unlikely
_LEVELS = 127  # the largest number in a byte with a sign


class Bars(NamedTuple):
    """How probable it must be that an answer is right, or that the right one is among those to be offered."""

    answer: float
    suggest: float
    overheard: float


@dataclass(frozen=True, kw_only=True)
class Model:
    """Arrays by what they are for; one row or column for each of what the comments name."""

    mean: Array  # of all lines of the bank, as `told` tells them
    adapter: Array  # from the directions of `told` to those in which intents differ
    intents: Array  # a column for each intent of the bank: what it means, adapted
    domain: Array  # one column: whether something is asked of this subject
    domain_bias: Array
    words: Array  # by the number of a word, how much likelier it is about this subject than in other talk (logarithm)
    said: Array  # text in UTF-8: a line for each intent, of all terms in its lines (`lexical.terms_of`)
    strangers: Array  # a row for each line that is not for the bot, adapted; of a file in bytes, of any length
    # The weight of each of `meaning.WAYS`: a row for entries with few phrasings, and one for those with many.
    ranks_own: Array  # for the default language
    ranks_other: Array
    sure_addressed_own: Array  # the weight of each of `signs.SIGNS`
    sure_addressed_other: Array
    sure_overheard_own: Array
    sure_overheard_other: Array
    offer_own: Array  # the same, for one of the few best entries being right
    offer_other: Array
    bars_own: Array  # a column for each of `Bars`; rows as above
    bars_other: Array
    score: Array  # what the training found on what it had not learned from

    @classmethod
    def read(cls, file: IO[bytes]) -> Self:
        with np.load(file, allow_pickle=False) as stored:
            arrays = {field.name: stored[field.name] for field in fields(cls)}
        as_stored = ("said", "strangers")
        return cls(**{name: a if name in as_stored else a.astype(np.float32) for name, a in arrays.items()})

    def write(self, file: IO[bytes]) -> None:
        arrays = {field.name: getattr(self, field.name) for field in fields(self)}
        arrays = {name: array if name == "said" else array.astype(np.float32) for name, array in arrays.items()}
        for name in ("adapter", "intents"):
            arrays[name] = arrays[name].astype(np.float16)
        arrays["words"] = arrays["words"].astype(np.float16)
        strongest = np.abs(arrays["strangers"]).max(axis=1, keepdims=True).clip(1e-9)
        arrays["strangers"] = np.round(arrays["strangers"] / strongest * _LEVELS).astype(np.int8)
        np.savez_compressed(file, **arrays)

    def with_(self, **changed: Array) -> Self:
        return replace(self, **changed)

    @property
    def terms(self) -> list[str]:
        """For each intent of the bank the terms in its lines, as often as they occur."""
        return self.said.tobytes().decode().split("\n")

    def adapted(self, told: Array) -> Array:
        """Rows of length one, in which likeness is that of what is meant."""
        return unit((told - self.mean) @ self.adapter)

    def kept(self, texts: Sequence[str], embedded: Array) -> Array:
        """All that is needed of texts: the encoder's own numbers, and then those that are adapted."""
        seen, written = self.adapter[: embedded.shape[1]], self.adapter[embedded.shape[1] :]
        adapted = embedded @ seen - self._usual
        for row, marks in zip(adapted, spelled(texts), strict=True):
            at = np.flatnonzero(marks)  # nearly all are nothing
            row += marks[at] @ written[at]
        return np.concatenate([embedded[:, :OWN_NUMBERS], unit(adapted)], axis=1)

    def likeness_to_strangers(self, adapted: Array) -> Array:
        """To each of them, for one text."""
        likeness: Array = adapted @ self._strangers
        return likeness

    @cached_property
    def _strangers(self) -> Steps | Array:
        rows = self.strangers
        if rows.dtype != np.int8:
            return rows.T
        return Steps(rows.T, 1 / np.linalg.norm(rows.astype(np.float32), axis=1), FOR_ONE_ROW)

    @cached_property
    def _usual(self) -> Array:
        return self.mean @ self.adapter

    def subjects(self, adapted: Array) -> Array:
        """The root of the probability of each intent of the bank."""
        return np.sqrt(softmax(_SHARP * (adapted @ self.intents)))

    def asks(self, embedded: Array) -> float:
        """How much it speaks for something being asked of this subject (logarithm of the odds)."""
        return float(embedded[:OWN_NUMBERS] @ self.domain) + float(self.domain_bias[0])

    def oddness(self, words: Sequence[str]) -> Array:
        """For each word how likely it is about this subject; 0 for one that was never seen."""
        found: Array = self.words[[word_number(word) for word in words]]
        return found

    def ranks(self, *, own: bool, richness: float) -> Array:
        return _between(self.ranks_own if own else self.ranks_other, richness)

    def sure(self, *, addressed: bool, own: bool) -> Array:
        if addressed:
            return self.sure_addressed_own if own else self.sure_addressed_other
        return self.sure_overheard_own if own else self.sure_overheard_other

    def offer(self, *, own: bool) -> Array:
        return self.offer_own if own else self.offer_other

    def bars_for(self, *, own: bool, richness: float) -> Bars:
        return Bars(*map(float, _between(self.bars_own if own else self.bars_other, richness)))


@cache
def shipped() -> Model:
    with _SHIPPED.open("rb") as file:
        return Model.read(file)


def edition() -> str:
    """Another one for every model that is shipped."""
    return sha256(_SHIPPED.read_bytes()).hexdigest()


def told(texts: Sequence[str], embedded: Array) -> Array:
    """All that is known of texts: how the encoder sees them, and how they are written."""
    return np.concatenate([embedded, spelled(texts)], axis=1)


def _between(few_and_many: Array, richness: float) -> Array:
    few, many = few_and_many
    return (1 - richness) * few + richness * many  # type: ignore[no-any-return]


def word_number(word: str) -> int:
    """The place of a word in `words`; rare words may share one."""
    return crc32(stem(word).encode()) % WORDS


def unit(rows: Array) -> Array:
    lengths: Array = np.linalg.norm(rows, axis=-1, keepdims=True)
    return rows / lengths.clip(1e-9)  # type: ignore[no-any-return]


def softmax(rows: Array) -> Array:
    raised = np.exp(rows - rows.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)  # type: ignore[no-any-return]
