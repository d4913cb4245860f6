"""`aanmelden`, `stop` and `/stil`: what somebody wants to hear of the bot unasked."""

import re
from datetime import timedelta

from handlers.asked import Asked
from handlers.asking import answering
from handlers.chats.street_choice import ask_which_street
from handlers.commands import Command
from handlers.likeness import is_like
from messages.delivery import Urgency
from messages.phrases import phrases
from messages.reply import Choice, Reply, say
from messages.street import Role
from messages.wording import label
from storage import Store

MUTE_DAYS = 7
LONGEST_MUTE_DAYS = 365
DAYS_IN = {"week": 7, "weken": 7, "maand": 30, "month": 30, "jaar": 365, "year": 365}


def subscribe(asked: Asked, store: Store) -> Reply | None:
    """Ask whether this private chat wants the street's messages, naming who sends them and how to stop."""
    if asked.command is not Command.SUBSCRIBE:
        return None
    if asked.in_group:
        return say(asked.word("subscribe-in-private"))
    if asked.street is None:
        return ask_which_street(asked, then="aanmelden")
    if asked.street.id in store.subscriptions.of_chat(asked.chat):
        store.chats.change(asked.chat, muted_until=None)
        return say(asked.word("subscribed-already", street=asked.street.name))
    choices = [
        Choice(label(asked.language, "yes"), f"subscribe:{asked.street.id}"),
        Choice(label(asked.language, "no"), "decline:subscription"),
    ]
    return say(asked.word("subscribe-ask", street=asked.street.name), choices=choices)


def agree(asked: Asked, street_id: str, store: Store) -> Reply:
    street = asked.content.streets.get(street_id)
    if street is None or asked.in_group:
        return say(asked.word("choice-unknown"))
    wording = asked.word("subscribe-ask", street=street.name)
    store.subscriptions.agree(asked.chat, street.id, asked_with=wording, now=asked.now)
    store.chats.change(asked.chat, muted_until=None)  # whoever wants messages wants silence no longer
    return say(asked.word("subscribed", street=street.name))


def stop(asked: Asked, store: Store) -> Reply | None:
    """No more unasked messages from now on, also what is already waiting; confirmed once."""
    if asked.command is not Command.STOP:
        return None
    if asked.in_group:
        may = "yes" if asked.role >= Role.STREET_CONTACT else "no"
        contact = asked.street.contact_name if asked.street else ""
        return say(asked.word("stop-in-group", may=may, contact=contact).strip())
    chats = store.chats.all_private_of(asked.incoming.sender) or [asked.chat]  # with each of our bots
    stopped = sum(store.subscriptions.stop(chat, asked.now) for chat in chats)
    withdrawn = sum(store.questions.withdraw(chat) for chat in chats)
    let_go = answering.let_go(asked, store)
    for chat in chats:
        store.outbox.drop_waiting(chat, "stopped", asked.now, least=Urgency.EVENT)
    said = (
        asked.word("stopped" if stopped else "stopped-already"),
        asked.word("stopped-questions", count=withdrawn) if withdrawn else "",
        asked.word("stopped-answering") if let_go else "",
        asked.word("stopped-contact") if asked.role is Role.STREET_CONTACT else "",
        asked.word("stopped-but-ask"),
    )
    return say(" ".join(filter(None, said)))


def mute(asked: Asked, store: Store) -> Reply | None:
    """`/stil 7`, `/stil 2 weken`: nothing unasked so long; in a group only its contact may decide that for all."""
    if asked.command is not Command.MUTE:
        return None
    if asked.in_group and asked.role < Role.STREET_CONTACT:
        return say(asked.word("mute-in-group"))
    days = _days(asked.argument.casefold())
    if not days or is_like(f"{Command.MUTE} {asked.argument}", phrases("subscribing.speak-again")):
        return _unmute(asked, store)
    store.chats.change(asked.chat, muted_until=asked.now + timedelta(days=days))
    store.outbox.drop_waiting(asked.chat, "muted", asked.now, least=Urgency.EVENT)
    return say(asked.word("muted", days=days))


def speak_again(asked: Asked, store: Store) -> Reply | None:
    """`praat maar weer`: as `/stil 0`, of who may mute."""
    if asked.command or asked.incoming.choice or not asked.incoming.addressed:
        return None
    if not is_like(asked.question, phrases("subscribing.speak-again")):
        return None
    is_muted = asked.chat.muted_until is not None and asked.chat.muted_until > asked.now
    if is_muted and asked.in_group and asked.role < Role.STREET_CONTACT:
        return say(asked.word("unmute-in-group"))
    if is_muted:
        return _unmute(asked, store)
    is_subscribed = asked.in_group or bool(store.subscriptions.of_chat(asked.chat))
    return say(asked.word("not-muted" if is_subscribed else "not-muted-subscribe"))


def _unmute(asked: Asked, store: Store) -> Reply:
    store.chats.change(asked.chat, muted_until=None)
    return say(asked.word("unmuted-group" if asked.in_group else "unmuted"))


def _days(text: str) -> int:
    number = re.search(r"[0-9]{1,4}", text)
    unit = next((days for word, days in DAYS_IN.items() if word in text), 1)
    if number:
        return min(int(number[0]) * unit, LONGEST_MUTE_DAYS)
    return unit if text else MUTE_DAYS
