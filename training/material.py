"""What there is to learn from: intents with lines, talk that is not for the bot, and the starter content."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from messages.understanding.language import language_of

_ROOT = Path(__file__).parent.parent / "messages"
_MATERIAL = _ROOT / "understanding" / "material"
OWN = "nl"


@dataclass(frozen=True, kw_only=True)
class Line:
    text: str
    is_plain: bool = False  # straight to the point, as most who ask are

    @cached_property
    def language(self) -> str:
        return language_of(self.text, OWN)

    @property
    def is_own(self) -> bool:
        return self.language == OWN


@dataclass(frozen=True, kw_only=True)
class Intent:
    """Something that people may mean, and lines in which they do.

    `among_neighbours`: as often said to each other, and so no sign that somebody asks of this subject.
    """

    id: str
    lines: tuple[Line, ...]
    asked: tuple[Line, ...] = ()  # lines that are never a phrasing
    keywords: tuple[str, ...] = ()
    answer: str = ""
    among_neighbours: bool = False

    @property
    def is_starter(self) -> bool:
        return self.id.startswith("starter/")


@dataclass(frozen=True, kw_only=True)
class Material:
    """`strangers` by the kind of talk; `alike` are sets of intents that mean nearly the same."""

    intents: tuple[Intent, ...]
    alike: tuple[frozenset[str], ...]
    strangers: dict[str, tuple[Line, ...]]
    starter: tuple[Intent, ...]

    def texts(self) -> list[str]:
        talk = [line for lines in self.strangers.values() for line in lines]
        asked = [line for intent in (*self.intents, *self.starter) for line in (*intent.lines, *intent.asked)]
        return list(dict.fromkeys(line.text for line in (*asked, *talk)))


def read_material() -> Material:
    intents = [_intent(one) for one in _listed(_MATERIAL / "bank", "intents")]
    asked = yaml.safe_load((_MATERIAL / "asked.yaml").read_text(encoding="utf-8"))
    starter = [_entry(one, asked.get(one["id"], ())) for one in _listed(_ROOT / "starter" / "faqs", "faqs")]
    alike = yaml.safe_load((_MATERIAL / "same_intents.yaml").read_text(encoding="utf-8"))
    return Material(
        intents=tuple(intents),
        alike=tuple(map(frozenset, alike)),
        strangers={path.stem: _lines(path) for path in sorted((_MATERIAL / "negatives").glob("*.txt"))},
        starter=tuple(starter),
    )


def _listed(folder: Path, key: str) -> list[dict[str, object]]:
    return [one for path in sorted(folder.glob("*.yaml")) for one in yaml.safe_load(path.read_text("utf-8"))[key]]


def _intent(stored: dict[str, object]) -> Intent:
    says = stored["says"]
    assert isinstance(says, list)
    return Intent(
        id=str(stored["id"]),
        lines=tuple(Line(text=str(text)) for text in says),
        among_neighbours=bool(stored.get("among_neighbours", False)),
    )


def _entry(stored: dict[str, object], asked: Sequence[str]) -> Intent:
    """An entry of the starter content as an intent; its first line is its question."""
    phrasings = stored["phrasings"]
    assert isinstance(phrasings, list)
    texts = [stored["question"], *phrasings]
    keywords = stored.get("keywords") or []
    assert isinstance(keywords, list)
    return Intent(
        id=f"starter/{stored['id']}",
        lines=tuple(Line(text=str(text)) for text in texts),
        asked=tuple(Line(text=text, is_plain=True) for text in asked),
        keywords=tuple(map(str, keywords)),
        answer=str(stored["answer"]),
    )


def _lines(path: Path) -> tuple[Line, ...]:
    texts = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(Line(text=text) for text in dict.fromkeys(texts) if text)
