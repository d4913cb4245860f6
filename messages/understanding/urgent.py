"""Whether a message tells of danger, through typing errors, inflection and words written apart."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from messages.content import UrgentAnswer
from messages.understanding.lexicon import ordinary_words, stopwords, talk
from messages.understanding.normalise import pieces_of, uninflected
from messages.understanding.triggers import Trigger, triggers_of

_PART = 3  # letters of the shortest word that may be stuck to another
_LONGEST = 4000  # characters; more than for questions, because missing one is the worst the bot can do

# Energy talk has no smell: 'op gas koken', 'van het gas af', 'gas prijs', 'gas geven', 'gas-plan'.
_GAS = frozenset({"gas", "aardgas"})
_BEFORE_TALK_OF_GAS = talk("before_talk_of_gas")
_AFTER_TALK_OF_GAS = talk("after_talk_of_gas")
# How far a piece of text pushes apart what stands around it.
_WORD, _FILLER, _COMMA, _FULL_STOP = 1.0, 0.5, 0.5, 2.0


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    at: float
    glued: bool  # nothing but a space or a hyphen before it
    talk: bool  # of gas as a subject, not as something that is there


class UrgentTriggers:
    """Finds the urgent answer that a message calls for; `familiar` words are no typing errors of others."""

    def __init__(self, urgent: Iterable[UrgentAnswer], familiar: Iterable[str] = ()) -> None:
        self._triggers = triggers_of(urgent)
        self._listened = sorted({word for trigger in self._triggers for slot in trigger.slots for word in slot})
        self._known = frozenset(self._listened)
        self._long = [word for word in self._listened if len(word) >= 4]
        self._ordinary = ordinary_words() | stopwords() | frozenset(familiar)
        self._inflected: dict[str, list[str]] = {}
        for word in self._long:
            self._inflected.setdefault(uninflected(word), []).append(word)

    def find(self, text: str, among: Container[str] | None = None) -> str | None:
        """The id of the urgent answer that `text` calls for."""
        places: dict[str, list[float]] = {}
        for word, at in self._heard(_spoken(text)):
            places.setdefault(word, []).append(at)
        if places:
            for trigger in self._triggers:
                if (among is None or trigger.answer in among) and _fires(trigger, places):
                    return trigger.answer
        return None

    def _heard(self, spoken: list[_Word]) -> Iterator[tuple[str, float]]:
        for word in spoken:
            if word.talk:
                continue
            mistyped = word.text not in self._ordinary
            for meant in (*self._meant(word.text, mistyped=mistyped), *self._run_together(word.text)):
                yield meant, word.at
        for first, second in pairwise(spoken):
            if second.glued:
                unknown = not {first.text, second.text} <= self._ordinary
                whole = min(len(first.text), len(second.text)) >= _PART
                for meant in self._meant(first.text + second.text, mistyped=unknown and whole):
                    yield meant, first.at

    def _run_together(self, word: str) -> Iterable[str]:
        """The two words in 'ruikgas' and 'ikruikgas'."""
        for middle in range(_PART, len(word) - _PART + 1):
            first, second = word[:middle].removeprefix("ik"), word[middle:]
            if first in self._known and second in self._known:
                return (first, second)
        return ()

    def _meant(self, word: str, *, mistyped: bool) -> Iterable[str]:
        """The words listened for that `word` is, or may be when it can be a typing error."""
        if word in self._known:
            return [word]
        inflected = self._inflected.get(uninflected(word), ())
        if inflected or not mistyped or not word.isalpha():
            return inflected
        if (undoubled := _undoubled(word)) in self._known:
            return [undoubled]
        if len(word) < 4:
            return ()
        near = process.extract(word, self._long, scorer=OSA.distance, score_cutoff=2, limit=None)
        return [meant for meant, errors, _ in near if errors <= _errors(word, meant)]


def _errors(word: str, meant: str) -> int:
    """How many typing errors may be between them: 'gaslugt' is 'gaslucht', 'gesucht' and 'gelucht' are not."""
    return 2 if len(meant) >= 8 and word[:2] == meant[:2] else 1


def _spoken(text: str) -> list[_Word]:
    pieces = pieces_of(text, _LONGEST)
    spoken: list[_Word] = []
    at, glued = 0.0, False
    for place, piece in enumerate(pieces):
        if piece == "-":
            continue
        if not piece.isalnum():
            at, glued = at + (_COMMA if piece in ",/" else _FULL_STOP), False
            continue
        talk = piece in _GAS and _is_talk_of_gas(pieces, place)
        spoken.append(_Word(piece, at, glued, talk))
        at, glued = at + (_FILLER if piece in stopwords() else _WORD), True
    return spoken


def _is_talk_of_gas(pieces: list[str], place: int) -> bool:
    before = [piece for piece in pieces[max(0, place - 2) : place] if piece not in ("het", "t")]
    after = pieces[place + 1 : place + 3]
    now_and_then = after[:2] == ["af", "en"]
    return bool(
        (before and before[-1] in _BEFORE_TALK_OF_GAS)
        or (after and after[0] in _AFTER_TALK_OF_GAS and not now_and_then)
    )


def _fires(trigger: Trigger, places: dict[str, list[float]]) -> bool:
    heard = [[at for word in slot for at in places.get(word, ())] for slot in trigger.slots]
    if not all(heard):
        return False
    reach = trigger.between + len(heard) - 1
    starts = {at for slot in heard for at in slot}
    return any(all(any(start <= at <= start + reach for at in slot) for slot in heard) for start in starts)


def _undoubled(word: str) -> str:
    return "".join(letter for place, letter in enumerate(word) if place == 0 or letter != word[place - 1])
