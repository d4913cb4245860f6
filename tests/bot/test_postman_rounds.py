"""The postman's round: what arrived is kept, and what goes next is claimed, in one commit."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import event

from storage import Database, Store
from storage.delivery_queries import PageSent
from storage.outbox import Outbox
from tests.doubles.clock import FakeClock
from tests.doubles.patience import until
from tests.doubles.platforms import FailingPlatform, Round, at_work
from tests.doubles.stored import a_message, row_of


async def test_what_arrived_and_what_goes_next_are_one_commit(database: Database, clock: FakeClock) -> None:
    post, commits = Round(database, FailingPlatform(), clock), []
    for chat in ("-1", "-2", "-3"):
        await post.put(await post.chat(chat), f"first {chat}", f"second {chat}")
    event.listen(database.writer.sync_engine, "commit", commits.append)

    async with at_work(post):
        await until(lambda: len(post.platform.said) == 6 and not post.postman.is_busy)
        assert len(commits) == 3  # the first are claimed; kept, and the second claimed; kept


async def test_what_arrived_is_kept_while_the_outbox_cannot_be_understood(database: Database, clock: FakeClock) -> None:
    post, gate = Round(database, FailingPlatform(), clock), asyncio.Event()
    first, second = await post.chat("-1"), await post.chat("-2")
    post.platform.will(first, gate)
    await post.put(first, "a")

    def not_understood(store: Store) -> None:
        a_message(store, second, "b", now=clock())
        store._connection.exec_driver_sql("UPDATE deliveries SET body = '{}' WHERE cause = 'b'")

    async with at_work(post):
        await until(lambda: post.platform.tried)
        await database.write(not_understood)
        gate.set()
        await post.until_state("a", "sent")


@pytest.mark.parametrize("turns", range(6))
async def test_who_is_cancelled_just_after_a_claim_leaves_nothing_as_if_it_were_being_sent(
    database: Database, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, turns: int
) -> None:
    post = Round(database, FailingPlatform(), clock)
    await post.put(await post.chat(), "a")
    write, loop = database.write, asyncio.get_running_loop()

    async def and_cancel(work: Callable[[Store], Any], *args: Any) -> Any:
        monkeypatch.setattr(database, "write", write)
        found = await write(work, *args)
        in_turns(turns)
        return found

    def in_turns(left: int) -> None:
        loop.call_soon(in_turns, left - 1) if left else running.cancel()

    monkeypatch.setattr(database, "write", and_cancel)
    running = asyncio.create_task(post.postman.run())
    with suppress(asyncio.CancelledError):
        await running

    assert await post.state("a") == ("sent" if post.platform.causes else "waiting")


async def test_one_page_that_cannot_be_kept_takes_no_other_along(
    database: Database, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = Round(database, FailingPlatform(), clock)
    first, second = await post.chat("-1"), await post.chat("-2")
    await post.put(first, "bad")
    await post.put(second, "good")
    kept = Outbox.pages_sent
    bad = await database.read(lambda store: row_of(store, "bad").key)

    def refused(outbox: Outbox, pages: Sequence[PageSent], *args: Any) -> Any:
        if any(page.delivery == bad for page in pages):
            raise ValueError("cannot be kept")
        return kept(outbox, pages, *args)

    monkeypatch.setattr(Outbox, "pages_sent", refused)
    async with at_work(post):
        await post.until_state("good", "sent")
        await post.until_state("bad", "unknown")
        await post.put(first, "next")
        monkeypatch.setattr(Outbox, "pages_sent", kept)
        await post.until_state("next", "sent")
