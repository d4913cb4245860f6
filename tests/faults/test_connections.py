"""Whatever happens on the way to Telegram: nothing is lost, nothing doubled, and what nobody can know is told so."""

import asyncio
from collections.abc import AsyncIterator
from random import Random

import pytest

from bot.app import App
from bot.inbox import utc_now
from messages.street import ChatKind
from storage import Database, Store
from tests.doubles.fault_proxy import Becomes, Fate, FaultProxy
from tests.doubles.patience import until
from tests.doubles.stored import a_chat, a_message, row_of, states
from tests.doubles.telegram_chats import Chat, Limits
from tests.doubles.telegram_server import TelegramServer
from tests.faults.account import account
from tests.faults.bot_on_telegram import IMPATIENT, TOO_LATE, bot_on_telegram
from tests.faults.killing import all_settled, ask
from tests.faults.size import FAULTS

FEW = 3
HELP, ALARM = ["/help"], ["ik ruik gas"]
CHANCE = Random(1)
# What comes of it at Telegram: nobody else's answer may be called unknown.
UNANSWERED = {
    "cut before it is read": (Fate(Becomes.CUT_BEFORE), 0),
    "cut while it is written": (Fate(Becomes.CUT_DURING), 0),
    "cut before the answer": (Fate(Becomes.CUT_AFTER), FEW),
    "a page instead of an answer": (Fate(Becomes.BAD_GATEWAY), 0),
    "a page, and it is done": (Fate(Becomes.GATEWAY_TIMEOUT), FEW),
}
LATE = Fate(late=TOO_LATE)
FATES = [Fate(), Fate(), LATE, *(fate for fate, _ in UNANSWERED.values())]


class Road(FaultProxy):
    """`for_messages` is what becomes of the bot's next messages; everything else passes."""

    def __init__(self, server: TelegramServer) -> None:
        super().__init__(server.url, self._fate)
        self.for_messages: list[Fate] = []

    def _fate(self, path: str) -> Fate:
        is_message = path.lower().endswith("/sendmessage")
        return self.for_messages.pop(0) if is_message and self.for_messages else Fate()


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(limits=Limits(token=(1000, 1))) as opened:
        yield opened


@pytest.fixture
async def road(server: TelegramServer) -> AsyncIterator[Road]:
    async with Road(server) as opened:
        yield opened


@pytest.fixture
async def bot(quick_database: Database, server: TelegramServer, road: Road) -> AsyncIterator[App]:
    async with bot_on_telegram(quick_database, server, by=road.url, organiser="Olga") as running:
        yield running


@pytest.fixture
async def bot_of_nobody(quick_database: Database, server: TelegramServer, road: Road) -> AsyncIterator[App]:
    """It has no organiser to be told of what is unknown, and whom a fault that is meant for others could hit."""
    async with bot_on_telegram(quick_database, server, by=road.url) as running:
        yield running


@pytest.mark.parametrize("what", UNANSWERED)
async def test_what_gets_no_answer_is_unknown_and_not_sent_again(
    what: str, bot_of_nobody: App, server: TelegramServer, road: Road
) -> None:
    fate, arrive = UNANSWERED[what]
    road.for_messages = [fate] * FEW
    asked = ask(server, FEW, CHANCE, HELP)

    await all_settled(bot_of_nobody.database, server)

    found = await account(bot_of_nobody.database, server, asked)
    assert (found.unknown, found.sent, found.lost, found.doubled) == (FEW, arrive, (), ())


async def test_an_answer_that_comes_too_late_is_none(
    quick_database: Database, server: TelegramServer, road: Road
) -> None:
    road.for_messages = [LATE] * FEW
    async with bot_on_telegram(quick_database, server, by=road.url, patience=IMPATIENT):
        asked = ask(server, FEW, CHANCE, HELP)
        await all_settled(quick_database, server)

    found = await account(quick_database, server, asked)
    assert (found.unknown, found.sent, found.is_right) == (FEW, FEW, True)


