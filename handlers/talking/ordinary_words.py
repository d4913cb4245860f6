"""What street contacts and organisers ask in ordinary words instead of by a command: `hoe zeg ik iets af`."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers.asked import Asked
from handlers.asking import open_questions
from handlers.commands import Command
from handlers.likeness import which_is_like
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


def carry_out(asked: Asked, store: Store) -> Reply | None:
    """As its command without anything behind it, which tells how, or shows what there is."""
    if asked.in_group or asked.command or asked.incoming.choice or asked.role < Role.STREET_CONTACT:
        return None
    meant = {phrase: command for command, said in by_heading("ordinary_words").items() for phrase in said}
    place = which_is_like(asked.question, tuple(meant))
    if place is None:
        return None
    command = Command(list(meant.values())[place])
    return ASKED_FOR[command](replace(asked, command=command, argument=""), store)
