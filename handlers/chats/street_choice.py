"""In a private chat: which street somebody lives in, asked once and remembered; an organiser is asked each time."""

import re
from collections.abc import Collection
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from handlers.asked import Asked
from handlers.likeness import are_alike, words_of
from messages.reply import Choice, Reply, say
from messages.street import Role, Street
from storage import Store

MOST_BUTTONS = 10
LIKE_A_NAME = 88  # of 100: one letter wrong in eight
_STRAAT = re.compile(r"^\s*(?:straat|street)\s+", re.IGNORECASE)


def take_street(asked: Asked, store: Store) -> Reply | None:
    """`Lindelaan`, or `Straat Lindelaan`, as the whole of a message in a private chat."""
    if asked.in_group or asked.incoming.choice or asked.chat.street:
        return None
    street = find_street(asked, _STRAAT.sub("", asked.incoming.text))
    return live_in(asked, street, store) if street else None


def find_street(asked: Asked, text: str) -> Street | None:
    """The street with this id or name; a slip of the pen is forgiven."""
    streets = asked.content.streets
    if text.strip().lower() in streets:
        return streets[text.strip().lower()]
    names = {id_: street.name for id_, street in streets.items()}
    found = process.extractOne(text, names, scorer=fuzz.ratio, processor=default_process, score_cutoff=LIKE_A_NAME)
    return streets[found[2]] if found else None


def street_named_in(asked: Asked, text: str) -> Street | None:
    """The first street whose name is somewhere in the text."""
    words = set(words_of(text))
    return next((street for street in asked.content.streets.values() if is_named(street, words)), None)


def is_named(street: Street, words: Collection[str]) -> bool:
    return all(any(are_alike(part, word) for word in words) for part in words_of(street.name))


def live_in(asked: Asked, street: Street, store: Store) -> Reply:
    """Remember that this private chat is about `street`."""
    store.chats.change(asked.chat, street=street.id)
    settled = replace(asked, street=street, chat=replace(asked.chat, street=street.id))
    return say(settled.word("street-settled", street=street.name))


def ask_which_street(asked: Asked, *, then: str, before: str = "") -> Reply:
    """Ask for the street, after saying `before`; `then` is the command that is carried on with afterwards."""
    streets = list(asked.content.streets.values())
    if asked.in_group:  # its street is there no more
        return say(asked.word("link-how", streets=", ".join(asked.content.streets)))
    if not streets:
        return say(f"{before} {asked.word('no-streets')}".strip())
    choices = [Choice(street.name, f"street:{street.id}:{then}") for street in streets[:MOST_BUTTONS]]
    return say(f"{before} {_question(asked, has_more=len(streets) > MOST_BUTTONS)}".strip(), choices=choices)


def _question(asked: Asked, *, has_more: bool) -> str:
    if asked.role >= Role.ORGANISER:
        return asked.word("about-which-street-or-type" if has_more else "about-which-street")
    return asked.word("which-street-or-type" if has_more else "which-street")
