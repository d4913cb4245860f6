"""Which entries a message is alike to in meaning, whatever the words or the language."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import log
from typing import NamedTuple

import numpy as np

from messages.content import FAQEntry
from messages.understanding.encoder import OWN_NUMBERS, Embedder
from messages.understanding.model import Array, Model, unit

# In how many ways an entry can be alike; the last four are ways of words.
WAYS = (
    "nearest",
    "middle",
    "unadapted",
    "subjects",
    "answer",
    "question",
    "letters",
    "terms",
    "around",
    "word_for_word",
)
LETTERS, WORD_FOR_WORD = WAYS.index("letters"), WAYS.index("word_for_word")
# Of few phrasings the meaning tells most, of many the words do. Phrasings an entry, question and all.
_FEW, _MANY = 4, 40


@dataclass(frozen=True, slots=True)
class Meant:
    """What one entry, or one message, means."""

    said: Array  # a row for each phrasing, the question first; adapted, as all but one of these
    middle: Array
    unadapted: Array
    subjects: Array
    answer: Array


def meant(kept: Array, model: Model, answer: Array | None = None) -> Meant:
    """`kept` has a row for each text, and so is `answer`: as `Model.kept` makes them."""
    said = kept[:, OWN_NUMBERS:].copy()  # so that the rest of the rows is forgotten
    nothing = np.zeros(said.shape[1], np.float32)
    return Meant(
        said=said,
        middle=unit(said.mean(axis=0)),
        unadapted=unit(kept[:, :OWN_NUMBERS].mean(axis=0)),
        subjects=np.sqrt((model.subjects(said) ** 2).mean(axis=0)),
        answer=nothing if answer is None else answer[OWN_NUMBERS:].copy(),
    )


def meant_by_one(kept: Array, model: Model) -> Meant:
    """The same of a single text, as messages are: one row, which is its own middle."""
    said = kept[OWN_NUMBERS:]
    subjects, nothing = model.subjects(said), np.zeros_like(said)
    return Meant(said=said[None], middle=said, unadapted=unit(kept[:OWN_NUMBERS]), subjects=subjects, answer=nothing)


class Meanings:
    """All entries side by side."""

    def __init__(self, entries: Sequence[Meant]) -> None:
        self._said = np.concatenate([entry.said for entry in entries], dtype=np.float32)
        self.phrasings = [len(entry.said) for entry in entries]
        self._begins = np.cumsum([0, *self.phrasings[:-1]])
        usual = np.log(self.phrasings).mean()
        self.richness = float(np.clip((usual - log(_FEW)) / (log(_MANY) - log(_FEW)), 0, 1))  # 0 with few phrasings
        self._sizes = np.linalg.norm(np.add.reduceat(self._said, self._begins), axis=1)  # of all phrasings together
        self._unadapted = np.stack([entry.unadapted for entry in entries], dtype=np.float32)
        self._subjects = np.stack([entry.subjects for entry in entries], dtype=np.float32)
        self._answer = np.stack([entry.answer for entry in entries], dtype=np.float32)

    def intents(self, model: Model) -> Array:
        """For each entry the intent of the bank that means most nearly the same."""
        return np.add.reduceat(self._said @ model.intents, self._begins).argmax(axis=1)  # type: ignore[no-any-return]

    def likeness(self, message: Meant) -> Array:
        """A row for each entry, a column for each of `WAYS` before `letters`."""
        said = self._said @ message.middle
        ways = (
            np.maximum.reduceat(said, self._begins),
            np.add.reduceat(said, self._begins) / self._sizes,  # the middle's, which has length one
            self._unadapted @ message.unadapted,
            self._subjects @ message.subjects,
            self._answer @ message.middle,
            said[self._begins],
        )
        return np.stack(ways, axis=1)


class _Written(NamedTuple):
    """All of an entry that tells what it means."""

    asked: tuple[str, ...]
    answer: str

    @property
    def texts(self) -> tuple[str, ...]:
        return (*self.asked, self.answer)


class Meaner:
    """Knows what entries mean, and remembers it: a changed entry is the only work of the next time."""

    def __init__(self, embedder: Embedder, model: Model) -> None:
        self._embedder, self._model = embedder, model
        self._known: dict[_Written, Meant] = {}

    def meanings(self, entries: Sequence[FAQEntry]) -> Meanings:
        written = [_Written(_asked(entry), entry.answer) for entry in entries]
        self._embedder.forget_all_but(text for one in written for text in one.texts)
        self._known = {one: self._known.get(one) or self._meant(one) for one in written}
        return Meanings([self._known[one] for one in written])

    def _meant(self, one: _Written) -> Meant:
        rows = np.stack(self._embedder.staying(one.texts, self._model.kept)).astype(np.float32)
        found = meant(rows[:-1], self._model, rows[-1] if one.answer else None)
        # Kept beside what is reckoned with, so in half as many bytes.
        return Meant(*(getattr(found, field.name).astype(np.float16) for field in fields(found)))


def _asked(entry: FAQEntry) -> tuple[str, ...]:
    translated = (translation.question for translation in entry.translations.values())
    return tuple(text for text in (entry.question, *entry.phrasings, *translated) if text)