async def test_what_finds_no_connection_goes_once_there_is_one(bot: App, server: TelegramServer, road: Road) -> None:
    fatma = server.private("Fatma")
    await road.goes_away()
    await bot.database.write(lambda store: a_private_message(store, fatma, "while nobody is there"))
    await until(lambda: bot.database.read(lambda store: row_of(store, "while nobody is there").error))
    await road.comes_back()

    await all_settled(bot.database, server)

    assert await bot.database.read(states) == {"while nobody is there": "sent"}
    assert len(server.sent(fatma)) == 1


async def test_a_safety_answer_that_got_none_is_said_once_more_and_marked(
    bot: App, server: TelegramServer, road: Road
) -> None:
    road.for_messages = [Fate(Becomes.CUT_AFTER)]
    asked = ask(server, 1, CHANCE, ALARM)

    await until(lambda: len(server.all_sent) == 2)
    await all_settled(bot.database, server)

    assert [sent.text.startswith("Herhaald:") for sent in server.all_sent] == [False, True]
    assert (await account(bot.database, server, asked)).is_right


async def test_told_to_wait_one_chat_waits_and_the_others_do_not(bot: App, server: TelegramServer) -> None:
    server.fails("sendMessage", 429, retry_after=3)
    server.fails("sendMessage", 429, retry_after=3600)
    asked = ask(server, 2 + FEW, CHANCE, HELP)

    await until(lambda: len(server.all_sent) == FEW + 1)

    chats = [call.params["chat_id"] for call in server.called("sendMessage")]
    assert (len(chats), len(set(chats))) == (FEW + 3, FEW + 2)
    assert [chats.count(sent.params["chat_id"]) for sent in server.all_sent] == [1] * FEW + [2]  # who was told is last
    assert (await account(bot.database, server, asked)).doubled == ()


async def test_an_error_of_telegrams_own_is_no_answer(bot_of_nobody: App, server: TelegramServer) -> None:
    server.fails("sendMessage", 500, times=FEW)
    server.fails("sendMessage", 502, html=True, times=FEW)
    asked = ask(server, 2 * FEW, CHANCE, HELP)

    await all_settled(bot_of_nobody.database, server)

    found = await account(bot_of_nobody.database, server, asked)
    assert (found.unknown, found.sent, found.is_right) == (2 * FEW, 0, True)


async def test_an_organiser_is_asked_and_has_it_sent_again(bot: App, server: TelegramServer, road: Road) -> None:
    olga = server.private("Olga")
    server.says(olga, "Olga", "/help")
    await until(lambda: server.sent(olga))
    road.for_messages = [Fate(Becomes.CUT_BEFORE)]
    (asked,) = ask(server, 1, CHANCE, HELP)
    await until(lambda: len(server.sent(olga)) == 2)
    question = server.sent(olga)[-1]
    assert [button["text"] for button in question.buttons] == ["Stuur nogmaals", "Laat zo"]

    server.presses(question.message, 0, "Olga")
    await until(lambda: len(server.sent(olga)) == 3)
    await all_settled(bot.database, server)

    found = await account(bot.database, server, [asked])
    assert (found.sent, found.unknown, found.is_right) == (1, 0, True)


async def test_a_storm_of_all_of_it(database: Database, server: TelegramServer, road: Road) -> None:
    road.for_messages = [CHANCE.choice(FATES) for _ in range(FAULTS)]
    asked = []
    async with bot_on_telegram(database, server, by=road.url, patience=IMPATIENT):
        for _ in range(FAULTS // FEW):
            asked += ask(server, FEW, CHANCE)
            await asyncio.sleep(CHANCE.uniform(0, 0.05))
        await all_settled(database, server)

    found = await account(database, server, asked)
    print(found)
    assert (found.lost, found.doubled) == ((), ())
    assert found.sent + found.unknown >= found.asked


def a_private_message(store: Store, chat: Chat, cause: str) -> None:
    a_message(store, a_chat(store, str(chat.id), kind=ChatKind.PRIVATE), cause, now=utc_now())
