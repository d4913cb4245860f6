"""The commands that people can give, in Dutch and English, with a slash, or without one where the bot is spoken to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from handlers.enough import is_enough
from messages.street import Role


class Command(StrEnum):
    """By their Dutch names, as in the help text."""

    START = "start"
    HELP = "help"
    ASK = "vraag"
    EVENTS = "agenda"
    CONTACT = "contact"
    IDEA = "idee"
    MUTE = "stil"
    LANGUAGE = "taal"
    PRIVACY = "privacy"
    MY_DATA = "mijngegevens"
    FORGET = "vergeet"
    SUBSCRIBE = "aanmelden"
    STOP = "stop"
    NEW = "nieuw"
    PLAN = "planning"
    MOVE = "verplaats"
    CANCEL = "afgelast"
    QUESTIONS = "vragen"
    REMEMBER = "onthoud"
    FORWARD = "doorsturen"
    PAUSE = "pauze"
    RESUME = "hervat"
    REPLACE = "vervang"
    LINK = "koppel"
    MANAGE = "beheer"
    UNKNOWN = "?"  # a slash, and then something that nobody knows


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may give a command, and by which other words."""

    role: Role = Role.RESIDENT
    aliases: tuple[str, ...] = ()


CONTACT = Role.STREET_CONTACT

RULES: Mapping[Command, Rule] = {
    Command.START: Rule(aliases=("begin",)),
    Command.HELP: Rule(aliases=("hulp", "info", "menu")),
    Command.ASK: Rule(aliases=("ask",)),
    Command.EVENTS: Rule(aliases=("events",)),
    Command.CONTACT: Rule(),
    Command.IDEA: Rule(aliases=("idea",)),
    Command.MUTE: Rule(aliases=("mute",)),
    Command.LANGUAGE: Rule(aliases=("language",)),
    Command.PRIVACY: Rule(),
    Command.MY_DATA: Rule(aliases=("mydata", "mijn gegevens", "my data")),
    Command.FORGET: Rule(
        aliases=(
            "forget",
            "vergeet mij",
            "vergeet me",
            "wis alles",
            "wis mijn gegevens",
            "verwijder mijn gegevens",
            "forget me",
        )
    ),
    Command.SUBSCRIBE: Rule(aliases=("subscribe", "meld aan", "meld me aan", "meld mij aan")),
    Command.STOP: Rule(
        aliases=(
            "afmelden",
            "stoppen",
            "uitschrijven",
            "unsubscribe",
            "stop maar",
            "stop ermee",
            "stop alles",
            "meld af",
            "meld me af",
            "meld mij af",
            "geen berichten meer",
            "ik wil stoppen",
            "ik wil geen berichten meer",
        )
    ),
    Command.NEW: Rule(CONTACT, ("new",)),
    Command.PLAN: Rule(CONTACT, ("plan",)),
    Command.MOVE: Rule(CONTACT, ("move",)),
    Command.CANCEL: Rule(CONTACT, ("cancel",)),
    Command.QUESTIONS: Rule(CONTACT, ("questions",)),
    Command.REMEMBER: Rule(CONTACT, ("remember",)),
    Command.FORWARD: Rule(CONTACT, ("forward",)),
    Command.PAUSE: Rule(CONTACT, ("pause",)),
    Command.RESUME: Rule(CONTACT, ("resume",)),
    Command.REPLACE: Rule(CONTACT, ("standin",)),
    Command.LINK: Rule(aliases=("link",)),
    Command.MANAGE: Rule(Role.ORGANISER, ("manage",)),
    Command.UNKNOWN: Rule(),
}

BY_WORD = {name: command for command, rule in RULES.items() for name in (command.value, *rule.aliases)}

# What may stand behind a command without a slash; anything else there makes it an ordinary sentence.
_LINE = re.compile(r".*[^?]", re.DOTALL)  # with a question mark at its end it is a question
_NAME = re.compile(r"[\w'’.-]+(?: [\w'’.-]+){0,3}")
BARE_ARGUMENTS: Mapping[Command, re.Pattern[str]] = {
    Command.ASK: re.compile(r".+", re.DOTALL),
    Command.LINK: _NAME,
    Command.MUTE: re.compile(r"\d+(?: \w+)?|een \w+"),
    Command.LANGUAGE: re.compile(r"\w+"),
    Command.NEW: re.compile(r".*[^?]|.*:\s.+", re.DOTALL),  # what is said behind a colon may be a question
    Command.MOVE: _LINE,
    Command.REMEMBER: re.compile(r"[^?]+\?.+", re.DOTALL),  # a question and its answer
    Command.CANCEL: _LINE,
    Command.PAUSE: _NAME,
    Command.RESUME: _NAME,
    Command.REPLACE: _LINE,
}

_WITH_SLASH = re.compile(r"/(\w{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_BARE = re.compile(r"([\w ]{1,40}?)\s*[.!]*")
_BARE_WITH_ARGUMENT = re.compile(r"(\w{1,20})(?:\s*:\s*|\s+)(.+)", re.DOTALL)


def parse(text: str, *, private: bool, addressed: bool = False) -> tuple[Command | None, str]:
    """The command in `text` and what follows it; without a slash only where the bot is spoken to.

    In a group such a command stands alone: `@straatbot agenda`; with more behind it, it is a sentence.
    """
    text = text.strip()
    if slashed := _WITH_SLASH.fullmatch(text):
        return BY_WORD.get(slashed[1].lower(), Command.UNKNOWN), (slashed[2] or "").strip()
    if not private and not addressed:
        return None, ""
    if bare := _BARE.fullmatch(text):
        command = BY_WORD.get(" ".join(bare[1].lower().split()))
        if command:
            return command, ""
    if is_enough(text):
        return Command.STOP, ""
    if private and (longer := _BARE_WITH_ARGUMENT.fullmatch(text)):
        command = BY_WORD.get(longer[1].lower())
        allowed = BARE_ARGUMENTS.get(command) if command else None
        if allowed and allowed.fullmatch(longer[2]):
            return command, longer[2]
    return None, ""
