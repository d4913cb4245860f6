"""`de borrel wordt een week later`, `andere plek: buurthuis`: what is moved and whereto, in ordinary words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_THING = r"(?:(?:de|het|onze|ons|dat|die) )?(?P<what>[^?:,.]{2,40}?)"
_IS = r"(?:is|wordt|zijn|gaat|komt|begint|start|moet|schuift)"
_NOW = r"(?: (?:toch|helaas|nu|dus|pas|al|maar|wel|ook))*"
_ON = r"(?:(?:in|op|om|naar|tot) )?"
_SHIFT = (
    r"(?:met )?(?:een|één|\d{1,2}|twee|drie|vier|half|anderhalf)(?: half)? "
    r"(?:uur|uurtje|kwartier|dag|dagen|week|weken|maand|minuten)"
)
_LATER = r"(?:later|eerder|vroeger|opgeschoven|doorgeschoven|uitgesteld|verschoven|naar voren|naar achteren)"
_MOVED = r"(?:verplaatst|verzet|verschoven|uitgesteld|doorgeschoven|opgeschoven)"
_PLEASE = r"(?:kun|kan|wil|zou) (?:je|jij|u) "
_MOVE = r"(?:verzet|verschuif|verplaats|schuif|zet|doe)"
_TO_MOVE = r"(?:zetten|verplaatsen|verzetten|verschuiven|opschuiven|uitstellen|schuiven|doen)"
_INSTEAD = r"(?:ipv|i\.p\.v\.|in plaats van|en niet)"
_TO = r"(?P<to>[^?]{2,100}?)"
# Anywhere may be meant where somebody says that it is another; elsewhere only `in`, `bij` and a moment.
_SAYS = (
    rf"{_THING} {_IS}{_NOW} (?:{_MOVED} (?:naar|tot)|niet (?:meer )?[^?,.]{{2,40}}? maar){_NOW} {_ON}{_TO}",
    rf"{_THING} {_IS}{_NOW} (?:{_MOVED} )?van [^?]{{2,40}}? naar {_TO}(?: {_MOVED})?",
    rf"{_THING} {_IS}{_NOW} (?P<to>{_SHIFT} {_LATER})",
    rf"{_THING} (?P<to>{_SHIFT} {_LATER})",
    rf"(?:we|wij|ik) (?:doen?|houd(?:en)?|zet(?:ten)?|verzet(?:ten)?|verschui(?:f|ven)) {_THING}{_NOW} "
    rf"(?P<to>{_SHIFT} {_LATER})",
    rf"{_THING} {_IS}{_NOW} {_MOVED} (?P<by>{_SHIFT})",
    rf"(?:{_THING} )?(?:(?:heeft|krijgt|is op|is in|op|in|om|wordt|nu)\b ?)*(?:een )?(?:andere?|nieuwe) "
    rf"(?:plek|locatie|plaats|adres|tijd|tijdstip|dag|datum)(?: (?:wordt|is))?[: ,]+{_ON}{_TO}",
    rf"(?:een )?(?:andere?|nieuwe) (?:plek|locatie|plaats|adres|tijd|tijdstip|dag|datum) voor {_THING}"
    rf"(?:: ?| is | wordt ){_ON}{_TO}",
    rf"{_THING} {_IS}{_NOW} {_ON}{_TO},? {_INSTEAD} [^?]{{2,60}}",
    rf"{_THING} {_ON}{_TO},? {_INSTEAD} [^?]{{2,60}}",
    rf"{_PLEASE}{_THING}{_NOW} (?:(?P<to>{_SHIFT} {_LATER})|(?P<by>{_SHIFT})) {_TO_MOVE}",
    rf"{_PLEASE}{_THING}{_NOW} naar{_NOW} {_TO} {_TO_MOVE}",
    rf"{_MOVE} {_THING}{_NOW} (?:(?P<to>{_SHIFT} {_LATER})|(?P<by>{_SHIFT}))(?: op)?",
    rf"{_MOVE} {_THING}{_NOW} naar{_NOW} {_TO}",
    rf"(?:(?:kan|mag|moet|kunnen we) )?{_THING}(?: (?:{_IS}|kan|mag))?{_NOW} (?:{_TO_MOVE} )?"
    rf"naar (?P<when>[^?]{{2,60}}?)(?: (?:{_TO_MOVE}|{_MOVED}|worden))*",
    rf"(?:kan|mag|moet|kunnen we) {_THING}{_NOW} (?P<to>{_SHIFT} {_LATER})(?: worden)?",
    rf"{_THING}(?: {_IS})? toch{_NOW} (?P<when>[^?]{{2,60}})",
    rf"{_THING} {_IS} (?:pas|al) (?P<when>[^?]{{2,60}})",
)
_PATTERNS = tuple(re.compile(rf"{pattern}[.! ]*", re.IGNORECASE) for pattern in _SAYS)
_ASKS_TO = re.compile(r"(?:kan|kun|kunnen|wil|zou|mag|moet)\b", re.IGNORECASE)
_ORDERS = re.compile(
    r"(?:verzet|verschuif|verplaats)\b"
    r"|(?:kun|kan|wil|zou)\b.*\b(?:verplaatsen|verzetten|verschuiven|uitstellen)[ .!?]*\Z",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"het", "hij", "ie", "dat", "die", "dit", "ze", "zij", "deze", "er"})


class Moved(NamedTuple):
    """`what` is empty where nothing is named; `is_when` where only a moment makes sense of it."""

    what: str
    to: str
    is_when: bool = False


def orders_to_move(text: str) -> bool:
    """Whether it asks for nothing else, also where the thing is not known."""
    return _ORDERS.match(text.strip()) is not None


def moved_in(text: str) -> Iterator[Moved]:
    """What it may say, the likeliest first."""
    text = text.strip()
    if _ASKS_TO.match(text):
        text = text.rstrip(" ?")
    for found in (pattern.fullmatch(text) for pattern in _PATTERNS):
        if found:
            named = found.groupdict()
            what = (named.get("what") or "").strip()
            to = named.get("to") or (f"{named['by']} later" if named.get("by") else named["when"])
            yield Moved("" if what.casefold() in _PRONOUNS else what, to.strip(), "when" in named)
