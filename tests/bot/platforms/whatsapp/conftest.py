"""A WhatsApp adapter beside a fake Twilio, and an ear that keeps what it hears."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from starlette.applications import Starlette

from bot.platforms.whatsapp import WhatsAppAdapter
from messages.delivery import Delivery, Receipt, Urgency
from messages.incoming import Heard
from messages.reply import say
from messages.street import ChatAddress, ChatKind, Platform
from tests.doubles.twilio_server import ACCOUNT, NUMBER, PUBLIC_URL, TOKEN, TwilioServer

FATMA = "whatsapp:+3197000000002"
KNOCK, REMINDER = "HX" + "1" * 32, "HX" + "2" * 32


class Listener:
    """An `Ear`; `error` is raised instead of storing."""

    def __init__(self) -> None:
        self.all: list[Heard] = []
        self.receipts: list[Receipt] = []
        self.error: Exception | None = None

    async def heard(self, heard: Heard) -> None:
        if self.error:
            raise self.error
        self.all.append(heard)

    async def receipt(self, receipt: Receipt) -> None:
        if self.error:
            raise self.error
        self.receipts.append(receipt)


@pytest.fixture
def a_delivery() -> Callable[..., Delivery]:
    def make(reply: Any = None, *, heard: timedelta | None = timedelta(minutes=1), **fields: Any) -> Delivery:
        now = datetime.now(UTC)
        given = {
            "key": 12,
            "chat": ChatAddress(Platform.WHATSAPP, FATMA),
            "chat_kind": ChatKind.PRIVATE,
            "reply": reply or say("Hoi"),
            "urgency": Urgency.REPLY,
            "cause": "test",
            "due_at": now,
            "last_heard_at": None if heard is None else now - heard,
        }
        return Delivery(**(given | fields))

    return make


@pytest.fixture
async def twilio() -> AsyncIterator[TwilioServer]:
    async with TwilioServer() as server:
        server.templates[KNOCK] = ("approved", "Er is een nieuw bericht voor de {{1}}. Tik op Lees.")
        server.templates[REMINDER] = ("approved", "Je vroeg om een herinnering: {{1}}. Tot dan!")
        yield server


@pytest.fixture
def ear() -> Listener:
    return Listener()


@pytest.fixture
def an_adapter(twilio: TwilioServer) -> Callable[..., WhatsAppAdapter]:
    def make(**fields: Any) -> WhatsAppAdapter:
        given = {
            "account_sid": ACCOUNT,
            "auth_token": TOKEN,
            "number": NUMBER,
            "public_url": PUBLIC_URL,
            "api_url": twilio.url,
            "templates": {"new_message": KNOCK, "reminder": REMINDER},
        }
        return WhatsAppAdapter(**(given | fields))

    return make


@pytest.fixture
async def adapter(
    twilio: TwilioServer, an_adapter: Callable[..., WhatsAppAdapter], ear: Listener
) -> AsyncIterator[WhatsAppAdapter]:
    running = an_adapter()
    twilio.attach(Starlette(routes=list(running.routes())))
    await running.start(ear)
    yield running
    await running.stop()
