"""How a Dutch message is said: as a question, to one person, about here and now."""

import re
from dataclasses import dataclass
from itertools import pairwise

from messages.understanding.lexicon import talk
from messages.understanding.normalise import plainly

_CLAUSE = re.compile(r"[,.;:!?\n]+")
_WORD = re.compile(r"[^\W_]+")
_NAMED = re.compile(r"@\w")

_QUESTION_WORDS = talk("question_words")
# A first word that makes a question of what follows: 'is er subsidie', 'moet ik pannen kopen'.
_VERBS = talk("verbs")
_SUBJECTS = talk("subjects")
_PREPOSITIONS = talk("prepositions")
_GREETINGS = talk("greetings")
_YOU = talk("you")
_NOW = talk("now")
_ASKED_OF_SOMEBODY = talk("asked_of_somebody")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """`asks_people` wants a neighbour and not an answer: 'wie heeft een ladder?'."""

    is_question: bool
    personal: bool
    asks_people: bool
    now: bool


def manner_of(text: str) -> Manner:
    typed = plainly(text)
    clauses = [_without_greeting(_WORD.findall(clause)) for clause in _CLAUSE.split(typed)]
    clauses = [clause for clause in clauses if clause]
    words = {word for clause in clauses for word in clause}
    return Manner(
        is_question="?" in typed or any(_is_question(clause, place) for place, clause in enumerate(clauses)),
        personal=bool(_NAMED.search(typed)) or not words.isdisjoint(_YOU),
        asks_people=any(_asks_people(clause) for clause in clauses),
        now=not words.isdisjoint(_NOW),
    )


def _without_greeting(clause: list[str]) -> list[str]:
    start = next((place for place, word in enumerate(clause) if word not in _GREETINGS), len(clause))
    return clause[start:]


def _is_question(clause: list[str], place: int) -> bool:
    first, second = clause[0], clause[1] if len(clause) > 1 else ""
    if first in _QUESTION_WORDS:
        return second not in ("een", "n")  # 'wat een goal' is none
    if first in _PREPOSITIONS and second in _QUESTION_WORDS:
        return True
    if first in _VERBS and (second in _SUBJECTS or (place == 0 and len(clause) > 2)):
        return True
    return first == "iemand" or any(a in _QUESTION_WORDS and b in _VERBS for a, b in pairwise(clause))


def _asks_people(clause: list[str]) -> bool:
    somebody = "iemand" in clause[:4] and clause[0] in _ASKED_OF_SOMEBODY
    offer = clause[0] in ("zal", "zullen")
    return somebody or offer or clause[0] == "wie" or "leen" in clause or "gezocht" in clause
