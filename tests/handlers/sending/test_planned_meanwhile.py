"""Another process plans something while the clock is deciding: PostgreSQL shows a later query more than an earlier."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy.util import await_only

from messages.content import Announcement, Content
from storage import Database
from storage.database import open_database
from storage.due import DueTable
from storage.seal import Seal
from tests.doubles.agenda import LINDELAAN, Agenda, content, daily, moment
from tests.doubles.bot import SECRET

AFVAL, GLAS = "lindelaan: Denk aan het afval.", "lindelaan: Denk aan het glas."


@pytest.fixture
def agenda(database: Database, engine: str) -> Agenda:
    if engine == "sqlite":
        pytest.skip("SQLite lets one writer in")
    return Agenda(database)


def glass(hour: int) -> Announcement:
    item = daily(hour, id_="glas")
    return replace(item, wordings=(replace(item.wordings[0], text="Denk aan het glas."),))


def just_before(name: str, change: Content, now: datetime, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, just before the clock's query `name`, another process brings `change`."""
    query: Callable[..., Any] = getattr(DueTable, name)
    changes = [change]

    async def bring() -> None:
        async with open_database(url, Seal(SECRET)) as other:
            await other.write(lambda store: store.content.save(changes.pop(), now=now))

    def late(*args: Any) -> Any:
        if changes:
            await_only(bring())
        return query(*args)

    monkeypatch.setattr(DueTable, name, late)


async def test_what_is_new_is_said_when_it_is_due(
    agenda: Agenda, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await agenda.begin("1 12:00", daily(18))
    just_before("take", content(daily(18), glass(19)), moment("1 18:00"), database_url, monkeypatch)

    assert await agenda.announce("1 18:00") == [f"1 18:00 {AFVAL}"]
    assert await agenda.announce("1 19:00") == [f"1 19:00 {GLAS}"]


async def test_what_is_moved_is_said_at_its_new_time_also_where_a_week_is_counted(
    agenda: Agenda, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counted(*items: Announcement) -> Content:
        return replace(content(*items), streets={LINDELAAN.id: replace(LINDELAAN, weekly_limit=5)})

    await agenda.begin("1 12:00", daily(18), glass(22))
    await agenda.database.write(lambda store: store.content.save(counted(daily(18), glass(22)), now=moment("1 12:01")))
    await agenda.announce("1 12:01")
    just_before("of_streets", counted(daily(18), glass(19)), moment("1 18:00"), database_url, monkeypatch)

    said = [line for at in ("1 18:00", "1 18:01", "1 19:00") for line in await agenda.announce(at)]

    assert said == [f"1 18:01 {AFVAL}", f"1 19:00 {GLAS}"]
