"""The commands that people can give, in Dutch and English, with a slash, or without one where the bot is spoken to."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from handlers.enough import is_enough
from messages.phrases import by_heading
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


FOR_CONTACTS = frozenset(
    {
        Command.NEW,
        Command.PLAN,
        Command.MOVE,
        Command.CANCEL,
        Command.QUESTIONS,
        Command.REMEMBER,
        Command.FORWARD,
        Command.PAUSE,
        Command.RESUME,
        Command.REPLACE,
    }
)


def least_role(command: Command) -> Role:
    """Who may give it."""
    if command is Command.MANAGE:
        return Role.ORGANISER
    return Role.STREET_CONTACT if command in FOR_CONTACTS else Role.RESIDENT


@cache
def by_word() -> Mapping[str, Command]:
    """Each command by its own name, and by the other words for it."""
    aliases = {alias: Command(name) for name, others in by_heading("commands").items() for alias in others}
    return {**{str(command): command for command in Command}, **aliases}


# What may stand behind a command without a slash; anything else there makes it an ordinary sentence.
_LINE = re.compile(r".*[^?]", re.DOTALL)  # with a question mark at its end it is a question
_NAME = re.compile(r"[\w'’.-]+(?: [\w'’.-]+){0,3}")
BARE_ARGUMENTS: Mapping[Command, re.Pattern[str]] = {
    Command.ASK: re.compile(r".+", re.DOTALL),
    Command.IDEA: _LINE,
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

ABOUT_THE_GROUP = frozenset({Command.LINK, Command.MUTE})

_WITH_SLASH = re.compile(r"/(\w{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_BARE = re.compile(r"([\w ]{1,40}?)\s*[.!]*")
_BARE_WITH_ARGUMENT = re.compile(r"(\w{1,20})(?:\s*:\s*|\s+)(.+)", re.DOTALL)


def parse(text: str, *, private: bool, addressed: bool = False) -> tuple[Command | None, str]:
    """The command in `text` and what follows it; without a slash only where the bot is spoken to.

    In a group such a command stands alone: `@straatbot agenda`; with more behind it, it is a sentence, unless the
    command is about the group itself: `@straatbot koppel lindelaan`.
    """
    text = text.strip()
    if slashed := _WITH_SLASH.fullmatch(text):
        return by_word().get(slashed[1].lower(), Command.UNKNOWN), (slashed[2] or "").strip()
    if not private and not addressed:
        return None, ""
    if bare := _BARE.fullmatch(text):
        command = by_word().get(" ".join(bare[1].lower().split()))
        if command:
            return command, ""
    if is_enough(text):
        return Command.STOP, ""
    if longer := _BARE_WITH_ARGUMENT.fullmatch(text):
        command = by_word().get(longer[1].lower())
        allowed = BARE_ARGUMENTS.get(command) if command else None
        if allowed and allowed.fullmatch(longer[2]) and (private or command in ABOUT_THE_GROUP):
            return command, longer[2]
    return None, ""
