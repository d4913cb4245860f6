"""What street contacts and organisers ask in ordinary words instead of by a command: `hoe zeg ik iets af`."""

from collections.abc import Callable
from dataclasses import replace

from handlers import calling_off, drafting, forwarding, moving, open_questions, planning
from handlers.asked import Asked
from handlers.commands import Command
from handlers.likeness import which_is_like
from messages.reply import Reply
from messages.street import Role
from storage import Store

ASKED_FOR: tuple[tuple[Command, Callable[[Asked, Store], Reply | None], tuple[str, ...]], ...] = (
    (
        Command.NEW,
        drafting.make_new,
        (
            "hoe maak ik een bericht",
            "hoe maak ik een nieuw bericht",
            "hoe maak ik een activiteit",
            "hoe stuur ik een bericht",
            "hoe stuur ik een bericht naar de straat",
            "hoe plan ik een bericht",
            "hoe plan ik een activiteit",
            "hoe zet ik iets op de agenda",
            "kun je een bericht sturen",
            "ik wil een bericht sturen",
            "ik wil iets plannen",
        ),
    ),
    (
        Command.CANCEL,
        calling_off.call_off,
        ("hoe zeg ik iets af", "hoe zeg ik een activiteit af", "ik wil iets afzeggen", "hoe gelast ik iets af"),
    ),
    (
        Command.MOVE,
        moving.move,
        ("hoe verplaats ik iets", "hoe verplaats ik een activiteit", "hoe verzet ik iets", "ik wil iets verplaatsen"),
    ),
    (
        Command.PLAN,
        planning.show_plan,
        ("wat staat er klaar", "wat staat er gepland", "wat ga je zeggen", "wat ga je sturen", "wat is er gepland"),
    ),
    (
        Command.QUESTIONS,
        open_questions.show,
        (
            "zijn er nog vragen",
            "zijn er open vragen",
            "welke vragen zijn er",
            "hoe beantwoord ik een vraag",
            "hoe geef ik antwoord op een vraag",
            "hoe geef ik antwoord op een vraag van de buren",
        ),
    ),
    (
        Command.FORWARD,
        forwarding.give_text,
        ("heb je een tekst om door te sturen", "geef me een tekst voor whatsapp", "hoe stuur ik iets door"),
    ),
)
PHRASES = tuple(phrase for _, _, phrases in ASKED_FOR for phrase in phrases)
MEANT = [(command, do) for command, do, phrases in ASKED_FOR for _ in phrases]


def carry_out(asked: Asked, store: Store) -> Reply | None:
    """As its command without anything behind it, which tells how, or shows what there is."""
    if asked.in_group or asked.command or asked.incoming.choice or asked.role < Role.STREET_CONTACT:
        return None
    place = which_is_like(asked.question, PHRASES)
    if place is None:
        return None
    command, do = MEANT[place]
    return do(replace(asked, command=command, argument=""), store)
