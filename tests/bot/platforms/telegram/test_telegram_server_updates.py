"""What the pretended Telegram tells a bot, and when it stops telling it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict

from bot.platforms.telegram.request import AiohttpRequest
from tests.doubles.patience import until
from tests.doubles.telegram_server import TelegramServer


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[Bot]:
    request = AiohttpRequest()
    async with Bot(server.token, f"{server.url}/bot", request=request, get_updates_request=request) as bot:
        yield bot


async def test_a_button_is_answered_once(server: TelegramServer, bot: Bot) -> None:
    group = server.group("Lindelaan")
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="1.0")]])
    await bot.send_message(group.id, "Kom je?", reply_markup=keyboard)

    query = server.presses(server.sent(group)[0].message, 0)

    await bot.answer_callback_query(query)
    with pytest.raises(BadRequest, match="too old"):
        await bot.answer_callback_query(query)


async def test_the_offset_confirms_updates(server: TelegramServer, bot: Bot) -> None:
    fatma = server.private("Fatma")
    server.says(fatma, "Fatma", "een")
    server.says(fatma, "Fatma", "twee")

    first = await bot.get_updates(limit=1)
    again = await bot.get_updates(limit=1)
    then = await bot.get_updates(offset=first[0].update_id + 1)

    assert first == again
    assert [update.message and update.message.text for update in then] == ["twee"]
    assert len(server.pending) == 1


async def test_a_second_poller_ends_the_first(server: TelegramServer, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=5))
    await until(lambda: server.called("getUpdates"))

    await bot.get_updates(timeout=0)

    with pytest.raises(Conflict):
        await first


async def test_polling_is_refused_while_there_is_a_webhook(server: TelegramServer, bot: Bot) -> None:
    await bot.set_webhook("https://straatbot.example/telegram/webhook")

    with pytest.raises(Conflict):
        await bot.get_updates()


async def test_only_the_allowed_kinds_of_update_come(server: TelegramServer, bot: Bot) -> None:
    group = server.group("Lindelaan")
    await bot.get_updates(allowed_updates=["my_chat_member"])

    server.says(group, "Fatma", "/help")
    server.kick(group)

    assert [update.my_chat_member is not None for update in await bot.get_updates()] == [True]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("wie heeft een ladder", False),
        ("/help", True),
        ("/help@straatbot", True),
        ("/help@weerbot", False),
        ("hoi @Straatbot", True),
    ],
)
async def test_privacy_mode_keeps_chatter_away(server: TelegramServer, text: str, heard: bool) -> None:
    group = server.group("Lindelaan", ["Fatma"])

    server.says(group, "Fatma", text)

    assert bool(server.pending) is heard


async def test_every_update_has_the_shape_that_the_library_knows(server: TelegramServer, bot: Bot) -> None:
    group = server.group("Lindelaan")
    server.says(group, "Fatma", "🔥 @straatbot hoi")
    server.joins(group, "Ali", "Noor")
    server.becomes(group, "administrator")
    server.becomes(server.group("Eikenlaan", supergroup=True), "restricted", can_write=False)
    server.kick(server.private("Fatma"))
    server.migrate(group)

    updates = await bot.get_updates()

    assert len(updates) == 8
    assert all(isinstance(update, Update) and update.effective_chat for update in updates)
