"""The pretended Telegram is as strict as the real one: what it lets pass, others build on."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, EndPointNotFound, Forbidden

from bot.platforms.telegram.request import AiohttpRequest, TooManyRequests
from tests.doubles.telegram_chats import Limits
from tests.doubles.telegram_html import Refused, formatted
from tests.doubles.telegram_server import TelegramServer


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[Bot]:
    async with bot_at(server) as bot:
        yield bot


def bot_at(server: TelegramServer) -> Bot:
    request = AiohttpRequest()
    return Bot(server.token, f"{server.url}/bot", request=request, get_updates_request=request)


async def test_what_is_sent_is_kept_as_it_is_shown(server: TelegramServer, bot: Bot) -> None:
    group = server.group("Lindelaan")
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="1.0")]])

    message = await bot.send_message(group.id, "<b>Hoi</b> &amp; welkom", "HTML", reply_markup=keyboard)

    assert message.text == "Hoi & welkom"
    (sent,) = server.sent(group)
    assert (sent.text, sent.buttons) == ("Hoi & welkom", [{"text": "Ja", "callback_data": "1.0"}])


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler"'),
        ("<b> </b>", "message text is empty"),
        ("🔥" * 2049, "message is too long"),
    ],
)
def test_html_that_telegram_refuses_is_refused(html: str, why: str) -> None:
    with pytest.raises(Refused, match=why.replace("(", r"\(")):
        formatted(html, "HTML", most=4096)


@pytest.mark.parametrize(
    "extra", [{"text_": "x"}, {"link_preview_options": {"is_off": True}}, {"message_thread_id": "vijf"}]
)
async def test_what_no_bot_api_knows_is_refused_and_complained_about(
    server: TelegramServer, bot: Bot, extra: dict[str, object]
) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(server.group("Lindelaan").id, "x", api_kwargs=extra)

    assert len(server.complaints) == 1
    server.complaints.clear()


async def test_an_unknown_method_fails_the_test() -> None:
    async def ask_for_telepathy() -> None:
        async with TelegramServer() as server, bot_at(server) as bot:
            with pytest.raises(EndPointNotFound):
                await bot.do_api_request("sendTelepathy")

    with pytest.raises(AssertionError, match="no Bot API takes this"):
        await ask_for_telepathy()


@pytest.mark.parametrize("data", ["x" * 65, "é" * 33, ""])
async def test_callback_data_is_1_to_64_bytes(server: TelegramServer, bot: Bot, data: str) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data=data)]])

    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(server.group("Lindelaan").id, "Kom je?", reply_markup=keyboard)


@pytest.mark.parametrize("command", ["Vraag", "mijn-gegevens", "x" * 33])
async def test_a_command_is_lower_case_and_short(bot: Bot, command: str) -> None:
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([(command, "Stel een vraag")])


async def test_a_place_is_on_earth(server: TelegramServer, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="latitude"):
        await bot.send_venue(server.group("Lindelaan").id, 91, 5, "De Linde", "Lindelaan 1")


async def test_messages_are_edited_and_deleted_once(server: TelegramServer, bot: Bot) -> None:
    group = server.group("Lindelaan")
    message = await bot.send_message(group.id, "Hoi")

    edited = await bot.edit_message_text("Dag", group.id, message.message_id)
    assert edited.text == "Dag"
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("Dag", group.id, message.message_id)
    await bot.delete_message(group.id, message.message_id)
    with pytest.raises(BadRequest, match="not found"):
        await bot.delete_message(group.id, message.message_id)


async def test_a_reply_to_nothing_is_refused_unless_allowed(server: TelegramServer, bot: Bot) -> None:
    group = server.group("Lindelaan")

    with pytest.raises(BadRequest, match="replied not found"):
        await bot.send_message(group.id, "x", reply_parameters=ReplyParameters(99))
    await bot.send_message(group.id, "x", reply_parameters=ReplyParameters(99, allow_sending_without_reply=True))


async def test_membership_decides_what_may_be_sent(server: TelegramServer, bot: Bot) -> None:
    group, fatma = server.group("Lindelaan", supergroup=True), server.private("Fatma")

    server.becomes(group, "restricted", can_write=False)
    with pytest.raises(BadRequest, match="Not enough rights"):
        await bot.send_message(group.id, "x")
    server.kick(group)
    with pytest.raises(Forbidden, match="kicked from the supergroup"):
        await bot.send_message(group.id, "x")
    server.kick(fatma)
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(fatma.id, "x")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(-5, "x")


async def test_topics_exist_and_can_be_closed(server: TelegramServer, bot: Bot) -> None:
    group = server.group("Lindelaan", supergroup=True)
    thread = server.topic(group)

    sent = await bot.send_message(group.id, "x", message_thread_id=thread)
    assert sent.message_thread_id == thread
    group.topics[thread] = False
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(group.id, "x", message_thread_id=thread)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(group.id, "x", message_thread_id=999)


async def test_a_migrated_group_says_where_it_went(server: TelegramServer, bot: Bot) -> None:
    group = server.group("Lindelaan")
    new = server.migrate(group)

    with pytest.raises(ChatMigrated) as told:
        await bot.send_message(group.id, "x")

    assert told.value.new_chat_id == new.id
    assert [kind for update in server.pending for kind in update if kind != "update_id"] == [
        "my_chat_member",
        "message",
        "message",
    ]


async def test_the_21st_message_in_a_minute_is_too_many_for_a_group() -> None:
    now = [1000.0]
    limits = Limits(chat=(100, 1))
    async with TelegramServer(limits=limits, clock=lambda: now[0]) as server, bot_at(server) as bot:
        group = server.group("Lindelaan")
        for _ in range(20):
            await bot.send_message(group.id, "x")
            now[0] += 1

        with pytest.raises(TooManyRequests) as told:
            await bot.send_message(group.id, "x")
        assert told.value.after.total_seconds() == 40
        now[0] += 40
        await bot.send_message(group.id, "x")


async def test_a_token_may_send_30_messages_a_second() -> None:
    async with TelegramServer(clock=lambda: 1000.0) as server, bot_at(server) as bot:
        for number in range(30):
            await bot.send_message(server.private(f"buur {number}").id, "x")

        with pytest.raises(TooManyRequests):
            await bot.send_message(server.private("Fatma").id, "x")
