from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.platforms.base import ChatGone, ChatMoved, ChatMuted, SendFailed, SlowDown, Unanswered
from bot.platforms.telegram.adapter import TelegramAdapter
from messages.delivery import Delivery
from messages.reply import Attachment, Choice, Place, say
from messages.street import ChatAddress, Platform
from tests.doubles.telegram_server import TelegramServer

Make = Callable[..., Delivery]


async def test_a_page_is_sent_and_its_id_returned(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make
) -> None:
    group = server.group("Lindelaan")
    reply = say("Hoogstens **40 dB**", choices=[Choice("Meer weten", "more")])

    sent_id = await sender.send(make_delivery(group, reply, key=9), 0)

    (sent,) = server.sent(group)
    assert sent_id == str(sent.message["message_id"])
    assert sent.text == "Hoogstens 40 dB"
    assert sent.buttons == [{"text": "Meer weten", "callback_data": "9.0"}]
    assert sent.params["link_preview_options"] == {"is_disabled": True}
    assert "disable_notification" not in sent.params


async def test_a_silent_reply_wakes_nobody(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make
) -> None:
    await sender.send(make_delivery(server.group("Lindelaan"), say("Ja, morgen", silent=True)), 0)

    assert server.all_sent[0].params["disable_notification"] is True


async def test_places_and_calendar_files_are_pages_of_their_own(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make
) -> None:
    group = server.group("Lindelaan")
    file = Attachment("borrel.ics", "text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    delivery = make_delivery(group, say("Tot dan", Place("De Linde", "Lindelaan 1", 52.18, 5.4), file))

    assert sender.page_count(delivery) == 3
    for page in range(3):
        await sender.send(delivery, page)

    _, venue, document = server.sent(group)
    assert venue.message["venue"]["title"] == "De Linde"
    upload = document.params["document"]
    assert (upload.filename, upload.media_type) == ("borrel.ics", "text/calendar")
    assert upload.content == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize("form", ["{message}", "{chat}:{message}"])
async def test_only_the_first_page_is_a_reply(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make, form: str
) -> None:
    group = server.group("Lindelaan")
    asked = server.says(group, "Fatma", "@straatbot hoi")
    reply_to = form.format(chat=group.id, message=asked["message_id"])
    delivery = make_delivery(group, say("x" * 5000), reply_to=reply_to)

    await sender.send(delivery, 0)
    await sender.send(delivery, 1)

    first, second = server.sent(group)
    assert first.message["reply_to_message"]["message_id"] == asked["message_id"]
    assert "reply_to_message" not in second.message


@pytest.mark.parametrize("reply_to", ["999", "-5:1", "callback:4382bfd", "", None])
async def test_a_reply_to_what_is_gone_is_sent_all_the_same(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make, reply_to: str | None
) -> None:
    group = server.group("Lindelaan")

    await sender.send(make_delivery(group, say("Hoi"), reply_to=reply_to), 0)

    assert "reply_to_message" not in server.sent(group)[0].message


async def test_a_topic_is_answered_in_the_topic(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make
) -> None:
    group = server.group("Lindelaan", supergroup=True)
    thread = server.topic(group)

    await sender.send(make_delivery(group, say("Hoi"), thread=str(thread)), 0)

    assert server.sent(group)[0].message["message_thread_id"] == thread


@pytest.mark.parametrize("closed", [True, False])
async def test_a_topic_that_is_closed_or_gone_is_answered_in_the_group(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make, closed: bool
) -> None:
    group = server.group("Lindelaan", supergroup=True)
    thread = server.topic(group) if closed else 999
    if closed:
        group.topics[thread] = False

    await sender.send(make_delivery(group, say("Hoi"), thread=str(thread)), 0)

    assert [sent.message.get("message_thread_id") for sent in server.sent(group)] == [None]


async def test_a_migrated_group_is_told_by_its_new_address(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make
) -> None:
    group = server.group("Lindelaan")
    new = server.migrate(group)

    with pytest.raises(ChatMoved) as moved:
        await sender.send(make_delivery(group, say("Hoi")), 0)

    assert moved.value.to == ChatAddress(Platform.TELEGRAM, str(new.id))


async def test_too_many_requests_say_how_long_to_rest(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make
) -> None:
    server.fails("sendMessage", 429, description="Too Many Requests: retry after 3", retry_after=3)

    with pytest.raises(SlowDown) as slow:
        await sender.send(make_delivery(server.group("Lindelaan"), say("Hoi")), 0)

    assert (slow.value.after, slow.value.retry) == (timedelta(seconds=3), True)


@pytest.mark.parametrize(
    ("status", "description", "expected"),
    [
        (403, "Forbidden: bot was kicked from the supergroup chat", ChatGone),
        (403, "Forbidden: bot was blocked by the user", ChatGone),
        (403, "Forbidden: user is deactivated", ChatGone),
        (403, "Forbidden: the group chat was deleted", ChatGone),
        (403, "Forbidden: bot can't initiate conversation with a user", ChatGone),
        (403, "Forbidden: not enough rights to send text messages to the chat", ChatMuted),
        (400, "Bad Request: chat not found", ChatGone),
        (400, "Bad Request: group chat was deactivated", ChatGone),
        (400, "Bad Request: PEER_ID_INVALID", ChatGone),
        (400, "Bad Request: not enough rights to send text messages to the chat", ChatMuted),
        (400, "Bad Request: have no rights to send a message", ChatMuted),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", ChatMuted),
        (400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", ChatMuted),
        (400, "Bad Request: CHAT_RESTRICTED", ChatMuted),
        (400, "Bad Request: TOPIC_CLOSED", ChatMuted),
        (400, "Bad Request: need administrator rights in the channel chat", ChatMuted),
        (500, "Internal Server Error: restart", Unanswered),
        (502, "Bad Gateway", Unanswered),
    ],
)
async def test_each_answer_of_telegram_has_its_error(
    server: TelegramServer,
    sender: TelegramAdapter,
    make_delivery: Make,
    status: int,
    description: str,
    expected: type[Exception],
) -> None:
    server.fails("sendMessage", status, description=description)

    with pytest.raises(expected):
        await sender.send(make_delivery(server.group("Lindelaan"), say("Hoi")), 0)


@pytest.mark.parametrize(
    ("status", "description", "reason"),
    [
        (400, "Bad Request: message is too long", "Message is too long"),
        (401, "Unauthorized", "token"),
        (404, "Not Found", "token"),
    ],
)
async def test_what_is_refused_for_good_is_not_tried_again(
    server: TelegramServer,
    sender: TelegramAdapter,
    make_delivery: Make,
    status: int,
    description: str,
    reason: str,
) -> None:
    server.fails("sendMessage", status, description=description)

    with pytest.raises(SendFailed, match=reason) as failed:
        await sender.send(make_delivery(server.group("Lindelaan"), say("Hoi")), 0)

    assert not failed.value.retry
