from datetime import timedelta

import pytest

from bot.platforms.base import Identity, PlatformAdapter, PlatformMisconfigured
from bot.platforms.telegram.adapter import TelegramAdapter
from bot.settings import TelegramMode
from messages.street import Platform
from tests.doubles.patience import until
from tests.doubles.telegram_ear import RecordingEar
from tests.doubles.telegram_server import TelegramServer


async def test_it_is_a_platform_and_introduces_itself(
    server: TelegramServer, adapter: TelegramAdapter, ear: RecordingEar
) -> None:
    platform: PlatformAdapter = adapter
    assert platform.identity == Identity(platform=Platform.TELEGRAM, name="")

    await platform.start(ear)

    assert platform.identity == Identity(
        platform=Platform.TELEGRAM,
        name="@straatbot",
        link="https://t.me/straatbot?start={text}",
        overhears=False,
        takes_back_for=timedelta(hours=47),
    )
    assert platform.routes() == []


async def test_the_menu_shows_the_commands(server: TelegramServer, adapter: TelegramAdapter, ear: RecordingEar) -> None:
    await adapter.start(ear)

    await until(lambda: server.commands)
    assert [command["command"] for command in server.commands] == ["vraag", "help"]
    assert server.commands[0]["description"] == "Stel een vraag"


async def test_a_menu_that_cannot_be_set_is_no_reason_to_stay_deaf(
    server: TelegramServer, adapter: TelegramAdapter, ear: RecordingEar
) -> None:
    server.fails("setMyCommands", 400, description="Bad Request: BOT_COMMAND_INVALID")

    await adapter.start(ear)
    server.says(server.private("Fatma"), "Fatma", "hoi")

    await until(lambda: ear.texts == ["hoi"])


async def test_the_menu_is_not_waited_for(server: TelegramServer, adapter: TelegramAdapter, ear: RecordingEar) -> None:
    server.fails("setMyCommands", hang=True)

    await adapter.start(ear)
    server.says(server.private("Fatma"), "Fatma", "hoi")

    await until(lambda: ear.texts == ["hoi"])


async def test_polling_removes_a_webhook_that_was_left(
    server: TelegramServer, adapter: TelegramAdapter, ear: RecordingEar
) -> None:
    server.webhook.url = "http://127.0.0.1:9/old"

    await adapter.start(ear)

    await until(lambda: server.called("getUpdates"))
    assert server.webhook.url == ""


async def test_a_wrong_token_stops_the_start_without_showing_it(
    server: TelegramServer, ear: RecordingEar, caplog: pytest.LogCaptureFixture
) -> None:
    adapter = TelegramAdapter(token="123456:WRONG", api_url=server.url)

    with pytest.raises(PlatformMisconfigured, match="TELEGRAM_BOT_TOKEN") as error:
        await adapter.start(ear)

    assert "WRONG" not in repr(error.getrepr(chain=True, style="native")) + caplog.text


async def test_a_secret_that_telegram_would_refuse_stops_the_start(server: TelegramServer) -> None:
    adapter = TelegramAdapter(
        token=server.token,
        api_url=server.url,
        mode=TelegramMode.WEBHOOK,
        public_url="https://straatbot.example",
        webhook_secret="met een spatie",
    )

    with pytest.raises(PlatformMisconfigured, match="TELEGRAM_WEBHOOK_SECRET"):
        await adapter.start(RecordingEar())


async def test_while_telegram_is_away_it_keeps_trying(
    server: TelegramServer, adapter: TelegramAdapter, ear: RecordingEar, caplog: pytest.LogCaptureFixture
) -> None:
    server.fails("getMe", 502, html=True, times=3)

    await adapter.start(ear)
    assert adapter.identity.name == ""
    server.says(server.private("Fatma"), "Fatma", "hoi")

    await until(lambda: ear.texts == ["hoi"])
    assert caplog.text.count("Trying again") == 3


async def test_it_can_be_stopped_while_telegram_is_away(
    server: TelegramServer, adapter: TelegramAdapter, ear: RecordingEar
) -> None:
    server.fails("getMe", 502, times=1_000_000)

    await adapter.start(ear)

    await adapter.stop()


async def test_the_check_explains_privacy_mode(adapter: TelegramAdapter) -> None:
    said = await adapter.check()

    assert said[0] == "Telegram knows this bot as @straatbot."
    assert "Privacy mode is on" in said[1]
    assert len(said) == 2


async def test_the_check_says_what_a_bot_without_privacy_mode_hears() -> None:
    async with TelegramServer(overhears=True) as server:
        said = await TelegramAdapter(token=server.token, api_url=server.url).check()

    assert "hears every message" in said[1]


async def test_the_check_reports_on_the_webhook(server: TelegramServer) -> None:
    adapter = TelegramAdapter(
        token=server.token,
        api_url=server.url,
        mode=TelegramMode.WEBHOOK,
        public_url="http://127.0.0.1:9",
        webhook_secret="geheim",
    )
    await adapter.start(RecordingEar())
    server.says(server.private("Fatma"), "Fatma", "hoi")
    await until(lambda: server.webhook.error)

    said = " ".join(await adapter.check())

    await adapter.stop()
    assert "only brings messages to https://" in said
    assert "could not bring a message: Connection refused" in said
    assert "1 messages wait" in said


async def test_the_check_refuses_a_wrong_token(server: TelegramServer) -> None:
    with pytest.raises(PlatformMisconfigured, match="TELEGRAM_BOT_TOKEN"):
        await TelegramAdapter(token="123456:WRONG", api_url=server.url).check()


async def test_the_check_says_when_telegram_cannot_be_reached() -> None:
    (sentence,) = await TelegramAdapter(token="1:x", api_url="http://127.0.0.1:9").check()

    assert "cannot be reached" in sentence
