"""Somebody sets the clock of the machine two hours forward or back: nothing is lost, and nothing is said twice."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from messages.content import Announcement, AtQuietHours, Content, Event, LeadTime, Schedule, Wording
from messages.delivery import Urgency
from messages.reply import say
from messages.street import ChatAddress, ChatKind, ChatState, Platform, Street
from storage import Database, Store
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.machine_clock import MachineClock
from tests.doubles.nodes import Node, Nursery, nodes
from tests.doubles.patience import until
from tests.doubles.telegram_chats import Chat
from tests.doubles.telegram_server import TelegramServer
from tests.faults.killing import by_webhook

SOON = timedelta(seconds=12)
HALF, HOUR, JUMP = timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2)
STREET = Street(id="lindelaan", name="Lindelaan", quiet_hours=None)
# Whatever is said twice, is by then.
A_WHILE = 2.5


@dataclass(frozen=True)
class Machine:
    clock: MachineClock
    database: Database
    server: TelegramServer
    group: Chat
    node: Node

    async def plans(self, *items: Announcement | Event) -> None:
        now = self.clock()
        announcements = {item.id: item for item in items if isinstance(item, Announcement)}
        events = {item.id: item for item in items if isinstance(item, Event)}
        content = Content(streets={STREET.id: STREET}, announcements=announcements, events=events)
        await self.database.write(lambda store: store.content.save(content, now=now))

    async def waits(self, text: str, due_at: datetime, expires_at: datetime | None = None) -> None:
        how = {"urgency": Urgency.BROADCAST, "cause": text, "due_at": due_at, "expires_at": expires_at}
        address, now = ChatAddress(Platform.TELEGRAM, str(self.group.id)), self.clock()

        def add(store: Store) -> None:
            chat = store.chats.find(address)
            assert chat
            store.outbox.add(chat, say(text), now=now, **how)

        await self.database.write(add)

    def said(self) -> Counter[str]:
        """How often each thing has arrived in the group, by its first words."""
        return Counter(sent.text.partition(".")[0].partition("\n")[0] for sent in self.server.sent(self.group))

    async def until_said(self, *texts: str) -> None:
        try:
            await until(lambda: self.said().keys() >= set(texts))
        except TimeoutError:
            raise AssertionError(f"said {self.said()}: {self.node.log.read_text()[-3000:]}") from None


def tip(id_: str, at: datetime, expires_after: timedelta = timedelta(hours=6)) -> Announcement:
    schedule = Schedule(starts_at=local(at), expires_after=expires_after, quiet_hours=AtQuietHours.SEND)
    return Announcement(id=id_, wordings=(Wording(text=f"{id_}."),), schedule=schedule)


def event(id_: str, starts_at: datetime, reminded_before: timedelta) -> Event:
    reminders = (LeadTime(elapsed=reminded_before),)
    return Event(id=id_, title=id_.title(), starts_at=local(starts_at), announce=(), reminders=reminders)


def local(at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(STREET.timezone)).replace(tzinfo=None, microsecond=0)


@pytest.fixture
async def machine(own_database_url: str, tmp_path: Path) -> AsyncIterator[Machine]:
    clock = MachineClock(tmp_path)
    async with AsyncExitStack() as stack:
        nursery = stack.enter_context(Nursery(clock.environment))
        server = await stack.enter_async_context(TelegramServer())
        database = await stack.enter_async_context(open_database(own_database_url, Seal(SECRET)))
        group = server.group("Lindelaan")

        def a_street(store: Store) -> None:
            store.memory.set("content_origin", "tests")
            store.content.save(Content(streets={STREET.id: STREET}), now=clock())
            chat = store.chats.meet(ChatAddress(Platform.TELEGRAM, str(group.id)), ChatKind.GROUP, clock())
            store.chats.change(chat, street=STREET.id, state=ChatState.LINKED)

        await database.write(a_street)
        settings = by_webhook(server.url, server.token) | clock.environment
        node = Node(nursery, own_database_url, tmp_path, settings=settings)
        await stack.enter_async_context(nodes(node))
        yield Machine(clock, database, server, group, node)


async def test_forward_what_was_skipped_is_said_once_as_far_as_it_is_of_use(machine: Machine) -> None:
    now = machine.clock()
    party, over = event("borrel", now + 4 * HOUR, 3 * HOUR), event("gemist", now + 3 * HALF, HOUR)
    await machine.plans(tip("straks", now + HOUR), tip("voorbij", now + HALF, expires_after=HOUR), party, over)
    await machine.waits("wachtte", now + HOUR)
    await machine.waits("verlopen", now + HOUR, expires_at=now + 3 * HALF)
    await asyncio.sleep(A_WHILE)
    assert not machine.said()

    machine.clock.set(JUMP)
    await machine.until_said("straks", "wachtte")
    await asyncio.sleep(A_WHILE)

    said = machine.said()
    assert {text: said[text] for text in ("straks", "wachtte", "voorbij", "verlopen")} == {
        "straks": 1,
        "wachtte": 1,
        "voorbij": 0,
        "verlopen": 0,
    }
    reminders = [sent.text for sent in machine.server.sent(machine.group) if "Borrel" in sent.text]
    assert len(reminders) == 1
    assert not any("Gemist" in text for text in said)


async def test_back_what_was_said_is_not_said_again_and_all_else_at_its_new_time(machine: Machine) -> None:
    now = machine.clock()
    await machine.plans(tip("net", now + SOON), tip("straks", now + HOUR))
    await machine.waits("wachtte", now + HOUR)
    await machine.until_said("net")

    machine.clock.set(-JUMP)
    fatma = machine.server.private("Fatma")
    machine.server.says(fatma, "Fatma", "/help")
    await until(lambda: machine.server.sent(fatma))
    await until(lambda: "clock_set_back" in machine.node.log.read_text())
    await machine.plans(tip("nieuw", machine.clock() + SOON))
    await machine.until_said("nieuw")
    await asyncio.sleep(A_WHILE)
    assert machine.said() == {"net": 1, "nieuw": 1}

    machine.clock.set(HOUR + SOON)
    await machine.until_said("straks", "wachtte")
    await asyncio.sleep(A_WHILE)

    assert machine.said() == {"net": 1, "nieuw": 1, "straks": 1, "wachtte": 1}
