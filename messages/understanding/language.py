"""What language a message is written in, told by its script, its letters and its frequent words."""

import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache

from messages.understanding.lexicon import ordinary_words, words_by_language
from messages.understanding.normalise import plain, readable

_READ = 300  # characters; more tells no more
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# A script that is not Latin: its name in Unicode and the language it is taken for.
_SCRIPTS = {
    "ARABIC": "ar",
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "DEVANAGARI": "hi",
    "ETHIOPIC": "ti",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "TAMIL": "ta",
    "THAI": "th",
}
# Letters that other languages of the same script lack.
_OWN_LETTERS = {
    "uk": "іїєґ",
    "fa": "پچژگکی",
    # A plain i as well, and the dot of İ: without it one in five Turkish messages, typed without accents, seems Dutch.
    "tr": "ğışi\u0307",
    "pl": "ąęłżźćśń",
    "de": "ßäöü",
    "ro": "ățș",
    "pt": "ãõ",
    "es": "ñ¿¡",
    "fr": "çêèàùœ",
}
_OWN_LETTERS_OF = {language: frozenset(letters) for language, letters in _OWN_LETTERS.items()}
_LAST_LATIN = "\u036f"
_OWN_LETTER, _LEAD, _SHARE = 0.75, 0.5, 0.3


def language_of(text: str, default: str = "nl") -> str:
    """An ISO 639-1 code; `default` when the text is too short or too mixed to tell."""
    text = readable(text, _READ)
    script = _told_by_script(text)
    if script is not None:
        return script
    words = _WORD.findall(text)
    votes = _votes(words, text)
    own = votes.pop(default, 0.0)
    best, most = max(votes.items(), key=lambda vote: vote[1], default=(default, 0.0))
    clear = most >= 1 and most >= own + _LEAD and most >= _SHARE * len(words)
    return best if clear else default


def _told_by_script(text: str) -> str | None:
    """The language of most letters when they are not Latin."""
    if max(text, default="") <= _LAST_LATIN:
        return None
    letters = [letter for letter in text if letter.isalpha()]
    foreign = [letter for letter in letters if letter > _LAST_LATIN]
    if len(foreign) * 2 <= len(letters):
        return None
    scripts = Counter(_SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0].split("-")[0]) for letter in foreign)
    if "ja" in scripts:
        return "ja"
    language = scripts.most_common(1)[0][0]
    rival = {"ru": "uk", "ar": "fa"}.get(language or "")
    if rival is None or language is None:
        return language
    votes = _votes(_WORD.findall(text), text)
    return rival if votes[rival] > votes[language] else language


def _votes(words: list[str], text: str) -> defaultdict[str, float]:
    """Each word counts for the languages that have it, less where many have it."""
    votes: defaultdict[str, float] = defaultdict(float)
    for word in words:
        known = _languages_with(word)
        for language in known:
            votes[language] += 1 / len(known)
    written = frozenset(text)
    for language, letters in _OWN_LETTERS_OF.items():
        votes[language] += _OWN_LETTER * len(letters & written)
    return votes


@lru_cache(maxsize=20_000)
def _languages_with(word: str) -> list[str]:
    word = plain(word)
    found = [language for language, frequent in words_by_language().items() if word in frequent]
    if "nl" not in found and word in ordinary_words():
        found.append("nl")
    return found
