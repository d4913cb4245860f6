"""What got no answer: looked up, shown to the organisers, or said again for safety, and nothing of it twice."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.platforms.base import Unanswered
from bot.searching import Searcher
from handlers import House
from messages.content import Content
from messages.delivery import Delivery, Urgency
from messages.reply import Reply, Retraction
from messages.street import ChatKind, Person, Platform, Role, Street
from storage import Database, Store
from tests.doubles.clock import FakeClock
from tests.doubles.platforms import FailingPlatform, Round, at_work
from tests.doubles.stored import row_of, text_of

HOUSE = House(address="https://bot.example.nl")
JAN = Person(platform=Platform.PLAYGROUND, id="lindelaan/Jan")
STREETS = Content(streets={"lindelaan": Street(id="lindelaan", name="Lindelaan")})


class FindingPlatform(FailingPlatform):
    """Has a list of what it sent, as Twilio does."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: dict[str, str] = {}
        self.asked: list[tuple[str, int, datetime]] = []
        self.deaf = False

    async def find(self, delivery: Delivery, page: int, since: datetime) -> str | None:
        self.asked.append((delivery.cause, page, since))
        if self.deaf:
            raise Unanswered("timeout")
        return self.listed.get(delivery.cause)


class Lost(Round):
    """A postman whose messages get no answer, and the searcher after them."""

    def __init__(self, database: Database, platform: FailingPlatform, clock: FakeClock) -> None:
        super().__init__(database, platform, clock)
        self.searcher = Searcher(platform, database, lambda: HOUSE, clock)

    async def lose(self, *causes: str, chat: str = "-1001", **options: Any) -> None:
        kind = ChatKind.GROUP if chat.startswith("-") else ChatKind.PRIVATE
        where = await self.chat(chat, kind=kind, street="lindelaan")
        for cause in causes:
            self.platform.will(where, Unanswered("timeout"))
            await self.put(where, cause, **options)
            await self.until_state(cause, "unknown")

    async def looks(self, **later: float) -> list[str]:
        """What is said because it looks, after so much time; by cause."""
        before = len(self.platform.said)
        await self.later(**later)
        await self.searcher.look()
        await self.rested()
        return [cause.rsplit(":", 2)[0] for cause in self.platform.causes[before:]]

    async def key(self, cause: str) -> int:
        return await self.database.read(lambda store: int(row_of(store, cause).key))


async def working(database: Database, platform: FailingPlatform, clock: FakeClock) -> AsyncIterator[Lost]:
    await database.write(lambda store: store.content.save(STREETS, now=clock()))
    await database.write(lambda store: store.people.grant(JAN, Role.ORGANISER, None, clock()))
    round_ = Lost(database, platform, clock)
    async with at_work(round_):
        yield round_


@pytest.fixture
async def post(database: Database, clock: FakeClock) -> AsyncIterator[Lost]:
    async for round_ in working(database, FailingPlatform(), clock):
        yield round_


@pytest.fixture
async def finding(quick_database: Database, clock: FakeClock) -> AsyncIterator[Lost]:
    async for round_ in working(quick_database, FindingPlatform(), clock):
        yield round_


async def test_what_cannot_be_looked_up_is_shown_once(post: Lost) -> None:
    await post.lose("a", urgency=Urgency.EVENT)

    assert await post.looks() == [f"unknown:{await post.key('a')}"]
    assert await post.looks(days=1) == []
    assert await post.state("a") == "unknown"


async def test_safety_is_said_again_once_and_then_shown(post: Lost) -> None:
    await post.lose("gas", urgency=Urgency.SAFETY)
    key = await post.key("gas")
    post.platform.will(await post.chat(), Unanswered("timeout"))

    await post.looks()
    await post.until_state(f"repeated:{key}", "unknown")
    said = await post.database.read(lambda store: text_of(store, row_of(store, f"repeated:{key}")))

    assert said == "Herhaald: Hallo, gas"
    assert await post.looks() == [f"unknown:{await post.key(f'repeated:{key}')}"]
    assert await post.looks(days=1) == []


async def test_many_are_shown_in_one_message_and_a_flood_waits_its_turn(post: Lost) -> None:
    for number in range(5):
        await post.lose(str(number), chat=f"-{number}")
    assert len(await post.looks()) == 1

    await post.lose("late", chat="-7")
    await post.lose("later", chat="-8")
    assert await post.looks(minutes=10) == []
    assert len(await post.looks(minutes=20)) == 2


async def test_a_question_that_got_lost_itself_is_not_asked_about(post: Lost) -> None:
    await post.lose("a")
    organiser = await post.chat(JAN.id, kind=ChatKind.PRIVATE)
    post.platform.will(organiser, Unanswered("timeout"))

    assert await post.looks() == []
    assert await post.looks(days=1) == []


async def test_what_nobody_wants_any_more_is_not_shown(post: Lost) -> None:
    await post.lose("a", chat="5", urgency=Urgency.EVENT)
    chat = await post.chat("5")
    await post.database.write(lambda store: store.outbox.drop_waiting(chat, "stopped", post.clock()))

    assert await post.looks() == []


async def test_what_the_platform_has_is_sent(finding: Lost) -> None:
    platform = finding.platform
    assert isinstance(platform, FindingPlatform)
    began = finding.clock()
    await finding.lose("a")
    assert await finding.looks() == []
    assert platform.asked == []
    platform.listed["a"] = "SM17"

    assert await finding.looks(minutes=1) == []

    assert platform.asked == [("a", 0, began)]
    row = await finding.database.read(lambda store: row_of(store, "a"))
    assert (row.state, row.external_id) == ("sent", "SM17")


async def test_what_is_not_found_twice_is_shown_and_never_sent_again(finding: Lost) -> None:
    platform = finding.platform
    assert isinstance(platform, FindingPlatform)
    await finding.lose("a")

    shown = [await finding.looks(minutes=1) for _ in range(10)]

    assert len(platform.asked) == 2
    assert [cause for causes in shown for cause in causes] == [f"unknown:{await finding.key('a')}"]
    assert [cause for _, cause, _ in platform.tried].count("a") == 1


async def test_a_platform_that_does_not_answer_is_asked_for_an_hour(finding: Lost) -> None:
    platform = finding.platform
    assert isinstance(platform, FindingPlatform)
    await finding.lose("a")
    platform.deaf = True

    for _ in range(59):
        assert await finding.looks(minutes=1) == []
    shown = [await finding.looks(minutes=1) for _ in range(3)]

    assert [len(each) for each in shown].count(1) == 1
    assert finding.clock() - timedelta(hours=2) < platform.asked[0][2]


async def test_to_take_something_back_is_asked_again_by_itself(post: Lost) -> None:
    chat = await post.chat(street="lindelaan")
    post.platform.will(chat, Unanswered("timeout"))
    gone = Reply((Retraction("17"),))

    def ask(store: Store) -> None:
        store.outbox.add(chat, gone, urgency=Urgency.REPLY, cause="retract", now=post.clock())

    await post.database.write(ask)
    await post.until_state("retract", "unknown")

    assert await post.looks(seconds=2) == ["retract"]
    assert await post.state("retract") == "sent"
