"""What an urgent answer listens for: each trigger as sets of words that must be heard close together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from messages.content import UrgentAnswer
from messages.understanding.dangers import Danger, dangers, dutch_words
from messages.understanding.hearing import Words
from messages.understanding.lexicon import talk
from messages.understanding.normalise import pieces_of

# Words of a trigger that need not be said: who notices it, where, how strongly.
_FILLERS = talk("trigger_fillers")
# 'lucht' is heat pump talk ('lucht-water') unless it stands right beside its companions.
_ONLY_TOGETHER = frozenset({"lucht"})
# How much may be said in between, in words with a meaning; people who smell something say a lot in between.
_TOGETHER, _NEAR = 0.0, 1.5
_REMEMBERED = 100  # answers; they stay as they are when other content changes
_AROUND = 8.0  # how near a word that makes calm must be, in the same measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Fires for `answer` when of each slot one word is heard, with at most `between` in between.

    It does not where a word of `unless` is heard around, and none of `present` anywhere.
    """

    answer: str
    slots: tuple[frozenset[str], ...]
    between: float
    unless: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    is_written: bool = False  # by an organiser, and not one of the other ways

    @property
    def rarest(self) -> frozenset[str]:
        """The slot with the fewest words: without one of these it does not fire."""
        return min(self.slots, key=len)

    def fires(self, places: Mapping[str, list[float]]) -> bool:
        if any(slot.isdisjoint(places) for slot in self.slots):
            return False
        heard = [_at(slot, places) for slot in self.slots]
        reach = self.between + len(heard) - 1
        calm = _at(self.unless, places) if self.present.isdisjoint(places) else []
        return any(
            all(any(start <= at <= start + reach for at in slot) for slot in heard)
            and not any(abs(at - start) <= _AROUND for at in calm)
            for start in {at for slot in heard for at in slot}
        )


def triggers_of(urgent: Iterable[UrgentAnswer]) -> tuple[Trigger, ...]:
    """Every trigger of every answer, and the other ways in which people tell of the same danger."""
    return tuple(dict.fromkeys(trigger for answer in urgent for trigger in _of(answer.id, answer.triggers)))


def dangers_of(answer: UrgentAnswer) -> list[str]:
    """The names of those that its triggers tell of."""
    return _told_of(answer.triggers)


@lru_cache(_REMEMBERED)
def _told_of(triggers: tuple[str, ...]) -> list[str]:
    said = [pieces_of(text) for text in triggers]
    return [name for name, danger in dangers().items() if any(map(danger.is_told_by, said))]


def words_to_hear(triggers: Iterable[Trigger]) -> Words:
    """Other languages are heard nearly only where an organiser wrote the word: most typing errors are Dutch."""
    written, told, around = set[str](), set[str](), set[str]()
    for trigger in triggers:
        (written if trigger.is_written else told).update(*trigger.slots)
        around |= trigger.unless | trigger.present
    nearly = told & dutch_words()
    return Words(frozenset(written), frozenset(nearly - written), frozenset((told | around) - written - nearly))


@lru_cache(_REMEMBERED)
def _of(answer: str, triggers: tuple[str, ...]) -> tuple[Trigger, ...]:
    known = [dangers()[name] for name in _told_of(triggers)]
    written = (_unless_only_named(trigger, known) for trigger in _written(answer, triggers))
    ways = (
        Trigger(answer=answer, slots=way.slots, between=way.between, unless=way.unless, present=danger.present)
        for danger in known
        for way in danger.ways
    )
    return (*written, *ways)


def _unless_only_named(trigger: Trigger, known: Iterable[Danger]) -> Trigger:
    """Not for a danger that is talked about: 'welke koolmonoxidemelder zal ik kopen'."""
    words = [word for slot in trigger.slots for word in slot]
    for danger in known:
        if danger.is_named_by(words):
            return replace(trigger, unless=danger.subject, present=danger.present)
    return trigger


def _written(answer: str, triggers: Iterable[str]) -> Iterator[Trigger]:
    for text in triggers:
        said = [piece for piece in pieces_of(text) if piece.isalnum()]
        if not _ONLY_TOGETHER.isdisjoint(said):
            yield _trigger(answer, said, between=_TOGETHER)
            continue
        told = [word for word in said if word not in _FILLERS] or said
        # A lone 'gas' or 'co' is said too often in another sense.
        if len(told) > 1 or (told and (len(told[0]) > 3 or told[0].isdigit())):
            yield _trigger(answer, told, between=_NEAR)


def _trigger(answer: str, words: Iterable[str], *, between: float) -> Trigger:
    slots = tuple(frozenset({word}) for word in dict.fromkeys(words))
    return Trigger(answer=answer, slots=slots, between=between, is_written=True)


def _at(words: frozenset[str], places: Mapping[str, list[float]]) -> list[float]:
    return [at for word, heard in places.items() if word in words for at in heard]
