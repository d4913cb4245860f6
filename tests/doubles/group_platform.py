"""A platform with groups, in memory: what is sent to it is written down, and it tells the bot what a test says."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from unittest.mock import patch

from starlette.routing import BaseRoute

from bot.app import App
from bot.pace import LIMITS
from bot.platforms.base import Ear, Identity
from bot.settings import Settings
from messages.content import Content
from messages.delivery import Delivery
from messages.incoming import Change, ChatChange, Incoming
from messages.markup import plain
from messages.reply import Choice, Link, Paragraph
from messages.street import ChatAddress, ChatKind, Person, Platform
from storage import Database
from tests.doubles.bot import SECRET, is_quiet
from tests.doubles.clock import FakeClock
from tests.doubles.patience import until

SOON = timedelta(seconds=2)
US = Identity(
    platform=Platform.TELEGRAM,
    name="@straatbot",
    link="https://t.me/straatbot?start={text}",
    takes_back_for=timedelta(hours=47),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One message as it arrived."""

    chat: str
    text: str
    choices: tuple[Choice, ...]
    links: tuple[str, ...]
    delivery: Delivery


@dataclass(slots=True)
class GroupPlatform:
    """Claims to be a platform, Telegram for one. `closed` holds what sending to a chat raises, `gone` what went."""

    platform: Platform = Platform.TELEGRAM
    identity: Identity = US
    bot: str = ""
    sent: list[Sent] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    closed: dict[str, Exception] = field(default_factory=dict)
    ear: Ear | None = None

    @property
    def account(self) -> str:
        return f"an account on {self.platform} {self.bot}"

    @property
    def listens_alone(self) -> bool:
        return False

    async def deafen(self) -> None: ...

    async def start(self, ear: Ear | None) -> None:
        self.ear = ear

    async def stop(self) -> None:
        self.ear = None

    def routes(self) -> Sequence[BaseRoute]:
        return []

    def page_count(self, delivery: Delivery) -> int:
        return 1

    async def check(self) -> list[str]:
        return []

    async def send(self, delivery: Delivery, page: int) -> str:
        if problem := self.closed.get(delivery.chat.id):
            raise problem
        if (gone := delivery.reply.takes_back) is not None:
            self.gone.append(gone)
            return f"gone:{gone}"
        parts = delivery.reply.parts
        text = "\n\n".join(plain(part.text) for part in parts if isinstance(part, Paragraph))
        links = tuple(part.url for part in parts if isinstance(part, Link))
        choices = delivery.reply.choices
        self.sent.append(Sent(chat=delivery.chat.id, text=text, choices=choices, links=links, delivery=delivery))
        return str(len(self.sent))


class Groups:
    """The bot on that platform. Groups have ids below zero; a private chat has the id of its person."""

    def __init__(self, app: App, platform: GroupPlatform, clock: FakeClock) -> None:
        self.app = app
        self.platform = platform
        self.clock = clock
        self._numbers = count(1)

    async def hears(
        self,
        chat: str,
        by: str,
        text: str,
        *,
        addressed: bool = True,
        thread: str | None = None,
        choice: str | None = None,
        reply_text: str = "",
        question: str = "",
    ) -> list[Sent]:
        """What is sent, to whichever chat, because somebody says this (or presses the button `choice`)."""
        incoming = Incoming(
            chat=self._address(chat),
            chat_kind=_kind(chat),
            sender=Person(platform=self.platform.platform, id=by, name="Iemand"),
            external_id=f"{chat}:{next(self._numbers)}",
            text=text,
            heard_at=self.clock(),
            addressed=addressed or text.startswith("/") or _kind(chat) is ChatKind.PRIVATE,
            thread=thread,
            choice=choice,
            reply_text=reply_text,
            question=question,
        )
        return await self._after(incoming)

    async def presses(self, chat: str, by: str, label: str, *, question: str = "") -> list[Sent]:
        """What is sent because somebody presses the newest button with this label in the chat."""
        for sent in reversed(self.in_chat(chat)):
            for number, choice in enumerate(sent.choices):
                if choice.label == label:
                    pressed = f"{sent.delivery.key}.{number}"
                    return await self.hears(chat, by, label, choice=pressed, question=question)
        raise AssertionError(f"there is no button {label!r} in {chat}")

    async def changes(
        self,
        chat: str,
        change: Change,
        *,
        newcomers: tuple[str, ...] = (),
        to: str | None = None,
        overhears: bool | None = None,
    ) -> list[Sent]:
        """What is sent because this happened to the chat."""
        changed = ChatChange(
            chat=self._address(chat),
            chat_kind=_kind(chat),
            change=change,
            external_id=f"{chat}:{next(self._numbers)}",
            heard_at=self.clock(),
            newcomers=newcomers,
            overhears=overhears,
            moved_to=self._address(to) if to else None,
        )
        return await self._after(changed)

    async def later(self, **time: float) -> list[Sent]:
        """What is sent in the time that passes."""
        before = len(self.platform.sent)
        self.clock.advance(**time)
        await self.app.clock.announce()
        await self.app.database.write(lambda store: store.touched("outbox"))
        await self.delivered()
        return self.platform.sent[before:]

    async def delivered(self) -> None:
        """Wait until nothing that may go now is waiting, and let pass the seconds until what may go very soon."""
        bots = [platform.bot for platform in self.app.platforms]
        await until(lambda: is_quiet(self.app, self.clock(), bots))
        while not await is_quiet(self.app, self.clock() + SOON, bots):
            self.clock.advance(seconds=1)
            await self.app.database.write(lambda store: store.touched("outbox"))
            await until(lambda: is_quiet(self.app, self.clock(), bots))

    def in_chat(self, chat: str) -> list[Sent]:
        return [sent for sent in self.platform.sent if sent.chat == chat]

    def _address(self, chat: str) -> ChatAddress:
        return ChatAddress(self.platform.platform, chat, self.platform.bot)

    async def _after(self, heard: Incoming | ChatChange) -> list[Sent]:
        before = len(self.platform.sent)
        assert self.platform.ear
        await self.platform.ear.heard(heard)
        await self.delivered()
        return self.platform.sent[before:]


def _kind(chat: str) -> ChatKind:
    return ChatKind.GROUP if chat.startswith("-") else ChatKind.PRIVATE


@asynccontextmanager
async def running_groups(
    database: Database,
    clock: FakeClock,
    content: Content,
    organisers: str = "",
    claiming: Platform = Platform.TELEGRAM,
) -> AsyncIterator[Groups]:
    platforms = [GroupPlatform(platform=claiming)]
    async with running_bots(database, clock, content, organisers, platforms) as (groups,):
        yield groups


@asynccontextmanager
async def running_bots(
    database: Database, clock: FakeClock, content: Content, organisers: str, platforms: Sequence[GroupPlatform]
) -> AsyncIterator[list[Groups]]:
    """One bot, on each of these, which take as much at once as the playground: the pace has tests of its own."""
    settings = Settings(_env_file=None, secret_key=SECRET, understanding="lexical", organisers=organisers)  # type: ignore[call-arg, arg-type]
    await database.write(lambda store: store.memory.set("content_origin", "tests"))
    await database.write(lambda store: store.content.save(content, now=clock()))
    with patch.dict(LIMITS, dict.fromkeys(LIMITS, LIMITS[Platform.PLAYGROUND])):
        app = App(settings, database, lambda streets: platforms, clock)
    async with app.started(keep_time=False):
        yield [Groups(app, platform, clock) for platform in platforms]
