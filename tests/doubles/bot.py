"""The whole bot on the playground, for tests that are dialogues."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy import and_, exists, or_, select

from bot.app import App
from bot.platforms.playground import PlaygroundAdapter
from bot.settings import Settings
from messages.content import Content
from messages.delivery import DeliveryState
from storage import Database, Store
from storage.tables import deliveries
from tests.doubles.clock import FakeClock
from tests.doubles.patience import until

SECRET = "a secret of the tests, longer than thirty-two characters"


class Bot:
    """The whole bot on the playground, with a clock that only moves when a test says so."""

    def __init__(self, app: App, playground: PlaygroundAdapter, clock: FakeClock) -> None:
        self.app = app
        self.playground = playground
        self.clock = clock

    async def says(self, chat: str, sender: str, text: str, *, reply_to: str | None = None) -> list[str]:
        """What the bot answers in that chat when somebody says something; nothing is an empty list.

        `reply_to` is what the message says that it answers.
        """
        before = self.playground.transcript.since(chat=chat)
        answered = next((message.id for message in reversed(before) if message.text == reply_to), None)
        return await self._answers(chat, self.playground.say(chat, sender, text, reply_to=answered))

    async def presses(self, chat: str, sender: str, label: str) -> list[str]:
        """What the bot answers when somebody presses the newest button with this label."""
        buttons = [b for said in self.playground.heard_back(chat) for b in said.choices if b.label == label]
        assert buttons, f"there is no button {label!r} in {chat}"
        return await self._answers(chat, self.playground.press(chat, sender, buttons[-1].id))

    async def later(self, **time: float) -> None:
        """Let time pass, and have what has come due said."""
        self.clock.advance(**time)
        await self.app.clock.announce()
        await self.app.database.write(lambda store: store.touched("outbox"))
        await self.delivered()

    async def delivered(self) -> None:
        """Wait until nothing that may go now is waiting, and what went is logged and counted."""
        await until(lambda: is_quiet(self.app, self.clock()))

    def said(self, chat: str) -> list[str]:
        """All that the bot has said in a chat, oldest first."""
        return [message.text for message in self.playground.heard_back(chat)]

    async def _answers(self, chat: str, saying: object) -> list[str]:
        before = len(self.said(chat))
        await saying  # type: ignore[misc]
        await self.delivered()
        return self.said(chat)[before:]


def is_under_way(store: Store, until: datetime, bots: Collection[str] = ("",)) -> bool:
    """Whether something is being delivered, or may be by this moment, by one of these bots."""
    waiting = (deliveries.c.bot.in_(bots), deliveries.c.state == DeliveryState.WAITING, deliveries.c.held.is_(False))
    going = deliveries.c.state.in_((DeliveryState.CLAIMED, DeliveryState.SENDING))
    query = select(exists().where(or_(going, and_(*waiting, deliveries.c.not_before <= until))))
    return bool(store._connection.scalar(query))


async def is_quiet(app: App, now: datetime, bots: Collection[str] = ("",)) -> bool:
    """Whether nothing is being delivered by one of these bots, may be now, or is yet to be kept and logged."""
    under_way = await app.database.read(lambda store: is_under_way(store, now, bots))
    return not under_way and not any(speaking.postman.is_busy for speaking in app.speaking)


@asynccontextmanager
async def running_bot(
    database: Database, clock: FakeClock, content: Content | None = None, **given: str
) -> AsyncIterator[Bot]:
    """`given` are settings other than those that tests begin with."""
    settings = Settings(_env_file=None, secret_key=SECRET, understanding="lexical", **given)  # type: ignore[call-arg, arg-type]
    if content is not None:
        await database.write(lambda store: store.memory.set("content_origin", "tests"))
        await database.write(lambda store: store.content.save(content, now=clock()))
    app = App(settings, database, lambda streets: [PlaygroundAdapter(streets, now=clock)], clock)
    playground = app.platforms[0]
    assert isinstance(playground, PlaygroundAdapter)
    async with app.started(keep_time=False):
        yield Bot(app, playground, clock)
