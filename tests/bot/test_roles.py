"""Several processes share one PostgreSQL database: each does its part, and none does another's."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.doubles.nodes import Node, Nursery, nodes
from tests.doubles.patience import until
from tests.doubles.telegram_server import TelegramServer

# In seconds: a third of it on a machine that has nothing else to do.
TAKES_OVER_WITHIN = 30


@dataclass(frozen=True)
class Place:
    """The database and the folder that all share."""

    nursery: Nursery
    url: str
    folder: Path

    @asynccontextmanager
    async def running(self, server: TelegramServer, *roles: str) -> AsyncIterator[list[Node]]:
        telegram = {"TELEGRAM_API_URL": server.url, "TELEGRAM_BOT_TOKEN": server.token}
        some = [Node(self.nursery, self.url, self.folder, role, telegram) for role in roles]
        async with nodes(*some):
            yield some


@pytest.fixture
def engine() -> str:
    return "postgresql"


@pytest.fixture
def place(nursery: Nursery, own_database_url: str, tmp_path: Path) -> Place:
    return Place(nursery, own_database_url, tmp_path)


async def test_who_listens_and_who_sends_answer_a_question_together(place: Place) -> None:
    async with TelegramServer() as server, place.running(server, "web", "postman"):
        fatma = server.private("Fatma")

        server.says(fatma, "Fatma", "/start")

        await until(lambda: server.sent(fatma))
        assert len(server.called("sendMessage")) == 1


async def test_when_the_sender_is_killed_another_takes_over_and_nothing_is_doubled(place: Place) -> None:
    roles = ("web", "postman", "postman")
    async with TelegramServer() as server, place.running(server, *roles) as (_, first, second):
        await until(lambda: "standing by" in second.log.read_text())
        fatma = server.private("Fatma")
        await first.kill()

        server.says(fatma, "Fatma", "/start")

        async with asyncio.timeout(TAKES_OVER_WITHIN):
            await until(lambda: server.sent(fatma))
        await asyncio.sleep(0.3)
        assert len(server.called("sendMessage")) == 1


async def test_one_of_two_listens_and_when_it_is_killed_the_other_does(place: Place) -> None:
    async with TelegramServer() as server, place.running(server, "all", "all") as (first, _):
        fatma = server.private("Fatma")
        await first.kill()

        server.says(fatma, "Fatma", "/start")

        async with asyncio.timeout(TAKES_OVER_WITHIN):
            await until(lambda: server.sent(fatma))
        assert all(call.status != 409 for call in server.called("getUpdates"))
