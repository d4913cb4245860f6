"""What is due now becomes occurrences and deliveries: a row for each decision, a delivery for each chat."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.events import Meeting, described
from handlers.forwarding import hand_over
from messages.content import Content
from messages.dates import short_moment
from messages.delivery import Urgency
from messages.placeholders import fill
from messages.plan import PlanKind, Planned, PlanOutcome, PlanReason, plan_street
from messages.reply import Paragraph, Part, Reply, Template
from messages.schedule import resolve
from messages.street import Chat, Street
from messages.wording import word
from storage import Store

# How long a moment may have been due before its item came: the clock looks every second, but may be held up.
MARGIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What goes to a street: the reply, how urgent it is, and until when it makes sense."""

    reply: Reply
    urgency: Urgency
    expires_at: datetime


def announce_due(content: Content, now: datetime, store: Store) -> int:
    """Decide all that has come due since the last time, each moment once; how many messages that makes.

    What was due before the clock first ran, or before its item was there, is nobody's business any more.
    """
    since = store.occurrences.decided_until()
    if since is not None and since >= now:  # the clock was set back: wait until it is as late again
        return 0
    made = 0
    for street in content.streets.values() if since else ():
        for line in _due(street, content, since or now, now, store):
            made += _decide(line, street, content, now, store)
    store.occurrences.all_decided_until(now)
    return made


def _decide(line: Planned, street: Street, content: Content, now: datetime, store: Store) -> int:
    occurrence = store.occurrences.record(line)
    if occurrence is None or line.send_at is None:
        return 0
    return _send(make_post(line, street, content), line, street, occurrence, now, store)


def _due(street: Street, content: Content, since: datetime, now: datetime, store: Store) -> list[Planned]:
    """What is to be decided now: a moment that came due, or that goes out before its quiet hours."""
    first = since.astimezone(ZoneInfo(street.timezone)).date()
    last = (now.astimezone(ZoneInfo(street.timezone)) + timedelta(days=1)).date()
    lines = plan_street(street, content, first, last, history=store.occurrences.history(street.id))
    there_since = store.content.changed_at()
    due = [line for line in lines if since < _acts_at(line) <= now and _acts_at(line) > _came(line, there_since)]
    return _without_stale(due, street, content, now)


def _came(line: Planned, there_since: Mapping[tuple[str, str], datetime]) -> datetime:
    kind = "announcement" if line.kind is PlanKind.ANNOUNCEMENT else "event"
    return there_since[kind, line.item] - MARGIN


def _acts_at(line: Planned) -> datetime:
    return min(line.due_at, line.send_at or line.due_at)


def _without_stale(due: list[Planned], street: Street, content: Content, now: datetime) -> list[Planned]:
    """After downtime: what is past its use is dropped, and of an event's missed messages the last one goes."""
    last_of = {
        (line.item, line.occurs_at): line for line in due if line.kind is not PlanKind.ANNOUNCEMENT and line.send_at
    }
    kept = []
    for line in due:
        superseded = last_of.get((line.item, line.occurs_at), line) is not line
        stale = line.send_at is not None and (superseded or now > _expires_at(line, street, content))
        kept.append(_expired(line) if stale else line)
    return kept


def _expired(line: Planned) -> Planned:
    return replace(line, send_at=None, wording=None, outcome=PlanOutcome.DROPPED, reason=PlanReason.EXPIRED)


def _expires_at(line: Planned, street: Street, content: Content) -> datetime:
    if line.kind is PlanKind.ANNOUNCEMENT:
        return line.due_at.astimezone(UTC) + content.announcements[line.item].schedule.expires_after
    return resolve(line.occurs_at or content.events[line.item].starts_at, ZoneInfo(street.timezone))


def make_post(line: Planned, street: Street, content: Content) -> Post:
    """The message that a line of the plan stands for."""
    expires_at = _expires_at(line, street, content)
    if line.kind is PlanKind.ANNOUNCEMENT:
        text = content.announcements[line.item].wordings[line.wording or 0].text
        return Post(reply=_post(fill(text, street)), urgency=Urgency.BROADCAST, expires_at=expires_at)
    event = content.events[line.item]
    starts_at = line.occurs_at or event.starts_at
    ends_at = starts_at + (event.ends_at - event.starts_at) if event.ends_at else None
    meeting = Meeting(event, starts_at, ends_at)
    if line.kind is PlanKind.REMINDER:
        return Post(reply=_reminder(meeting, street), urgency=Urgency.EVENT, expires_at=expires_at)
    return Post(reply=_invitation(meeting, street), urgency=Urgency.EVENT, expires_at=expires_at)


def _invitation(meeting: Meeting, street: Street) -> Reply:
    place = meeting.event.place
    on_map = (place,) if place and place.lat is not None else ()
    return _post(described(meeting, street, street.language), *on_map)


def _reminder(meeting: Meeting, street: Street) -> Reply:
    when = short_moment(meeting.starts_at, meeting.ends_at, street.language)
    place = meeting.event.place.name if meeting.event.place else ""
    text = word(street.language, "reminder", title=meeting.event.title, when=when, place=place)
    template = Template("reminder", (meeting.event.title, when, place or street.name))
    return _post(text, template=template)


def _post(text: str, *parts: Part, template: Template | None = None) -> Reply:
    return Reply((Paragraph(text.strip()), *parts), template=template)


def _send(post: Post, line: Planned, street: Street, occurrence: int, now: datetime, store: Store) -> int:
    due_at = max(now, line.send_at or now)
    made = 0
    for chat in _wanting(store.chats.groups_of(street.id), due_at):
        made += _add(post, post.reply, chat, occurrence, due_at, now, store)
    for chat in _wanting(store.subscriptions.of_street(street.id), due_at):
        made += _add(post, _signed(post.reply, street), chat, occurrence, due_at, now, store)
    cause = f"relay:{occurrence}"
    return made + hand_over(post.reply, street, cause=cause, due_at=due_at, now=now, store=store)


def _wanting(chats: Iterable[Chat], now: datetime) -> Iterator[Chat]:
    return (chat for chat in chats if chat.muted_until is None or chat.muted_until <= now)


def _signed(reply: Reply, street: Street) -> Reply:
    """In a private chat: who speaks, and how to stop it."""
    signature = Paragraph(word(street.language, "signature", street=street.name))
    return Reply((*reply.parts, signature), template=reply.template)


def _add(post: Post, reply: Reply, chat: Chat, occurrence: int, due_at: datetime, now: datetime, store: Store) -> bool:
    return store.outbox.add(
        chat,
        reply,
        urgency=post.urgency,
        cause=f"occurrence:{occurrence}:{chat.key}",
        now=now,
        due_at=due_at,
        expires_at=post.expires_at,
    )
