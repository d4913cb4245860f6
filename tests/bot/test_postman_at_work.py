"""Many deliveries at once: who overtakes whom, at which pace, and what a stop or a lost database does."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

import bot.postman
import bot.settling
from bot.platforms.base import SendFailed, SlowDown, Unanswered
from bot.postman import AT_ONCE
from messages.delivery import Urgency
from messages.street import ChatKind, Platform
from storage import Database
from tests.doubles.clock import FakeClock
from tests.doubles.patience import until
from tests.doubles.platforms import FailingPlatform, Late, Round, at_work
from tests.doubles.stored import states


@pytest.fixture
async def post(quick_database: Database, clock: FakeClock) -> AsyncIterator[Round]:
    async with at_work(Round(quick_database, FailingPlatform(), clock)) as round_:
        yield round_


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.postman, "POLL", timedelta(milliseconds=20))
    monkeypatch.setattr(bot.settling, "AGAIN", timedelta(milliseconds=20))
    monkeypatch.setattr(bot.postman, "LAST_CALL_SECONDS", 0.05)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Another process holds the database."""
    other = sqlite3.connect(folder / "straatbot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


async def soon_unavailable(database: Database) -> None:
    """A locked database says so in a moment, not after seconds."""
    await database.write(lambda store: store._connection.exec_driver_sql("PRAGMA busy_timeout=10"))


async def test_a_reply_overtakes_the_broadcasts_of_its_chat(post: Round) -> None:
    chat, gate = await post.chat(), asyncio.Event()
    post.platform.will(chat, gate)
    await post.put(chat, "first broadcast", "second broadcast", urgency=Urgency.BROADCAST)
    await until(lambda: len(post.platform.tried) == 1)
    await post.put(chat, "reply", urgency=Urgency.REPLY)

    gate.set()

    await post.until_state("second broadcast", "sent")
    assert post.platform.causes == ["first broadcast", "reply", "second broadcast"]


async def test_a_reply_overtakes_the_broadcasts_to_all_other_chats(post: Round) -> None:
    gates = [asyncio.Event() for _ in range(AT_ONCE)]
    chats = [await post.chat(f"-{number}") for number in range(2 * AT_ONCE)]
    for number, chat in enumerate(chats):
        post.platform.will(chat, *gates[number : number + 1])
        await post.put(chat, f"broadcast {number}", urgency=Urgency.BROADCAST)
    await until(lambda: len(post.platform.tried) == AT_ONCE)
    await post.put(await post.chat("-999"), "reply", urgency=Urgency.REPLY)

    gates[0].set()

    await post.until_state("reply", "sent")
    assert post.platform.causes[:2] == ["broadcast 0", "reply"]
    for gate in gates:
        gate.set()
    await until(lambda: not post.postman.is_busy)
    await post.later(seconds=1)
    await until(lambda: len(post.platform.said) == len(chats) + 1)


async def test_a_slow_chat_stops_no_other(post: Round) -> None:
    slow, quick, gate = await post.chat("-1"), await post.chat("-2"), asyncio.Event()
    post.platform.will(slow, gate)
    await post.put(slow, "slow", "after it")

    await post.put(quick, "quick", "quick too")

    await post.until_state("quick too", "sent")
    assert await post.state("slow") == "sending"
    gate.set()
    await post.until_state("after it", "sent")


async def test_a_long_reply_goes_page_by_page_and_goes_on_where_it_stopped(post: Round) -> None:
    chat, gate = await post.chat(), asyncio.Event()
    post.platform.pages["long"] = 3
    post.platform.will(chat, gate, SendFailed("no_network", retry=True), SlowDown(timedelta(seconds=3)))
    await post.put(chat, "long", "short")
    gate.set()

    for calls in (2, 3):
        await until(lambda calls=calls: len(post.platform.tried) == calls)
        await post.until_state("long", "waiting")
        await post.later(seconds=5)

    await post.until_state("short", "sent")
    assert [page for _, _, page in post.platform.tried] == [0, 1, 1, 1, 2, 0]
    assert [page for _, _, page in post.platform.said] == [0, 1, 2, 0]


async def test_a_page_without_an_answer_ends_a_long_reply(post: Round) -> None:
    chat, gate = await post.chat(), asyncio.Event()
    gate.set()
    post.platform.pages["long"] = 3
    post.platform.will(chat, gate, Unanswered("timeout"))

    await post.put(chat, "long", "short")

    await post.until_state("short", "sent")
    assert await post.state("long") == "unknown"
    assert [page for _, _, page in post.platform.tried] == [0, 1, 0]


async def test_a_begun_reply_is_finished_even_when_it_is_late(post: Round) -> None:
    chat, gate = await post.chat(), asyncio.Event()
    post.platform.pages["long"] = 2
    post.platform.will(chat, gate)
    await post.put(chat, "long", expires_at=post.clock())
    await until(lambda: len(post.platform.tried) == 1)

    await post.later(hours=1)
    gate.set()

    await post.until_state("long", "sent")
    assert [page for _, _, page in post.platform.said] == [0, 1]


async def test_telegram_gets_thirty_messages_a_second_and_each_chat_one(
    quick_database: Database, clock: FakeClock
) -> None:
    platform = FailingPlatform(Platform.TELEGRAM)
    platform.pages["10 of 0"] = 2
    async with at_work(Round(quick_database, platform, clock)) as post:
        for number in range(40):
            await post.put(await post.chat(f"-{number}", kind=ChatKind.PRIVATE), *(f"1{of} of {number}" for of in "01"))

        seconds: list[Counter[str]] = []
        while (already := sum(seconds, Counter()).total()) < 81:
            await post.rested()
            seconds.append(Counter(chat for chat, _, _ in platform.said[already:]))
            await post.later(seconds=1)

    assert max(second.total() for second in seconds) == 30
    assert max(sum(seconds, Counter()).values()) == 3
    assert all(set(second.values()) <= {1} for second in seconds)
    assert len(seconds) <= 6


async def test_a_stop_waits_for_what_is_being_sent(quick_database: Database, clock: FakeClock) -> None:
    post, gate = Round(quick_database, FailingPlatform(), clock), asyncio.Event()
    async with at_work(post):
        chat = await post.chat()
        post.platform.will(chat, gate)
        await post.put(chat, "a", "b")
        await until(lambda: len(post.platform.tried) == 1)
        asyncio.get_running_loop().call_later(0.05, gate.set)

    assert await quick_database.read(states) == {"a": "sent", "b": "waiting"}


@pytest.mark.usefixtures("impatient")
async def test_what_is_still_being_sent_after_a_stop_is_unknown(quick_database: Database, clock: FakeClock) -> None:
    post = Round(quick_database, FailingPlatform(), clock)
    async with at_work(post):
        chat = await post.chat()
        post.platform.will(chat, asyncio.Event())
        await post.put(chat, "a")
        await until(lambda: len(post.platform.tried) == 1)

    await quick_database.write(lambda store: store.lost.recover(Platform.PLAYGROUND))

    assert await quick_database.read(states) == {"a": "unknown"}
    assert not post.postman.is_busy


@pytest.mark.usefixtures("impatient")
async def test_when_the_outbox_cannot_be_read_it_goes_on_once_it_can(
    quick_database: Database, clock: FakeClock, tmp_path: Path
) -> None:
    post = Round(quick_database, FailingPlatform(), clock)
    await post.put(await post.chat(), "a")
    await soon_unavailable(quick_database)

    async with AsyncExitStack() as stack:
        with locked(tmp_path):
            await stack.enter_async_context(at_work(post))
            await asyncio.sleep(0.1)
            assert post.platform.tried == []

        await post.until_state("a", "sent")


@pytest.mark.usefixtures("impatient")
async def test_what_was_sent_while_the_outbox_was_away_is_settled_and_not_sent_again(
    post: Round, tmp_path: Path
) -> None:
    chat, gate = await post.chat(), asyncio.Event()
    post.platform.will(chat, gate)
    await post.put(chat, "a", "b")
    await until(lambda: len(post.platform.tried) == 1)
    await soon_unavailable(post.database)

    with locked(tmp_path):
        gate.set()
        await asyncio.sleep(0.1)

    await post.until_state("b", "sent")
    assert post.platform.causes == ["a", "b"]
    assert await post.state("a") == "sent"


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("problem", "state"), [(SendFailed("no_network", retry=True), "waiting"), (Unanswered("timeout"), "unknown")]
)
async def test_what_failed_while_the_outbox_was_away_is_settled_once_it_is_back(
    post: Round, tmp_path: Path, problem: Exception, state: str
) -> None:
    chat, gate = await post.chat(), asyncio.Event()
    post.platform.will(chat, Late(gate, problem))
    await post.put(chat, "a")
    await until(lambda: len(post.platform.tried) == 1)
    await soon_unavailable(post.database)

    with locked(tmp_path):
        gate.set()
        await asyncio.sleep(0.1)

    await post.until_state("a", state)
