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
from messages.understanding.model import Array, softmax
from messages.understanding.urgent import UrgentTriggers
from storage.content_files import read_content
from training.foundation import Remembering
from training.material import read_material

_ROOT = Path(__file__).parent.parent
_MATERIAL = _ROOT / "messages" / "understanding" / "material" / "urgent"
_SHIPPED = _ROOT / "messages" / "understanding" / "model" / "alarm.npz"
_EMBEDDINGS = _ROOT / "build" / "encoded.npz"
_FOLDS, _STEPS, _SPEED, _PULL = 5, 120, 0.05, 0.003
_CALM, _ORDINARY = 0, -1  # classes: calm that resembles danger, and all other talk; both count as calm
_MASS = {_CALM: 4.0, _ORDINARY: 0.5}  # of a line; danger has three
_FALSE = {_CALM: 0.01, _ORDINARY: 0.0005}  # of such lines that may sound the alarm
_DISTURBED = 3.0  # a false alarm on the held-out weighs as much as so many that are missed


@dataclass(frozen=True)
class Lines:
    """A row, a class and a voice for each line; `told` are those that the words alone find."""

    rows: Array
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
    """The bar is set by lines in voices from which nothing was learned."""
    unseen = np.zeros(len(lines.of))
    fold = lines.voice % _FOLDS
    for one in range(_FOLDS):
        fitted = _fitted(lines.rows[fold != one], lines.of[fold != one])
        unseen[fold == one] = 1 - softmax(lines.rows[fold == one] @ fitted)[:, 0]
    return Alarm(weights=_fitted(lines.rows, lines.of), bar=_bar(unseen, lines))


def printed(alarm: Alarm, held_out: Lines) -> float:
    danger = held_out.of > 0
    sounded = held_out.told | _sounds(alarm, held_out)
    print(f"urgent, held out: words alone miss {np.sum(~held_out.told & danger)} of {danger.sum()}, ", end="")
    print(f"with the alarm {np.sum(~sounded & danger)}; false {np.sum(sounded & ~danger)} of {(~danger).sum()}")
    return _score(alarm, held_out)


def _score(alarm: Alarm, lines: Lines) -> float:
    sounded = lines.told | _sounds(alarm, lines)
    return float(np.sum(sounded & (lines.of > 0)) - _DISTURBED * np.sum(sounded & (lines.of <= 0)))


def _sounds(alarm: Alarm, lines: Lines) -> Array:
    return 1 - alarm.likely(lines.rows)[:, 0] >= alarm.bar


def _bar(unseen: Array, lines: Lines) -> float:
    for step in range(100, 200):
        false = (unseen >= step / 200) & ~lines.told
        if all(np.mean(false[lines.of == kind]) <= share for kind, share in _FALSE.items()):
            return step / 200
    return 1.0


def _fitted(rows: Array, of: Array) -> Array:
    """Weights of a softmax, by Adam on all lines at once: the same lines give the same weights."""
    width = 1 + len(emergencies())
    truth = np.eye(width, dtype=np.float32)[of.clip(0)]
    mass = np.array([_MASS.get(int(one), 3.0) for one in of], np.float32)
    mass /= mass.sum()
    pull = np.full((rows.shape[1], 1), _PULL, np.float32)
    pull[-1] = 0
    weights = np.zeros((rows.shape[1], width), np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        slope = rows.T @ ((softmax(rows @ weights) - truth) * mass[:, None]) + pull * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = _SPEED * (1 - step / _STEPS)
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


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
        said += [(line.text, _ORDINARY, place) for place, one in enumerate(material.intents) for line in one.lines]
        talk = [line.text for lines in material.strangers.values() for line in lines]
        said += [(text, _ORDINARY, place // 50) for place, text in enumerate(talk)]
    content = read_content(_ROOT / "messages" / "starter")
    triggers = UrgentTriggers(content.urgent.values())
    heard = [triggers.hear(text) for text, _, _ in said]
    embedded = encoder.encode([text for text, _, _ in said])
    return Lines(
        rows=seen(embedded, np.array([triggers.kinds(places) for places in heard], float)).astype(np.float32),
        of=np.array([kind for _, kind, _ in said]),
        voice=np.array([voice for _, _, voice in said]),
        told=np.array([triggers.called_for(places) is not None for places in heard]),
    )


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
