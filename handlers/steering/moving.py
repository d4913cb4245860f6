"""`/verplaats energiecafé naar do 17 dec 19.30`: another moment or place, told once with both to see."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers.asked import SILENCE, Asked
from handlers.commands import Command
from handlers.meetings import Meeting
from handlers.steering.calling_off import press_streets, tell_all
from handlers.steering.finding import is_for_more_streets, items_with, no_event, steered
from handlers.steering.moved_in_words import moved_in, orders_to_move
from handlers.steering.organising import bring_content
from messages.content import Content, Event
from messages.dates import short_moment
from messages.reply import Choice, Place, Reply, say
from messages.spoken import Doubt, NotUnderstood, When, read_other_moment
from messages.street import Role
from messages.wording import label, word
from storage import Store
from storage.content_file.shapes import from_json, to_json
from storage.content_log import Author
from storage.pauses import Scope

LONGEST = 2000
LONGEST_PLACE = 100
_TO = re.compile(r"(.+?)\s+(?:naar|to)\s+(.+)", re.IGNORECASE | re.DOTALL)
MOST_BUTTONS = 8


def move(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.MOVE or asked.role < Role.STREET_CONTACT:
        return None
    said = _TO.fullmatch(asked.argument[:LONGEST])
    if said is None:
        return say(asked.word("move-how"))
    return _move_named(asked, said[1], said[2], store)


def hear_of_it(asked: Asked, store: Store) -> Reply | None:
    """The same in ordinary words, of something on the agenda; told back before anybody hears of it."""
    if asked.in_group or asked.command or asked.incoming.choice or asked.role < Role.STREET_CONTACT:
        return None
    for said in moved_in(asked.incoming.text):
        if said.is_when and not _is_moment(asked, said.to):
            continue
        if not said.what or _coming_with(asked, said.what, store):
            return _move_named(asked, said.what, said.to, store)
        if is_for_more_streets(asked, said.what, store):
            return say(asked.word("item-for-more-streets"))
        if orders_to_move(asked.incoming.text):
            return no_event(asked, said.what, store)
    return None


def _is_moment(asked: Asked, to: str) -> bool:
    now = asked.wall_clock
    read = read_other_moment(to, now + timedelta(days=1), now, asked.language)
    answers = [choice.answer for choice in read.choices] if isinstance(read, Doubt) else [read]
    return all(isinstance(answer, When) and not answer.rest for answer in answers)


def _move_named(asked: Asked, what: str, to: str, store: Store) -> Reply:
    """What comes next where nothing was named; where several are meant, a button for each."""
    events = _coming_with(asked, what, store)
    if not events:
        return no_event(asked, what, store)
    if len(events) == 1:
        return move_event(asked, events[0], to, store)
    options = [{"event": event.id, "to": to} for event in events[:MOST_BUTTONS]]
    key = _draft(asked, options, store)
    labels = [f"{event.title}, {short_moment(event.starts_at, None, asked.language)}" for event in events]
    choices = [Choice(name, f"move:{key}:{n}") for n, name in enumerate(labels[:MOST_BUTTONS])]
    return say(asked.word("which-item"), choices=choices)


def _coming_with(asked: Asked, what: str, store: Store) -> list[Event]:
    """Those of the asker's that are not over, soonest first."""
    now = asked.wall_clock
    known = [event for event in asked.content.events.values() if event.repeats or event.starts_at > now]
    found = items_with(asked, what, known, store) if what else steered(asked, known, store)
    return sorted((event for event in found if isinstance(event, Event)), key=lambda event: event.starts_at)


