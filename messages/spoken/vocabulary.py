"""The words for dates and times in Dutch and English, each with the one Dutch form that the grammar reads."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from babel.dates import get_day_names, get_month_names
from rapidfuzz import process
from rapidfuzz.distance import OSA

WEEKDAYS = tuple(get_day_names("wide", locale="nl")[n] for n in range(7))
MONTHS = tuple(get_month_names("wide", locale="nl")[n] for n in range(1, 13))

_CARDINALS = """
    nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
    achttien negentien twintig eenentwintig tweeentwintig drieentwintig vierentwintig vijfentwintig zesentwintig
    zevenentwintig achtentwintig negenentwintig dertig eenendertig
"""
_ORDINALS = """
    nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende
    vijftiende zestiende zeventiende achttiende negentiende
"""
_ENGLISH_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve"
_ENGLISH_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth"

CARDINALS = _CARDINALS.split()
ORDINALS = _ORDINALS.split() + [f"{name}ste" for name in CARDINALS[20:]]
ENGLISH_CARDINALS = _ENGLISH_CARDINALS.split()
ENGLISH_ORDINALS = _ENGLISH_ORDINALS.split()

_PART_WORDS = {
    "ochtend": "ochtend ochtends morgens sochtends smorgens voormiddag morning mornings",
    "middag": "middag middags smiddags namiddag afternoon afternoons",
    "avond": "avond avonds savonds evening evenings",
    "nacht": "nacht nachts snachts night",
}

_SAME = {
    "elke": "elk ieder iedere every each elek elkr iedre iederee",
    "elke dag": "dagelijks dagelijkse daily alledag",
    "elke week": "wekelijks wekelijkse weekly",
    "elke 2 week": "tweewekelijks tweewekelijkse veertiendaags biweekly fortnightly",
    "elke maand": "maandelijks maandelijkse monthly",
    "elke 2 maand": "tweemaandelijks tweemaandelijkse",
    "elke 3 maand": "driemaandelijks driemaandelijkse quarterly",
    "elke 6 maand": "halfjaarlijks halfjaarlijkse",
    "elke jaar": "jaarlijks jaarlijkse yearly annually",
    "elke werkdag": "doordeweeks werkdagen weekdays",
    "werkdag": "weekday",
    "elke weekend": "weekends weekenden",
    "andere": "other",
    "dag": "dagen dagje day days",
    "week": "weken weeks",
    "maand": "maanden month months",
    "kwartaal": "kwartalen quarters",
    "kwart": "quarter",
    "jaar": "jaren year years",
    "halfjaar": "",
    "uur": "uren uurtje uurtjes hour hours",
    "minuut": "minuten minuutje minuutjes minute minutes",
    "keer": "maal times",
    "1 keer": "eenmaal eenmalig eens once",
    "2 keer": "tweemaal twice",
    "3 keer": "driemaal",
    "vandaag": "today",
    "gisteren": "yesterday",
    "eergisteren": "",
    "morgen": "tomorrow mogren morgn",
    "vandaag avond": "vanavond tonight",
    "vandaag middag": "vanmiddag",
    "vandaag ochtend": "vanochtend vanmorgen",
    "vandaag nacht": "vannacht",
    "morgen ochtend": "morgenochtend morgenvroeg",
    "morgen middag": "morgenmiddag",
    "morgen avond": "morgenavond",
    "overmorgen ochtend": "overmorgenochtend",
    "overmorgen middag": "overmorgenmiddag",
    "overmorgen avond": "overmorgenavond",
    "middernacht": "midnight",
    "12.00": "noon",
    "komende": "komend aanstaande aankomende aankomend eerstvolgende eerstkomende coming",
    "volgende": "volgend next",
    "deze": "dit this",
    "laatste": "last",
    "voorlaatste": "",
    "vanaf": "from starting ingaande",
    "tot": "to before",
    "t/m": "tm until till through",
    "tussen": "between",
    "over": "past",
    "om": "at",
    "op": "on",
    "de": "the",
    "van": "of",
    "en": "and",
    "eind": "einde end",
    "lang": "long",
    "anderhalf": "",
    "overmorgen": "",
}

# Several words that are one, as they are written with single spaces.
_PHRASES = {
    "t/m": "tot en met|tot & met|t/m.|t.m.|up to and including",
    "overmorgen": "the day after tomorrow|day after tomorrow",
    "vanaf": (
        "met ingang van|te beginnen op|te beginnen met|te beginnen|beginnend op|beginnend met|beginnend|"
        "starting on|starting from"
    ),
    "voorlaatste": "op een na laatste|op 1 na laatste|second to last",
    "halfjaar": "half jaar",
    "30 minuut": "een half uur|een halfuur|half uur|half an hour|halfuur",
    "15 minuut": "een kwartier|kwartier",
    "90 minuut": "anderhalf uur",
    "uur": "o'clock",
    "komende": "a.s.",
    "van de": "v.d.|vd",
    "elke 2 week": "2wekelijks|2 wekelijks|2-wekelijks|twee wekelijks|twee-wekelijks",
    "morgen ochtend": "morgen vroeg",
    "direct": "zo snel mogelijk|zo gauw mogelijk|as soon as possible|right away",
}


def _forms() -> dict[str, str]:
    forms = {word: canonical for canonical, words in _SAME.items() for word in (*words.split(), *_single(canonical))}
    for part, words in _PART_WORDS.items():
        forms |= dict.fromkeys(words.split(), part)
    for mark, names in (("", CARDINALS), ("", ENGLISH_CARDINALS), ("e", ORDINALS), ("e", ENGLISH_ORDINALS)):
        forms |= {word: f"{n}{mark}" for n, word in enumerate(names)}
    forms |= {"a": "1", "an": "1"}
    for n, name in enumerate(WEEKDAYS):
        forms |= _weekday_forms(name, _names(get_day_names, n))
    for n, name in enumerate(MONTHS):
        forms |= dict.fromkeys([name, *_names(get_month_names, n + 1)], name)
    forms |= {"sept": "september", "vrydag": "vrijdag", "tues": "dinsdag", "thur": "donderdag", "thurs": "donderdag"}
    return forms


def _single(canonical: str) -> list[str]:
    return [canonical] if " " not in canonical and canonical.isalpha() else []


def _names(names_in: Callable[..., Mapping[int, str]], number: int) -> list[str]:
    """In full and abbreviated, in Dutch and in English."""
    widths = ("wide", "abbreviated")
    return [names_in(width, locale=locale)[number].lower() for width in widths for locale in ("nl", "en")]


def _weekday_forms(name: str, words: list[str]) -> dict[str, str]:
    """The day itself, every such day ("dinsdagen", "Tuesdays"), and its parts ("dinsdagavond")."""
    forms = dict.fromkeys([name, *words], name)
    forms |= dict.fromkeys([f"{name}en", f"{name}s", *(f"{word}s" for word in words if len(word) > 5)], f"elke {name}")
    for part, endings in _PART_WORDS.items():
        for ending in (*endings.split()[:1], *(["morgen"] if part == "ochtend" else [])):
            forms |= {f"{name}{ending}": f"{name} {part}", f"{name}{ending}en": f"elke {name} {part}"}
        forms[f"{name}namiddag"] = f"{name} middag"
    return forms


FORMS = _forms()


def _phrases() -> dict[str, str]:
    phrases = {phrase: canonical for canonical, words in _PHRASES.items() for phrase in words.split("|")}
    for part, words in _PART_WORDS.items():
        for word in (*words.split(), *(["morgen"] if part == "ochtend" else [])):
            phrases |= {
                f"{lead} {word}": part
                for lead in ("'s", "s", "in de", "in the", "at")
                if lead[-1] != "s" or word[-1] == "s"
            }
    for name in WEEKDAYS:
        phrases[f"'s {name}s"] = f"elke {name}"
    for hour, word in enumerate(_ABOUT_THE_HOUR.split(), 1):  # "om vijven"
        phrases |= {f"{lead} {word}": f"om {hour} uur" for lead in ("om", "rond", "tegen")}
    for word, canonical in FORMS.items():
        if canonical in WEEKDAYS:
            phrases[f"as {word}"] = f"komende {canonical}"
        if canonical in WEEKDAYS + MONTHS and len(word) <= _LONGEST_ABBREVIATION:
            phrases[f"{word}."] = canonical
    return phrases


_ABOUT_THE_HOUR = "enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven"
_LONGEST_ABBREVIATION = 5
PHRASES = _phrases()

# Only words that no other word is like: one slip of the pen from "morgen" is "zorgen", and from "maart" "kaart".
_OFTEN_MISTYPED = """
    januari februari augustus september oktober november december overmorgen vanavond vanmiddag vanochtend
    dagelijks wekelijks maandelijks jaarlijks kwartaal middernacht
"""
_DAYS_MISTYPED = {word for word, form in FORMS.items() if len(word) > 5 and any(day in form for day in WEEKDAYS)}
_MISTYPED = sorted(_DAYS_MISTYPED | set(_OFTEN_MISTYPED.split()))
_SHORTEST_MISTYPED = 5
_TWO_SLIPS_FROM = 8  # characters, of a day of the week


@lru_cache(maxsize=4096)
def canonical_word(word: str) -> str:
    """The form that the grammar reads, also of a mistyped word; any other word stays as it is."""
    if word in FORMS or len(word) < _SHORTEST_MISTYPED:
        return FORMS.get(word, word)
    found = process.extractOne(word, _MISTYPED, scorer=OSA.distance, score_cutoff=2)
    if not found:
        return word
    meant, slips = found[0], found[1]
    allowed = 2 if meant in _DAYS_MISTYPED and len(word) >= _TWO_SLIPS_FROM else 1
    return FORMS[meant] if slips <= allowed else word
