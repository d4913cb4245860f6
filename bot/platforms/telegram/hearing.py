"""One update taken in: read, told to the ear, and a pressed button let go."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from telegram import Bot
from telegram.error import TelegramError

from bot.platforms.base import Ear
from bot.platforms.telegram.listen import to_heard
from bot.platforms.telegram.said import Account, Json
from messages.incoming import Heard
from messages.street import Platform, via

_log = logging.getLogger(__name__)

_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, OverflowError, OSError)


class Hearing:
    """Where updates come in, from polling and from the webhook alike."""

    def __init__(self, *, ear: Ear, account: Account, bot: Bot, now: Callable[[], datetime]) -> None:
        self._ear = ear
        self._account = account
        self._bot = bot
        self._now = now
        self._answers: set[asyncio.Task[None]] = set()

    @property
    def via(self) -> str:
        return via(Platform.TELEGRAM, self._account.bot)

    async def take(self, update: Json) -> None:
        """Returns once all that `update` says is safely stored; raises what the ear raises."""
        for heard in self._read(update):
            await self._ear.heard(heard)
        query = update.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            task = asyncio.create_task(self._let_go(query["id"]))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)

    async def close(self, seconds: float) -> None:
        """Give the last buttons `seconds` to be let go."""
        if self._answers:
            _, late = await asyncio.wait(self._answers, timeout=seconds)
            for task in late:
                task.cancel()

    def _read(self, update: Json) -> list[Heard]:
        try:
            return to_heard(update, self._account, self._now())
        except _UNREADABLE as error:
            _log.error(  # without the traceback: it could show what somebody wrote
                "An update of an unexpected shape was skipped (%s).",
                type(error).__name__,
                extra={"action": "telegram_update_skipped"},
            )
            return []

    async def _let_go(self, query_id: str) -> None:
        """Until this, the button looks busy (https://core.telegram.org/bots/api#answercallbackquery)."""
        try:
            await self._bot.answer_callback_query(query_id)
        except TelegramError as error:
            _log.debug("A button stays busy (%s).", type(error).__name__, extra={"action": "button_not_answered"})
