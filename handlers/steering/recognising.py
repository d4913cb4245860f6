"""Whether a line is to be planned, though no command says so: by what it is, and not by who asks it."""

import re
from datetime import datetime

from messages.spoken import Doubt, NotUnderstood, Order, When, read_order, read_when

LONGEST_LINE = 2000
LONGEST_ACTIVITY = 120  # characters: what is longer tells a story
QUOTES = "\"'“”‘’"
_QUESTION = re.compile(
    r"\s*(?:(?:wil|wilt|zou|zal) (?:je|jij|u|ik|jullie|iemand)|wanneer|hoe|wat|waar|waarom|wie|welke?|is|zijn|kan|kun|"
    r"kunnen|mag|moet|gaat|komt|heb|heeft|hebben|ben|ik|we|wij|jij|je|hij|zij|ze|er|dat|het|"
    r"when|what|where|who|why|how|can|may|does|do you|are)\b",
    re.IGNORECASE,
)
# `er is een borrel`, `vrijdag hebben we een borrel`; `is er een borrel` is a question.
_A = r"(?:(?:dan|weer|ook|nog|bij ons|bij mij) )*(?:een|'n|n|a) "
_WE = r"(?:we|wij|ik)"
_WE_DO = r"(?:hebben|houden|doen|geven|organiseren|heb|hou|houd|doe|geef|organiseer)"
_ANNOUNCED = re.compile(
    rf"(?:\A\s*(?:er (?:is|komt|wordt)|{_WE} {_WE_DO}|{_WE} (?:gaan|ga|willen|wil)|there is)"
    rf"|(?<=\S)\s+(?:is er|komt er|{_WE_DO} {_WE}))\s+{_A}",
    re.IGNORECASE,
)
_DONE = re.compile(r"\s+(?:geven|houden|doen|organiseren|plannen)\s*[.!]*\Z", re.IGNORECASE)
# What is said of these is why it cannot be planned.
_CANNOT_BE = frozenset(
    {
        "when-except",
        "when-words",
        "when-which-day",
        "when-no-such-date",
        "when-no-such-time",
        "when-past",
        "when-several-days",
        "when-several-times",
        "when-until-before-start",
        "when-end-before-start",
    }
)
_FINITE = re.compile(
    r"\b(?:is|zijn|gaat|gaan|komt|komen|wordt|worden|moet|moeten|kan|kunnen|mag|mogen|heeft|hebben|staat|staan|ligt|"
    r"liggen|begint|start|blijft|zit|wil|is|are|will|must|can)\b",
    re.IGNORECASE,
)
# What may stand behind `dat`, and is an activity: `de borrel in De Linde is`.
_THING = re.compile(
    r"(?:(?:er|we|wij) )?(?:(?:de|het|een|onze) )?(?:\w+e )?\w+(?: (?:in|bij|op|met|voor|van|over) .{2,60}?)?"
    r"(?: (?:is|zijn|begint|beginnen|start|plaatsvindt|gehouden wordt|hebben|geven|houden|komt))?[ .!]*",
    re.IGNORECASE,
)


def is_order(line: str, now: datetime) -> bool:
    """Whether somebody who types only this wants it planned: when comes first, with its time, and then what to say.

    Or an activity with its day, which is no question.
    """
    line = without_announcing(line[:LONGEST_LINE])
    if _says_when_first(line, now) and not _QUESTION.match(line):
        return True
    if "?" in line or len(line) > LONGEST_ACTIVITY or _QUESTION.match(line):
        return False
    when = read_when(line, now)
    if not isinstance(when, NotUnderstood):
        answer = when.choices[0].answer if isinstance(when, Doubt) else when
        return bool(answer.rest.strip(" .!"))
    return when.reason in _CANNOT_BE and _FINITE.search(line) is None


def is_activity(clause: str, now: datetime) -> bool:
    """Whether what stands behind `dat` is an activity with its time, and no news that tells of a moment."""
    when = read_when(clause[:LONGEST_LINE], now)
    if isinstance(when, NotUnderstood) or (isinstance(when, Doubt) and when.question == "doubt-no-time"):
        return False
    answer = when.choices[0].answer if isinstance(when, Doubt) else when
    return _THING.fullmatch(answer.rest) is not None


def says_when_to_say_it(line: str, now: datetime) -> bool:
    """Not in a sentence, in which a moment is what it tells of: `vrijdag is de straat dicht`."""
    if _says_when_first(line, now):
        return True
    when = read_when(without_announcing(line[:LONGEST_LINE]), now)
    if isinstance(when, NotUnderstood):
        return when.reason not in ("when-nothing-found", "when-no-day", "when-which-day")
    answer = when.choices[0].answer if isinstance(when, Doubt) else when
    return isinstance(answer, When) and _FINITE.search(answer.rest) is None


def without_announcing(line: str) -> str:
    """The activity itself: `er is een borrel bij Noor` is a borrel."""
    found = _ANNOUNCED.search(line)
    if not found:
        return line
    return _DONE.sub("", f"{line[: found.start()]} {line[found.end() :]}".strip())


def text_of(order: object) -> str:
    answer = order.choices[0].answer if isinstance(order, Doubt) else order
    return answer.text if isinstance(answer, Order) else ""


def _says_when_first(line: str, now: datetime) -> bool:
    text = text_of(read_order(line[:LONGEST_LINE], now))
    return bool(text) and line[: line.rfind(text)].rstrip(f" {QUOTES}").endswith(":")