def press(asked: Asked, argument: str, store: Store) -> Reply:
    """`key:n` is the choice of a moment or an event, `key` the yes."""
    key, _, number = argument.partition(":")
    draft = store.drafts.get(int(key), asked.chat, asked.now)
    option = draft.body["options"][int(number or 0)] if draft else {}
    event = asked.content.events.get(option.get("event", ""))
    if draft is None or event is None or draft.mark != store.people.mark_of(asked.incoming.sender):
        return SILENCE if asked.in_group else say(asked.word("new-gone"))
    if not press_streets(asked, event, store):
        return say(asked.word("not-allowed", role="organiser"))
    store.drafts.remove(draft.key)
    if "to" in option:
        return move_event(asked, event, option["to"], store)
    moved = from_json("event", event.id, option["moved"])
    return _show(asked, event, moved, store) if number else _keep(asked, event, moved, store)


def was_told(event: Event, store: Store) -> bool:
    """Whether any street knows of it."""
    return any(one.item == event.id and one.send_at for one in store.occurrences.history().records)


def move_event(asked: Asked, event: Event, to: str, store: Store) -> Reply:
    found = read_other_moment(to, event.starts_at, asked.wall_clock, asked.language)
    if isinstance(found, NotUnderstood):
        if found.reason != "when-nothing-found" or len(to) > LONGEST_PLACE:
            return say(asked.word(found.reason, **found.values))
        return _show(asked, event, replace(event, place=Place(to.strip(" ."))), store)
    if event.repeats:
        return say(asked.word("move-repeats"))
    if isinstance(found, Doubt):
        options = [_option(event, _at(event, choice.answer)) for choice in found.choices]
        key = _draft(asked, options, store)
        choices = [Choice(choice.label, f"move:{key}:{n}") for n, choice in enumerate(found.choices)]
        return say(asked.word(found.question, **found.values), choices=choices)
    return _show(asked, event, _at(event, found), store)


def _at(event: Event, when: When) -> Event:
    """As long as it was, unless another end was said."""
    ends_at = when.ends_at or (event.ends_at and when.starts_at + (event.ends_at - event.starts_at))
    return replace(event, starts_at=when.starts_at, ends_at=ends_at)


def _option(event: Event, moved: Event) -> dict[str, Any]:
    return {"event": event.id, "moved": to_json(moved)}


def _draft(asked: Asked, options: list[dict[str, Any]], store: Store) -> int:
    mark = store.people.mark_of(asked.incoming.sender)
    return store.drafts.add(asked.chat, mark, {"options": options}, asked.now)


def _show(asked: Asked, event: Event, moved: Event, store: Store) -> Reply:
    key = _draft(asked, [_option(event, moved)], store)
    choices = [
        Choice(label(asked.language, "cancel-yes"), f"move:{key}"),
        Choice(label(asked.language, "no"), "decline:street"),
    ]
    names = ", ".join(street.name for street in press_streets(asked, event, store))
    return say(f"{_text(event, moved, asked.language)}\n\n{asked.word('cancel-reach', streets=names)}", choices=choices)


def _keep(asked: Asked, event: Event, moved: Event, store: Store) -> Reply:
    by = Author(store.people.mark_of(asked.incoming.sender), asked.role)
    store.pauses.drop_waiting(Scope("event", event.id), "moved", asked.now)
    bring_content(Content(events={event.id: replace(moved, paused=False)}), False, asked.now, store, by=by)
    meeting = Meeting(event, min(event.starts_at, moved.starts_at), None)
    told = tell_all(
        asked, meeting, lambda language: _text(event, moved, language), f"moved:{event.id}:{asked.cause}", store
    )
    return say(asked.word("move-done", count=told))


def _text(event: Event, moved: Event, language: str) -> str:
    """First what is other, then what it was."""
    place = moved.place.name if moved.place else ""
    when = short_moment(moved.starts_at, moved.ends_at, language)
    if event.starts_at == moved.starts_at:
        old = event.place.name if event.place else ""
        return word(language, "moved-place", title=event.title, when=when, new=place, old=old)
    old = short_moment(event.starts_at, None, language)
    return word(language, "moved-event", title=event.title, when=when, place=place, old=old)
