"""`/pauze` and `/hervat`: one item, one street, or everything; at once, also for what waits to go out."""

import re
from collections.abc import Sequence

from handlers.asked import SILENCE, Asked
from handlers.chats.street_choice import ask_which_street, find_street
from handlers.chats.whom import may_speak_in
from handlers.commands import Command
from handlers.steering.finding import Item, items_of, items_with, kind_of, title_of
from handlers.steering.organising import pause, resume
from messages.phrases import phrases
from messages.reply import Choice, Reply, say
from messages.street import Role, Street
from storage import Store
from storage.content_log import Author
from storage.pauses import EVERYTHING, Scope

MOST_BUTTONS = 8
_ABOUT = (
    r"(?:(?:de|het|die|dat) (?:herinnering|bericht|berichtje|boodschap|melding|herhaling)(?:en|s)? "
    r"(?:over|van|voor|aan) )?"
)
_WHAT = rf"{_ABOUT}(?P<what>[^?:]{{3,60}}?)"
_NOW = r"(?: (?:maar|even|voorlopig|nu|weer))*"
_SAYS = {
    "pause": (
        rf"(?:zet|leg|pauzeer) {_WHAT}{_NOW} (?:stil|op pauze|stop|uit)[ .!]*",
        rf"(?:stop|hou op|wacht){_NOW} met {_WHAT}[ .!]*",
    ),
    "resume": (
        rf"(?:ga|begin)(?: maar)?(?: (?:weer|door|verder))+ met {_WHAT}[ .!]*",
        rf"zet {_WHAT}(?: maar)? weer aan[ .!]*",
    ),
}
_PATTERNS = [(verb, re.compile(pattern, re.IGNORECASE)) for verb, patterns in _SAYS.items() for pattern in patterns]


def pause_or_resume(asked: Asked, store: Store) -> Reply | None:
    """What is meant, by its words; when several are, buttons."""
    if asked.command not in (Command.PAUSE, Command.RESUME) or asked.role < Role.STREET_CONTACT:
        return None
    verb, words = ("pause" if asked.command is Command.PAUSE else "resume"), asked.argument.strip(" .!").lower()
    if words in phrases("pausing.all"):
        return _carry_out(asked, verb, EVERYTHING, store)
    if not words or words in phrases("pausing.here"):
        if asked.street is None:
            return ask_which_street(asked, then=str(asked.command))
        return _carry_out(asked, verb, Scope("street", asked.street.id), store)
    street = find_street(asked, words)
    if street:
        return _carry_out(asked, verb, Scope("street", street.id), store)
    return _one_item(asked, verb, items_with(asked, words, items_of(asked.content), store), store)


def hear_of_it(asked: Asked, store: Store) -> Reply | None:
    """`Zet de tip even stil`, `ga weer door met de tip`, of something that is there."""
    if asked.in_group or asked.command or asked.incoming.choice or asked.role < Role.STREET_CONTACT:
        return None
    for verb, pattern in _PATTERNS:
        said = pattern.fullmatch(asked.incoming.text.strip())
        found = items_with(asked, said["what"], items_of(asked.content), store) if said else []
        if found:
            return _one_item(asked, verb, found, store)
    return None


def press(asked: Asked, verb: str, argument: str, store: Store) -> Reply:
    """A button: `kind:id`."""
    if asked.role < Role.STREET_CONTACT:
        return SILENCE if asked.in_group else say(asked.word("choice-unknown"))
    kind, _, id_ = argument.partition(":")
    return _carry_out(asked, verb, Scope(kind, id_), store)


def _one_item(asked: Asked, verb: str, found: Sequence[Item], store: Store) -> Reply:
    if not found:
        return say(asked.word("pause-nothing-found"))
    if len(found) == 1:
        return _carry_out(asked, verb, Scope(kind_of(found[0]), found[0].id), store)
    choices = [Choice(title_of(asked, item), f"{verb}:{kind_of(item)}:{item.id}") for item in found[:MOST_BUTTONS]]
    return say(asked.word("which-item"), choices=choices)


def _carry_out(asked: Asked, verb: str, scope: Scope, store: Store) -> Reply:
    streets, what = _about(asked, scope)
    if what is None:
        return say(asked.word("choice-unknown"))
    if not may_speak_in(asked, streets, store):
        return say(asked.word("not-allowed", role="organiser"))
    by = Author(store.people.mark_of(asked.incoming.sender), asked.role)
    if verb == "pause":
        stopped = pause(scope, asked.now, store, by=by)
        if stopped is None:
            return say(asked.word("paused-already", what=what))
        return say(asked.word("paused", what=what, count=stopped))
    if not resume(scope, asked.now, store, by=by):
        return say(_still(asked, scope, store) or asked.word("not-paused", what=what))
    still = _still(asked, scope, store)
    return say(" ".join(filter(None, (asked.word("resumed", what=what), still))))


def _about(asked: Asked, scope: Scope) -> tuple[Sequence[Street], str | None]:
    """The streets that it is about (none is all of them) and what it is called."""
    if scope == EVERYTHING:
        return (), asked.word("everything")
    if scope.kind == "street":
        street = asked.content.streets.get(scope.id)
        return ((street,), street.name) if street else ((), None)
    item = next((item for item in items_of(asked.content) if (kind_of(item), item.id) == scope), None)
    if item is None:
        return (), None
    return asked.content.streets_for(item.audience), title_of(asked, item)


def _still(asked: Asked, scope: Scope, store: Store) -> str:
    """What is paused besides, so that nobody waits for nothing."""
    others = sorted(other for other in store.pauses.all() if other != scope)
    here = [other for other in others if _concerns(asked, other)]
    named = ", ".join(filter(None, (_about(asked, other)[1] for other in here)))
    return asked.word("still-paused", what=named) if named else ""


def _concerns(asked: Asked, scope: Scope) -> bool:
    streets, _ = _about(asked, scope)
    return not streets or asked.role >= Role.ORGANISER or asked.street in streets
