"""`stuur naar de groep: …`, `wil je morgen zeggen dat …`: what is said to the bot around a line, no part of it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from handlers.asked import Asked
from handlers.chats.whom import for_whom
from handlers.steering.recognising import is_activity, says_when_to_say_it, text_of
from messages.phrases import phrases, single_words
from messages.spoken import NotUnderstood, read_order
from messages.street import Role
from messages.wording import word

_REMINDS = re.compile(
    r"(?P<before>.*?\b(?:herinner|remind)\w*\b[^:]*?) (?:eraan|er aan|aan|of|about|voor|over)\b"
    r"(?P<that> dat\b)? (?P<line>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SEAM = re.compile(r"(?P<before>.*?)(?:(?P<colon>:(?!\d))|\b(?:dat|that)\b)(?P<line>.+)", re.IGNORECASE | re.DOTALL)
# `kun je elke eerste dinsdag om 19.00 de tip van de maand sturen`
_PLEASE = re.compile(
    r"(?:(?:hoi|hallo|hey|hé)[, ]+)?(?:kun|kan|wil|zou) (?:je|jij|u) (?P<line>.+) "
    r"(?:sturen|versturen|plaatsen|posten|zeggen|doorgeven|melden|omroepen|delen|appen|rondsturen)[ ?.!]*",
    re.IGNORECASE | re.DOTALL,
)
_IS = re.compile(r"\s+(?:is|zijn|begint|start|plaatsvindt|gehouden wordt)[ .!]*\Z", re.IGNORECASE)
_EVERYBODY = frozenset({"iedereen", "allemaal", "everybody"})  # of an organiser that is every street
_EVERY_STREET = frozenset({"straten", "streets"})  # of whoever may not speak in all of them it is refused
_WORD = re.compile(r"[^\s,]+")
LONGEST = 200  # characters before a line, whose every division is tried; what is longer tells a story


class Said(Enum):
    """How the line goes on."""

    AS_IT_IS = auto()
    THAT = auto()
    REMIND = auto()
    REMIND_THAT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`says_when` is false where it is still to be asked when this is to be said."""

    text: str
    is_told: bool = False
    says_when: bool = True


def without_lead_in(asked: Asked, text: str) -> Line:
    """The line alone, or behind the streets and the moment that were named: `stuur morgen naar de Lindelaan: …`."""
    found = _seam(text)
    if found is None:
        return _asked_for(asked, text) or Line(text=text)
    before, line, said = found
    if len(before) > LONGEST or (said is Said.AS_IT_IS and line.endswith("?")):
        return Line(text=text)
    words = _WORD.findall(before.casefold())
    if said is Said.AS_IT_IS and " ".join(words) in phrases("drafting.labels"):
        return Line(text=line, is_told=True)
    is_order = not single_words("drafting.orders").isdisjoint(words)
    for streets, when in _named(words):
        is_told = is_order or (streets and when and said is Said.AS_IT_IS)
        if is_told and _are_streets(asked, streets, line) and (not when or _is_when(asked, when)):
            whom = "alle straten" if not streets and _is_for_all(asked, words) else streets
            return _line(asked, whom, when, line.rstrip(" ?"), said)
    return Line(text=text)


def _is_for_all(asked: Asked, words: Collection[str]) -> bool:
    everybody = not _EVERYBODY.isdisjoint(words) and asked.role >= Role.ORGANISER
    return everybody or not _EVERY_STREET.isdisjoint(words)


def _asked_for(asked: Asked, text: str) -> Line | None:
    """When comes first, and then what to say."""
    found = _PLEASE.fullmatch(text)
    said = text_of(read_order(found["line"], asked.wall_clock)) if found else ""
    if not found or not said or not found["line"].endswith(said):
        return None
    when, around = _stripped(_WORD.findall(found["line"].removesuffix(said).casefold())), said.split()
    return Line(text=f"{when}: {_stripped(around) or said}", is_told=True) if when else None


def _seam(text: str) -> tuple[str, str, Said] | None:
    """What is before the line, and the line."""
    found = _REMINDS.fullmatch(text) or _SEAM.fullmatch(text)
    if not found or not found["line"].strip():
        return None
    parts = found.groupdict()
    if "that" in parts:
        said = Said.REMIND_THAT if parts["that"] else Said.REMIND
    else:
        said = Said.AS_IT_IS if parts["colon"] else Said.THAT
    return found["before"], found["line"].strip(), said


def _named(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What may be streets and a moment in it, in either order, when what is only said around it goes off."""
    for at in range(len(words) + 1):
        first, second = _stripped(words[:at]), _stripped(words[at:])
        yield first, second
        yield second, first


def _stripped(words: Sequence[str]) -> str:
    around = single_words("drafting.orders") | single_words("drafting.beside-orders")
    kept = [n for n, one in enumerate(words) if one not in around]
    return " ".join(words[kept[0] : kept[-1] + 1]) if kept else ""


def _are_streets(asked: Asked, named: str, line: str) -> bool:
    """Or nothing at all: then the line is for the street of the chat."""
    whom = for_whom(asked, f"{named}: {line}")
    return not named or (whom.said and whom.line == line)


def _is_when(asked: Asked, when: str) -> bool:
    """Also what cannot be: that is told."""
    read = read_order(f"{when}: x", asked.wall_clock)
    if isinstance(read, NotUnderstood):
        return read.reason not in ("when-nothing-found", "when-words")
    return text_of(read) == "x"


def _line(asked: Asked, streets: str, when: str, line: str, said: Said) -> Line:
    whom = f"{streets}: " if streets else ""
    now = asked.wall_clock
    if not when and said is Said.AS_IT_IS:
        return Line(text=whom + line, is_told=True, says_when=says_when_to_say_it(line, now))
    if not when and said is Said.THAT and is_activity(line, now):
        return Line(text=whom + _IS.sub("", line), is_told=True)
    moment = f"{when}: " if when else ""
    return Line(text=f"{whom}{moment}{_worded(asked, line, said)}", is_told=True, says_when=bool(when))


def _worded(asked: Asked, line: str, said: Said) -> str:
    """A whole sentence: what stands behind `dat` is none."""
    if said is Said.AS_IT_IS:
        return line
    language = asked.street.language if asked.street else asked.language
    return word(language, f"said-{said.name.lower().replace('_', '-')}", what=line.rstrip(" .!"))
