"""A postman who takes over goes on where the last one ended: its messages, and what is left of its allowance."""

import asyncio
import time
from datetime import timedelta

import pytest

from messages.delivery import DeliveryState, Urgency
from messages.street import ChatKind, Platform
from storage import Database, Store
from tests.doubles.clock import FakeClock
from tests.doubles.platforms import FailingPlatform, Round, at_work
from tests.doubles.stored import a_chat, a_message, claim, claimed_by_an_earlier_version, states


@pytest.fixture
def post(database: Database, clock: FakeClock) -> Round:
    return Round(database, FailingPlatform(Platform.TELEGRAM), clock)


async def test_what_was_claimed_goes_and_what_was_being_sent_is_unknown(post: Round) -> None:
    def died(store: Store) -> None:
        a_message(store, a_chat(store, "-1"), "sending")
        a_message(store, a_chat(store, "-2"), "claimed")
        claim(store, post.clock())
        claimed_by_an_earlier_version(store, "claimed")
        whatsapp = a_chat(store, "1", platform=Platform.WHATSAPP, kind=ChatKind.PRIVATE)
        a_message(store, whatsapp, "elsewhere")
        store.outbox.claim(Platform.WHATSAPP, post.clock(), limit=1)

    await post.database.write(died)
    await post.postman.take_over(from_another=False)
    async with at_work(post):
        await post.until_state("claimed", "sent")

    assert await post.database.read(states) == {"sending": "unknown", "claimed": "sent", "elsewhere": "sending"}


async def test_from_another_postman_it_begins_with_nothing_left(post: Round) -> None:
    await post.put(await post.chat(), "a")
    await post.postman.take_over(from_another=True)
    async with at_work(post):
        await post.rested()
        assert post.platform.tried == []

        await post.later(seconds=1)
        await post.until_state("a", "sent")


async def test_what_a_group_was_sent_in_the_last_minute_still_counts(post: Round) -> None:
    def twenty(store: Store) -> None:
        chat = a_chat(store)
        for number in range(20):
            a_message(store, chat, str(number), now=post.clock())
            (delivery,) = claim(store, post.clock())
            store.outbox.page_sent(delivery, 0, str(number), last=True, now=post.clock())
        a_message(store, chat, "one more", now=post.clock())

    await post.database.write(twenty)
    post.clock.advance(seconds=30)
    await post.postman.take_over(from_another=False)
    async with at_work(post):
        await post.rested()
        assert await post.state("one more") == DeliveryState.WAITING

        await post.later(seconds=31)
        await post.until_state("one more", "sent")


async def test_a_clock_that_was_set_back_while_nobody_ran_holds_up_no_retry(post: Round) -> None:
    chat, now = await post.chat(), post.clock()

    def died(store: Store) -> None:
        how = {"urgency": Urgency.EVENT, "due_at": now, "expires_at": now + timedelta(hours=5)}
        a_message(store, chat, "a party", now=now, **how)
        (delivery,) = claim(store, now + timedelta(hours=2))
        store.outbox.put_back(delivery, now + timedelta(hours=2, seconds=4), "no_network")

    await post.database.write(died)
    await post.postman.take_over(from_another=False)
    async with at_work(post):
        await post.later(seconds=5)
        await post.until_state("a party", "sent")


async def test_a_stop_while_it_claims_leaves_nothing_unknown(quick_database: Database, clock: FakeClock) -> None:
    post = Round(quick_database, FailingPlatform(), clock)
    await post.put(await post.chat(), "a")
    busy = asyncio.create_task(quick_database.write(lambda store: time.sleep(0.1)))

    async with at_work(post):
        await asyncio.sleep(0.02)

    await busy
    assert await quick_database.read(states) == {"a": "waiting"}
    assert post.platform.tried == []
