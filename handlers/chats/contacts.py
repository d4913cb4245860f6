"""Whom to ask: the neighbour who speaks for a street."""

import re
from dataclasses import replace

from handlers.asked import Asked
from handlers.chats.street_choice import ask_which_street, find_street
from handlers.commands import Command
from handlers.likeness import is_like, words_of
from messages.phrases import phrases, single_words
from messages.reply import Reply, say
from messages.street import Role
from storage import Store

_SENTENCE_ENDS = re.compile(r"[.!?]+\s+")


def name_contact(asked: Asked, store: Store) -> Reply | None:
    return _named(asked) if asked.command is Command.CONTACT else None


def _in_named_street(asked: Asked) -> Asked:
    """`/contact eikenlaan` asks about that street, wherever it is asked."""
    street = find_street(asked, asked.argument) if asked.argument else None
    elsewhere = street and street != asked.street
    return replace(asked, street=street, role=Role.RESIDENT) if elsewhere else asked


def say_who(asked: Asked, store: Store) -> Reply | None:
    """`wie is onze straatcontact`, asked in ordinary words."""
    if not asked.incoming.addressed or asked.reading is None:
        return None
    sentences = _SENTENCE_ENDS.split(asked.question)  # `te moeilijk voor mij. kan iemand mij bellen?`
    is_asked_for = any(is_like(sentence, phrases("contacts.about-the-contact")) for sentence in sentences)
    return _named(asked) if is_asked_for or _is_named(asked) else None


def _is_named(asked: Asked) -> bool:
    """`Henk bellen`, `bel Henk`, `nummer van Henk`: the contact, and no more than that."""
    contact = asked.street.contact if asked.street else None
    if contact is None:
        return False
    said, name, calling = set(asked.words), set(words_of(contact.name)), single_words("contacts.calling")
    is_calling = name <= said and not said.isdisjoint(calling)
    return is_calling and said <= name | calling | single_words("contacts.beside-calling")


def _named(asked: Asked) -> Reply:
    asked = _in_named_street(asked)
    if asked.street is None:
        return ask_which_street(asked, then="contact")
    if is_me(asked):
        return say(asked.word("contact-is-you", street=asked.street.name))
    return say(about_contact(asked) or asked.word("no-contact", street=asked.street.name))


def about_contact(asked: Asked) -> str:
    """`Vraag het aan Henk (bel gerust)`, or nothing where the street has none."""
    return _of_contact(asked, "contact")


def or_contact(asked: Asked) -> str:
    """The same behind another advice: `Of vraag het aan Henk`."""
    return _of_contact(asked, "contact-or")


def _of_contact(asked: Asked, name: str) -> str:
    contact = asked.street.contact if asked.street and not is_me(asked) else None
    return asked.word(name, name=contact.name, note=contact.note) if contact else ""


def is_me(asked: Asked) -> bool:
    """Whom others are sent to is not sent to themselves; in a group the others read it too."""
    return asked.role is Role.STREET_CONTACT and not asked.in_group
