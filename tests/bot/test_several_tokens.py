"""Two bots in one installation, in real processes: each speaks with its own people, whatever happens to the other."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.commands.check import findings
from bot.settings import Settings
from tests.doubles.bot import SECRET
from tests.doubles.nodes import Node, Nursery, nodes
from tests.doubles.patience import until
from tests.doubles.telegram_address import OneAddress
from tests.doubles.telegram_server import TelegramServer

BY_WEBHOOK = {"TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": "een-lang-geheim"}
REVOKED = "nobody's"


@pytest.fixture
async def telegram() -> AsyncIterator[OneAddress]:
    async with OneAddress() as opened:
        yield opened


async def answers(server: TelegramServer, name: str) -> int:
    """How many messages somebody gets who starts to talk with the bot."""
    chat = server.private(name)
    server.says(chat, name, "/start")
    await until(lambda: server.sent(chat))
    await asyncio.sleep(0.3)
    return len(server.sent(chat))


@pytest.mark.parametrize("how", [{}, BY_WEBHOOK], ids=["polling", "webhook"])
async def test_who_writes_to_both_is_answered_once_by_each(
    nursery: Nursery, own_database_url: str, telegram: OneAddress, tmp_path: Path, how: dict[str, str]
) -> None:
    node = Node(nursery, own_database_url, tmp_path, settings=telegram.settings | how)
    async with nodes(node):
        assert telegram.first.private("Fatma").id == telegram.second.private("Fatma").id
        for server in (telegram.first, telegram.second):
            assert await answers(server, "Fatma") == 1
        assert await node.stop() == 0

    assert [len(server.called("sendMessage")) for server in (telegram.first, telegram.second)] == [1, 1]


async def test_each_has_its_own_webhook_and_secret(
    nursery: Nursery, own_database_url: str, telegram: OneAddress, tmp_path: Path
) -> None:
    node = Node(nursery, own_database_url, tmp_path, settings=telegram.settings | BY_WEBHOOK)
    async with nodes(node):
        await until(lambda: telegram.first.webhook.url and telegram.second.webhook.url)  # it is ready with one of both
        first, second = telegram.first.webhook, telegram.second.webhook

    assert (first.url, first.secret) == (f"{node.url}/telegram/webhook", "een-lang-geheim")
    assert second.url == f"{node.url}/telegram/webhook/222222"
    assert len(second.secret) == 64


async def test_one_whose_token_telegram_refuses_does_not_keep_the_other_from_starting(
    nursery: Nursery, own_database_url: str, telegram: OneAddress, tmp_path: Path
) -> None:
    telegram.first.token = REVOKED
    node = Node(nursery, own_database_url, tmp_path, settings=telegram.settings)
    async with nodes(node):
        assert await answers(telegram.second, "Fatma") == 1
        await until(lambda: "does not accept that of bot 123456" in node.log.read_text())


async def test_one_whose_token_is_refused_at_work_loses_nothing_and_does_not_stop_the_other(
    nursery: Nursery, own_database_url: str, telegram: OneAddress, tmp_path: Path
) -> None:
    node = Node(nursery, own_database_url, tmp_path, settings=telegram.settings)
    async with nodes(node):
        telegram.first.says(telegram.first.private("Fatma"), "Fatma", "/start")
        telegram.first.fails("sendMessage", 401, description="Unauthorized")

        assert await answers(telegram.second, "Fatma") == 1
        await node.ready()
        await until(lambda: telegram.first.all_sent)


async def test_when_the_process_that_sends_for_both_is_killed_another_does(
    nursery: Nursery, own_database_url: str, telegram: OneAddress, tmp_path: Path
) -> None:
    one, other = (Node(nursery, own_database_url, tmp_path, settings=telegram.settings) for _ in range(2))
    async with nodes(one, other):
        await until(lambda: "sending on telegram:222222: another process does it" in other.log.read_text())
        await one.kill()

        for server in (telegram.first, telegram.second):
            assert await answers(server, "Fatma") == 1


async def test_the_check_tells_of_each(own_database_url: str, telegram: OneAddress) -> None:
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        secret_key=SECRET,
        database_url=own_database_url,
        telegram_api_url=telegram.url,
        telegram_bot_token=telegram.settings["TELEGRAM_BOT_TOKEN"],
    )
    telegram.second.token = REVOKED

    found = {finding.sentence: finding.stops for finding in await findings(settings)}

    assert found["Telegram knows this bot as @straatbot."] is False
    refused = "TELEGRAM_BOT_TOKEN: Telegram does not accept that of bot 222222; copy it again from @BotFather."
    assert found[refused] is True
