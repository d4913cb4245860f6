"""What a year of looking at the clock decides is what `plan` prints, on random streets and contents."""

from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine

from handlers import House
from handlers.sending.announcing import announce_due
from messages.content import Content
from messages.plan import Planned, plan
from storage import Store
from storage.content_store import ContentCache
from storage.seal import Seal
from storage.tables import metadata
from tests.messages.test_plan_against_reckoning import some_content

HOUSE = House(address="https://bot.example.nl")
BEGIN = datetime(2025, 12, 1, tzinfo=UTC)
END = datetime(2027, 1, 5, tzinfo=UTC)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def lived_through(content: Content, file: Path) -> list[Planned]:
    """The clock jumps from each moment at which there is something to decide to the next."""
    cache = ContentCache(latest=(0, content))
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        metadata.create_all(connection)
        # Not by way of the content store: the random contents hold more than a content file may.
        store = Store(connection, Seal("a secret of the tests, longer than thirty-two characters"), cache)
        store.due.make(content, BEGIN)
        store.occurrences.all_decided_until(BEGIN)
        while (now := store.due.next_at()) is not None and now < END:
            while announce_due(max(now, BEGIN), HOUSE, store).more:
                pass
        records = store.occurrences.history().records
    engine.dispose()
    return list(records)


def shown(line: Planned) -> tuple[object, ...]:
    send_at = line.send_at and line.send_at.astimezone(UTC)
    told = (line.street, line.kind, line.item, line.due_at.astimezone(UTC), send_at)
    return *told, line.outcome, line.reason, line.wording


@pytest.mark.parametrize("seed", range(6))
def test_a_year_of_the_clock_decides_what_the_plan_prints(seed: int, tmp_path: Path) -> None:
    content = some_content(Random(seed))

    decided = lived_through(content, tmp_path / "straatbot.db")
    zones = {street.id: ZoneInfo(street.timezone) for street in content.streets.values()}
    this_year = [line for line in decided if FIRST <= line.due_at.astimezone(zones[line.street]).date() <= LAST]

    assert {shown(line) for line in this_year} == {shown(line) for line in plan(content, FIRST, LAST)}
