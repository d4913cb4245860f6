"""`/metrics` tells operators how the bot does, and nobody who said what, or in which street."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import timedelta

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import event
from starlette.applications import Starlette

from bot.inbox import Inbox
from bot.platforms.base import SendFailed, SlowDown, Unanswered
from bot.web.metrics import metrics_routes
from messages.delivery import DeliveryState, Receipt, Urgency
from messages.street import ChatKind, Platform
from storage import Database, Store, StoreUnavailable
from tests.doubles.bot import Bot
from tests.doubles.clock import FakeClock
from tests.doubles.platforms import FailingPlatform, Round, at_work
from tests.doubles.stored import NOON, a_chat, a_message, after, claim, sent


class Scrape:
    """`/metrics` of a database; what was counted in other tests of this process does not count."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self._web = Starlette(routes=list(metrics_routes(database, lambda: {"telegram": True}, clock)))
        self._before: Mapping[str, float] = {}

    async def text(self) -> str:
        transport = httpx.ASGITransport(app=self._web)
        async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
            answer = await client.get("/metrics")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/plain")
        return answer.text

    async def begin(self) -> None:
        self._before = await self.read()

    async def since(self, series: str) -> float:
        """How much a counter went up."""
        return (await self.read()).get(series, 0) - self._before.get(series, 0)

    async def read(self) -> Mapping[str, float]:
        """Every number, by its name and labels, such as `straatbot_sends_total telegram sent`."""
        families = text_string_to_metric_families(await self.text())
        return {
            " ".join((sample.name, *(sample.labels[name] for name in sorted(sample.labels)))): sample.value
            for family in families
            for sample in family.samples
        }


@pytest.fixture
async def scrape(quick_database: Database, clock: FakeClock) -> Scrape:
    made = Scrape(quick_database, clock)
    await made.begin()
    return made


@pytest.fixture
async def post(quick_database: Database, clock: FakeClock) -> AsyncIterator[Round]:
    async with at_work(Round(quick_database, FailingPlatform(Platform.TELEGRAM), clock)) as round_:
        yield round_


