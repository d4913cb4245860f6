"""`stuur naar de groep: …`: what is said to the bot before a line, and is no part of it."""

import re
from itertools import takewhile

from handlers.asked import Asked
from handlers.chats.whom import for_whom
from messages.phrases import phrases, single_words

_SEAM = re.compile(r":|\b(?:dat|that)\b", re.IGNORECASE)


def without_lead_in(asked: Asked, text: str) -> str:
    """The line alone, or behind the streets that were named: `stuur naar de Lindelaan: …`."""
    before, *after = _SEAM.split(text, maxsplit=1)
    words, line = before.casefold().replace(",", " ").split(), "".join(after).strip()
    if not line:
        return text
    if " ".join(words) in phrases("drafting.labels"):
        return line
    orders = single_words("drafting.orders")
    said = list(takewhile((orders | single_words("drafting.beside-orders")).__contains__, words))
    for n in range(1, len(said) + 1):
        named = " ".join(words[n:])
        if not orders.isdisjoint(said[:n]) and _are_streets(asked, named, line):
            return f"{named}: {line}" if named else line
    return text


def _are_streets(asked: Asked, named: str, line: str) -> bool:
    """Or nothing at all: then the line is for the street of the chat."""
    whom = for_whom(asked, f"{named}: {line}")
    return not named or (whom.said and whom.line == line)
