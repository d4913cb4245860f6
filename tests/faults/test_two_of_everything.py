"""Started twice by mistake, or all at once on a new machine: they agree who does what, and nothing is done twice."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import aiohttp
import pytest

from bot.platforms.telegram.webhook import SECRET_HEADER
from storage.database import open_database
from storage.migrate import downgrade
from storage.seal import Seal
from tests.doubles.nodes import Node, Nursery, nodes
from tests.doubles.patience import until
from tests.doubles.telegram_server import TelegramServer
from tests.faults.account import account
from tests.faults.killing import WEBHOOK_SECRET, all_settled, ask, by_webhook

CHANCE = Random(3)
TWINS = 3
ASKED = 6


@pytest.fixture
async def new_url(engine: str, own_database_url: str, tmp_path: Path) -> str:
    """A database without tables."""
    if engine == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/data/new.db"
    await downgrade(own_database_url, "base")
    return own_database_url


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as opened:
        yield opened


async def test_all_at_once_on_a_new_machine(
    nursery: Nursery, new_url: str, server: TelegramServer, tmp_path: Path
) -> None:
    settings = {"TELEGRAM_API_URL": server.url, "TELEGRAM_BOT_TOKEN": server.token, "SECRET_KEY": ""}
    twins = [Node(nursery, new_url, tmp_path, settings=settings) for _ in range(TWINS)]
    try:
        await asyncio.gather(*(twin.start() for twin in twins))
        await asyncio.gather(*(twin.ready() for twin in twins))
        asked = ask(server, ASKED, CHANCE)
        key = (tmp_path / "data" / "secret_key").read_text(encoding="utf-8")
        async with open_database(new_url, Seal(key)) as database:
            await all_settled(database, server)
            found = await account(database, server, asked)
        # Only until one stops: who takes over may well ask before Telegram sees that the other is gone.
        listened = [call.status for call in server.called("getUpdates")]
        assert [await twin.stop() for twin in twins] == [0] * TWINS
    finally:
        for twin in twins:
            await twin.kill()

    assert (found.sent, found.unknown, found.is_right) == (ASKED, 0, True)
    # Who gets no answer of the database in time gives up what may be another's by then.
    given_up = [twin for twin in twins if "does not confirm that it is ours" in twin.log.read_text()]
    assert 409 not in listened or given_up


async def test_an_update_that_is_brought_to_two_at_once_is_answered_once(
    nursery: Nursery, own_database_url: str, server: TelegramServer, tmp_path: Path
) -> None:
    """As when Telegram does not see the first answer in time, and brings it again to the other."""
    first, second = (
        Node(nursery, own_database_url, tmp_path, settings=by_webhook(server.url, server.token)) for _ in range(2)
    )
    async with nodes(first, second), aiohttp.ClientSession(headers={SECRET_HEADER: WEBHOOK_SECRET}) as session:

        async def brought_to(node: Node) -> int:
            async with session.post(f"{node.url}/telegram/webhook", json=update) as answer:
                return answer.status

        server.webhook.url = ""  # now it is brought by hand
        ask(server, 1, CHANCE)
        (update,) = server.pending
        assert await asyncio.gather(*(brought_to(node) for node in (first, second) * 3)) == [200] * 6
        await until(lambda: server.all_sent)
        await asyncio.sleep(0.3)

    assert len(server.all_sent) == 1
