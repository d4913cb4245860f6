"""Who goes first: the most urgent, then the oldest, one at a time in each chat."""

import asyncio
from functools import partial

import pytest

from messages.delivery import Urgency
from messages.street import Platform
from storage import Database, Store
from storage.content_store import ContentCache
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.query_plan import plan_of
from tests.doubles.stored import NOON, a_chat, a_message, after, claim


def causes(store: Store, **options: object) -> list[str]:
    return [delivery.cause for delivery in claim(store, **options)]  # type: ignore[arg-type]


async def test_the_most_urgent_goes_first_and_then_the_oldest(database: Database) -> None:
    def work(store: Store) -> None:
        order = (Urgency.BROADCAST, Urgency.REPLY, Urgency.SAFETY, Urgency.EVENT, Urgency.REPLY)
        for number, urgency in enumerate(order):
            a_message(store, a_chat(store, f"-{number}"), f"{urgency.name} {number}", urgency=urgency)

        assert causes(store) == ["SAFETY 2", "REPLY 1", "REPLY 4", "EVENT 3", "BROADCAST 0"]

    await database.write(work)


async def test_what_is_not_urgent_is_claimed_apart(database: Database) -> None:
    def work(store: Store) -> None:
        for number, urgency in enumerate((Urgency.BROADCAST, Urgency.EVENT, Urgency.BROADCAST, Urgency.REPLY)):
            a_message(store, a_chat(store, f"-{number}"), f"{urgency.name} {number}", urgency=urgency)

        assert causes(store, not_urgent=0) == ["REPLY 3"]
        assert causes(store, not_urgent=2) == ["EVENT 1", "BROADCAST 0"]

    await database.write(work)


async def test_no_more_are_claimed_than_asked(database: Database) -> None:
    def work(store: Store) -> None:
        for number in range(5):
            a_message(store, a_chat(store, f"-{number}"), str(number))

        assert [causes(store, limit=2) for _ in range(3)] == [["0", "1"], ["2", "3"], ["4"]]

    await database.write(work)


async def test_claiming_does_not_look_at_all_that_a_chat_was_ever_sent(quick_database: Database) -> None:
    plan = await quick_database.write(lambda store: plan_of(store, lambda: claim(store)))

    assert sum("ix_deliveries_chat_state (chat=? AND state=?)" in line for line in plan) == 2
    assert sum("ix_deliveries_queue (state=? AND platform=? AND bot=?" in line for line in plan) == 2
    assert not any(line.startswith(("SCAN deliveries", "SCAN other")) for line in plan)
    assert sum(line.startswith("SEARCH deliveries") for line in plan) == 3


async def test_a_chat_has_one_under_way_at_a_time(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        a_message(store, chat, "broadcast", urgency=Urgency.BROADCAST)
        a_message(store, chat, "first")
        a_message(store, chat, "second")

        (first,) = claim(store)
        assert first.cause == "first"
        assert causes(store) == []

        store.outbox.page_sent(first, 0, "17", last=True, now=NOON)
        assert causes(store) == ["second"]

    await database.write(work)


async def test_what_is_tried_again_later_keeps_its_place(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        a_message(store, chat, "first", urgency=Urgency.EVENT)
        a_message(store, chat, "second", urgency=Urgency.EVENT)
        a_message(store, chat, "less urgent", urgency=Urgency.BROADCAST)
        (first,) = claim(store)
        store.outbox.put_back(first, after(seconds=8))

        assert causes(store) == []

        a_message(store, chat, "more urgent", urgency=Urgency.REPLY)
        (overtaking,) = claim(store)
        assert overtaking.cause == "more urgent"
        store.outbox.page_sent(overtaking, 0, "17", last=True, now=NOON)
        assert causes(store, now=after(seconds=8)) == ["first"]

    await database.write(work)


async def test_what_is_meant_for_later_holds_up_nothing(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        a_message(store, chat, "at eight", urgency=Urgency.EVENT, due_at=after(hours=9))
        a_message(store, chat, "now", urgency=Urgency.BROADCAST)

        assert causes(store) == ["now"]

    await database.write(work)


async def test_a_resting_chat_is_passed_over(database: Database) -> None:
    def work(store: Store) -> None:
        resting, other = a_chat(store, "-1"), a_chat(store, "-2")
        a_message(store, resting, "rests", urgency=Urgency.SAFETY)
        a_message(store, other, "goes")

        assert causes(store, resting={resting.key}) == ["goes"]
        assert causes(store) == ["rests"]

    await database.write(work)


async def test_a_platform_claims_its_own_only(database: Database) -> None:
    def work(store: Store) -> None:
        a_message(store, a_chat(store, "whatsapp:+31612345678", platform=Platform.WHATSAPP), "whatsapp")
        a_message(store, a_chat(store), "telegram")

        assert causes(store) == ["telegram"]

    await database.write(work)


async def test_two_claimers_at_once_never_get_the_same(database: Database, database_url: str, engine: str) -> None:
    if engine == "sqlite":
        pytest.skip("SQLite has one writer at a time, also among processes")

    def fill(store: Store) -> None:
        for number in range(120):
            a_message(store, a_chat(store, f"-{number % 40}"), str(number))

    await database.write(fill)

    async with open_database(database_url, Seal(SECRET)) as other:

        async def claim_all(claimer: Database) -> list[str]:
            got: list[str] = []
            while more := await claimer.write(lambda store: causes(store, limit=3)):
                got += more
            return got

        mine, theirs = await asyncio.gather(claim_all(database), claim_all(other))

    assert sorted(map(int, mine + theirs)) == list(range(40))


async def test_what_one_claimer_leaves_is_for_another_at_the_same_time(
    database: Database, database_url: str, engine: str
) -> None:
    if engine == "sqlite":
        pytest.skip("SQLite has one writer at a time, also among processes")

    def fill(store: Store) -> None:
        for number in range(4):
            a_message(store, a_chat(store, f"-{number}"), str(number), urgency=Urgency.BROADCAST)

    await database.write(fill)
    async with open_database(database_url, Seal(SECRET)) as other:
        assert await claimed_within(database, other) == (["0"], ["1"])


async def claimed_within(one: Database, other: Database) -> tuple[list[str], list[str]]:
    """What `one` claims, with room for one, and what `other` does before that is committed."""
    claim_one = partial(causes, limit=1, not_urgent=100)
    async with one.writer._engine.connect() as connection, connection.begin():  # type: ignore[attr-defined]
        first = await connection.run_sync(lambda sync: claim_one(Store(sync, Seal(SECRET), ContentCache())))
        return first, await other.write(claim_one)
