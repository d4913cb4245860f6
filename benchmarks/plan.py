"""What the plan and its clock cost with 100,000 schedules, beside a bare SQL poller in the same run."""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import func, select

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.agreement import agreement  # noqa: E402
from benchmarks.measure import Measure, as_json, as_table  # noqa: E402
from benchmarks.poller import Poller  # noqa: E402
from bot.clock import Clock  # noqa: E402
from handlers import House  # noqa: E402
from handlers.sending.announcing import announce_due  # noqa: E402
from messages.content import Announcement, Content, Schedule, Wording  # noqa: E402
from messages.plan import plan  # noqa: E402
from messages.street import ChatAddress, ChatKind, ChatState, Platform, Street  # noqa: E402
from storage import Database, Store  # noqa: E402
from storage.database import open_database  # noqa: E402
from storage.migrate import migrate  # noqa: E402
from storage.seal import Seal  # noqa: E402
from storage.tables import chats, deliveries  # noqa: E402

SEAL = Seal("a secret of the benchmarks, longer than thirty-two characters")
HOUSE = House(address="https://bot.example.nl")
NOON = datetime(2026, 12, 1, 11, tzinfo=UTC)
DUE_AT = NOON + timedelta(hours=1)
ITEMS = 10
ROUNDS = 5
Work = Callable[[], Awaitable[object]]


def street_named(number: int) -> Street:
    return Street(id=f"straat-{number:05}", name=f"Straat {number}", tags=("huur",) if number % 2 else ("koop",))


def announcement_at(number: int) -> Announcement:
    """Each in every street, and each its own minutes after one o'clock."""
    starts_at = datetime(2026, 12, 1, 13) + timedelta(minutes=number)  # noqa: DTZ001 - the street's own time
    schedule = Schedule(starts_at=starts_at, repeats="FREQ=WEEKLY")
    return Announcement(id=f"tip-{number}", wordings=(Wording(text=f"Tip {number}."),), schedule=schedule)


def contents(streets: int) -> Content:
    return Content(
        streets={street.id: street for street in map(street_named, range(streets))},
        announcements={one.id: one for one in map(announcement_at, range(ITEMS))},
    )


async def filled(database: Database, streets: int) -> None:
    """Streets with a group each and ten schedules in each, and a clock that has looked at all of them."""
    await database.write(lambda store: store.content.save(contents(streets), now=NOON))
    await database.write(lambda store: _groups(streets, store))
    await database.write(lambda store: store.occurrences.all_decided_until(NOON))
    await clock_at(database, NOON).announce()


def clock_at(database: Database, now: datetime) -> Clock:
    return Clock(database, lambda: HOUSE, lambda: now)


def _groups(streets: int, store: Store) -> None:
    rows = [
        {
            "platform": Platform.TELEGRAM,
            "address_hash": f"hash-{number}",
            "address": "sealed",
            "kind": ChatKind.GROUP,
            "state": ChatState.LINKED,
            "street": street_named(number).id,
            "since": NOON,
        }
        for number in range(streets)
    ]
    store._connection.execute(chats.insert(), rows)


async def looked(database: Database, now: datetime) -> int:
    made, more = 0, True
    while more:
        looked = await database.write(lambda store: announce_due(now, HOUSE, store))
        made, more = made + looked.made, looked.more
    return made


async def longest_pause(work: Awaitable[object]) -> float:
    """Milliseconds for which a coroutine that only wants its turn did not get it."""
    worst = 0.0
    going = asyncio.ensure_future(work)
    while not going.done():
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        worst = max(worst, time.perf_counter() - before - 0.001)
    await going
    return worst * 1000


async def due_at_once(folder: Path) -> list[Measure]:
    """Ours and the poller's rounds in turn, so that both have the same machine; what others do on it only adds."""
    ours, bare, pauses = [], [], []
    async with database_in(folder / "many.db") as database:
        await filled(database, 10_000)
        poller = Poller(folder / "bare.db", [street_named(number).id for number in range(10_000)], ITEMS)
        for number in range(ROUNDS):
            now = DUE_AT + timedelta(minutes=2 * number)
            ours.append(await seconds(lambda now=now: looked(database, now)))
            before = time.perf_counter()
            poller.run(now)
            bare.append(time.perf_counter() - before)
            # On its own: whoever keeps asking for a turn takes time from what is measured.
            pauses.append(await longest_pause(looked(database, now + timedelta(minutes=1))))
            poller.run(now + timedelta(minutes=1))
        made = await database.read(lambda store: store._connection.scalar(select(func.count()).select_from(deliveries)))
        if not made == poller.made() == 20_000 * ROUNDS:
            raise SystemExit(f"{made} deliveries, and the poller made {poller.made()}")
        print(f"ours {ours}, bare {bare}, pauses {pauses}", file=sys.stderr)
        measures = await beside_fewer(database, folder)
    return [
        Measure("10,000 of 100,000 due at once, times a bare poller", min(ours) / min(bare), 2.0, "lower"),
        Measure("longest pause of the event loop meanwhile, ms", min(pauses), 20, "lower"),
        *measures,
    ]


