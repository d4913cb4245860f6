"""How long a message that does not leave is tried again, and when it no longer is."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.platforms.base import SendFailed, SlowDown
from messages.delivery import MIN_ATTEMPTS, Urgency
from messages.street import ChatKind
from storage import Database
from tests.doubles.clock import FakeClock
from tests.doubles.patience import until
from tests.doubles.platforms import FailingPlatform, Late, Round, at_work
from tests.doubles.stored import after


@pytest.fixture
async def post(quick_database: Database, clock: FakeClock) -> AsyncIterator[Round]:
    async with at_work(Round(quick_database, FailingPlatform(), clock)) as round_:
        yield round_


async def test_what_never_left_is_tried_again_later(post: Round) -> None:
    chat = await post.chat()
    post.platform.will(chat, SendFailed("no_network", retry=True))
    await post.put(chat, "a")
    await until(lambda: len(post.platform.tried) == 1)
    await post.until_state("a", "waiting")

    await post.rested()
    assert len(post.platform.tried) == 1
    await post.later(seconds=2)

    await post.until_state("a", "sent")
    assert post.platform.causes == ["a"]


@pytest.mark.parametrize(
    ("options", "minutes"),
    [
        ({}, 30),
        ({"urgency": Urgency.EVENT}, 24 * 60),
        ({"urgency": Urgency.EVENT, "expires_at": after(hours=3)}, 180),
    ],
)
async def test_what_cannot_leave_is_tried_until_it_is_of_no_use(
    post: Round, options: dict[str, Any], minutes: int
) -> None:
    chat = await post.chat()
    post.platform.will(chat, *[SendFailed("no_network", retry=True)] * 2000)
    await post.put(chat, "a", **options)

    started, times = post.clock(), 0
    while await post.state("a") in ("waiting", "claimed", "sending"):
        times += 1
        await until(lambda times=times: len(post.platform.tried) == times)
        await post.until_state("a", "waiting", "failed")
        await post.later(minutes=5)

    assert times >= MIN_ATTEMPTS or minutes < 60
    assert timedelta(minutes=minutes - 5) <= post.clock() - started <= timedelta(minutes=max(minutes, 40) + 5)
    assert (await post.state("a"), await post.error("a")) == ("failed", "no_network")


async def test_what_was_being_sent_when_somebody_said_stop_is_not_tried_again(post: Round) -> None:
    chat, gate = await post.chat("1", kind=ChatKind.PRIVATE), asyncio.Event()
    post.platform.will(chat, Late(gate, SlowDown(timedelta(seconds=5))))
    await post.put(chat, "event", urgency=Urgency.EVENT)
    await until(lambda: len(post.platform.tried) == 1)

    await post.database.write(lambda store: store.outbox.drop_waiting(chat, "stopped", post.clock()))
    gate.set()

    await post.until_state("event", "dropped")
    assert await post.error("event") == "unwanted: stopped"
