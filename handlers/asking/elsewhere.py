"""Asked about another street: whom to ask there."""

from handlers.asked import Asked
from handlers.asking.agenda import is_for_us
from handlers.chats.street_choice import is_named, street_named_in
from messages.reply import Choice, Reply, say
from messages.wording import label
from storage import Store


def point_elsewhere(asked: Asked, store: Store) -> Reply | None:
    """Name whom to ask there, and what this chat is about."""
    street = asked.street
    if street is None or not is_for_us(asked) or is_named(street, asked.words):
        return None
    other = street_named_in(asked, asked.question)
    if other is None:
        return None
    values = {"street": street.name, "other": other.name, "contact": other.contact_name}
    if asked.in_group:
        return say(asked.word("elsewhere", **values))
    choices = [
        Choice(label(asked.language, "elsewhere-move"), f"street:{other.id}:start"),
        Choice(label(asked.language, "no"), "decline:street"),
    ]
    return say(asked.word("elsewhere-private", **values), choices=choices)
