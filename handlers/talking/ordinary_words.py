"""What street contacts and organisers ask in ordinary words instead of by a command: `hoe zeg ik iets af`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers.asked import Asked
from handlers.asking import open_questions
from handlers.chats.street_choice import street_named_in
from handlers.chats.whom import may_speak_in
from handlers.commands import Command
from handlers.likeness import which_is_like, words_of
from handlers.steering import calling_off, drafting, forwarding, moving, pausing, planning
from handlers.talking import helping
from messages.phrases import by_heading
from messages.reply import Reply
from messages.street import Role
from storage import Store

ASKED_FOR: Mapping[Command, Callable[[Asked, Store], Reply | None]] = {
    Command.NEW: drafting.make_new,
    Command.CANCEL: calling_off.call_off,
    Command.MOVE: moving.move,
    Command.PAUSE: pausing.pause_or_resume,
    Command.RESUME: pausing.pause_or_resume,
    Command.PLAN: planning.show_plan,
    Command.QUESTIONS: open_questions.show,
    Command.FORWARD: forwarding.give_text,
    Command.REPLACE: helping.not_there_yet,
    Command.HELP: helping.help_along,
}


# `stuur een bericht naar de groep` is by a letter `stuur geen berichten naar de groep`.
_NO = frozenset({"geen", "niet", "niets", "niks", "stop", "stil", "pauze", "no", "not"})


def carry_out(asked: Asked, store: Store) -> Reply | None:
    """As its command without anything behind it, which tells how, or shows what there is."""
    if asked.in_group or asked.command or asked.incoming.choice or asked.role < Role.STREET_CONTACT:
        return None
    says_no = _says_no(asked.question)
    meant = {
        phrase: command
        for command, said in by_heading("ordinary_words").items()
        for phrase in said
        if _says_no(phrase) is says_no
    }
    street, question = _of_street(asked, store)
    place = which_is_like(question, tuple(meant))
    if place is None:
        return None
    command = Command(list(meant.values())[place])
    return ASKED_FOR[command](replace(asked, command=command, argument=street), store)


def _of_street(asked: Asked, store: Store) -> tuple[str, str]:
    """The id of the street that is named of those they speak for, and the question without it."""
    street = street_named_in(asked, asked.question)
    if street is None or not may_speak_in(asked, [street], store):
        return "", asked.question
    name = rf"(?:\b(?:in|voor|van|op) )?(?:(?:de|het) )?{re.escape(street.name)}"
    return street.id, re.sub(name, "", asked.question, flags=re.IGNORECASE)


def _says_no(text: str) -> bool:
    return not _NO.isdisjoint(words_of(text))
