"""For which streets something is that somebody types: said before the line, in it, or that of the chat."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.asked import Asked
from handlers.chats.linking import role_in
from handlers.chats.street_choice import find_street
from messages.street import Role, Street
from storage import Store

_BEFORE = re.compile(r"([^:\n\d]{2,200}):\s*(.+)", re.DOTALL)
_WITHIN = re.compile(r"[,;]\s*(?:straat|straten|street|streets):?\s+([^,;:.\n]+)(?=[,;.\n]|$)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,+&/]|\ben\b|\band\b)\s*")
_EVERY = re.compile(r"\s*(?:in\s+|voor\s+)?(?:alle straten|all streets)\s*", re.IGNORECASE)
_EVERYBODY = re.compile(r"\s*(?:voor\s+|for\s+)?(?:iedereen|everybody)\s*", re.IGNORECASE)
_EVERY_WITHIN = re.compile(r"[,;]\s*(?:in\s+|voor\s+)?(?:alle straten|all streets)(?=[,;.\n]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForWhom:
    """The line without it; `streets` empty is all of them, `said` whether it was typed at all."""

    line: str
    streets: tuple[Street, ...] = ()
    said: bool = True


def for_whom(asked: Asked, text: str) -> ForWhom:
    before = _BEFORE.fullmatch(text)
    if before and _EVERY.fullmatch(before[1]):
        return ForWhom(line=before[2])
    if before and _EVERYBODY.fullmatch(before[1]):  # of a street contact the own street
        is_for_one = asked.street and asked.role < Role.ORGANISER
        return ForWhom(line=before[2], streets=(asked.street,) if asked.street and is_for_one else ())
    if before and (named := _named(asked, before[1])):
        return ForWhom(line=before[2], streets=named)
    if every := _EVERY_WITHIN.search(text):
        return ForWhom(line=(text[: every.start()] + text[every.end() :]).strip())
    within = _WITHIN.search(text)
    if within and (named := _named(asked, within[1])):
        return ForWhom(line=(text[: within.start()] + text[within.end() :]).strip(), streets=named)
    return ForWhom(line=text, streets=(asked.street,) if asked.street else (), said=False)


def _named(asked: Asked, names: str) -> tuple[Street, ...]:
    """All of them, or none where one is no street."""
    found = [find_street(asked, name) for name in _AND.split(names.strip()) if name]
    known = [street for street in found if street]
    return tuple(dict.fromkeys(known)) if len(known) == len(found) else ()


def may_speak_in(asked: Asked, streets: Sequence[Street], store: Store) -> bool:
    """An organiser everywhere; a street contact in the own street. No streets is all of them."""
    if not streets:
        return asked.role >= Role.ORGANISER
    return all(role_in(asked, street, store) >= Role.STREET_CONTACT for street in streets)


def in_named_street(asked: Asked, store: Store) -> Asked:
    """`/planning eikenlaan`, of who speaks there too."""
    named = find_street(asked, asked.argument) if asked.argument else None
    return replace(asked, street=named) if named and may_speak_in(asked, [named], store) else asked


def streets_of(asked: Asked, store: Store) -> list[str] | None:
    """Whose questions somebody may see; None is those of every street."""
    if asked.role is Role.ORGANISER:
        return None
    mine = store.people.streets_of(asked.incoming.sender)
    if asked.incoming.role is Role.STREET_CONTACT and asked.incoming.street:
        mine.append(asked.incoming.street)
    return mine
