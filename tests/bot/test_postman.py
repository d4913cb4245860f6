"""What becomes of a delivery, for every way in which sending it can end."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.platforms.base import ChatGone, ChatMoved, ChatMuted, SendFailed, SlowDown, Unanswered, WindowClosed
from messages.content import Content
from messages.delivery import MIN_ATTEMPTS, Urgency
from messages.street import ChatAddress, ChatKind, ChatState, Person, Platform, Role, Street
from storage import Database, Store
from tests.doubles.clock import FakeClock
from tests.doubles.patience import until
from tests.doubles.platforms import FailingPlatform, Round, at_work
from tests.doubles.stored import states

STREETS = Content(streets={"lindelaan": Street(id="lindelaan", name="Lindelaan")})


@pytest.fixture
async def post(quick_database: Database, clock: FakeClock) -> AsyncIterator[Round]:
    await quick_database.write(lambda store: store.content.save(STREETS, now=clock()))
    async with at_work(Round(quick_database, FailingPlatform(), clock)) as round_:
        yield round_


async def test_what_waits_is_sent(database: Database, clock: FakeClock) -> None:
    async with at_work(Round(database, FailingPlatform(), clock)) as post:
        await post.put(await post.chat(), "a", "b")

        await post.until_state("b", "sent")

        assert post.platform.said == [("-1001", "a", 0), ("-1001", "b", 0)]


async def test_what_is_refused_for_good_has_failed_and_the_next_one_goes(post: Round) -> None:
    chat = await post.chat()
    post.platform.will(chat, SendFailed("bad_request", retry=False))

    await post.put(chat, "a", "b")

    await post.until_state("b", "sent")
    assert (await post.state("a"), await post.error("a")) == ("failed", "bad_request")


async def test_who_asks_to_slow_down_is_left_alone_and_nobody_else_is(post: Round) -> None:
    chat, other = await post.chat("-1"), await post.chat("-2")
    post.platform.will(chat, SlowDown(timedelta(seconds=30)))
    await post.put(chat, "first", "second")
    await until(lambda: len(post.platform.tried) == 1)
    await post.until_state("first", "waiting")
    await post.put(other, "elsewhere")
    await post.until_state("elsewhere", "sent")

    await post.later(seconds=29)
    await post.rested()
    assert len(post.platform.tried) == 2
    await post.later(seconds=1)

    await post.until_state("second", "sent")
    assert post.platform.causes == ["elsewhere", "first", "second"]


async def test_a_chat_that_moved_gets_it_at_its_new_address(post: Round) -> None:
    chat = await post.chat("-1", street="lindelaan")
    post.platform.will(chat, ChatMoved(ChatAddress(Platform.PLAYGROUND, "-1009")))

    await post.put(chat, "a")

    await post.until_state("a", "sent")
    assert post.platform.said == [("-1009", "a", 0)]


async def test_a_chat_that_keeps_moving_is_not_followed_for_ever(post: Round) -> None:
    chat = await post.chat("-1")
    post.platform.will(chat, *[ChatMoved(chat.address)] * 20)

    await post.put(chat, "a")

    await post.until_state("a", "failed")
    assert len(post.platform.tried) == MIN_ATTEMPTS + 1


@pytest.mark.parametrize(("error", "state"), [(ChatGone(), ChatState.GONE), (ChatMuted(), ChatState.MUTED)])
async def test_the_organisers_hear_once_that_a_street_lost_its_bot(
    post: Round, error: Exception, state: ChatState
) -> None:
    organiser = Person(platform=Platform.PLAYGROUND, id="lindelaan/Jan")
    await post.database.write(lambda store: store.people.grant(organiser, Role.ORGANISER, None, post.clock()))
    chat = await post.chat("-1", street="lindelaan")
    post.platform.will(chat, error, error)

    await post.put(chat, "a", "b")

    await until(lambda: len(post.platform.said) == 1)
    await post.rested()
    assert [said[0] for said in post.platform.said] == ["lindelaan/Jan"]
    assert (await post.state("a"), await post.error("a")) == ("failed", f"chat_{state}")
    lost = await post.database.read(lambda store: store.chats.find(chat.address))
    assert lost
    assert lost.state is state


async def test_what_waits_for_a_chat_that_is_gone_is_not_even_tried(post: Round) -> None:
    chat = await post.chat("-1")
    post.platform.will(chat, ChatGone())

    await post.put(chat, "a", "b", "c")

    await post.until_state("c", "dropped")
    assert len(post.platform.tried) == 1


async def test_behind_a_closed_window_it_waits_until_the_person_writes(post: Round) -> None:
    chat = await post.chat("1", kind=ChatKind.PRIVATE, street="lindelaan")
    post.platform.will(chat, WindowClosed())
    await post.put(chat, "a")
    await until(lambda: len(post.platform.said) == 1)

    knock = f"knock:{chat.key}:20261201"
    assert post.platform.causes == [knock]
    await post.database.write(lambda store: store.outbox.release(chat))

    await post.until_state("a", "sent")


async def test_there_is_one_knock_a_day(post: Round) -> None:
    chat = await post.chat("1", kind=ChatKind.PRIVATE, street="lindelaan")

    for cause, calls in (("a", 2), ("b", 3)):
        post.platform.will(chat, WindowClosed())
        await post.put(chat, cause)
        await until(lambda calls=calls: len(post.platform.tried) == calls)
        await post.until_state(cause, "waiting")
    await post.later(days=1)
    post.platform.will(chat, WindowClosed())
    await post.put(chat, "c")
    await until(lambda: len(post.platform.said) == 2)

    assert post.platform.causes == [f"knock:{chat.key}:20261201", f"knock:{chat.key}:20261202"]


async def test_a_knock_without_an_approved_text_is_dropped_and_knocks_for_nothing(post: Round) -> None:
    chat = await post.chat("1", kind=ChatKind.PRIVATE, street="lindelaan")
    post.platform.will(chat, WindowClosed(), WindowClosed())

    await post.put(chat, "a")

    await post.until_state(f"knock:{chat.key}:20261201", "dropped")
    assert await post.state("a") == "waiting"


async def test_what_got_no_answer_is_unknown_and_never_sent_again(post: Round) -> None:
    chat = await post.chat()
    post.platform.will(chat, Unanswered("timeout"))
    await post.put(chat, "a", "b")
    await post.until_state("b", "sent")

    await post.later(days=1)
    await post.rested()

    assert (await post.state("a"), await post.error("a")) == ("unknown", "timeout")
    assert [cause for _, cause, _ in post.platform.tried] == ["a", "b"]


async def test_what_nobody_foresaw_is_unknown_and_stops_nothing(post: Round) -> None:
    chat = await post.chat()
    post.platform.will(chat, ZeroDivisionError())

    await post.put(chat, "a", "b")

    await post.until_state("b", "sent")
    assert (await post.state("a"), await post.error("a")) == ("unknown", "ZeroDivisionError")


async def test_what_cannot_be_written_down_has_failed_and_stops_nothing(post: Round) -> None:
    post.platform.pages["a"] = ZeroDivisionError()

    await post.put(await post.chat(), "a", "b")

    await post.until_state("b", "sent")
    assert (await post.state("a"), await post.error("a")) == ("failed", "unwritable")


async def test_what_came_too_late_is_dropped(post: Round) -> None:
    chat = await post.chat()
    await post.put(chat, "late", expires_at=post.clock() - timedelta(seconds=1))
    await post.put(chat, "in time", expires_at=post.clock())

    await post.until_state("in time", "sent")

    assert (await post.state("late"), await post.error("late")) == ("dropped", "expired")


async def test_an_empty_reply_is_dropped(post: Round) -> None:
    post.platform.pages["a"] = 0

    await post.put(await post.chat(), "a")

    await post.until_state("a", "dropped")
    assert post.platform.tried == []


async def test_what_was_dropped_meanwhile_is_not_sent(post: Round) -> None:
    def work(store: Store) -> None:
        chat = store.chats.meet(ChatAddress(Platform.PLAYGROUND, "1"), ChatKind.PRIVATE, post.clock())
        store.outbox.drop_waiting(chat, "stopped", post.clock(), least=Urgency.EVENT)

    chat = await post.chat("1", kind=ChatKind.PRIVATE)
    await post.put(chat, "event", urgency=Urgency.EVENT, due_at=post.clock() + timedelta(hours=1))
    await post.database.write(work)
    await post.later(hours=1)
    await post.rested()

    assert await post.database.read(states) == {"event": "dropped"}
    assert post.platform.tried == []
