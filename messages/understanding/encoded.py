"""What the bot makes of a message by its meaning and its words together, and how sure it may be of that."""

import math
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from threading import Lock

import numpy as np

from messages.content import FAQEntry, UrgentAnswer
from messages.understanding import meaning
from messages.understanding.alarm import seen, shipped_alarm
from messages.understanding.around import Surroundings
from messages.understanding.bm25 import BM25Shelf, BM25Shelver
from messages.understanding.confidence import SHARED, is_shared
from messages.understanding.decision import candidates_of, is_for_all, is_order
from messages.understanding.encoder import Embedder
from messages.understanding.language import language_of
from messages.understanding.manner import manner_of
from messages.understanding.matching import (
    WORD_FOR_WORD,
    Entries,
    Found,
    Heard,
    Match,
    Matches,
    closest_of,
    ordered,
    telling_words,
)
from messages.understanding.meaning import LETTERS, Meaner, meant_by_one
from messages.understanding.model import Array, Model
from messages.understanding.reading import Candidate, Outcome, Reading
from messages.understanding.signs import SIGNS, Ranked, probability, signs_of
from messages.understanding.urgent import UrgentTriggers

_LOOKED_AT_CLOSELY = 6
_SHOWN = 3
# Nobody in the simulated streets asks word for word what stands there; who does means just that.
_WORD_FOR_WORD_COUNTS, _DOUBT_WORD_FOR_WORD = 2.0, 0.05
# Where no entry comes near, one is still the first; few lines of the material are as far off as what people think up.
_SHARE, _NEAREST = SIGNS.index("share"), SIGNS.index("nearest")
_HARDLY_A_SHARE, _FAR, _NOTHING_NEAR = 0.03, 0.2, 0.05
# Of an entry with many phrasings: a telling word that is like none in them, and how many others may outweigh it.
_PHRASINGS, _MANY = SIGNS.index("phrasings"), math.log1p(40)
_UNLIKE, _FEW_TELL = 0.65, 3
CERTAIN = 0.995  # nothing is likelier than this
# In the simulated streets people beat about the bush more than they do. Found on questions by other hands, in logarithm
# of the odds: so much is added, and so much further apart is what is told; what is done stays. See CONTRIBUTING.md.
_PLAINER, _CLEARER = 0.5, 1.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A message beside the entries: the best few with their shares, and the signs of how right the first is."""

    matches: Matches
    shares: tuple[float, ...]
    signs: Array
    rows: Array  # of all entries, by `meaning.WAYS`
    richness: float  # of the content in phrasings, from 0 to 1
    may_interrupt: bool  # a whole question, for all to hear

    def sure(self, model: Model, *, addressed: bool, own: bool) -> float:
        """The probability that the first entry is the right one."""
        sure = self._probable(model.sure(addressed=addressed, own=own))
        if self._is_far:
            sure = min(sure, _NOTHING_NEAR)
        doubtful = is_shared(self.matches) or (own and self._is_partly_unknown)
        return min(sure, SHARED if doubtful else CERTAIN)

    def offerable(self, model: Model, *, own: bool) -> float:
        """How probable it is that one of the best few is the right one, had the bot to hear more talk than it does."""
        return 0.0 if self._is_far else self._probable(model.offer(own=own))

    def outcome(self, model: Model, sure: float, *, addressed: bool, own: bool) -> Outcome:
        bars = model.bars_for(own=own, richness=self.richness)
        if not addressed:
            return Outcome.ANSWER if self.may_interrupt and sure >= bars.overheard else Outcome.SILENT
        if sure >= bars.answer:
            return Outcome.ANSWER
        return Outcome.SUGGEST if self.offerable(model, own=own) >= bars.suggest else Outcome.UNKNOWN

    def _probable(self, weights: Array) -> float:
        found = probability(self.signs, weights)
        return 1 - (1 - found) * _DOUBT_WORD_FOR_WORD if self._is_literal else found

    @property
    def _is_literal(self) -> bool:
        return self.matches.closest >= WORD_FOR_WORD and self.matches.telling > 0

    @property
    def _is_partly_unknown(self) -> bool:
        """Whether one of few words that tell is like nothing it is asked with: 'mijn duif op de buitenunit'."""
        few = self.matches.telling <= _FEW_TELL and self.matches.weakest < _UNLIKE
        return bool(few and self.signs[_PHRASINGS] >= _MANY) and not self._is_literal

    @property
    def _is_far(self) -> bool:
        far = self.signs[_SHARE] < _HARDLY_A_SHARE and self.signs[_NEAREST] < _FAR
        return bool(far) and not self._is_literal


class EncodedUnderstanding:
    """An `Understanding` that knows what messages mean in many languages."""

    def __init__(
        self,
        faqs: Iterable[FAQEntry],
        urgent: Iterable[UrgentAnswer],
        *,
        studio: "Studio",
        default_language: str = "nl",
    ) -> None:
        self._language = default_language
        self._model, self._embedder = studio.model, studio.embedder
        entries = tuple(faqs)
        self._entries = Entries(entries, default_language, studio.shelver.shelf)
        self._meanings = studio.meaner.meanings(entries) if entries else None
        nearest = () if self._meanings is None else self._meanings.intents(self._model)
        self._around = studio.surroundings.around(entries, nearest)
        self._last_allowed: tuple[frozenset[str] | None, Array] = (None, np.arange(len(entries)))
        self._urgent = UrgentTriggers(urgent, familiar=self._entries.words)
        self._alarm = shipped_alarm()

    def read(self, text: str, *, addressed: bool, among: Container[str] | None = None) -> Reading:
        language = language_of(text, self._language)
        embedded = self._embedder.passing(text)
        danger = self._danger(text, embedded, addressed, among)
        if danger is not None:
            return Reading(outcome=Outcome.URGENT, candidates=(Candidate(danger, 1.0),), language=language)
        examined = None if is_order(text) else self.examine(text, language, among, embedded)
        if examined is None:
            return Reading(outcome=Outcome.UNKNOWN if addressed else Outcome.SILENT, candidates=(), language=language)
        own = language == self._language
        sure = examined.sure(self._model, addressed=addressed, own=own)
        outcome = examined.outcome(self._model, sure, addressed=addressed, own=own)
        told = _plainer(sure) if addressed and own else sure
        shared = [Match(entry=m.entry, likeness=p) for m, p in zip(examined.matches.best, examined.shares, strict=True)]
        return Reading(outcome=outcome, candidates=candidates_of(shared, told), language=language)

    def _danger(self, text: str, embedded: Array, addressed: bool, among: Container[str] | None) -> str | None:
        """The urgent answer that a message calls for, by its words or by all that it holds.

        What is plainly harmless calls for none, unless the whole message sounds the alarm by itself.
        """
        heard = self._urgent.hear(text)
        told = self._urgent.called_for(heard, among)
        if not self._urgent.is_about_dangers(told):
            return told
        kinds, around = self._urgent.kinds(heard), self._urgent.circumstances(text)
        likely = self._alarm.likely(seen(text, embedded, kinds, around, told=told is not None))
        danger = self._of_the_whole(text, told, likely, addressed, among)
        if danger is None or self._alarm.is_sounded(likely, addressed=addressed):
            return danger
        return None if self._urgent.is_harmless(text, danger, addressed=addressed) else danger

    def _of_the_whole(
        self, text: str, told: str | None, likely: Array, addressed: bool, among: Container[str] | None
    ) -> str | None:
        """The same, by how likely the whole message makes each danger; `told` is what its words call for."""
        if told is None:
            answers = self._urgent.about(among)
            danger = self._alarm.danger(likely, answers, addressed=addressed)
            return answers[danger] if danger else None
        if self._alarm.is_calm(text, likely):
            return None
        return self._urgent.rather(told, self._alarm.surely(likely), among)

    def _allowed(self, among: Container[str] | None) -> Array:
        """The places of the entries that may be found; the last street asks again more often than not."""
        known, allowed = self._last_allowed
        if known is not among:
            ids = enumerate(self._entries.ids)
            allowed = np.array([place for place, entry in ids if among is None or entry in among], int)
            if isinstance(among, frozenset | None):  # what can change may have changed
                self._last_allowed = (among, allowed)
        return allowed

    def examine(
        self, text: str, language: str, among: Container[str] | None = None, embedded: Array | None = None
    ) -> Examined | None:
        """None when there is nothing to compare with, or nothing said."""
        heard = self._entries.heard(text, language)
        allowed = self._allowed(among)
        if self._meanings is None or not len(allowed) or not heard[0][1]:
            return None
        if embedded is None:
            embedded = self._embedder.passing(text)
        message = meant_by_one(self._model.kept([text], embedded[None])[0], self._model)
        said = reduce(np.maximum, (shelf.shares(words) for shelf, words in heard if isinstance(shelf, BM25Shelf)))
        around = self._around.shares(heard[0][1])
        rows = np.column_stack([self._meanings.likeness(message), said, around, np.zeros(len(said))])
        weights = self._model.ranks(own=language == self._language, richness=self._meanings.richness)
        found, heights, order = _ranked(rows, weights, allowed, heard)
        ranked = Ranked(rows=rows, heights=heights, order=order, phrasings=self._meanings.phrasings[order[0]])
        matches = self._entries.accounted(found, heard, language)
        manner = manner_of(text)
        return Examined(
            matches=matches,
            shares=tuple(float(ranked.shares[place]) for place in ranked.order[:_SHOWN]),
            signs=signs_of(
                ranked, matches, message, embedded, manner, telling_words(heard[0][1], language), self._model
            ),
            rows=rows,
            richness=self._meanings.richness,
            may_interrupt=language != self._language or is_for_all(manner, matches),
        )


class Studio:
    """All that outlives a change of content; makes an understanding of each, and works only on what changed."""

    def __init__(self, embedder: Embedder, model: Model) -> None:
        self.embedder, self.model = embedder, model
        self.meaner, self.shelver, self.surroundings = Meaner(embedder, model), BM25Shelver(), Surroundings(model)
        self._making = Lock()

    def understanding(
        self, faqs: Iterable[FAQEntry], urgent: Iterable[UrgentAnswer], default_language: str = "nl"
    ) -> EncodedUnderstanding:
        with self._making:
            made = EncodedUnderstanding(faqs, urgent, studio=self, default_language=default_language)
            self.embedder.keep()
            return made


def _plainer(sure: float) -> float:
    odds = math.exp(_PLAINER) * math.pow(sure / (1 - sure), _CLEARER)
    return min(odds / (1 + odds), CERTAIN)


def _ranked(rows: Array, weights: Array, allowed: Array, heard: Heard) -> tuple[Sequence[Found], Array, Array]:
    """The best few, how high each entry comes, and their order. Only the nearest are compared phrasing by phrasing."""
    heights = np.full(len(rows), -np.inf)
    heights[allowed] = (rows @ weights)[allowed]
    few = min(_LOOKED_AT_CLOSELY, len(allowed))
    near = np.argpartition(-heights, few - 1)[:few]
    asked = ordered(heard)
    closest = {int(place): closest_of(asked, int(place)) for place in near}
    rows[near, meaning.WORD_FOR_WORD] = [closest[int(place)] >= WORD_FOR_WORD for place in near]
    heights[near] = rows[near] @ weights + _WORD_FOR_WORD_COUNTS * rows[near, meaning.WORD_FOR_WORD]
    order = near[np.argsort(-heights[near], kind="stable")]
    found = [Found(int(place), float(rows[place, LETTERS]), closest[int(place)]) for place in order[:_SHOWN]]
    return found, heights, order
