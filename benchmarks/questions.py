"""Questions as Telegram brings them to the webhook, taken in by the bot, and by python-telegram-bot for comparison."""

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy import func, select
from telegram import Bot, Update
from telegram.ext import Application, MessageHandler, filters

from bot.inbox import Inbox
from bot.library import Library
from bot.platforms.telegram.hearing import Hearing
from bot.platforms.telegram.listen import Account
from bot.settings import UnderstandingBy
from handlers import House
from handlers.steering.opening import open_house
from messages.delivery import DeliveryState
from messages.street import ChatAddress, ChatKind, ChatState, Platform
from storage import Database, Store
from storage.content_file.starter import starter_content
from storage.delivery_rows import is_open
from storage.tables import deliveries

HOUSE = House(address="https://bot.example.nl")
TOKEN = "123456:BENCHMARK"  # noqa: S105 - of no bot
NAME = "@straatbot"
STREET = "lindelaan"
GROUPS = 200
FIRST_GROUP = -1001000000000
QUESTIONS = [entry.question for entry in starter_content(datetime.now(UTC)).faqs.values() if not entry.private]
_ids = count(1)


def bodies(times: int) -> list[bytes]:
    """The starter content's own questions, in group after group; never twice the same message."""
    return [_body(next(_ids)) for _ in range(times)]


def _body(number: int) -> bytes:
    text = f"{NAME} {QUESTIONS[number % len(QUESTIONS)]}"
    sender = {"id": 100_000 + number % 1000, "is_bot": False, "first_name": "Fatma", "language_code": "nl"}
    message = {
        "message_id": number,
        "from": sender,
        "chat": {"id": FIRST_GROUP - number % GROUPS, "title": "Lindelaan", "type": "supergroup"},
        "date": int(time.time()),
        "text": text,
        "entities": [{"offset": 0, "length": len(NAME), "type": "mention"}],
    }
    return json.dumps({"update_id": number, "message": message}).encode()


class Deciding:
    """The bot from the body of a webhook's request to the committed answer; nothing is sent."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._library = Library("nl", UnderstandingBy.LEXICAL)
        inbox = Inbox(database, self._library, lambda: HOUSE)
        account = Account(id=123456, username=NAME[1:], overhears=False)
        self._hearing = Hearing(ear=inbox, account=account, bot=Bot(TOKEN), now=lambda: datetime.now(UTC))

    async def prepare(self) -> None:
        await self.database.write(_open)
        self._library.prepare(await self.database.read(lambda store: store.content.published()))
        await self.take(bodies(2 * GROUPS), at_once=64)

    async def take(self, these: Sequence[bytes], *, at_once: int) -> list[float]:
        """Seconds that each took; raises SystemExit unless each of them was answered."""
        before = await self.answers()
        waiting = iter(these)
        taken = await asyncio.gather(*(self._take(waiting) for _ in range(at_once)))
        answered = await self.answers() - before
        if answered != len(these):
            raise SystemExit(f"{answered} answers to {len(these)} questions")
        return [seconds for one in taken for seconds in one]

    async def answers(self) -> int:
        these = select(func.count()).where(is_open, deliveries.c.state == DeliveryState.WAITING)
        return int(await self.database.read(lambda store: store._connection.scalar(these)) or 0)

    async def _take(self, waiting: Iterator[bytes]) -> list[float]:
        taken = []
        for body in waiting:
            before = time.perf_counter()
            await self._hearing.take(json.loads(body))
            taken.append(time.perf_counter() - before)
        return taken


def _open(store: Store) -> None:
    now = datetime.now(UTC)
    open_house((), (), now, store)
    for number in range(GROUPS):
        chat = store.chats.meet(ChatAddress(Platform.TELEGRAM, str(FIRST_GROUP - number)), ChatKind.GROUP, now)
        store.chats.change(chat, state=ChatState.LINKED, street=STREET)


class PlainDispatch:
    """python-telegram-bot alone: it reads the same body, and calls one handler that does nothing."""

    def __init__(self) -> None:
        self._application = Application.builder().token(TOKEN).updater(None).build()
        self._application.add_handler(MessageHandler(filters.ALL, _nothing))
        self._application._initialized = True  # to initialize it would ask Telegram who we are

    async def take(self, these: Sequence[bytes]) -> None:
        for body in these:
            await self._application.process_update(Update.de_json(json.loads(body), self._application.bot))


async def _nothing(update: Update, context: Any) -> None:
    return None