async def beside_fewer(many: Database, folder: Path) -> list[Measure]:
    async with database_in(folder / "few.db") as few, database_in(folder / "none.db") as none:
        await filled(few, 100)
        idle, idle_few = await in_turn(await idle_tick(many), await idle_tick(few))
        adding, adding_none = await in_turn(adding_to(many), adding_to(none))
    print(f"idle {idle}, few {idle_few}; adding {adding}, none {adding_none}", file=sys.stderr)
    return [
        Measure("idle tick with 100,000 schedules, times 1,000", idle / idle_few, 1.5, "lower"),
        Measure(
            "adding one schedule with 100,000, ms more than with none", (adding - adding_none) * 1000, 0.2, "lower"
        ),
    ]


async def idle_tick(database: Database) -> Work:
    """The clock's own look, while nothing is due."""
    clock = clock_at(database, NOON + timedelta(seconds=1))
    await clock.announce()
    return clock.announce


def adding_to(database: Database) -> Work:
    """The row of one schedule, durable; not the content that it is of."""
    street = street_named(99_999)
    numbers = iter(range(10**6))

    async def add() -> None:
        one = announcement_at(10 + next(numbers))
        content = Content(streets={street.id: street}, announcements={one.id: one})
        await database.write(lambda store: store.due.touch([("announcement", one.id)], content, NOON))

    return add


async def in_turn(one: Work, other: Work, times: int = 300) -> tuple[float, float]:
    """Seconds, the median of each."""
    taken = [(await seconds(one), await seconds(other)) for _ in range(times)]
    ones, others = zip(*taken, strict=True)
    return median(ones), median(others)


async def seconds(work: Work) -> float:
    before = time.perf_counter()
    await work()
    return time.perf_counter() - before


async def lateness(folder: Path) -> Measure:
    """Of messages that are due at odd moments, on an idle machine, from the clock that runs."""
    async with database_in(folder / "late.db") as database:
        begin = datetime.now(UTC)
        street = Street(id="lindelaan", name="Lindelaan", quiet_hours=None, timezone="UTC")
        # Moments of a rule are whole seconds; the clock's own seconds begin at another fraction.
        first = (begin + timedelta(seconds=2)).replace(microsecond=0, tzinfo=None)
        items = [
            Announcement(
                id=f"a{n}", wordings=(Wording(text="x"),), schedule=Schedule(starts_at=first + timedelta(seconds=n))
            )
            for n in range(20)
        ]
        content = Content(streets={street.id: street}, announcements={one.id: one for one in items})
        await database.write(lambda store: store.content.save(content, now=begin))
        await database.write(lambda store: store.occurrences.all_decided_until(begin))
        await database.write(_group)
        clock = Clock(database, lambda: HOUSE)
        clock.start()
        await asyncio.sleep(23)
        clock.stop()
        rows = await database.read(
            lambda store: store._connection.execute(select(deliveries.c.made_at)).scalars().all()
        )
    dues = [(first + timedelta(seconds=n)).replace(tzinfo=UTC) for n in range(20)]
    late = [(made - due).total_seconds() for made, due in zip(sorted(rows), dues, strict=True)]
    return Measure("lateness of a due message, p99, s", quantiles(late, n=100)[-1], 1.0, "lower")


def _group(store: Store) -> None:
    chat = store.chats.meet(ChatAddress(Platform.PLAYGROUND, "lindelaan"), ChatKind.GROUP, NOON)
    store.chats.change(chat, state=ChatState.LINKED, street="lindelaan")


def a_year() -> Measure:
    content = contents(100)
    before = time.perf_counter()
    lines = plan(content, date(2026, 12, 1), date(2027, 11, 30))
    print(f"{len(lines)} lines in the plan of a year", file=sys.stderr)
    return Measure("plan of 100 streets for a year, s", time.perf_counter() - before, 2.0, "lower")


@asynccontextmanager
async def database_in(file: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{file}"
    await migrate(url)
    async with open_database(url, SEAL) as database:
        yield database


async def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        measures = await due_at_once(Path(folder))
        measures.append(await lateness(Path(folder)))
    measures += [a_year(), agreement()]
    if "--json" in sys.argv:
        print("\n".join(as_json(one) for one in measures))
    else:
        print(as_table(measures))
    return 0 if all(measure.ok for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
