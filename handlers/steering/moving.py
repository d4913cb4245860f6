"""`/verplaats energiecafé naar do 17 dec 19.30`: another moment or place, told once with both to see."""

import re
from dataclasses import replace

from handlers.asked import SILENCE, Asked
from handlers.commands import Command
from handlers.meetings import Meeting
from handlers.steering.calling_off import press_streets, tell_all
from handlers.steering.finding import is_for_more_streets, items_with, no_event
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
# `de borrel is niet bij De Linde maar in de school`, `de borrel is verzet naar vrijdag`
_MOVED = re.compile(
    r"(?:(?:de|het|onze|dat|die)\b ?)?(?P<what>[^?:,.]{3,40}?) (?:is|wordt)(?: (?:toch|helaas|nu))? "
    r"(?:(?:verplaatst|verzet|verschoven) naar|niet (?:meer )?[^?,.]{2,40}? maar)"
    r" (?:(?:in|bij|op|om|naar) )?(?P<to>[^?]{2,100}?)[.!]?",
    re.IGNORECASE,
)


def move(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.MOVE or asked.role < Role.STREET_CONTACT:
        return None
    said = _TO.fullmatch(asked.argument[:LONGEST])
    if said is None:
        return say(asked.word("move-how"))
    found = items_with(asked, said[1], asked.content.events.values(), store)
    events = [event for event in found if isinstance(event, Event)]
    if not events:
        return no_event(asked, said[1], store)
    if len(events) > 1:
        return say(asked.word("move-several", titles=", ".join(event.title for event in events)))
    return move_event(asked, events[0], said[2], store)


def hear_of_it(asked: Asked, store: Store) -> Reply | None:
    """The same in ordinary words, of something on the agenda; told back before anybody hears of it."""
    if asked.in_group or asked.command or asked.role < Role.STREET_CONTACT:
        return None
    said = _MOVED.fullmatch(asked.incoming.text.strip())
    if said is None:
        return None
    is_mine = items_with(asked, said["what"], asked.content.events.values(), store)
    if not is_mine and not is_for_more_streets(asked, said["what"], store):
        return None
    return move(replace(asked, command=Command.MOVE, argument=f"{said['what']} naar {said['to']}"), store)


def press(asked: Asked, argument: str, store: Store) -> Reply:
    """`key:n` is the choice of a moment, `key` the yes."""
    key, _, number = argument.partition(":")
    draft = store.drafts.get(int(key), asked.chat, asked.now)
    event = asked.content.events.get(draft.body["event"]) if draft else None
    if draft is None or event is None or draft.mark != store.people.mark_of(asked.incoming.sender):
        return SILENCE if asked.in_group else say(asked.word("new-gone"))
    if not press_streets(asked, event, store):
        return say(asked.word("not-allowed", role="organiser"))
    moved = from_json("event", event.id, draft.body["options"][int(number or 0)])
    store.drafts.remove(draft.key)
    return _show(asked, event, moved, store) if number else _keep(asked, event, moved, store)


def was_told(event: Event, store: Store) -> bool:
    """Whether any street knows of it."""
    return any(one.item == event.id and one.send_at for one in store.occurrences.history().records)


def move_event(asked: Asked, event: Event, to: str, store: Store) -> Reply:
    found = read_other_moment(to, event.starts_at, asked.local_now.replace(tzinfo=None), asked.language)
    if isinstance(found, NotUnderstood):
        if found.reason != "when-nothing-found" or len(to) > LONGEST_PLACE:
            return say(asked.word(found.reason, **found.values))
        return _show(asked, event, replace(event, place=Place(to.strip(" ."))), store)
    if event.repeats:
        return say(asked.word("move-repeats"))
    if isinstance(found, Doubt):
        options = [_at(event, choice.answer) for choice in found.choices]
        key = _draft(asked, event, options, store)
        choices = [Choice(choice.label, f"move:{key}:{n}") for n, choice in enumerate(found.choices)]
        return say(asked.word(found.question, **found.values), choices=choices)
    return _show(asked, event, _at(event, found), store)


def _at(event: Event, when: When) -> Event:
    """As long as it was, unless another end was said."""
    ends_at = when.ends_at or (event.ends_at and when.starts_at + (event.ends_at - event.starts_at))
    return replace(event, starts_at=when.starts_at, ends_at=ends_at)


def _draft(asked: Asked, event: Event, options: list[Event], store: Store) -> int:
    body = {"event": event.id, "options": [to_json(option) for option in options]}
    return store.drafts.add(asked.chat, store.people.mark_of(asked.incoming.sender), body, asked.now)


def _show(asked: Asked, event: Event, moved: Event, store: Store) -> Reply:
    key = _draft(asked, event, [moved], store)
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
