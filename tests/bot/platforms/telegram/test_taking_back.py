"""A message is deleted: safe to do twice, and told apart from what cannot be deleted any more."""

from collections.abc import Callable

import pytest

from bot.platforms.base import SendFailed, SlowDown
from bot.platforms.telegram.adapter import TelegramAdapter
from bot.platforms.telegram.listen import to_heard
from bot.platforms.telegram.said import Account
from messages.delivery import Delivery
from messages.incoming import Incoming
from messages.reply import Choice, Reply, Retraction, say
from tests.doubles.clock import FakeClock
from tests.doubles.telegram_server import TelegramServer

Make = Callable[..., Delivery]
US = Account(id=123456, username="straatbot", overhears=False)


async def test_it_goes_and_asked_for_twice_it_is_gone(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make
) -> None:
    group = server.group("Lindelaan")
    sent = await sender.send(make_delivery(group, say("Hoogstens 40 dB")), 0)
    retraction = make_delivery(group, Reply((Retraction(sent),)))

    assert sender.page_count(retraction) == 1
    for _ in range(2):
        assert await sender.send(retraction, 0) == f"gone:{sent}"

    assert int(sent) not in group.messages


@pytest.mark.parametrize(
    ("status", "description", "retry"),
    [
        (400, "Bad Request: message can't be deleted for everyone", False),
        (502, "Bad Gateway", True),  # it may be gone: to ask again does no harm
    ],
)
async def test_what_came_of_it(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make, status: int, description: str, retry: bool
) -> None:
    server.fails("deleteMessage", status, description=description)

    with pytest.raises(SendFailed) as failed:
        await sender.send(make_delivery(server.group("Lindelaan"), Reply((Retraction("17"),))), 0)

    assert failed.value.retry is retry


async def test_it_keeps_to_the_pace(server: TelegramServer, sender: TelegramAdapter, make_delivery: Make) -> None:
    server.fails("deleteMessage", 429, description="Too Many Requests: retry after 3", retry_after=3)

    with pytest.raises(SlowDown):
        await sender.send(make_delivery(server.group("Lindelaan"), Reply((Retraction("17"),))), 0)


async def test_a_pressed_button_tells_which_question_its_message_answers(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make, clock: FakeClock
) -> None:
    group = server.group("Lindelaan")
    asked = server.says(group, "Fatma", "@straatbot maakt dat herrie?")
    reply_to = f"{group.id}:{asked['message_id']}"
    await sender.send(make_delivery(group, say("40 dB", choices=[Choice("Klopt niet", "wrong")]), reply_to=reply_to), 0)
    query = {"id": "1", "from": server.person("Jan").json(), "message": server.sent(group)[0].message, "data": "17.0"}

    [pressed] = to_heard({"update_id": 1, "callback_query": query}, US, clock())

    assert isinstance(pressed, Incoming)
    assert pressed.question == "maakt dat herrie?"
