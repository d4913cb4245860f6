"""WhatsApp as a platform: who it is, its receipts in any order, and what `check` finds."""

from collections.abc import Callable

import pytest
from starlette.applications import Starlette

from bot.platforms.base import PlatformAdapter, SendFailed, Unanswered
from bot.platforms.whatsapp import WhatsAppAdapter
from bot.settings import Settings
from messages.delivery import Delivery, DeliveryState
from messages.incoming import Change, ChatChange
from tests.bot.platforms.whatsapp.conftest import FATMA, KNOCK, Listener
from tests.doubles.twilio_server import ACCOUNT, NUMBER, PUBLIC_URL, TOKEN, TwilioServer
from tests.doubles.twilio_shapes import Fault

Make = Callable[..., Delivery]
SENT, DELIVERED, READ = DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ


def test_it_is_a_platform_adapter(an_adapter: Callable[..., WhatsAppAdapter]) -> None:
    adapter: PlatformAdapter = an_adapter()
    identity = adapter.identity
    assert identity.link is not None
    assert identity.link.format(text="Lindelaan") == "https://wa.me/3197000000001?text=Lindelaan"
    assert identity.name == "Straatbot"


def test_it_is_built_from_the_settings() -> None:
    settings = Settings(
        _env_file=None,
        twilio_account_sid=ACCOUNT,
        twilio_auth_token=TOKEN,
        twilio_whatsapp_number=NUMBER,
        twilio_template_new_message=KNOCK,
        public_url=PUBLIC_URL,
    )
    adapter = WhatsAppAdapter.from_settings(settings)
    assert adapter.identity.link == "https://wa.me/3197000000001?text={text}"
    with pytest.raises(ValueError, match="off"):
        WhatsAppAdapter.from_settings(Settings(_env_file=None))


async def test_before_the_start_nothing_is_written(
    an_adapter: Callable[..., WhatsAppAdapter], a_delivery: Make
) -> None:
    with pytest.raises(SendFailed) as failed:
        await an_adapter().send(a_delivery(), 0)
    assert failed.value.retry


async def test_stopping_twice_is_harmless(adapter: WhatsAppAdapter) -> None:
    await adapter.stop()
    await adapter.stop()


@pytest.mark.parametrize("reverse", [False, True])
async def test_receipts_come_in_any_order_and_more_than_once(
    adapter: WhatsAppAdapter, twilio: TwilioServer, ear: Listener, a_delivery: Make, reverse: bool
) -> None:
    await twilio.write(FATMA, "hoi")
    sid = await adapter.send(a_delivery(), 0)
    assert set(await twilio.call_back(reverse=reverse, times=2)) == {204}
    order = (
        [READ, READ, DELIVERED, DELIVERED, SENT, SENT] if reverse else [SENT, SENT, DELIVERED, DELIVERED, READ, READ]
    )
    assert [receipt.state for receipt in ear.receipts] == order
    assert {(receipt.external_id, receipt.delivery) for receipt in ear.receipts} == {(sid, 12)}


async def test_a_receipt_names_its_delivery_before_twilios_id_is_known(
    adapter: WhatsAppAdapter, twilio: TwilioServer, ear: Listener, a_delivery: Make
) -> None:
    await twilio.write(FATMA, "hoi")
    twilio.faults.append(Fault(cut=True, made=True))
    with pytest.raises(Unanswered):
        await adapter.send(a_delivery(), 0)
    await twilio.call_back()
    assert {receipt.delivery for receipt in ear.receipts} == {12}
    assert {receipt.external_id for receipt in ear.receipts} == {twilio.sent[0].sid}


async def test_a_window_that_was_closed_after_all_is_told_by_the_receipt(
    adapter: WhatsAppAdapter, twilio: TwilioServer, ear: Listener, a_delivery: Make
) -> None:
    await adapter.send(a_delivery(), 0)
    await twilio.call_back()
    (receipt,) = ear.receipts
    assert (receipt.state, receipt.error) == (DeliveryState.FAILED, "63016")
    assert ear.all == []


async def test_who_blocked_us_is_heard_to_leave(
    adapter: WhatsAppAdapter, twilio: TwilioServer, ear: Listener, a_delivery: Make
) -> None:
    twilio.gone[FATMA] = 63024
    await adapter.send(a_delivery(), 0)
    await twilio.call_back()
    (change,) = ear.all
    assert isinstance(change, ChatChange)
    assert (change.change, change.chat.id) == (Change.LEFT, FATMA)


async def test_a_public_address_may_have_a_path(
    an_adapter: Callable[..., WhatsAppAdapter], twilio: TwilioServer, a_delivery: Make
) -> None:
    adapter = an_adapter(public_url="https://example.nl/bot/")
    await adapter.start(Listener())
    await adapter.send(a_delivery(), 0)
    await adapter.stop()
    assert twilio.posts[0]["StatusCallback"] == "https://example.nl/bot/whatsapp/status?delivery=12.0"


async def test_the_log_holds_no_number_text_or_token(
    adapter: WhatsAppAdapter, a_delivery: Make, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await adapter.send(a_delivery(), 0)
    await adapter.check()
    logged = "\n".join(r.getMessage() for r in caplog.records if not r.name.startswith("aiohttp.access"))
    assert not any(secret in logged for secret in ("3197", "Hoi", TOKEN))


async def test_a_sound_set_up_has_no_problems(an_adapter: Callable[..., WhatsAppAdapter]) -> None:
    assert await an_adapter().check() == []


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"auth_token": "another"}, ["TWILIO_AUTH_TOKEN"]),
        ({"account_sid": "AC" + "9" * 32}, ["TWILIO_AUTH_TOKEN"]),
        ({"public_url": "http://bot.example.nl"}, ["PUBLIC_URL", "PUBLIC_URL"]),
        ({"public_url": "https://elsewhere.nl"}, ["PUBLIC_URL"]),
        ({"number": "+3197000000009"}, ["TWILIO_WHATSAPP_NUMBER"]),
        ({"number": "+14155238886"}, []),
        ({"templates": {"reminder": "HX" + "9" * 32}}, ["TWILIO_TEMPLATE_REMINDER"]),
        ({"api_url": "http://127.0.0.1:9"}, ["TWILIO_API_URL"]),
    ],
)
async def test_each_wrong_setting_is_named(
    an_adapter: Callable[..., WhatsAppAdapter], fields: dict[str, object], names: list[str]
) -> None:
    assert [problem.partition(":")[0] for problem in await an_adapter(**fields).check()] == names


async def test_what_is_wrong_at_twilio_is_told(
    an_adapter: Callable[..., WhatsAppAdapter], twilio: TwilioServer
) -> None:
    twilio.templates[KNOCK] = ("rejected", "x")
    twilio.senders[0]["status"] = "OFFLINE"
    told = " ".join(await an_adapter().check())
    assert "rejected" in told
    assert "OFFLINE" in told
    twilio.account_status = "suspended"
    assert [problem for problem in await an_adapter().check() if "suspended" in problem]


async def test_two_adapters_can_share_one_web_app(adapter: WhatsAppAdapter, ear: Listener) -> None:
    paths = [getattr(route, "path", "") for route in adapter.routes()]
    assert paths == ["/whatsapp/incoming", "/whatsapp/status"]
    assert Starlette(routes=list(adapter.routes())).routes