async def test_what_is_decided_anew_because_another_failed_is_counted_and_told_once(
    quick_bot: Bot, scrape: Scrape, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    write = quick_bot.app.database.write

    def fail(_: Store) -> None:
        raise ValueError

    async def beside_one_that_fails(work: Callable[[Store], object], place: str = "") -> object:
        done, _ = await asyncio.gather(write(work, place=place), write(fail, place="~"), return_exceptions=True)
        return done

    monkeypatch.setattr(quick_bot.app.database, "write", beside_one_that_fails)
    await quick_bot.says("lindelaan/Fatma", "Fatma", "/help")

    assert await scrape.since("straatbot_heard_total playground") == 1
    assert [getattr(record, "action", "") for record in caplog.records].count("heard") == 1


async def test_a_question_is_heard_decided_and_answered(quick_bot: Bot, scrape: Scrape) -> None:
    await quick_bot.says("lindelaan/Fatma", "Fatma", "/help")

    assert await scrape.since("straatbot_heard_total playground") == 1
    assert await scrape.since("straatbot_decision_seconds_count") == 1
    assert await scrape.since("straatbot_sends_total sent playground") == 1
    assert await scrape.since("straatbot_lateness_seconds_count playground reply") == 1


async def test_it_tells_nobody_who_and_where(quick_bot: Bot, scrape: Scrape) -> None:
    await quick_bot.says("lindelaan/Fatma", "Fatma", "/help")
    await quick_bot.says("lindelaan", "Henk", "Straatbot, /help")

    text = (await scrape.text()).lower()

    assert not [word for word in ("lindelaan", "fatma", "henk") if word in text]


@pytest.mark.parametrize(
    ("ending", "outcome"),
    [
        (SendFailed("no_network", retry=True), "retry"),
        (SendFailed("bad_request", retry=False), "failed"),
        (Unanswered("no_answer"), "unknown"),
        (KeyError("a bug"), "unknown"),
    ],
)
async def test_every_end_of_a_call_is_counted(post: Round, scrape: Scrape, ending: Exception, outcome: str) -> None:
    chat = await post.chat()
    post.platform.will(chat, ending)
    await post.put(chat, "a")
    await post.until_called(1)

    assert await scrape.since(f"straatbot_sends_total {outcome} telegram") == 1
    assert await scrape.since("straatbot_sends_total sent telegram") == 0
    assert await scrape.since("straatbot_too_many_requests_total telegram") == 0


async def test_a_429_is_counted_by_itself(post: Round, scrape: Scrape) -> None:
    chat = await post.chat()
    post.platform.will(chat, SlowDown(timedelta(seconds=30)))
    await post.put(chat, "a")
    await post.until_called(1)

    assert await scrape.since("straatbot_too_many_requests_total telegram") == 1
    assert await scrape.since("straatbot_sends_total retry telegram") == 1


async def test_lateness_is_from_when_it_was_due(post: Round, scrape: Scrape) -> None:
    due = post.clock() - timedelta(seconds=40)
    await post.put(await post.chat(), "a", urgency=Urgency.BROADCAST, due_at=due)
    await post.until_called(1)

    assert await scrape.since("straatbot_lateness_seconds_sum telegram broadcast") == 40


async def test_whoever_waited_for_the_person_was_not_late(
    quick_database: Database, scrape: Scrape, clock: FakeClock
) -> None:
    """On WhatsApp a message can be held until somebody writes."""
    async with at_work(Round(quick_database, FailingPlatform(Platform.WHATSAPP), clock)) as post:
        chat = await post.chat("whatsapp:+1", kind=ChatKind.PRIVATE)
        wrote = clock() - timedelta(seconds=2)
        await quick_database.write(lambda store: store.chats.change(chat, last_heard_at=wrote))
        await post.put(chat, "a", due_at=clock() - timedelta(days=3))
        await post.until_called(1)

    assert await scrape.since("straatbot_lateness_seconds_sum whatsapp reply") == 2


async def test_the_queue_is_as_the_database_knows_it(database: Database, clock: FakeClock) -> None:
    def fill(store: Store) -> None:
        lost = sent(store, a_chat(store, "-2"), "lost")
        store.outbox._set([lost.key], state=DeliveryState.UNKNOWN)
        a_message(store, a_chat(store, "-3"), "held")
        (held,) = claim(store)
        store.outbox.hold(held)
        chat = a_chat(store)
        a_message(store, chat, "old", now=after(minutes=-2))
        a_message(store, chat, "new", now=after(minutes=-1))
        a_message(store, chat, "later", now=after(minutes=1))
        a_message(store, chat, "broadcast", urgency=Urgency.BROADCAST)

    await database.write(fill)
    numbers = await Scrape(database, clock).read()

    assert numbers["straatbot_queue_messages telegram reply"] == 2
    assert numbers["straatbot_queue_oldest_seconds telegram reply"] == 120
    assert numbers["straatbot_queue_messages telegram broadcast"] == 1
    assert numbers["straatbot_queue_messages telegram safety"] == 0
    assert numbers["straatbot_unknown_messages telegram"] == 1
    assert numbers["straatbot_held_messages telegram"] == 1
    assert numbers["straatbot_database_up"] == 1
    assert numbers["straatbot_platform_up telegram"] == 1


async def test_looking_at_the_queue_does_not_read_all_that_was_ever_sent(quick_database: Database) -> None:
    asked: list[tuple[str, object]] = []
    event.listen(
        quick_database.readers.sync_engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, parameters, _context, _many: asked.append((statement, parameters)),
    )
    await quick_database.read(lambda store: store.figures.piles(NOON))
    (statement, parameters) = asked[-1]

    plan = await quick_database.read(
        lambda store: store._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()  # type: ignore[arg-type]
    )

    assert any("USING INDEX" in row.detail for row in plan)
    assert not any(row.detail.startswith("SCAN") for row in plan)


async def test_receipts_are_counted_once(quick_database: Database, quick_bot: Bot, scrape: Scrape) -> None:
    inbox: Inbox = quick_bot.app.inbox
    await quick_database.write(lambda store: sent(store, a_chat(store), "a", external_id="SM1"))

    for _ in range(2):
        await inbox.receipt(Receipt(state=DeliveryState.DELIVERED, external_id="SM1"))

    assert await scrape.since("straatbot_receipts_total telegram delivered") == 1


async def test_without_a_database_the_rest_is_still_told(
    quick_database: Database, scrape: Scrape, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(work: object) -> None:
        raise StoreUnavailable("gone")

    monkeypatch.setattr(quick_database, "read", away)
    numbers = await scrape.read()

    assert numbers["straatbot_database_up"] == 0
    assert "straatbot_queue_messages telegram reply" not in numbers
