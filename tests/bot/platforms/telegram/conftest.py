"""A pretended Telegram, and an ear that remembers what it was told."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.platforms.telegram.adapter import TelegramAdapter
from bot.platforms.telegram.request import AiohttpRequest
from messages.delivery import Delivery, Urgency
from messages.reply import Reply
from messages.street import ChatAddress, ChatKind, Platform
from tests.doubles.telegram_chats import Chat
from tests.doubles.telegram_ear import RecordingEar
from tests.doubles.telegram_server import TelegramServer


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
def ear() -> RecordingEar:
    return RecordingEar()


@pytest.fixture
async def adapter(server: TelegramServer) -> AsyncIterator[TelegramAdapter]:
    """Not started."""
    adapter = TelegramAdapter(
        token=server.token,
        api_url=server.url,
        commands=lambda: {"vraag": "Stel een vraag", "help": "Wat ik kan"},
        first_wait=0.01,
    )
    yield adapter
    await adapter.stop()


@pytest.fixture
async def sender(server: TelegramServer) -> AsyncIterator[TelegramAdapter]:
    """An adapter that sends, and waits for no answer longer than two seconds."""
    async with AiohttpRequest(connect_seconds=1.5, answer_seconds=0.5) as request:
        yield TelegramAdapter(token=server.token, api_url=server.url, request=request)


def delivery_to(chat: Chat, reply: Reply, **more: Any) -> Delivery:
    return Delivery(
        key=more.pop("key", 17),
        chat=ChatAddress(Platform.TELEGRAM, str(chat.id)),
        chat_kind=ChatKind.PRIVATE if chat.is_private else ChatKind.GROUP,
        reply=reply,
        urgency=Urgency.REPLY,
        cause="test",
        due_at=datetime(2026, 12, 10, tzinfo=UTC),
        **more,
    )


@pytest.fixture
def make_delivery() -> Callable[..., Delivery]:
    return delivery_to
