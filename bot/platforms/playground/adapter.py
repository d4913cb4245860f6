"""The playground as a platform: for the page, for the terminal, and for tests, which talk to it in Python."""

import secrets
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from starlette.routing import BaseRoute

from bot.platforms.base import Ear, Identity
from bot.platforms.playground import api, listen, page
from bot.platforms.playground.listen import Post, Refused
from bot.platforms.playground.render import render_said
from bot.platforms.playground.send import send
from bot.platforms.playground.transcript import Message, Transcript
from messages.delivery import Delivery
from messages.street import Platform, Street

FOR_EVER = timedelta(days=36500)

Streets = Callable[[], Awaitable[Sequence[Street]]]


def _now() -> datetime:
    return datetime.now(UTC)


class PlaygroundAdapter:
    """A group per street and a private chat per name, all in memory.

    `address` is where the pages are found, for links into a private chat. `hosts` are the only names
    under which the pages answer, None is any: no website elsewhere may point its own name at them.
    """

    platform = Platform.PLAYGROUND
    bot = ""

    def __init__(
        self,
        streets: Streets,
        *,
        address: str = "",
        hosts: Collection[str] | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self.streets = streets
        self.hosts = hosts
        self.transcript = Transcript()
        self.run = secrets.token_hex(4)
        self._address = address
        self._now = now
        self._ear: Ear | None = None

    @property
    def account(self) -> str:
        """One for all processes: what another sends is seen in that one alone, so only one may."""
        return ""

    @property
    def listens_alone(self) -> bool:
        return False

    @property
    def identity(self) -> Identity:
        link = f"{self._address}/playground?tekst={{text}}" if self._address else None
        return Identity(
            platform=self.platform, name=listen.NAME_OF_BOT, link=link, overhears=True, takes_back_for=FOR_EVER
        )

    @property
    def is_up(self) -> bool:
        return self._ear is not None

    async def start(self, ear: Ear | None) -> None:
        self._ear = ear
        self.transcript.open()

    async def deafen(self) -> None:
        self._ear = None

    async def stop(self) -> None:
        """From here on nothing is heard, and every stream of events ends."""
        self._ear = None
        self.transcript.close()

    def routes(self) -> Sequence[BaseRoute]:
        return [*api.routes(self), *page.routes(self)]

    def page_count(self, delivery: Delivery) -> int:
        return 1

    async def check(self) -> list[str]:
        return []

    async def send(self, delivery: Delivery, page: int) -> str:
        if (gone := delivery.reply.takes_back) is not None:
            self.transcript.take_back(delivery.chat.id, listen.number_of(gone, self.run))
            return f"gone:{gone}"
        return listen.external_id(self.run, send(self.transcript, delivery, run=self.run, at=self._now()).id)

    async def say(self, chat: str, sender: str, text: str, *, reply_to: int | None = None) -> Message:
        """Somebody says something; returns once it is safely stored. Raises Refused."""
        return await self.hear(listen.post(chat, sender, text, reply_to=reply_to))

    async def press(self, chat: str, sender: str, choice: str) -> Message:
        """Somebody presses the button with this id. Raises Refused."""
        return await self.hear(listen.post(chat, sender, choice=choice))

    def heard_back(self, chat: str, *, after: int = 0) -> list[Message]:
        """What the bot said in a chat, oldest first."""
        return [message for message in self.transcript.since(after, chat) if message.from_bot]

    async def hear(self, said: Post) -> Message:
        """Write down what was said and tell the bot; returns once that is safely stored. Raises Refused."""
        ear = self._ear
        if ear is None:
            raise Refused(503, "De bot luistert nu niet.")
        street = await self.street_of(said.chat)
        said = self._pressed(said)
        answers = self._answered(said)
        message = self.transcript.add(
            chat=said.chat,
            sender=said.sender,
            text=said.text,
            html=render_said(said.text),
            at=self._now(),
            reply_to=said.reply_to,
        )
        asked = (
            self.transcript.find(said.chat, answers.reply_to) if said.choice and answers and answers.reply_to else None
        )
        question = asked.text if asked else ""
        await ear.heard(listen.to_incoming(message, said, street, run=self.run, answers=answers, question=question))
        return message

    async def street_of(self, chat: str) -> Street:
        """The street that `chat` is in; raises Refused when there is none."""
        id_ = chat.partition("/")[0]
        found = next((street for street in await self.streets() if street.id == id_), None)
        if found is None:
            raise Refused(404, "Deze straat bestaat niet.")
        return found

    def _pressed(self, said: Post) -> Post:
        if said.choice is None:
            return said
        found = self.transcript.offering(said.chat, said.choice)
        if found is None:
            raise Refused(404, "Deze knop bestaat niet (meer).")
        carrier, button = found
        return replace(said, text=button.label, reply_to=carrier.id)

    def _answered(self, said: Post) -> Message | None:
        if said.reply_to is None:
            return None
        answered = self.transcript.find(said.chat, said.reply_to)
        if answered is None:
            raise Refused(404, "Het bericht waarop je antwoordt, bestaat niet (meer).")
        return answered
