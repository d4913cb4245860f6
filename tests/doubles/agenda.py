"""A street with something to say on the days after 1 December 2026, and what was decided to be said."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from handlers import House
from handlers.sending.announcing import Looked, announce_due
from messages.content import Announcement, AtQuietHours, Content, Event, LeadTime, Schedule, Wording
from messages.plan import Planned
from messages.street import Platform, Street
from storage import Database, Store
from storage.tables import deliveries
from tests.doubles.stored import a_chat, text_of

HOUSE = House(address="https://bot.example.nl")
LINDELAAN = Street(id="lindelaan", name="Lindelaan")


def daily(hour: int, *, minute: int = 0, id_: str = "afval", **schedule: object) -> Announcement:
    """Every day from 1 December, kept for two hours."""
    starts_at = datetime(2026, 12, 1, hour, minute)  # noqa: DTZ001 - the street's own time
    options = {"repeats": "FREQ=DAILY", "expires_after": timedelta(hours=2), "quiet_hours": AtQuietHours.MOVE}
    wordings = (Wording(text="Denk aan het afval."),)
    return Announcement(id=id_, wordings=wordings, schedule=Schedule(starts_at=starts_at, **options | schedule))


def meeting(day: int = 10) -> Event:
    """At half past seven; told a week before, and again a day and three hours before."""
    reminders = (LeadTime(days=1), LeadTime(elapsed=timedelta(hours=3)))
    return Event(
        id="borrel",
        title="Borrel",
        starts_at=datetime(2026, 12, day, 19, 30),  # noqa: DTZ001 - the street's own time
        announce=(LeadTime(days=7),),
        reminders=reminders,
    )


def content(*items: Announcement | Event) -> Content:
    return Content(
        streets={LINDELAAN.id: LINDELAAN},
        events={item.id: item for item in items if isinstance(item, Event)},
        announcements={item.id: item for item in items if isinstance(item, Announcement)},
    )


def moment(text: str) -> datetime:
    """`3 19:30` is half past seven in the evening of 3 December, in the Netherlands."""
    day, clock = text.split()
    return datetime.fromisoformat(f"2026-12-{int(day):02}T{clock}:00+01:00")


class Agenda:
    """The street's group, and the clock's work done by hand."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def begin(self, at: str, *items: Announcement | Event) -> None:
        """The bot runs from this moment, and brings this content."""
        await self.bring(at, *items)
        await self.database.write(lambda store: store.occurrences.all_decided_until(moment(at)))
        await self.database.write(
            lambda store: a_chat(store, "lindelaan", platform=Platform.PLAYGROUND, street="lindelaan")
        )

    async def bring(self, at: str, *items: Announcement | Event) -> None:
        await self.database.write(lambda store: store.content.save(content(*items), replace=True, now=moment(at)))

    async def announce(self, at: str) -> list[str]:
        """Decide what is due; what that makes."""

        before = await self.database.read(made)
        number, looked = 0, Looked(0, more=True)
        while looked.more:
            looked = await self.database.write(lambda store: announce_due(moment(at), HOUSE, store))
            number += looked.made
        assert number == len(await self.database.read(made)) - len(before)
        return (await self.database.read(made))[len(before) :]

    async def decided(self) -> list[Planned]:
        return list((await self.database.read(lambda store: store.occurrences.history())).records)


def made(store: Store) -> list[str]:
    """Each delivery, in order: `3 19:30 lindelaan: Denk aan het afval.`"""
    rows = store._connection.execute(select(deliveries).order_by(deliveries.c.key))
    return [f"{_shown(row.due_at)} {_id(row.chat, store)}: {text_of(store, row)}" for row in rows]


def _shown(due_at: datetime) -> str:
    local = due_at.astimezone(ZoneInfo(LINDELAAN.timezone))
    return f"{local.day} {local:%H:%M}"


def _id(key: int, store: Store) -> str:
    chat = store.chats.get(key)
    return chat.address.id if chat else "?"
