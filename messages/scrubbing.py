"""Takes names, numbers and addresses out of what somebody wrote: rather too much than too little."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from messages.understanding.language import language_of
from messages.understanding.lexicon import (
    first_names,
    first_names_and_words,
    no_persons,
    ordinary_words,
    stopwords,
    words_by_language,
)
from messages.understanding.normalise import plain, visible

GAP = "[…]"  # stands where something was
LONGEST = 400  # characters: nobody asks in more
_STREET = (
    r"(?:straat|str|laan|weg|plein|dijk|kade|gracht|singel|hof|pad|dreef|steeg|park|plantsoen|markt|dam|haven|ring|baan"
    r"|boulevard|allee|burg|veld|wal|akker|erf|kamp|hoeve|oord|oever|brink|street|road|straße|strasse|sokak|ulica)"
)
_NUMBER = r"\d{1,5}(?:[ -]?(?:[a-z]|hs|bis|i{1,3}|\d{1,3})\b)?"
_HOUSE = rf"(?:,? *(?:nr\.? *)?{_NUMBER})"
# Letters that make a postcode of a year or an amount, where they are small: "in 2027 en", "1500 kw".
_NO_POSTCODE = r"(?:de|en|of|is|in|op|om|te|er|al|nu|we|je|ik|me|ze|wo|di|do|vr|za|zo|ma|km|kg|kw|cv|na|as|to|or|at|on)"
_AMOUNT = r"[1-9]\d{0,2}\.\d{3}(?:\.\d{3})?(?: ?[-–] ?[1-9]\d{0,2}\.\d{3})?(?![.\d-])"
_YEARS = r"(?:19|20)\d\d ?[-/–] ?(?:19|20)\d\d(?!\d)"
_TAKEN_OUT = (
    re.compile(r"(?i)https?://\S+|www\.\S+|\b(?:t\.me|wa\.me)/\S+"),
    re.compile(
        r"(?i)[\w.+-]+(?:(?: punt | dot )[\w.+-]+)?\s?(?:@|\(at\)|\[at\]| at )\s?[\w-]+(?:(?:\.| punt | dot )[\w-]+)+"
    ),
    re.compile(r"(?<!\w)@\w+"),
    re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b"),
    re.compile(r"(?i)\b[a-z]{2} ?\d{2} ?[a-z]{4}(?:[ .]?\d){8,12}\b"),  # a Dutch account, however it is typed
    re.compile(r"(?i)\b(?=[a-z\d-]{0,10}\d)[a-z\d]{1,3}-[a-z\d]{1,3}-[a-z\d]{1,3}\b"),  # a number plate
    # Six digits or more are a number of somebody's, unless they are an amount or two years.
    re.compile(rf"(?<!\w)(?<!\d\.)(?!{_AMOUNT}|{_YEARS})\+?\(?\d(?:[ ().\-/]{{0,2}}\d){{5,}}(?!\w)"),
    re.compile(rf"\b[1-9]\d{{3}} ?[A-Z]{{2}}\b{_HOUSE}?"),
    re.compile(rf"(?i)\b[1-9]\d{{3}} ?(?:[a-z]{{2}}{_HOUSE}|(?!{_NO_POSTCODE}\b)[a-z]{{2}}\b)"),
    re.compile(rf"(?i)\b[^\W\d_][\w'’-]*{_STREET}[.,]?\s+(?:nr\.?\s*|nummer\s*)?{_NUMBER}"),
    re.compile(rf"(?i)\b{_STREET}\s+(?:(?:van|der|den|de|het|of)\s+)+[\w'’-]+(?:\s[\w'’-]+)?\s+{_NUMBER}"),
    re.compile(rf"(?i)\b(?:huis)?(?:nummer|nr)\.?\s*{_NUMBER}"),
    re.compile(rf"(?i)\b(?:woon|wonen|woont|woning|huis)\s+(?:\w+\s+)?(?:op|at)\s+{_NUMBER}"),
)

_PARTICLE = r"(?:van|de|der|den|het|ten|ter|te|von|al|el|ben|bin|da|dos|di|du|le|la)"
_A_NAME = r"[^\W\d_][\w'’-]*"
_SURNAME = rf"(?:\s+(?:{_PARTICLE}\s+)*(?-i:[A-Z])[\w'’-]+)"
# What follows is a name, however it is written.
_CALLED = re.compile(
    r"(?i)\b(?:ik heet|(?:mijn|m['’]n|mn) (?:voor|achter)?naam is|[ju]e? spreekt met|my name is|i am called"
    r"|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|benim ad[ıi]m|ad[ıi]m|nazywam się|mam na imię|me llamo"
    rf"|меня зовут|мене звати|اسمي)\s+(?P<name>{_A_NAME}{_SURNAME}?)"
)
_SIGNED = re.compile(
    r"(?i)(?:^|[\s,.!?])(?:(?:vriendelijke|hartelijke)\s+)?(?:groet(?:en|jes)?|gr|grtjs?|mvg|liefs|regards|cheers|grüße"
    r"|selamlar)\b[\s,.!:]*(?P<name>[^\n?]{0,40})\Z"
)
# What follows is a name unless it is an ordinary word.
_FAMILY = re.compile(
    r"(?i)\b(?:meneer|mevrouw|mevr|mvr|mw|dhr|fam|familie|mister|mrs?|ms|frau|herr)\b\.?\s+"
    rf"(?P<name>(?:{_PARTICLE}\s+)*{_A_NAME})"
)
_GREETED = re.compile(
    r"(?i)\b(?:hoi|hoihoi|hallo|hey|hee|hé|hai|hi|hello|dag|beste|lieve|geachte|goede(?:morgen|middag|navond)|dear"
    rf"|merhaba|salam)\s+(?P<name>{_A_NAME})(?=\s*(?:[,!.\n]|\Z))"
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def scrub(
    text: str, *, names: Iterable[str] = (), familiar: Container[str] = frozenset(), longest: int = LONGEST
) -> str:
    """`text` on one line, with GAP where something was; empty where nothing is left to say.

    `names` are those that are known, as of whoever wrote it. `familiar` words, in small letters, are no names
    though they have a capital.
    """
    text = visible(text, longest)
    for pattern in _TAKEN_OUT:
        text = pattern.sub(GAP, text)
    text = _without(text, _telephone_numbers(text))
    text = _without(text, _told(text))
    text = _without(text, _names_in(text, {plain(name.casefold()) for name in _split(names)}, familiar))
    return _tidy(text)


def _telephone_numbers(text: str) -> Iterator[tuple[int, int]]:
    if re.search(r"\d", text):
        from phonenumbers import Leniency, PhoneNumberMatcher  # it knows all countries: only for who wrote a digit

        for number in PhoneNumberMatcher(text, "NL", leniency=Leniency.VALID):
            yield number.start, number.end


def _split(names: Iterable[str]) -> Iterator[str]:
    """Their parts, but for those that are words as well."""
    parts = (part for name in names for part in _TOKEN.findall(name))
    return (part for part in parts if not (_is_particle(part) or _is_ordinary(part)))


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody says what they are called, or calls somebody."""
    for pattern in (_CALLED, _SIGNED, _FAMILY, _GREETED):
        for found in pattern.finditer(text):
            if pattern in (_CALLED, _SIGNED) or not _is_ordinary(found["name"].split()[-1]):
                yield found.span("name")


