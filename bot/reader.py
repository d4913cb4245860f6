"""Reads what was heard, before it is decided about and beside the event loop: understanding may take milliseconds."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.known import Known, is_read
from bot.library import Library
from handlers.asking import follow_ups, two_questions
from handlers.asking.several_lines import is_clearer
from handlers.commands import Command, parse
from messages.incoming import Incoming
from messages.street import ChatKind
from messages.understanding import Outcome, Reading
from messages.understanding.subject import subject_of
from storage import Database


class Reader:
    def __init__(self, database: Database, library: Library, now: Callable[[], datetime]) -> None:
        self._database = database
        self._library = library
        self._now = now

    async def read(self, incoming: Incoming, known: Known) -> tuple[Incoming, Reading | None]:
        """What it asks, and the message as meant: the last of several lines may be for the bot as the first was."""
        if not is_read(incoming):
            return incoming, None
        command, argument = parsed(incoming)
        text = argument if command is Command.ASK else incoming.text
        alone = await self._ask(text, known, addressed=incoming.addressed)
        whole = known.whole if command is None else None
        if whole is not None:
            read = await self._ask(whole.text, known, addressed=whole.addressed)
            if is_clearer(read, alone, named=whole.addressed and not incoming.addressed):
                return replace(incoming, addressed=whole.addressed), read
        is_asked = incoming.addressed and alone.outcome is not Outcome.URGENT and command in (None, Command.ASK)
        if is_asked and (both := await self._both(text, known)):
            return incoming, both
        if is_asked and follow_ups.refers(text):
            return incoming, await self._follow(incoming, text, alone, known)
        return incoming, alone

    async def _both(self, text: str, known: Known) -> Reading | None:
        parts = two_questions.parts_of(text)
        if parts is None:
            return None
        read = partial(self._library.read, content=known.content, street=known.street, addressed=True)
        return await asyncio.to_thread(two_questions.read_both, parts, known.content, read)

    async def _follow(self, incoming: Incoming, text: str, alone: Reading, known: Known) -> Reading:
        """It may be about the answer that was given last: only then is there a look into the database."""
        now = self._now()
        spoken = await self._database.read(lambda store: follow_ups.spoken_of_last(incoming, now, store))
        last = follow_ups.meant_by(spoken, known.content)
        if last is None:
            return alone

        def again(but: str) -> Reading:
            asked = f"{text} {subject_of(last)}"
            return self._library.read(asked, known.content, known.street, addressed=True, but=but)

        read_on = partial(follow_ups.read_on, given=spoken.given)
        return await asyncio.to_thread(read_on, text, alone, last, known.content, again)

    async def _ask(self, text: str, known: Known, *, addressed: bool) -> Reading:
        return await asyncio.to_thread(self._library.read, text, known.content, known.street, addressed=addressed)


def parsed(incoming: Incoming) -> tuple[Command | None, str]:
    return parse(incoming.text, private=incoming.chat_kind is ChatKind.PRIVATE, addressed=incoming.addressed)
