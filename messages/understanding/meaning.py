"""Which entries a message is alike to in meaning, whatever the words or the language."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from messages.content import FAQEntry
from messages.understanding.encoder import Embedder
from messages.understanding.model import Array, Model, unit

# In how many ways an entry can be alike; `likeness` of words comes with them.
WAYS = ("nearest", "middle", "unadapted", "subjects", "answer", "likeness", "closest", "word_for_word")
LIKENESS = WAYS.index("likeness")


@dataclass(frozen=True, slots=True)
class Meant:
    """What one entry, or one message, means."""

    said: Array  # a row for each phrasing, adapted
    middle: Array
    unadapted: Array
    subjects: Array
    answer: Array


def meant(embedded: Array, model: Model, answer: Array | None = None) -> Meant:
    said = model.adapted(embedded)
    subjects = np.sqrt((model.subjects(embedded) ** 2).mean(axis=0))
    answered = np.zeros(said.shape[1], np.float32) if answer is None else model.adapted(answer)
    return Meant(said, unit(said.mean(axis=0)), unit(embedded.mean(axis=0)), subjects, answered)


class Meanings:
    """All entries side by side."""

    def __init__(self, entries: Sequence[Meant]) -> None:
        self._said = np.concatenate([entry.said for entry in entries])
        self._begins = np.cumsum([0, *(len(entry.said) for entry in entries[:-1])])
        self._middle = np.stack([entry.middle for entry in entries])
        self._unadapted = np.stack([entry.unadapted for entry in entries])
        self._subjects = np.stack([entry.subjects for entry in entries])
        self._answer = np.stack([entry.answer for entry in entries])

    def likeness(self, message: Meant) -> Array:
        """A row for each entry, a column for each of the first five of `WAYS`."""
        nearest = np.maximum.reduceat(self._said @ message.middle, self._begins)
        others = (
            self._middle @ message.middle,
            self._unadapted @ message.unadapted,
            self._subjects @ message.subjects,
            self._answer @ message.middle,
        )
        return np.stack([nearest, *others], axis=1)


class Meaner:
    """Knows what entries mean, and remembers it: a changed entry is the only work of the next time."""

    def __init__(self, embedder: Embedder, model: Model) -> None:
        self._embedder, self._model = embedder, model
        self._known: dict[tuple[tuple[str, ...], str], Meant] = {}

    def meanings(self, entries: Sequence[FAQEntry]) -> Meanings:
        asked = [(_asked(entry), entry.answer) for entry in entries]
        self._embedder.forget_all_but(text for texts, answer in asked for text in (*texts, answer))
        self._known = {one: self._known.get(one) or self._meant(*one) for one in asked}
        return Meanings([self._known[one] for one in asked])

    def _meant(self, texts: tuple[str, ...], answer: str) -> Meant:
        rows = np.stack(self._embedder.staying((*texts, answer) if answer else texts))
        return meant(rows[: len(texts)], self._model, rows[-1] if answer else None)


def _asked(entry: FAQEntry) -> tuple[str, ...]:
    translated = (translation.question for translation in entry.translations.values())
    return tuple(text for text in (entry.question, *entry.phrasings, *translated) if text)
