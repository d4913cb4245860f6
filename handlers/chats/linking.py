"""`/koppel`: which street a group belongs to, and who speaks for that street."""

import re
import secrets
from dataclasses import replace
from datetime import timedelta

from handlers.asked import SILENCE, Asked
from handlers.chats.several_bots import take_over_from
from handlers.chats.street_choice import ask_which_street, find_street, live_in
from handlers.chats.telling import tell_organisers
from handlers.commands import Command
from messages.delivery import Urgency
from messages.reply import Choice, Link, Reply, say
from messages.street import ChatState, Role, Street
from messages.wording import label, word
from storage import Store

INVITATION_LASTS = timedelta(days=7)
INVITATION = "contact-"
INVITATION_CODE = re.compile(rf"{INVITATION}([\w-]{{16}})", re.IGNORECASE | re.ASCII)


def link(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.LINK:
        return None
    street = find_street(asked, asked.argument) if asked.argument else None
    if street is None:
        return _which_street(asked)
    if not asked.in_group:
        return _invite_or_settle(asked, street, store)
    if role_in(asked, street, store) >= Role.STREET_CONTACT:
        return _link_now(asked, street, store)
    return _ask_organiser(asked, street, store)


def decide(asked: Asked, argument: str, store: Store, *, approved: bool) -> Reply:
    """An organiser's yes or no to a group that asked to be linked."""
    if asked.role < Role.ORGANISER:
        return say(asked.word("not-allowed", role="organiser"))
    key, _, street_id = argument.partition(":")
    chat, street = store.chats.get(int(key)), asked.content.streets.get(street_id)
    if chat is None or street is None or store.chats.requested_street(chat) != street_id:
        return say(asked.word("link-too-late"))
    if not approved:
        state = ChatState.UNLINKED if chat.state is ChatState.WAITING else chat.state
        store.chats.change(chat, requested_street=None, state=state)
        return say(asked.word("link-refused"))
    in_group = replace(asked, chat=chat, street=street, language=street.language)
    _say_in_group(in_group, _link_now(in_group, street, store), store)
    return say(asked.word("link-approved", street=street.name))


def accept_invitation(asked: Asked, store: Store) -> Reply | None:
    """`contact-…`, bare or behind `/start`: whoever brings the code becomes the street's contact."""
    text = asked.argument if asked.command is Command.START else asked.incoming.text.strip()
    code = INVITATION_CODE.fullmatch(text)
    if asked.in_group or code is None:
        return None
    street = asked.content.streets.get(store.people.accept(code[1], asked.now) or "")
    if street is None:
        return say(asked.word("invitation-invalid"))
    store.people.grant(asked.incoming.sender, Role.STREET_CONTACT, street.id, asked.now)
    store.chats.change(asked.chat, street=street.id)
    return say(asked.word("contact-welcome", street=street.name))


def _which_street(asked: Asked) -> Reply:
    if not asked.in_group and asked.role < Role.ORGANISER:
        return ask_which_street(asked, then="start")
    ids = ", ".join(list(asked.content.streets)[:30])
    return say(asked.word("link-how", streets=ids))


def role_in(asked: Asked, street: Street, store: Store) -> Role:
    """The role of whoever asks in `street`, which need not be the street of the chat."""
    vouched = asked.incoming.role if asked.incoming.street in (street.id, None) else Role.RESIDENT
    vouched = Role.ORGANISER if asked.incoming.role is Role.ORGANISER else vouched
    return max(vouched, store.people.role_of(asked.incoming.sender, street.id))


def _link_now(asked: Asked, street: Street, store: Store) -> Reply:
    store.chats.change(asked.chat, street=street.id, state=ChatState.LINKED, requested_street=None)
    others = [chat for chat in store.chats.at(asked.chat.address) if chat.key != asked.chat.key]
    take_over_from(others, asked.now, store)
    asked = replace(asked, language=street.language)
    name = asked.house.name(asked.chat.address)
    welcome = asked.word("linked", street=street.name, contact=street.contact_name, bot=name)
    if asked.chat.overhears is None:
        return say(welcome)
    hearing = "linked-overhears" if asked.chat.overhears else "linked-only-addressed"
    return say(f"{welcome}\n\n{asked.word(hearing, bot=name)}")


def _ask_organiser(asked: Asked, street: Street, store: Store) -> Reply:
    """Ask, no more than once a day, and stay silent in the group; speak up only where nobody can say yes."""
    argument = f"{asked.chat.key}:{street.id}"
    language = asked.house.language
    choices = [
        Choice(label(language, "yes-link"), f"approve:{argument}"),
        Choice(label(language, "no"), f"refuse:{argument}"),
    ]
    question = say(word(language, "link-approve", street=street.name), choices=choices)
    cause = f"link:{argument}:{asked.now:%Y%m%d}"
    tell_organisers(question, cause=cause, now=asked.now, store=store)
    if not store.chats.reachable(store.people.organisers()):
        return say(asked.word("link-nobody", street=street.name))
    state = ChatState.LINKED if asked.chat.state is ChatState.LINKED else ChatState.WAITING
    store.chats.change(asked.chat, requested_street=street.id, state=state)
    return SILENCE


def _say_in_group(asked: Asked, reply: Reply, store: Store) -> None:
    store.outbox.add(asked.chat, reply, urgency=Urgency.REPLY, cause=f"linked:{asked.cause}", now=asked.now)


def _invite_or_settle(asked: Asked, street: Street, store: Store) -> Reply:
    """In private: an organiser gets an invitation for the street's contact; others settle where they live."""
    if asked.role < Role.ORGANISER:
        return live_in(asked, street, store)
    code = secrets.token_urlsafe(12)
    store.people.invite(code, street.id, asked.now + INVITATION_LASTS)
    url = asked.house.link(asked.chat.address, INVITATION + code)
    text = asked.word("invitation", street=street.name, days=INVITATION_LASTS.days, code=INVITATION + code)
    return say(text, *((Link(label(asked.language, "invitation-link"), url),) if url else ()))
