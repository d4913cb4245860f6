"""The cluster of docs/cluster.md, in real processes: two of each part behind a balancer, and any of them may die."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.inbox import utc_now
from messages.content import Announcement, AtQuietHours, Content, Schedule, Wording
from messages.street import ChatAddress, ChatKind, ChatState, Platform, Street
from storage import Database, Store
from storage.database import open_database
from storage.seal import Seal
from storage.tables import occurrences
from tests.doubles.balancer import Balancer
from tests.doubles.bot import SECRET
from tests.doubles.nodes import Node, Nursery, nodes
from tests.doubles.patience import until
from tests.doubles.ports import free_port
from tests.doubles.telegram_chats import Chat
from tests.doubles.telegram_server import TelegramServer
from tests.faults.account import account
from tests.faults.killing import all_settled, ask, by_webhook

PARTS = ("web", "web", "postman", "postman", "clock", "clock")
CHANCE = Random(4)
STREETS, STREET = 4, "straat-"
ASKED = 5
# What is due before it is stored is nobody's business, and a busy machine may take seconds to store it.
DUE_IN = timedelta(seconds=15)


@dataclass(frozen=True)
class Cluster:
    server: TelegramServer
    balancer: Balancer
    parts: list[Node]
    database: Database

    def of(self, role: str) -> list[Node]:
        return [part for part in self.parts if part.role == role]

    @property
    def hears(self) -> Node:
        """The web to which Telegram's connection leads."""
        carried = self.balancer.carried
        return max(self.of("web"), key=lambda web: carried[web.port])


@pytest.fixture
def engine() -> str:
    return "postgresql"


@pytest.fixture
async def cluster(nursery: Nursery, own_database_url: str, tmp_path: Path) -> AsyncIterator[Cluster]:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(TelegramServer())
        port = free_port()
        settings = by_webhook(server.url, server.token) | {"PUBLIC_URL": f"http://127.0.0.1:{port}"}
        parts = [Node(nursery, own_database_url, tmp_path, role, settings) for role in PARTS]
        webs = [part.port for part in parts if part.role == "web"]
        balancer = await stack.enter_async_context(Balancer(webs, port))
        database = await stack.enter_async_context(open_database(own_database_url, Seal(SECRET)))
        await stack.enter_async_context(nodes(*parts))
        yield Cluster(server, balancer, parts, database)


def due_soon(groups: list[Chat], store: Store) -> None:
    """Something to say in each of these groups, each of a street of its own."""
    streets = {
        f"{STREET}{n}": Street(id=f"{STREET}{n}", name=f"Straat {n}", quiet_hours=None) for n in range(len(groups))
    }
    local = (utc_now() + DUE_IN).astimezone(ZoneInfo("Europe/Amsterdam")).replace(tzinfo=None)
    schedule = Schedule(starts_at=local, quiet_hours=AtQuietHours.SEND)
    tip = Announcement(id="tip", wordings=(Wording(text="Radiatorfolie scheelt meteen."),), schedule=schedule)
    store.memory.set("content_origin", "tests")
    store.content.save(Content(streets=streets, announcements={tip.id: tip}), now=utc_now())
    for street, group in zip(streets, groups, strict=True):
        chat = store.chats.meet(ChatAddress(Platform.TELEGRAM, str(group.id)), ChatKind.GROUP, utc_now())
        store.chats.change(chat, street=street, state=ChatState.LINKED)


def are_decided(store: Store) -> bool:
    """Whether a clock has decided about the tip in each street; there are others, of the demo."""
    ours = occurrences.c.street.startswith(STREET)
    return store._connection.scalar(select(func.count()).select_from(occurrences).where(ours)) == STREETS


async def test_whichever_dies_everything_is_heard_decided_and_said_once(cluster: Cluster) -> None:
    server = cluster.server
    groups = [server.group(f"Straat {n}") for n in range(STREETS)]
    await cluster.database.write(lambda store: due_soon(groups, store))
    asked = ask(server, ASKED, CHANCE, ["/help"])
    await until(lambda: server.all_sent)
    dying = [cluster.hears, cluster.of("clock")[0], cluster.of("postman")[0]]  # the first postman is the one that sends
    for part in dying:
        asked += ask(server, ASKED, CHANCE, ["/help"])
        await part.kill()
        asked += ask(server, ASKED, CHANCE, ["/privacy"])

    await until(lambda: cluster.database.read(are_decided))
    await all_settled(cluster.database, server)

    found = await account(cluster.database, server, [*asked, *(str(group.id) for group in groups)])
    assert (found.lost, found.doubled) == ((), ())
    assert found.sent + found.unknown >= found.asked
    assert min(cluster.balancer.carried.values()) > 0
    assert [await part.stop() for part in cluster.parts if part not in dying] == [0, 0, 0]