@dataclass(slots=True)
class _Word:
    """`begins`: it is the first of a sentence, where a capital says nothing."""

    text: str
    start: int
    end: int
    begins: bool
    follows: bool  # nothing but a space divides it from the word before


def _names_in(text: str, known: set[str], familiar: Container[str]) -> list[tuple[int, int]]:
    words = list(_words(text))
    # Where capitals are everywhere they tell nothing: shouted texts, and German.
    tells = language_of(text) != "de" and sum(word.text[0].isupper() for word in words) * 2 <= len(words) + 2
    found: list[tuple[int, int]] = []
    named = False
    for word in words:
        goes_on = named and word.follows and (word.text[0].isupper() or _is_particle(word.text))
        named = goes_on or _is_name(word, known, familiar, tells=tells)
        if named:
            found.append((word.start, word.end))
    return found


def _words(text: str) -> Iterator[_Word]:
    end = 0
    for found in _TOKEN.finditer(text):
        between = text[end : found.start()]
        begins = not end or bool(re.search(r"[.!?:\n\"“”(]", between.replace(GAP, "")))
        yield _Word(found[0], found.start(), found.end(), begins, between in (" ", "-", "") or GAP in between)
        end = found.end()


def _is_name(word: _Word, known: set[str], familiar: Container[str], *, tells: bool) -> bool:
    small = word.text.casefold()
    if plain(small) in known or small in first_names() or small.removesuffix("'s") in first_names():
        return True
    has_capital = word.text[0].isupper() and tells and not word.begins
    if not has_capital or (word.text.isupper() and len(word.text) <= 5):  # ISDE, VvE, CO
        return False
    return small in first_names_and_words() or not (small in familiar or _is_ordinary(small))


def _is_particle(word: str) -> bool:
    """The small word of a surname: `van der`."""
    return re.fullmatch(_PARTICLE, word) is not None


def _is_ordinary(word: str) -> bool:
    word = plain(word.casefold())
    lists = (ordinary_words(), stopwords(), no_persons(), *words_by_language().values())
    return any(word in words for words in lists)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept, at = "", 0
    for start, end in sorted(spans):
        kept += text[at:start] + GAP if start >= at else ""
        at = max(at, end)
    return kept + text[at:]


def _tidy(text: str) -> str:
    gap = re.escape(GAP)
    text = re.sub(rf"{gap}(?:[\s,.&/-]*{gap})+", GAP, " ".join(text.split()))
    text = re.sub(rf"^(?:{gap}|[\s,.;:!'’-])+", "", text)
    return text if re.search(r"\w{2}", text.replace(GAP, "")) else ""
