"""What was understood of a line, told back before anything is kept: when, what, to whom, and what to mind."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.asked import Asked
from handlers.meetings import Meeting, described
from handlers.steering.finding import Item
from messages.content import Announcement, Content, Event, Schedule
from messages.dates import short_date, short_moment
from messages.look_ahead import About, Notice, notices
from messages.markup import escape
from messages.plan import PlanKind, Planned, PlanOutcome, plan_street
from messages.spoken import describe, next_moments
from messages.street import Street
from storage import Store

MOST_DATES = 5
MOST_STREETS = 12
STREETS_LOOKED_AT = 3  # for what to mind: looking ahead in a hundred streets would take seconds
LOOK_AHEAD = timedelta(days=120)


def told_back(asked: Asked, item: Item, store: Store) -> str:
    """In parts, with an empty line between them."""
    streets = asked.content.streets_for(item.audience)
    coming = _coming(asked, item, streets[:STREETS_LOOKED_AT], store)
    what = _event(asked, item, streets, coming) if isinstance(item, Event) else _message(asked, item)
    minded = [minding(asked, notices(coming), only=item.id), _bent(asked, item, coming)]
    return "\n\n".join(filter(None, (what, _reach(asked, streets, store), "\n".join(filter(None, minded)))))


def minding(asked: Asked, found: Iterable[Notice], *, only: str | None = None) -> str:
    """A line for each thing to mind, with its days; only of one item where `only` names it."""
    mine = [notice for notice in found if only is None or only in notice.items]
    return "\n".join(_in_a_line(asked, about, mine) for about in About if any(n.about is about for n in mine))


def _bent(asked: Asked, item: Item, coming: Iterable[Planned]) -> str:
    """What goes at another moment than was typed, or not at all, by reason."""
    days: dict[tuple[PlanOutcome, str], dict[str, None]] = {}
    for line in coming:
        if line.item == item.id and line.kind is PlanKind.ANNOUNCEMENT and line.reason:
            moment = short_moment(line.send_at or line.due_at, None, asked.language)
            days.setdefault((line.outcome, line.reason), {})[moment] = None
    return "\n".join(
        f"⚠️ {asked.word(f'mind-{outcome}', reason=asked.word(f'reason-{reason}'), days=_first(found))}"
        for (outcome, reason), found in days.items()
    )


def _first(days: Iterable[str]) -> str:
    listed = list(days)
    return "; ".join(listed[:MOST_DATES]) + ("; …" if len(listed) > MOST_DATES else "")


def _in_a_line(asked: Asked, about: About, found: Sequence[Notice]) -> str:
    days = dict.fromkeys(_day(asked, notice) for notice in found if notice.about is about)
    return f"⚠️ {asked.word(f'mind-{about}', days=_first(days))}"


def _day(asked: Asked, notice: Notice) -> str:
    day = short_date(datetime.combine(notice.day, datetime.min.time()), asked.language)
    return f"{day} ({notice.name})" if notice.name else day


def _message(asked: Asked, item: Announcement) -> str:
    now, schedule = asked.wall_clock, item.schedule
    when = describe(schedule, asked.language, now)
    moments = next_moments(schedule, ZoneInfo(_zone(asked)), now, MOST_DATES)
    dates = "; ".join(short_date(moment, asked.language) for moment in moments)
    lines = [asked.word("new-message"), f"**{escape(_capital(when))}**", item.wordings[0].text]
    if schedule.repeats:
        lines.append(asked.word("new-dates", dates=dates))
    return "\n\n".join(lines)


def _capital(text: str) -> str:
    """`één` begins a sentence as `Eén`."""
    return f"E{text[1:]}" if text.startswith("één") else text[:1].upper() + text[1:]


def _event(asked: Asked, item: Event, streets: Sequence[Street], coming: Iterable[Planned]) -> str:
    street = streets[0] if streets else Street(id="", name="")
    now = asked.wall_clock
    lines = [asked.word("new-event"), described(Meeting(item, item.starts_at, item.ends_at), street, asked.language)]
    if item.repeats:
        schedule = Schedule(starts_at=item.starts_at, repeats=item.repeats)
        dates = next_moments(schedule, ZoneInfo(street.timezone), now, MOST_DATES)
        lines.append(escape(describe(schedule, asked.language, now)))
        lines.append(asked.word("new-dates", dates="; ".join(short_date(day, asked.language) for day in dates)))
    said = [line for line in coming if line.item == item.id and line.street == street.id and line.send_at]
    moments = [short_moment(line.send_at, None, asked.language) for line in said[:MOST_DATES] if line.send_at]
    lines.append(asked.word("new-said", moments="; ".join(moments)) if moments else asked.word("new-said-nothing"))
    return "\n\n".join(lines)


def _coming(asked: Asked, item: Item, streets: Iterable[Street], store: Store) -> list[Planned]:
    """What will be said, as if the item were there."""
    content, today = _with(asked.content, item), asked.local_now.date()
    found: list[Planned] = []
    for street in streets:
        history = store.occurrences.history(street.id)
        found += plan_street(street, content, today, today + LOOK_AHEAD, history=history)
    return [line for line in found if (line.send_at or line.due_at) > asked.now]


def _with(content: Content, item: Item) -> Content:
    if isinstance(item, Event):
        return replace(content, events={**content.events, item.id: item})
    return replace(content, announcements={**content.announcements, item.id: item})


def _reach(asked: Asked, streets: Sequence[Street], store: Store) -> str:
    """Which streets, and how many chats that is together."""
    names = ", ".join(street.name for street in streets[:MOST_STREETS])
    names += f" (+ {len(streets) - MOST_STREETS})" if len(streets) > MOST_STREETS else ""
    return asked.word("new-reach", streets=names, chats=sum(_chats(street, store) for street in streets))


def _chats(street: Street, store: Store) -> int:
    return len(store.chats.groups_of(street.id)) + len(store.subscriptions.of_street(street.id))


def _zone(asked: Asked) -> str:
    return asked.street.timezone if asked.street else asked.house.timezone
