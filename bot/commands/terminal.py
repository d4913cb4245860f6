"""Talking with the bot in a terminal, as somebody who lives in the street."""

import asyncio
import contextlib
import os
import sys
import threading
from collections.abc import Awaitable, Callable
from typing import TextIO

from bot.platforms.playground import Message, PlaygroundAdapter, Refused

ReadLine = Callable[[], Awaitable[str | None]]
Write = Callable[[str], None]

WELCOME = """\
Je praat als {name}, privé met de bot. Niets hiervan verlaat deze computer.
Typ een vraag en druk op Enter. Een cijfer drukt op een knop.
/als Henk: word iemand anders · /groep: praat in de groep · /prive: weer privé · /stop: klaar"""

TAKEN_BACK = "straatbot: (dat antwoord heb ik weggehaald)"
PROMPT = "> "
CLEAR_LINE = "\r\x1b[K"
LONGEST_LINE = 2**30  # bytes; the playground says what is too long, not the terminal


async def talk(
    adapter: PlaygroundAdapter,
    street: str,
    name: str,
    read_line: ReadLine,
    write: Write,
    *,
    piped: bool = False,
    quiet: float = 0.5,
    patience: float = 5.0,
) -> None:
    """Talk until `/stop` or the end of the input (`read_line` gives None), and hear the last answer out.

    `piped`: nobody is watching, so each line waits for the answer to the one before, and only what the bot
    says is written. It is done when it says nothing for `quiet` seconds, or not a word in `patience`.
    """
    talker = _Talker(adapter, street, name, write, quiet, patience)
    if not piped:
        write(WELCOME.format(name=name))
    listening = asyncio.create_task(talker.listen())
    try:
        while (line := await read_line()) is not None:
            if not await talker.take(line.strip()):
                break
            if piped:
                await talker.settle()
        await talker.settle()
    finally:
        listening.cancel()


async def talk_here(adapter: PlaygroundAdapter, street: str, name: str) -> None:
    """`talk` on this process's own stdin and stdout."""
    terminal = Terminal(sys.stdin, sys.stdout)
    await talk(adapter, street, name, terminal.read_line, terminal.write, piped=not terminal.watched)


class _Talker:
    """Who talks, where, and whether an answer is still to come."""

    def __init__(
        self, adapter: PlaygroundAdapter, street: str, name: str, write: Write, quiet: float, patience: float
    ) -> None:
        self._adapter = adapter
        self._street = street
        self._name = name
        self._write = write
        self._quiet = quiet
        self._patience = patience
        self._in_group = False
        self._wait = 0.0  # how long an answer to what was said last may take
        self._spoke = asyncio.Event()
        self._begin = adapter.transcript.last_id

    @property
    def chat(self) -> str:
        return self._street if self._in_group else f"{self._street}/{self._name}"

    async def take(self, line: str) -> bool:
        """Do what one line asks; False when it asks to stop."""
        match line.split(maxsplit=1):
            case []:
                pass
            case ["/stop"]:
                return False
            case ["/als", name]:
                self._become(name, in_group=self._in_group)
            case ["/groep"]:
                self._become(self._name, in_group=True)
            case ["/prive" | "/privé"]:
                self._become(self._name, in_group=False)
            case _:
                await self._speak(line)
        return True

    def _become(self, name: str, *, in_group: bool) -> None:
        self._name, self._in_group = name, in_group

    async def _speak(self, line: str) -> None:
        self._spoke.clear()
        try:
            choice = self._button(line)
            if choice:
                await self._adapter.press(self.chat, self._name, choice)
            else:
                await self._adapter.say(self.chat, self._name, line)
        except Refused as refused:
            self._write(str(refused))
            return
        # In private every message is answered; in the group the bot may well keep silent.
        self._wait = 4 * self._quiet if self._in_group else self._patience

    def _button(self, line: str) -> str | None:
        """The button that a number means: those under the bot's last message in this chat count from 1."""
        heard = self._adapter.heard_back(self.chat, after=self._begin)
        choices = heard[-1].choices if heard else ()
        if not (len(line) < 3 and line.isascii() and line.isdecimal() and 1 <= int(line) <= len(choices)):
            return None
        return choices[int(line) - 1].id

    async def listen(self) -> None:
        async for message in self._adapter.transcript.follow(self._begin):
            if message.from_bot and message.chat.partition("/")[0] == self._street:
                self._write(self._told(message))
                self._spoke.set()

    def _told(self, message: Message) -> str:
        name = message.chat.partition("/")[2]
        if message.gone:
            return TAKEN_BACK
        where = "" if message.chat == self.chat else f" (aan {name})" if name else " (groep)"
        buttons = [f"  {number}  {button.label}" for number, button in enumerate(message.choices, 1)]
        return "\n".join([f"straatbot{where}: {message.text}", *buttons])

    async def settle(self) -> None:
        """Wait for the answer to what was said last, and then until the bot is quiet."""
        with contextlib.suppress(TimeoutError):
            while self._wait:
                async with asyncio.timeout(self._wait):
                    await self._spoke.wait()
                self._spoke.clear()
                self._wait = self._quiet
        self._wait = 0.0


class Terminal:
    """Lines from `source`, text to `target`; a prompt only where a person is watching."""

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self.watched = source.isatty() and target.isatty()
        self._target = target
        self._lines = asyncio.StreamReader(limit=LONGEST_LINE)
        # A thread of its own, past Python's buffers: a read that waits must not hold up the end of all.
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(source.fileno(), loop), daemon=True).start()

    def _read(self, descriptor: int, loop: asyncio.AbstractEventLoop) -> None:
        with contextlib.suppress(RuntimeError):  # the loop ended first
            while chunk := os.read(descriptor, 65_536):
                loop.call_soon_threadsafe(self._lines.feed_data, chunk)
            loop.call_soon_threadsafe(self._lines.feed_eof)

    async def read_line(self) -> str | None:
        """The next line, or None at the end of the input."""
        self._prompt()
        line = await self._lines.readline()
        return line.decode(errors="replace") if line else None

    def write(self, text: str) -> None:
        """Write a line, over the prompt that stood there."""
        self._target.write(f"{CLEAR_LINE}{text}\n" if self.watched else f"{text}\n")
        self._prompt()
        self._target.flush()

    def _prompt(self) -> None:
        if self.watched:
            self._target.write(CLEAR_LINE + PROMPT)
            self._target.flush()
