"""What the bot sends to Twilio is what Twilio's own OpenAPI allows."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.platforms.base import SendFailed
from bot.platforms.whatsapp import WhatsAppAdapter
from messages.delivery import Delivery
from messages.reply import Paragraph, Reply, Template, say
from messages.street import ChatAddress, Platform
from tests.bot.platforms.whatsapp.conftest import KNOCK, Listener
from tests.doubles.prism import Prism, missing

pytestmark = pytest.mark.skipif(missing() is not None, reason=missing() or "")

Make = Callable[..., Delivery]


@pytest.fixture
async def adapter(an_adapter: Callable[..., WhatsAppAdapter], tmp_path: Path) -> AsyncIterator[WhatsAppAdapter]:
    async with Prism(tmp_path) as prism:
        running = an_adapter(api_url=prism.url, templates={"new_message": KNOCK, "reminder": "HX-not-one"})
        await running.start(Listener())
        yield running
        await running.stop()


async def test_all_that_is_sent_is_allowed(adapter: WhatsAppAdapter, a_delivery: Make) -> None:
    knock = Reply((Paragraph("x"),), template=Template("new_message", ("Lindelaan",)))
    username = ChatAddress(Platform.WHATSAPP, "whatsapp:NL.1234567890abcdef")
    assert await adapter.send(a_delivery(say("**Hoi** 👋\n\nregel & zo")), 0)
    assert await adapter.send(a_delivery(knock, heard=timedelta(days=2)), 0)
    assert await adapter.send(a_delivery(chat=username), 0)
    assert await adapter.find(a_delivery(), 0, datetime.now(UTC)) is None


async def test_what_is_not_allowed_is_noticed(adapter: WhatsAppAdapter, a_delivery: Make) -> None:
    wrong = Reply((Paragraph("x"),), template=Template("reminder", ("Lindelaan",)))
    with pytest.raises(SendFailed, match="twilio_422"):
        await adapter.send(a_delivery(wrong, heard=None), 0)


async def test_what_check_asks_is_allowed(adapter: WhatsAppAdapter) -> None:
    problems = await adapter.check()
    assert [problem.partition(":")[0] for problem in problems] == [
        "TWILIO_WHATSAPP_NUMBER",
        "Twilio does not tell how WhatsApp is set up (HTTP 422, code 422); see its console.",
    ]
