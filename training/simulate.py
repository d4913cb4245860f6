"""Streets that never were: content drawn from the bank, and people who ask of it, and of other things."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from messages.content import FAQEntry
from messages.understanding.encoded import EncodedUnderstanding, Examined, Studio
from messages.understanding.encoder import Embedder, Encoder
from messages.understanding.manner import manner_of
from messages.understanding.model import Model
from training.foundation import founded
from training.material import OWN, Intent, Line, Material

FOLDS = 5
_PHRASINGS = (3, 8)  # besides the question; what a street begins with has more
_STARTER_PHRASINGS = (3, 8, 80)
_ASKED = 5  # questions for each entry and language, at most
_SMALL, _FEW_ENTRIES = 1, 10  # streets, and what they have
_TALK_OF = 3  # streets hear the same talk, each a part of it
_ABSENT = 0.15  # of the intents are asked about without there being an entry


@dataclass(frozen=True, kw_only=True)
class Row:
    """One message in one simulated street. `kind`: asked, absent, or the kind of talk; `right` of the first.

    `plain`: asked straight to the point.
    """

    fold: int
    size: str
    starter: bool
    kind: str
    plain: bool
    own: bool
    examined: Examined
    place: int | None  # of the entry that is meant
    right: bool
    shown: bool  # the right one is among those that would be offered


@dataclass(frozen=True, kw_only=True)
class Street:
    """Content, and what is said to it: lines with the intent that they mean, if it is one that is asked about."""

    fold: int
    size: str
    starter: bool
    entries: tuple[FAQEntry, ...]
    said: tuple[tuple[Line, str, str | None], ...]  # with the kind and the entry


@dataclass(frozen=True, kw_only=True)
class Fold:
    model: Model  # learned from the other folds
    streets: tuple[Street, ...]


def folds(material: Material, encoder: Encoder, seed: int = 0) -> Iterator[Fold]:
    of = _fold_of(material, seed)
    for fold in range(FOLDS):
        drawn = random.Random(f"{seed}/{fold}")
        tested = [one for one in material.intents if of[one.id] == fold and not one.among_neighbours]
        streets = tuple(_streets(tested, material, fold, drawn))
        used = {line.text for street in streets for line, kind, _ in street.said if kind in ("asked", "absent")}
        used |= {text for street in streets for entry in street.entries for text in (entry.question, *entry.phrasings)}
        # Of half of the tested intents the model knows other lines: real content is partly what the bank has.
        unknown = {intent.id for intent in tested[::2]}
        known = (intent for intent in material.intents if intent.id not in unknown)
        learned = [
            replace(intent, lines=tuple(line for line in intent.lines if line.text not in used)) for intent in known
        ]
        strangers = [line.text for line in _strangers(material, but=fold)]
        yield Fold(model=founded(encoder, [one for one in learned if len(one.lines) > 2], strangers), streets=streets)


def rows_of(fold: Fold, encoder: Encoder, model: Model, *, only_asked: bool = False) -> Iterator[Row]:
    for street in fold.streets:
        studio = Studio(Embedder(encoder), model)
        said = [one for one in street.said if one[1] == "asked"][::2] if only_asked else street.said
        yield from _heard(replace(street, said=tuple(said)), studio.understanding(street.entries, (), OWN))


def _heard(street: Street, understanding: EncodedUnderstanding) -> Iterator[Row]:
    places = {entry.id: place for place, entry in enumerate(street.entries)}
    for line, kind, meant in street.said:
        examined = understanding.examine(line.text, line.language)
        if examined is None:
            continue
        best = [match.entry for match in examined.matches.best]
        yield Row(
            fold=street.fold,
            size=street.size,
            starter=street.starter,
            kind=kind,
            plain=line.is_plain,
            own=line.is_own,
            examined=examined,
            place=None if meant is None else places[meant],
            right=meant is not None and best[0] == meant,
            shown=meant in best,
        )


def _streets(tested: Sequence[Intent], material: Material, fold: int, drawn: random.Random) -> Iterator[Street]:
    talk = list(_talk(material, fold))
    for heard, (intents, sizes) in enumerate(((tested, _PHRASINGS), (material.starter, _STARTER_PHRASINGS))):
        for phrasings in sizes:
            present, absent = _parted(intents, drawn, material.alike)
            said = talk[heard::_TALK_OF]
            yield _street(f"{phrasings} phrasings", present, absent, phrasings, said, fold, drawn)
    # A street that begins has few answers: then most of what is asked is about something else.
    for _ in range(_SMALL):
        mixed = drawn.sample(material.starter, len(material.starter))
        present, absent = mixed[:_FEW_ENTRIES], mixed[_FEW_ENTRIES : 3 * _FEW_ENTRIES]
        yield _street("few entries", present, absent, min(_PHRASINGS), talk[_TALK_OF - 1 :: _TALK_OF], fold, drawn)


def _street(
    size: str,
    present: Sequence[Intent],
    absent: Sequence[Intent],
    phrasings: int,
    talk: Sequence[tuple[Line, str]],
    fold: int,
    drawn: random.Random,
) -> Street:
    entries: list[FAQEntry] = []
    said: list[tuple[Line, str, str | None]] = [(line, kind, None) for line, kind in talk]
    for intent in present:
        entry, asked = _entry(intent, phrasings, drawn)
        entries.append(entry)
        said.extend((line, "asked", intent.id) for line in asked)
    for intent in absent:
        said.extend((line, "absent", None) for line in (*intent.asked, *intent.lines[:_ASKED]))
    starter = present[0].is_starter
    return Street(fold=fold, size=size, starter=starter, entries=tuple(entries), said=tuple(said))


def _parted(
    intents: Sequence[Intent], drawn: random.Random, alike: Iterable[frozenset[str]]
) -> tuple[list[Intent], list[Intent]]:
    """Those with an entry and those without; never one of two that mean the same without the other."""
    absent = set(drawn.sample([intent.id for intent in intents], round(_ABSENT * len(intents))))
    absent -= {intent for group in alike if len(group - absent) for intent in group}
    present = [intent for intent in intents if intent.id not in absent]
    return present, [intent for intent in intents if intent.id in absent]


def _entry(intent: Intent, phrasings: int, drawn: random.Random) -> tuple[FAQEntry, list[Line]]:
    own = [line for line in intent.lines if line.is_own]
    abroad = [line for line in intent.lines if not line.is_own]
    question = own.pop(0 if intent.is_starter else drawn.randrange(len(own)))
    drawn.shuffle(own)
    drawn.shuffle(abroad)
    # Where there are many phrasings, some are in other languages.
    translated = len(abroad) // 2 if phrasings > max(_PHRASINGS) else 0
    phrasings = min(phrasings, len(own) - _ASKED)
    written = [*own[:phrasings], *abroad[:translated]]
    entry = FAQEntry(
        id=intent.id,
        question=question.text,
        phrasings=tuple(line.text for line in written),
        # Not every organiser gives an entry keywords.
        keywords=intent.keywords if translated or drawn.random() < 0.5 else (),
        answer=intent.answer,
    )
    # What is told without asking is harder than what the bot will be asked; in other languages it cannot be seen.
    questions = [line for line in own[phrasings:] if manner_of(line.text).is_question]
    return entry, [*intent.asked, *questions[:_ASKED], *abroad[translated:][:_ASKED]]


def _talk(material: Material, fold: int) -> Iterator[tuple[Line, str]]:
    """A block of each kind: lines of one theme stand together, and so fall in the same fold."""
    for kind, lines in material.strangers.items():
        for line in lines[len(lines) * fold // FOLDS : len(lines) * (fold + 1) // FOLDS]:
            yield line, kind


def _strangers(material: Material, but: int) -> Iterator[Line]:
    return (line for fold in range(FOLDS) if fold != but for line, _ in _talk(material, fold))


def _fold_of(material: Material, seed: int) -> dict[str, int]:
    """Intents that mean nearly the same are in the same fold."""
    family = {intent.id: intent.id for intent in material.intents}
    for group in material.alike:
        for intent in group:
            family[intent] = min(group)
    names = sorted(set(family.values()))
    random.Random(seed).shuffle(names)
    fold = {name: place % FOLDS for place, name in enumerate(names)}
    return {intent: fold[name] for intent, name in family.items()}
