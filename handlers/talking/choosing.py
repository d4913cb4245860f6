"""A button pressed, or its number typed: what it means was stored when it was shown."""

import re
from dataclasses import replace

from handlers.asked import SILENCE, Asked
from handlers.asking import answering, events, faq, ideas, not_known, open_questions, phrasings, remembering
from handlers.chats import contacts, language, linking, privacy, street_choice
from handlers.commands import Command
from handlers.sending import unknown
from handlers.steering import calling_off, drafting, forwarding, moving, pausing, planning
from handlers.talking import helping, objecting, subscribing, withdrawing
from handlers.talking.typed_choices import typed
from messages.reply import Choice, Reply, say
from messages.street import Role
from storage import Store

CHOICE_ID = re.compile(r"^(\d{1,18})\.(\d{1,2})$")

# What goes on once the street is known, by the word that asked for it.
COMMANDS_TO_GO_ON_WITH = {
    "contact": (Command.CONTACT, contacts.name_contact),
    "agenda": (Command.EVENTS, events.list_events),
    "aanmelden": (Command.SUBSCRIBE, subscribing.subscribe),
    "planning": (Command.PLAN, planning.show_plan),
    "pauze": (Command.PAUSE, pausing.pause_or_resume),
    "hervat": (Command.RESUME, pausing.pause_or_resume),
    "doorsturen": (Command.FORWARD, forwarding.give_text),
}


def choose(asked: Asked, store: Store) -> Reply | None:
    """None when this is no choice; an unknown or forged button is answered kindly, and does nothing."""
    if asked.incoming.choice is not None:
        choice = _pressed(asked, asked.incoming.choice, store)
        return _carry_out(asked, choice, store) if choice else say(asked.word("choice-unknown"))
    choice = typed(asked, store)
    return _carry_out(asked, choice, store) if choice else None


def _pressed(asked: Asked, id_: str, store: Store) -> Choice | None:
    found = CHOICE_ID.match(id_)
    return store.outbox.choice(asked.chat, int(found[1]), int(found[2])) if found else None


def _carry_out(asked: Asked, choice: Choice, store: Store) -> Reply:
    verb, _, argument = choice.action.partition(":")
    match verb:
        case "faq":
            return faq.choose(asked, argument, store)
        case "none":
            return not_known.offer_again(asked, argument, store)
        case "pass":
            return not_known.press(asked, argument, store)
        case "street":
            return _go_on_in(asked, *argument.split(":", 1), store=store)
        case "language":
            return language.set_language(asked, argument, store)
        case "approve" | "refuse":
            return linking.decide(asked, argument, store, approved=verb == "approve")
        case "subscribe":
            return subscribing.agree(asked, argument, store)
        case "decline":
            return say(asked.word(f"declined-{argument or 'subscription'}"))
        case "forget" | "wrong":
            return privacy.erase(asked, store) if verb == "forget" else objecting.take_back(asked, store)
        case _:
            return _steer(asked, verb, argument, store)


def _steer(asked: Asked, verb: str, argument: str, store: Store) -> Reply:
    """The buttons of organisers and street contacts."""
    match verb:
        case "resend" | "leave":
            return unknown.decide(asked, argument, store, again=verb == "resend")
        case "draft":
            return drafting.go_on(asked, argument, store)
        case "pause" | "resume":
            return pausing.press(asked, verb, argument, store)
        case "move":
            return moving.press(asked, argument, store)
        case "cancel" | "cancelled":
            return calling_off.press(asked, verb, argument, store)
        case _:
            return _learn(asked, verb, argument, store)


def _learn(asked: Asked, verb: str, argument: str, store: Store) -> Reply:
    """The buttons by which people teach the bot what it did not know."""
    match verb:
        case "questions" if asked.role:
            return open_questions.list_of(asked, argument, store)
        case "reply":
            return answering.begin(asked, argument, store)
        case "answer":
            return answering.press(asked, argument, store)
        case "remember":
            return remembering.press(asked, argument, store)
        case "phrasings" if asked.role:
            return phrasings.show(asked, store)
        case "phrasing" if asked.role:
            return phrasings.press(asked, argument, store)
        case "proposal":
            return remembering.decide(asked, argument, store)
        case "withdraw" if not asked.in_group:
            return withdrawing.press(asked, argument, store)
        case _:
            return SILENCE


def _go_on_in(asked: Asked, street_id: str, then: str, *, store: Store) -> Reply:
    """Settle the street of a private chat, and go on with what was asked before that; an organiser has them all."""
    street = asked.content.streets.get(street_id)
    if street is None or asked.in_group:
        return say(asked.word("choice-unknown"))
    is_organiser = asked.role >= Role.ORGANISER
    settled = say(asked.word("choice-unknown")) if is_organiser else street_choice.live_in(asked, street, store)
    role = linking.role_in(asked, street, store)
    asked = replace(asked, street=street, role=role, chat=replace(asked.chat, street=street.id))
    if then.startswith(not_known.AFTER_STREET):
        return not_known.go_on(asked, then, store)
    if then.startswith(ideas.AFTER_STREET):
        return ideas.go_on(asked, then, store)
    if then.startswith(drafting.AFTER_STREET):
        return drafting.go_on_in(asked, then, store)
    command = COMMANDS_TO_GO_ON_WITH.get(then)
    if command is None:
        return helping.greet(asked) if then == "start" else settled
    asked = replace(asked, command=command[0])
    return command[1](asked, store) or helping.not_there_yet(asked, store) or settled
