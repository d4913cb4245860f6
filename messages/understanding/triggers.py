"""What an urgent answer listens for: each trigger as sets of words that must be heard close together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from messages.content import UrgentAnswer
from messages.understanding.lexicon import emergencies, talk
from messages.understanding.normalise import pieces_of

# Words of a trigger that need not be said: who notices it, where, how strongly.
_FILLERS = talk("trigger_fillers")
# 'lucht' is heat pump talk ('lucht-water') unless it stands right beside its companions.
_ONLY_TOGETHER = frozenset({"lucht"})
# How much may be said in between, in words with a meaning; people who smell something say a lot in between.
_TOGETHER, _NEAR, _FAR = 0.0, 1.5, 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Fires for `answer` when of each slot one word is heard, with at most `between` in between."""

    answer: str
    slots: tuple[frozenset[str], ...]
    between: float


def triggers_of(urgent: Iterable[UrgentAnswer]) -> tuple[Trigger, ...]:
    """Every trigger of every answer, and the other ways in which people tell of the same danger."""
    found = [trigger for answer in urgent for trigger in (*_written(answer), *_meant(answer))]
    return tuple(dict.fromkeys(found))


def _written(answer: UrgentAnswer) -> Iterator[Trigger]:
    for text in answer.triggers:
        said = [piece for piece in pieces_of(text) if piece.isalnum()]
        if not _ONLY_TOGETHER.isdisjoint(said):
            yield _trigger(answer, said, between=_TOGETHER)
            continue
        told = [word for word in said if word not in _FILLERS] or said
        # A lone 'gas' or 'co' is said too often in another sense.
        if len(told) > 1 or (told and (len(told[0]) > 3 or told[0].isdigit())):
            yield _trigger(answer, told, between=_NEAR)


def _trigger(answer: UrgentAnswer, words: Iterable[str], *, between: float) -> Trigger:
    slots = tuple(frozenset({word}) for word in dict.fromkeys(words))
    return Trigger(answer=answer.id, slots=slots, between=between)


def _meant(answer: UrgentAnswer) -> Iterator[Trigger]:
    for ways in emergencies().values():
        if any(_tells(text, ways) for text in answer.triggers):
            for slots in ways:
                yield Trigger(answer=answer.id, slots=slots, between=_FAR if len(slots) == 2 else _NEAR)


def _tells(trigger: str, ways: Iterable[tuple[frozenset[str], ...]]) -> bool:
    said = set(pieces_of(trigger))
    return any(all(not slot.isdisjoint(said) for slot in slots) for slots in ways)
