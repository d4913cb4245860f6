"""`/afgelast`: an event that does not take place goes off the agenda, and the street hears of it once."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.asked import SILENCE, Asked
from handlers.chats.whom import may_speak_in
from handlers.commands import Command
from handlers.meetings import Meeting, coming
from handlers.steering.finding import items_with, no_event, steered
from handlers.steering.forwarding import hand_over
from handlers.steering.organising import retire
from messages.content import Event
from messages.dates import short_moment
from messages.delivery import Urgency
from messages.quiet_hours import end_of_quiet, is_quiet
from messages.reply import Choice, Reply, say
from messages.schedule import resolve
from messages.street import Role, Street
from messages.wording import label, word
from storage import Store
from storage.content_log import Author
from storage.pauses import Scope

MOST_BUTTONS = 8
# So near to its start a change is told at any hour.
SOON = timedelta(hours=3)
_ARTICLE = r"(?:(?:de|het|onze|dat|die|dit)\b ?)?"
_THING = rf"{_ARTICLE}(?P<what>[^?:,.]{{3,40}}?)"
_BECAUSE = r"(?:[ ,]+(?:vanwege|wegens|want|omdat|door|i\.?v\.?m)\b[^?]*|[,.;:!] [^?]*)?[^\w?]*"
_DAY = r"(?: (?:op |van )?(?:vandaag|vanavond|morgen|(?:ma|di(?:ns)?|woens|donder|vrij|zater|zon)dag|[a-z]{2} \d.*?))?"
_OFF = tuple(
    re.compile(said + _BECAUSE, re.IGNORECASE)
    for said in (
        rf"(?:{_ARTICLE}|{_THING})(?: (?:van|op) [^?:,.]{{2,20}})? ?"
        r"\b(?:gaat (?:toch |helaas )?(?:[\w ]{2,30} )?niet door|"
        r"is (?:helaas )?(?:afgelast|afgezegd|geannuleerd)|vervalt|komt te vervallen|"
        r"kan (?:helaas )?(?:[\w ]{2,30} )?niet doorgaan)",
        rf"(?:(?:ik wil|we willen|wil je|kun je|kan je|wil jij|kunnen we) )?{_THING}{_DAY} "
        r"(?:afzeggen|afgelasten|annuleren|schrappen)",
        rf"(?:zeg|gelast|blaas) {_THING}{_DAY} af",
        rf"(?:schrap|annuleer|verwijder|wis) {_THING}{_DAY}(?: van de agenda)?",
        rf"haal {_THING}{_DAY} (?:maar )?van de agenda",
        rf"(?:er is )?geen {_THING}{_DAY}",
    )
)


def call_off(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.CANCEL or asked.role < Role.STREET_CONTACT:
        return None
    now = asked.wall_clock
    streets = [asked.street] if asked.street else list(asked.content.streets.values())
    soon = {meeting.event.id: meeting for street in streets for meeting in reversed(coming(asked.content, street, now))}
    events = [meeting.event for meeting in sorted(soon.values(), key=lambda meeting: meeting.starts_at)]
    found = items_with(asked, asked.argument, events, store) if asked.argument else steered(asked, events, store)
    if not found:
        return no_event(asked, asked.argument, store)
    if len(found) == 1:
        return _show(asked, soon[found[0].id])
    choices = [Choice(_named(soon[event.id], asked.language), f"cancel:{event.id}") for event in found[:MOST_BUTTONS]]
    return say(asked.word("which-item"), choices=choices)


def hear_of_it(asked: Asked, store: Store) -> Reply | None:
    """`De borrel gaat niet door`, in ordinary words; nothing is said before the look at it and the yes."""
    if asked.in_group or asked.command or asked.role < Role.STREET_CONTACT:
        return None
    said = next(filter(None, (pattern.fullmatch(asked.incoming.text.strip()) for pattern in _OFF)), None)
    if said is None:
        return None
    what = said["what"] or ""
    is_surely_meant = said.re is _OFF[0] or items_with(asked, what, asked.content.events.values(), store)
    return call_off(replace(asked, command=Command.CANCEL, argument=what), store) if is_surely_meant else None


def press(asked: Asked, verb: str, id_: str, store: Store) -> Reply:
    """`cancel` shows what will be said, `cancelled` says it."""
    event = asked.content.events.get(id_)
    streets = press_streets(asked, event, store) if event else []
    if event is None or not streets:
        return SILENCE if asked.in_group else say(asked.word("choice-unknown"))
    meeting = _next(asked, event, streets[0])
    if verb == "cancel":
        return _show(asked, meeting)
    by = Author(store.people.mark_of(asked.incoming.sender), asked.role)
    store.pauses.drop_waiting(Scope("event", id_), "cancelled", asked.now)
    retire("event", id_, asked.now, store, by=by)
    told = tell_all(asked, meeting, lambda language: _text(meeting, language), f"cancelled:{id_}", store)
    return say(asked.word("cancel-done", count=told))


def press_streets(asked: Asked, event: Event, store: Store) -> list[Street]:
    """The streets of an event, or none where this person may not speak in all of them."""
    streets = asked.content.streets_for(event.audience)
    return streets if streets and may_speak_in(asked, streets, store) else []


def tell_all(asked: Asked, meeting: Meeting, text: Callable[[str], str], cause: str, store: Store) -> int:
    """Say it once in every street of the event, in its language; how many messages."""
    streets = asked.content.streets_for(meeting.event.audience)
    return sum(_tell(asked, meeting, street, text, cause, store) for street in streets)


def _next(asked: Asked, event: Event, street: Street) -> Meeting:
    now = asked.now.astimezone(ZoneInfo(street.timezone)).replace(tzinfo=None)
    meetings = (meeting for meeting in coming(asked.content, street, now) if meeting.event is event)
    return next(meetings, Meeting(event, event.starts_at, event.ends_at))


def _show(asked: Asked, meeting: Meeting) -> Reply:
    """The words as the street will read them; of what repeats, that all of it goes."""
    names = ", ".join(street.name for street in asked.content.streets_for(meeting.event.audience))
    lines = [_text(meeting, asked.language), asked.word("cancel-reach", streets=names)]
    if meeting.event.repeats:
        lines.append(asked.word("cancel-repeats"))
    choices = [
        Choice(label(asked.language, "cancel-yes"), f"cancelled:{meeting.event.id}"),
        Choice(label(asked.language, "no"), "decline:street"),
    ]
    return say("\n\n".join(lines), choices=choices)


def _text(meeting: Meeting, language: str) -> str:
    when = short_moment(meeting.starts_at, None, language)
    return word(language, "cancelled-event", title=meeting.event.title, when=when)


def _named(meeting: Meeting, language: str) -> str:
    return f"{meeting.event.title}, {short_moment(meeting.starts_at, None, language)}"


def _tell(asked: Asked, meeting: Meeting, street: Street, text: Callable[[str], str], cause: str, store: Store) -> int:
    """How many messages; at night they wait, unless it is about to begin."""
    reply, due_at = say(text(street.language)), _when(asked.now, meeting, street)
    starts_at = resolve(meeting.starts_at, ZoneInfo(street.timezone))
    told = 0
    for chat in (*store.chats.groups_of(street.id), *store.subscriptions.of_street(street.id)):
        name = f"{cause}:{chat.key}"
        told += store.outbox.add(
            chat, reply, urgency=Urgency.EVENT, cause=name, now=asked.now, due_at=due_at, expires_at=starts_at
        )
    name = f"{cause}:{street.id}"
    return told + hand_over(reply, street, cause=name, due_at=due_at, now=asked.now, store=store)


def _when(now: datetime, meeting: Meeting, street: Street) -> datetime:
    zone = ZoneInfo(street.timezone)
    local = now.astimezone(zone)
    if not street.quiet_hours or not is_quiet(local, street.quiet_hours):
        return now
    end = end_of_quiet(local, street.quiet_hours, zone)
    return end if end + SOON <= resolve(meeting.starts_at, zone) else now
