"""Small streets and contents to plan for, and a plan as lines that read."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from messages.content import (
    Announcement,
    Audience,
    Content,
    Event,
    LeadTime,
    Schedule,
    Wording,
)
from messages.plan import plan_street
from messages.street import Street

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LINDELAAN = Street(id="lindelaan", name="Lindelaan")
AWAKE = replace(LINDELAAN, quiet_hours=None)


def at(text):
    return datetime.fromisoformat(text)


def announcement(starts_at, repeats=None, *, name="tip", wordings=1, audience=None, **schedule):
    return Announcement(
        id=name,
        wordings=tuple(Wording(text=str(n)) for n in range(wordings)),
        schedule=Schedule(starts_at=at(starts_at), repeats=repeats, **schedule),
        audience=audience or Audience(),
    )


def event(starts_at, *, name="cafe", announce=(), reminders=(), repeats=None):
    leads = {"announce": announce, "reminders": reminders}
    return Event(id=name, title=name, starts_at=at(starts_at), repeats=repeats, **leads)


def content(*items, streets=(LINDELAAN,)):
    return Content(
        streets={street.id: street for street in streets},
        announcements={item.id: item for item in items if isinstance(item, Announcement)},
        events={item.id: item for item in items if isinstance(item, Event)},
    )


def planned(*items, street=LINDELAAN, first="2027-01-01", last="2027-12-31", history=None):
    days = date.fromisoformat(first), date.fromisoformat(last)
    return plan_street(street, content(*items, streets=[street]), *days, history=history)


def shown(lines):
    """`item due → send`, or why not."""
    return [f"{line.item} {line.due_at:%m-%d %H:%M} {sent(line)}" for line in lines]


def sent(line):
    return f"{line.send_at:%m-%d %H:%M} {line.outcome}" if line.send_at else str(line.reason)


def hours(count):
    return LeadTime(elapsed=timedelta(hours=count))
