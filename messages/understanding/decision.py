"""What the bot makes of a message by its words alone: no encoder, no learning, the same answer every time."""

import re
from collections.abc import Container, Iterable, Sequence

from messages.content import FAQEntry, UrgentAnswer
from messages.understanding.confidence import confidence
from messages.understanding.language import language_of
from messages.understanding.manner import Manner, manner_of
from messages.understanding.matching import Entries, Match, Matches
from messages.understanding.normalise import plainly
from messages.understanding.reading import Candidate, Outcome, Reading
from messages.understanding.urgent import UrgentTriggers

# An answer that is wrong costs more than a question back, and an interruption more than either.
_ANSWER_WHEN_ADDRESSED = 0.65
_SUGGEST_WHEN_ADDRESSED = 0.18
_ANSWER_WHEN_OVERHEARD = 0.80
_WHOLE_QUESTION = 3  # words; fewer are half of somebody else's talk: "subsidie?"
_AMONG_THE_OTHERS = 0.6  # how often one of the others is right where the first is not

_ORDERS = re.compile(
    r"\b(negeer|ignore|disregard)\b.{0,40}\b(instruct\w*|regels|opdracht\w*|rules|prompt\w*|above)\b"
    r"|\b(vergeet|forget)\b.{0,40}\b(instruct\w*|opdracht\w*|prompt\w*)\b"
    r"|\b(system|systeem) ?prompt\b|\b(doe alsof|pretend|act as|jailbreak|je bent nu een|you are now)\b"
)


class LexicalUnderstanding:
    """An `Understanding` that compares words, the letters in them, and the way in which they are said."""

    def __init__(
        self, faqs: Iterable[FAQEntry], urgent: Iterable[UrgentAnswer], *, default_language: str = "nl"
    ) -> None:
        self._language = default_language
        self._entries = Entries(faqs, default_language)
        self._urgent = UrgentTriggers(urgent, familiar=self._entries.words)

    def read(self, text: str, *, addressed: bool, among: Container[str] | None = None) -> Reading:
        language = language_of(text, self._language)
        danger = self._urgent.find(text, among)
        if danger is not None and not self._urgent.is_harmless(text, danger, addressed=addressed):
            return Reading(outcome=Outcome.URGENT, candidates=(Candidate(danger, 1.0),), language=language)
        outcome, candidates = self._read_question(text, language, addressed, among)
        return Reading(outcome=outcome, candidates=candidates, language=language)

    def _read_question(
        self, text: str, language: str, addressed: bool, among: Container[str] | None
    ) -> tuple[Outcome, tuple[Candidate, ...]]:
        if is_order(text):
            return Outcome.UNKNOWN if addressed else Outcome.SILENT, ()
        manner = manner_of(text)
        matches = self._entries.matches(text, language, among)
        sure = confidence(matches, manner, addressed=addressed)
        outcome = _when_addressed(sure) if addressed else _when_overheard(sure, manner, matches)
        return outcome, candidates_of(matches.best, sure)


def is_order(text: str) -> bool:
    """Whether it speaks to a language model, which this is not."""
    return _ORDERS.search(plainly(text)) is not None


def _when_addressed(sure: float) -> Outcome:
    if sure >= _ANSWER_WHEN_ADDRESSED:
        return Outcome.ANSWER
    return Outcome.SUGGEST if sure >= _SUGGEST_WHEN_ADDRESSED else Outcome.UNKNOWN


def _when_overheard(sure: float, manner: Manner, matches: Matches) -> Outcome:
    return Outcome.ANSWER if is_for_all(manner, matches) and sure >= _ANSWER_WHEN_OVERHEARD else Outcome.SILENT


def is_for_all(manner: Manner, matches: Matches) -> bool:
    """A whole question to nobody in particular, the only thing overheard that may be answered."""
    whole = matches.telling > 0 and matches.words >= _WHOLE_QUESTION
    return manner.is_question and not manner.personal and whole


def candidates_of(best: Sequence[Match], sure: float) -> tuple[Candidate, ...]:
    """The others share what the first leaves, by how alike they are, and are never likelier than it."""
    others = sum(match.likeness for match in best[1:]) or 1.0
    shares = (min(sure, (1 - sure) * _AMONG_THE_OTHERS * match.likeness / others) for match in best[1:])
    probabilities = (sure, *shares)
    return tuple(Candidate(match.entry, p) for match, p in zip(best, probabilities, strict=False))
