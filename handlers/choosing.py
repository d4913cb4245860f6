"""A button pressed, or its number typed: what it means was stored when it was shown."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from handlers import (
    answering,
    calling_off,
    contacts,
    drafting,
    events,
    faq,
    forwarding,
    helping,
    language,
    linking,
    moving,
    not_known,
    objecting,
    open_questions,
    pausing,
    phrasings,
    planning,
    privacy,
    remembering,
    something_else,
    street_choice,
    subscribing,
    unknown,
    withdrawing,
)
from handlers.asked import SILENCE, Asked
from handlers.commands import Command
from handlers.small_talk import NUMBERED
from messages.reply import Choice, Reply, say
from storage import Store

CHOICE_ID = re.compile(r"^(\d{1,18})\.(\d{1,2})$")
YES = frozenset({"ja", "yes", "jazeker", "graag", "klopt", "ok", "oké", "oke"})
POLITE = frozenset(
    {
        *YES,
        "hoor",
        "maar",
        "doe",
        "dat",
        "is",
        "goed",
        "prima",
        "dank",
        "je",
        "wel",
        "dankje",
        "bedankt",
        "please",
        "fijn",
    }
)
# Said of what was proposed: a yes as well.
AGREED = frozenset(
    {
        *("doe maar", "doe dat", "doe dat maar", "oke doe maar", "ok doe maar", "prima doe maar", "ga je gang"),
        *(
            "is goed",
            "dat is goed",
            "prima",
            "akkoord",
            "mag",
            "dat mag",
            "zeker",
            "tuurlijk",
            "natuurlijk",
            "jep",
            "yep",
        ),
        *("go ahead", "sure", "fine"),
    }
)
# Beside the words of a button: `ja plan het maar`.
FILLERS = frozenset({"maar", "hoor", "graag", "dan", "even", "aub", "alsjeblieft", "please"})
NO_BUT = re.compile(r"^(?:nee|no|neen)[\s,.]+")
SHORTEST_BEGINNING = 5  # characters, as in "do 10" for "do 10 dec, 19.30 uur"
TYPED_NUMBER = re.compile(rf"^\s*{NUMBERED}(\d{{1,2}})\s*[.)!]?\s*$", re.IGNORECASE)
# What somebody asked themselves: its buttons see to it that only they press them.
TYPED_IN_GROUPS = frozenset({"pass", "faq", "none"})
# A number typed the next day answers something else.
NUMBERS_MEAN_CHOICES_FOR = timedelta(hours=12)

# What goes on once the street is known, by the word that asked for it.
COMMANDS_TO_GO_ON_WITH = {
    "contact": (Command.CONTACT, contacts.name_contact),
    "agenda": (Command.EVENTS, events.list_events),
    "aanmelden": (Command.SUBSCRIBE, subscribing.subscribe),
    "planning": (Command.PLAN, planning.show_plan),
    "nieuw": (Command.NEW, drafting.make_new),
    "pauze": (Command.PAUSE, pausing.pause_or_resume),
    "hervat": (Command.RESUME, pausing.pause_or_resume),
    "doorsturen": (Command.FORWARD, forwarding.give_text),
}


def choose(asked: Asked, store: Store) -> Reply | None:
    """None when this is no choice; an unknown or forged button is answered kindly, and does nothing."""
    if asked.incoming.choice is not None:
        choice = _pressed(asked, asked.incoming.choice, store)
        return _carry_out(asked, choice, store) if choice else say(asked.word("choice-unknown"))
    choice = _typed(asked, store)
    return _carry_out(asked, choice, store) if choice else None


def _pressed(asked: Asked, id_: str, store: Store) -> Choice | None:
    found = CHOICE_ID.match(id_)
    return store.outbox.choice(asked.chat, int(found[1]), int(found[2])) if found else None


def _typed(asked: Asked, store: Store) -> Choice | None:
    """The choice with the number that was typed, or with this label; in a group where the bot is spoken to."""
    if asked.command or (asked.in_group and not (asked.incoming.addressed or something_else.is_said(asked))):
        return None
    since = asked.now - NUMBERS_MEAN_CHOICES_FOR
    if not asked.in_group or something_else.is_said(asked):
        options = store.outbox.latest_choices(asked.chat, since)
        choice = something_else.button(asked, options, store)
        if choice or not asked.in_group:
            return choice or _meant(asked, options)
    return _meant(asked, _answered(asked, since, store)) if asked.incoming.addressed else None


def _answered(asked: Asked, since: datetime, store: Store) -> tuple[Choice, ...]:
    """In a group, those under what was answered, or said last in this topic, as far as typing does for a press."""
    to, thread = asked.incoming.reply_to, asked.incoming.thread
    found = store.outbox.latest_choices(asked.chat, since, external_id=to) if to else ()
    options = found or store.outbox.latest_choices(asked.chat, since, thread=thread)
    return options if all(option.action.partition(":")[0] in TYPED_IN_GROUPS for option in options) else ()


def _meant(asked: Asked, options: Sequence[Choice]) -> Choice | None:
    number = TYPED_NUMBER.match(asked.incoming.text)
    if number and not answering.is_meant(asked):
        return options[int(number[1]) - 1] if 1 <= int(number[1]) <= len(options) else None
    return _said(_to_the_point(asked.incoming.text.strip(" \n.!,").casefold()), options)


def _to_the_point(text: str) -> str:
    """`ja graag` is a yes, and so are `ja hoor, doe maar` and `doe maar`."""
    if text in AGREED:
        return "ja"
    first, *others = re.findall(r"[^\s,.!]+", text) or [""]
    return first if first in YES and others and POLITE.issuperset(others) else text


def _said(text: str, options: Sequence[Choice]) -> Choice | None:
    """The option with this label, or the only one that begins so; a yes is the first of two."""
    labels = [option.label.casefold() for option in options]
    for named in (labels, [words.removeprefix("een ").removeprefix("an ").removeprefix("a ") for words in labels]):
        if text in named:
            return options[named.index(text)]
        bare = [_bare(words) for words in named]
        if _bare(text) in bare:
            return options[bare.index(_bare(text))]
    same = [
        option for option, words in zip(options, labels, strict=True) if words.partition(" ")[0].strip(",.") == text
    ]
    if len(same) == 1 and text != "klopt":  # that is no "klopt niet", here nor below
        return same[0]
    wanted = NO_BUT.sub("", text)
    begun = [
        option for option, words in zip(options, labels, strict=True) if re.match(rf"{re.escape(wanted)}\b", words)
    ]
    if wanted not in YES and len(wanted) >= SHORTEST_BEGINNING and len(begun) == 1:
        return begun[0]
    return options[0] if text in YES and len(options) == 2 else None


def _bare(text: str) -> list[str]:
    """Without commas, what is only said to be polite, and the yes before it: `plan het` is `Ja, plan het`."""
    words = [word for word in re.findall(r"[^\s,.!]+", text) if word not in FILLERS]
    return words[1:] if len(words) > 1 and words[0] in YES else words


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
    """Settle the street of a private chat, and go on with what was asked before that."""
    street = asked.content.streets.get(street_id)
    if street is None or asked.in_group:
        return say(asked.word("choice-unknown"))
    settled = street_choice.live_in(asked, street, store)
    role = linking.role_in(asked, street, store)
    asked = replace(asked, street=street, role=role, chat=replace(asked.chat, street=street.id))
    if then.startswith(not_known.AFTER_STREET):
        return not_known.go_on(asked, then, store)
    command = COMMANDS_TO_GO_ON_WITH.get(then)
    if command is None:
        return helping.greet(asked) if then == "start" else settled
    asked = replace(asked, command=command[0])
    return command[1](asked, store) or helping.not_there_yet(asked, store) or settled
