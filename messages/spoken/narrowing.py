"""What leaves a rhythm or a day less sure than a plan must be: `behalve in de vakantie`, `eind van de maand`."""

import re
from collections.abc import Sequence

from messages.spoken.line import Line
from messages.spoken.said import CannotBe, Said
from messages.spoken.vocabulary import MONTHS

# Where it goes on behind `when`; anywhere else in a line these words may say something of their own.
EXCEPT = re.compile(
    r"[ ,(]*(?:behalve|tenzij|uitgezonderd|zonder|niet|maar|alleen|sinds|waarbij|hoogstens|"
    r"except|unless|but|not|only|since)(?![a-z])"
)
_PERIOD = rf"(?:(?:on)?even\b|[a-z]*vakantie|feestdag|kerst|pasen|zomer|winter|(?:\d{{4}} )?(?:{'|'.join(MONTHS)})\b)"
_ARTICLES = r"(?:(?:de|het|een|elke) )*"
_NARROWED = re.compile(
    r"(?<![a-z])(?:behalve|tenzij|uitgezonderd|except|unless|niet (?:in|tijdens|op))(?![a-z])"
    rf"|(?<![a-z])(?:in|tijdens|tot|t/m|gedurende|buiten) {_ARTICLES}{_PERIOD}|(?<![a-z])elke (?:on)?even week"
)
_ANOTHER_WEEK = re.compile(r"(?<![a-z])(?:week \d|(?:on)?even week|nieuwe jaar)")
_OF = rf"(?:in |van )?(?:(?:de|deze|volgende) )?(?:maand|week|{'|'.join(MONTHS)})"
_VAGUE = re.compile(
    rf"(?<![a-z])(?:(?:eind|begin|half|midden|medio|ergens) {_OF}|(?:volgende|deze|komende) (?:week|maand)|"
    r"(?:in )?(?:het|komende|deze|volgende) weekend)(?![a-z])"
)
_TO_ITS_END = re.compile(r"[^,.;:\n]{1,60}")


def refuse_narrowed(line: Line, said: Said, spans: Sequence[tuple[int, int]]) -> None:
    """Raises CannotBe where words beside those that were understood say: not always, or in another week."""
    text = line.text
    for start, end in spans:
        text = text[:start] + "," * (end - start) + text[end:]
    found = _NARROWED.search(text) if said.every else None
    if said.weekdays and not said.day:
        found = found or _ANOTHER_WEEK.search(text)
    if found:
        words = _TO_ITS_END.match(text, found.start())
        raise exception(line.original(found.start(), words.end() if words else found.end()).strip())


def refuse_vague(line: Line) -> None:
    """Raises CannotBe where a part of a week or a month is all that tells of a day."""
    if found := _VAGUE.search(line.text):
        raise CannotBe("when-which-day", said=line.original(*found.span()))


def exception(words: str) -> CannotBe:
    """Told that exceptions cannot be kept, or only that these words are not understood."""
    is_one = EXCEPT.match(words.casefold()) is not None
    return CannotBe("when-except" if is_one else "when-words", words=words)
