"""Asked about another street: whom to ask there."""

from collections.abc import Collection

from handlers.agenda import street_of_question
from handlers.asked import Asked
from handlers.likeness import are_alike, words_of
from messages.reply import Choice, Reply, say
from messages.street import Street
from messages.wording import label
from storage import Store


def point_elsewhere(asked: Asked, store: Store) -> Reply | None:
    """Name whom to ask there, and what this chat is about."""
    street = street_of_question(asked)
    words = set(words_of(asked.question))
    if street is None or _mentions(street, words):
        return None
    other = next((street for street in asked.content.streets.values() if _mentions(street, words)), None)
    if other is None:
        return None
    contact = other.contact.name if other.contact else ""
    values = {"street": street.name, "other": other.name, "contact": contact}
    if asked.in_group:
        return say(asked.word("elsewhere", **values))
    choices = [
        Choice(label(asked.language, "elsewhere-move"), f"street:{other.id}:start"),
        Choice(label(asked.language, "no"), "decline:street"),
    ]
    return say(asked.word("elsewhere-private", **values), choices=choices)


def _mentions(street: Street, words: Collection[str]) -> bool:
    return all(any(are_alike(part, word) for word in words) for part in words_of(street.name))
