"""Learns when to sound the alarm, as part of `make train`; ships it unless it finds less danger or disturbs more."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from pathlib import Path

import numpy as np

from messages.understanding.alarm import Alarm, seen
from messages.understanding.encoder import Encoder, installed, is_installed
from messages.understanding.lexicon import emergencies
from messages.understanding.model import Array
from messages.understanding.urgent import UrgentTriggers
from storage.content_file.examined import read_content
from training.danger import Rows, fitted
from training.foundation import Remembering
from training.material import read_material

_ROOT = Path(__file__).parent.parent
_MATERIAL = _ROOT / "messages" / "understanding" / "material" / "urgent"
_SHIPPED = _ROOT / "messages" / "understanding" / "model" / "alarm.npz"
_EMBEDDINGS = _ROOT / "build" / "encoded.npz"
_FOLDS = 5
# Classes: calm that resembles danger, what is asked of the bot, and all other talk; all count as calm.
_CALM, _ASKED, _TALK = 0, -1, -2
_MASS = {_CALM: 4.0, _ASKED: 1.5, _TALK: 1.5}  # of a line; danger has three
# Of lines in which no word tells of danger that many may sound the alarm: of what is asked, for who speaks to the bot
# alone disturbs nobody, and of the talk in a group.
_FALSE_ADDRESSED, _FALSE_OVERHEARD = 0.005, 0.0015
_SILENCED = 0.02  # of the danger that words tell of that may be taken for calm
_DISTURBED = 3.0  # a false alarm on the held-out weighs as much as so many that are missed


@dataclass(frozen=True)
class Lines:
    """A row, a class and a voice for each line; `told` are those that the words alone find."""

    rows: Rows
    of: Array
    voice: Array
    told: Array


def main() -> int:
    if not is_installed():
        print("The encoder is not installed: see requirements/run.in.", file=sys.stderr)
        return 2
    encoder = Remembering(installed(), _EMBEDDINGS)
    lines, held_out = _lines(encoder, _MATERIAL, ordinary=True), _lines(encoder, _MATERIAL / "held-out")
    encoder.save()
    alarm = trained(lines)
    score = printed(alarm, held_out)
    if _SHIPPED.exists() and "--anyway" not in sys.argv:
        with _SHIPPED.open("rb") as file:
            before = _score(Alarm.read(file), held_out)
        if score < before:
            print(f"Not shipped: {score:.0f} is worse than {before:.0f}.", file=sys.stderr)
            return 1
    made = BytesIO()
    alarm.write(made)
    _SHIPPED.write_bytes(made.getvalue())
    return 0


def trained(lines: Lines) -> Alarm:
    """The bars are set by lines in voices from which nothing was learned."""
    mass = np.array([_MASS.get(int(one), 3.0) for one in lines.of], np.float32)
    unseen = np.zeros(len(lines.of))
    fold = lines.voice % _FOLDS
    for one in range(_FOLDS):
        others, own = np.flatnonzero(fold != one), np.flatnonzero(fold == one)
        learned = fitted(lines.rows.at(others), lines.of[others].clip(0), mass[others])
        unseen[own] = 1 - lines.rows.at(own).likely(learned)[:, 0]
    weights = fitted(lines.rows, lines.of.clip(0), mass)
    asked, talk = (unseen[~lines.told & (lines.of == one)] for one in (_ASKED, _TALK))
    return Alarm(
        weights=weights,
        addressed=float(np.quantile(asked, 1 - _FALSE_ADDRESSED)),
        overheard=float(np.quantile(talk, 1 - _FALSE_OVERHEARD)),
        calm=float(np.quantile(unseen[lines.told & (lines.of > 0)], _SILENCED)),
    )


def printed(alarm: Alarm, held_out: Lines) -> float:
    danger = held_out.of > 0
    sounded = {
        "words alone": held_out.told,
        "overheard": _sounds(alarm, held_out, alarm.overheard),
        "addressed": _sounds(alarm, held_out, alarm.addressed),
    }
    print(f"urgent, held out: missed of {danger.sum()}, and false of {(~danger).sum()}")
    for how, sounds in sounded.items():
        print(f"  {how}: {np.sum(~sounds & danger)} and {np.sum(sounds & ~danger)}")
    return _score(alarm, held_out)


def _score(alarm: Alarm, lines: Lines) -> float:
    sounded = _sounds(alarm, lines, alarm.overheard)
    return float(np.sum(sounded & (lines.of > 0)) - _DISTURBED * np.sum(sounded & (lines.of <= 0)))


def _sounds(alarm: Alarm, lines: Lines, bar: float) -> Array:
    danger = 1 - lines.rows.likely(alarm.weights)[:, 0]
    return np.where(lines.told, danger >= alarm.calm, danger >= bar)


def _lines(encoder: Encoder, folder: Path, *, ordinary: bool = False) -> Lines:
    voices = count()
    said = [
        (text, kind, voice)
        for kind, name in enumerate(("calm", *emergencies()))
        for voice, texts in zip(voices, _voices(folder / f"{name}.txt"), strict=False)
        for text in texts
    ]
    if ordinary:
        material = read_material()
        said += [(line.text, _ASKED, place) for place, one in enumerate(material.intents) for line in one.lines]
        talk = [line.text for lines in material.strangers.values() for line in lines]
        said += [(text, _TALK, place // 50) for place, text in enumerate(talk)]
    triggers = UrgentTriggers(read_content(_ROOT / "messages" / "starter").urgent.values())
    heard = [triggers.hear(text) for text, _, _ in said]
    told = [triggers.called_for(places) is not None for places in heard]
    embedded = encoder.encode([text for text, _, _ in said])
    rows = [
        seen(text, row, triggers.kinds(places), triggers.circumstances(text), told=known)
        for (text, _, _), row, places, known in zip(said, embedded, heard, told, strict=True)
    ]
    of, voice = (np.array(column) for column in list(zip(*said, strict=True))[1:])
    return Lines(rows=Rows.of(rows), of=of, voice=voice, told=np.array(told))


def _voices(file: Path) -> Sequence[Sequence[str]]:
    """Lines of one voice stand together, under a line that names it."""
    voices: list[list[str]] = [[]]
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            voices.append([])
        elif line.strip():
            voices[-1].append(line.strip())
    return [voice for voice in voices if voice]


if __name__ == "__main__":
    sys.exit(main())
