"""What was decided about each due moment: once, and remembered as it was."""

import asyncio
from datetime import datetime

from messages.plan import PlanKind, Planned, PlanOutcome
from storage import Database, Store
from storage.database import open_database
from storage.occurrences import BEGINNING
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.stored import NOON, after

LINE = Planned(
    street="lindelaan",
    kind=PlanKind.ANNOUNCEMENT,
    item="afval",
    due_at=NOON,
    send_at=after(hours=1),
    outcome=PlanOutcome.MOVED,
    reason="quiet_hours",
    wording=2,
)


async def test_a_moment_is_decided_once(database: Database) -> None:
    def work(store: Store) -> None:
        assert store.occurrences.record(LINE) is not None

        assert store.occurrences.record(LINE._replace(outcome=PlanOutcome.SEND)) is None

    await database.write(work)


async def test_other_streets_kinds_items_and_moments_are_other_decisions(database: Database) -> None:
    def work(store: Store) -> None:
        others = (
            {"street": "kerkstraat"},
            {"kind": PlanKind.EVENT},
            {"item": "glas"},
            {"due_at": after(days=1)},
            {"occurs_at": datetime(2026, 12, 10, 19, 30)},  # noqa: DTZ001 - the street's own time
        )

        numbers = {store.occurrences.record(LINE._replace(**other)) for other in ({}, *others)}

        assert len(numbers) == 6
        assert None not in numbers

    await database.write(work)


async def test_the_history_is_what_was_recorded_in_order_of_time(database: Database) -> None:
    def work(store: Store) -> None:
        later = LINE._replace(due_at=after(days=1), send_at=None, outcome=PlanOutcome.DROPPED, wording=None)
        elsewhere = LINE._replace(street="kerkstraat", occurs_at=datetime(2026, 12, 10, 19, 30))  # noqa: DTZ001
        for line in (later, LINE, elsewhere):
            store.occurrences.record(line)

        assert list(store.occurrences.history("lindelaan").records) == [LINE, later]
        assert list(store.occurrences.history().records) == [LINE, elsewhere, later]

    await database.write(work)


async def test_how_far_all_is_decided_is_remembered(database: Database) -> None:
    def work(store: Store) -> None:
        assert store.occurrences.decided_until() is None
        assert store.occurrences.history().decided_until == BEGINNING

        store.occurrences.all_decided_until(NOON)

        assert store.occurrences.decided_until() == NOON
        assert store.occurrences.history("lindelaan").decided_until == NOON

    await database.write(work)


async def test_of_two_processes_one_decides_each_moment(database: Database, database_url: str) -> None:
    lines = [LINE._replace(due_at=after(minutes=minute)) for minute in range(20)]

    async with open_database(database_url, Seal(SECRET)) as other:
        numbers = await asyncio.gather(
            *(
                each.write(lambda store, line=line: store.occurrences.record(line))
                for line in lines
                for each in (database, other)
            )
        )

    assert sum(number is not None for number in numbers) == 20
