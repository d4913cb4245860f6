"""The first greeting, the help text, and plain words about what is not there."""

from handlers.asked import SILENCE, Asked
from handlers.asking.faq import answer
from handlers.chats.contacts import is_me
from handlers.chats.linking import accept_invitation
from handlers.chats.street_choice import ask_which_street, find_street, live_in
from handlers.commands import Command, least_role
from messages.reply import Reply, say
from messages.street import Role
from storage import Store

# Commands of the interface that a later version carries out.
LATER = frozenset(
    {
        Command.REPLACE,
        Command.MANAGE,
    }
)


def start(asked: Asked, store: Store) -> Reply | None:
    """`/start`, bare or with what a link put behind it: an invitation, a street or an FAQ entry."""
    invited = accept_invitation(asked, store)
    if invited:
        return invited
    typed = asked.incoming.text if asked.command is None else ""  # in the playground a link only types what is in it
    linked = asked.argument if asked.command is Command.START else typed.strip()
    entry = asked.content.faqs.get(linked.removeprefix("faq-")) if linked.startswith("faq-") else None
    if entry and not asked.in_group:
        return answer(asked, entry)
    if asked.command is not Command.START:
        return None
    street = find_street(asked, asked.argument) if asked.argument else None
    if street and not asked.in_group:
        return live_in(asked, street, store)
    return greet(asked)


def greet(asked: Asked) -> Reply:
    """Who the bot is; whose street is not known yet is asked for it."""
    if asked.street is None and not asked.in_group and asked.role < Role.ORGANISER:
        return ask_which_street(asked, then="start", before=asked.word("hello"))
    hello = asked.word("greeting", street=asked.street.name if asked.street else "")
    contact = asked.street.contact if asked.street else None
    person = asked.word("greeting-contact", name=contact.name, note=contact.note) if contact else ""
    if asked.street is None and asked.role >= Role.ORGANISER:
        person = asked.word("greeting-you-are-organiser")
    if is_me(asked):
        person = asked.word("greeting-you-are-contact")
    return say("\n\n".join(filter(None, (hello, person))))


def help_along(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.HELP:
        return None
    lines = [asked.word("help")]
    if asked.role >= Role.STREET_CONTACT:
        lines.append(asked.word("help-contact"))
    if asked.role >= Role.ORGANISER:
        lines.append(asked.word("help-organiser"))
    return say("\n\n".join(lines))


def not_there_yet(asked: Asked, store: Store) -> Reply | None:
    """Commands that nobody knows, that this person may not give, that are for later, or that lack a question."""
    if asked.command is None:
        return None
    if asked.command is Command.UNKNOWN:  # in a group it is meant for another bot
        return SILENCE if asked.in_group else say(asked.word("command-unknown"))
    least = least_role(asked.command)
    if least > asked.role:
        return say(asked.word("not-allowed", role=least.name.lower()))
    if asked.command in LATER:
        contact = asked.street.contact_name if asked.street else ""
        whom = "" if asked.role >= Role.STREET_CONTACT else contact
        return say(asked.word("not-there-yet", command=f"/{asked.command}", contact=whom))
    if asked.command is Command.ASK and not asked.argument:
        return say(asked.word("ask-away"))
    return None
