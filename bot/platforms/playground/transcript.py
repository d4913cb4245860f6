"""All that is said in the playground, in memory, and whoever waits for more of it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

REMEMBERED = 5_000
BOT = "bot"


@dataclass(frozen=True, slots=True)
class Button:
    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One line in a chat. `text` is what a person reads; `html` is the same, escaped, for the page."""

    id: int
    chat: str
    sender: str
    text: str
    html: str
    at: datetime
    choices: tuple[Button, ...] = ()
    reply_to: int | None = None
    edited: bool = False
    gone: bool = False  # taken back: only its number and its chat still count

    @property
    def from_bot(self) -> bool:
        return self.sender == BOT

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "chat": self.chat,
            "sender": self.sender,
            "text": self.text,
            "html": self.html,
            "at": self.at.isoformat(),
            "choices": [{"id": button.id, "label": button.label} for button in self.choices],
            "reply_to": self.reply_to,
            "edited": self.edited,
            **({"gone": True} if self.gone else {}),
        }


class Transcript:
    """The last messages of all chats, numbered in one rising row from 1."""

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._messages: deque[Message] = deque(maxlen=remembered)
        self._gone: deque[Message] = deque(maxlen=remembered)
        self._taken_back = 0
        self._news = asyncio.Event()
        self._open = True
        self.last_id = 0

    def add(
        self,
        *,
        chat: str,
        sender: str,
        text: str,
        html: str,
        at: datetime,
        choices: tuple[Button, ...] = (),
        reply_to: int | None = None,
    ) -> Message:
        """Write a message down under the next number, and wake whoever follows."""
        self.last_id += 1
        message = Message(
            id=self.last_id,
            chat=chat,
            sender=sender,
            text=text,
            html=html,
            at=at,
            choices=choices,
            reply_to=reply_to,
        )
        self._messages.append(message)
        self._wake()
        return message

    def take_back(self, chat: str, number: int | None) -> None:
        """Let a message be as if it had never been; whoever follows is told that it is gone."""
        found = self.find(chat, number) if number else None
        if found is None:
            return
        index = self._messages.index(found)
        gone = replace(found, text="", html="", choices=(), edited=True, gone=True)
        self._messages[index] = gone
        self._gone.append(gone)
        self._taken_back += 1
        self._wake()

    def since(self, after: int = 0, chat: str | None = None) -> Sequence[Message]:
        """What came after message `after`, oldest first; in one chat, or in all."""
        forgotten = self.last_id - len(self._messages)
        known = min(max(0, after - forgotten), len(self._messages))
        newer = islice(self._messages, known, None)
        return [message for message in newer if chat in (None, message.chat) and not message.gone]

    def find(self, chat: str, number: int) -> Message | None:
        return next((message for message in self.since(number - 1, chat) if message.id == number), None)

    def offering(self, chat: str, choice: str) -> tuple[Message, Button] | None:
        """The bot's message in `chat` that carries the button `choice`, the newest one first."""
        for message in reversed(self.since(chat=chat)):
            for button in message.choices:
                if button.id == choice:
                    return message, button
        return None

    async def follow(self, after: int = 0, chat: str | None = None) -> AsyncIterator[Message]:
        """What came after `after`, and then each message as it comes, until the transcript is closed."""
        gone = 0  # of whoever was here before, something may be gone that is still shown
        while True:
            news = self._news
            for message in self.since(after, chat):
                yield message
                after = message.id
            unheard = min(self._taken_back - gone, len(self._gone))
            gone = self._taken_back
            for message in list(self._gone)[len(self._gone) - unheard :]:
                if chat in (None, message.chat):
                    yield message
            if not self._open:
                return
            await news.wait()

    def open(self) -> None:
        self._open = True

    def close(self) -> None:
        """Let everybody who follows go home; what was said stays readable."""
        self._open = False
        self._wake()

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
