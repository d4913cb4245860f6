"""Two questions in one message, of which each has its answer: `wat kost een warmtepomp en krijg ik subsidie?`."""

import re
from collections.abc import Callable
from dataclasses import replace

from handlers.asking.follow_ups import asks, refers
from messages.content import Content
from messages.understanding import Outcome, Reading
from messages.understanding.normalise import words_of
from messages.understanding.subject import subject_of

SHORTEST = 2  # words of a question
LONGEST = 300  # characters of both: what is longer is a story, and each place in it would have to be looked at
_BETWEEN = re.compile(r"\?+\s+(?:(?:en|and|und)\s+)?|[,.]?\s+(?:en|and|und)\s+", re.IGNORECASE)

Read = Callable[[str], Reading]


def parts_of(text: str) -> tuple[str, str] | None:
    """The first place where a question ends and another begins; `stil en zuinig` is none."""
    if len(text) > LONGEST:
        return None
    for between in _BETWEEN.finditer(text):
        first, second = text[: between.start()], text[between.end() :]
        if all(len(words_of(part)) >= SHORTEST and asks(part) for part in (first, second)):
            return first, second
    return None


def read_both(parts: tuple[str, str], content: Content, read: Read) -> Reading | None:
    """None unless each is surely another entry; what the second leaves out is what the first is about."""
    first = read(parts[0])
    entry = content.faqs.get(first.likeliest) if first.outcome is Outcome.ANSWER else None
    if entry is None:
        return None
    alone, joined = read(parts[1]), read(f"{parts[1]} {subject_of(entry)}")
    tried = (joined, alone) if refers(parts[1]) else (alone, joined)
    second = next((reading for reading in tried if reading.outcome is Outcome.ANSWER), None)
    if second is None or second.likeliest == entry.id:
        return None
    return replace(first, candidates=(first.candidates[0], second.candidates[0]), asked=2)
