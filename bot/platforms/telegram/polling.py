"""Asking Telegram for what is new; an update is confirmed only once it is stored."""

import asyncio
import json
import logging
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.platforms.telegram.hearing import Hearing
from bot.platforms.telegram.listen import KINDS
from bot.platforms.telegram.request import ANSWER_SECONDS, AiohttpRequest, TooManyRequests
from bot.platforms.telegram.said import Json

_log = logging.getLogger(__name__)

POLL_SECONDS = 25
LONGEST_WAIT = 60.0
DOWN_AFTER = 3  # calls in a row that failed
GIVE_UP_AFTER = 10  # times that one update could not be stored, while others could


def wait_after(failures: int, first: float) -> float:
    """Seconds to wait after so many failures in a row: doubling, at most a minute."""
    return min(first * 2.0 ** min(failures - 1, 10), LONGEST_WAIT)


class Polling:
    """The loop that listens; `first_wait` is how many seconds it rests after a first failure."""

    def __init__(self, *, bot: Bot, request: AiohttpRequest, hearing: Hearing, first_wait: float) -> None:
        self._url = f"{bot.base_url}/getUpdates"
        self._request = request
        self._hearing = hearing
        self._first_wait = first_wait
        self._offset = 0
        self._failures = 0  # in a row
        self._stuck: int | None = None
        self._tries = 0

    @property
    def is_up(self) -> bool:
        """One call that fails is no news: connections break."""
        return self._failures < DOWN_AFTER

    async def run(self) -> None:
        """Until cancelled; what is being stored at that moment is still stored."""
        while True:
            try:
                updates = await self._next()
            except (TelegramError, LookupError) as error:
                self._failures += 1
                _explain(error, self._hearing.via)
                rest = error.after.total_seconds() if isinstance(error, TooManyRequests) else 0
                await asyncio.sleep(max(rest, wait_after(self._failures, self._first_wait)))
                continue
            stored = not updates or await self._unhurried(updates)
            self._failures = 0 if stored else self._failures + 1
            if not stored:
                await asyncio.sleep(wait_after(self._failures, self._first_wait))

    async def _next(self) -> list[Json]:
        """As plain JSON: the library's own call builds every update, and fails on all for one."""
        values = {"timeout": POLL_SECONDS, "offset": self._offset, "allowed_updates": json.dumps(KINDS)}
        answer = await self._request.post(
            f"{self._url}?{urlencode(values)}", read_timeout=POLL_SECONDS + ANSWER_SECONDS
        )
        updates = answer if isinstance(answer, list) else []
        return [update for update in updates if isinstance(update.get("update_id"), int)]

    async def _unhurried(self, updates: list[Json]) -> bool:
        """Being cancelled waits until they are stored."""
        taking = asyncio.ensure_future(self._take_all(updates))
        try:
            return await asyncio.shield(taking)
        except asyncio.CancelledError:
            await taking
            raise

    async def _take_all(self, updates: list[Json]) -> bool:
        """Each chat's in order, the chats at once; the offset goes up to the first that was not stored."""
        chats: dict[str, list[Json]] = {}
        for update in updates:
            chats.setdefault(_chat(update), []).append(update)
        lost = await asyncio.gather(*map(self._take_in_order, chats.values()))
        failed = min((update_id for update_id in lost if update_id is not None), default=None)
        if failed is None:
            self._offset, self._stuck = updates[-1]["update_id"] + 1, None
            return True
        self._offset = failed + self._give_up(failed, others_stored=None in lost)
        return False

    async def _take_in_order(self, updates: list[Json]) -> int | None:
        """The id of the first that could not be stored; the chat's later ones then wait for it."""
        for update in updates:
            try:
                await self._hearing.take(update)
            except Exception as error:  # noqa: BLE001 - whatever it is, the update must be asked for again
                _log.error(  # without the traceback: it could show what somebody wrote
                    "An update could not be stored (%s); it is asked for again.",
                    type(error).__name__,
                    extra={"action": "telegram_update_not_stored"},
                )
                return int(update["update_id"])
        return None

    def _give_up(self, update_id: int, *, others_stored: bool) -> bool:
        """Whether this one is passed over: only when it keeps others waiting, time after time."""
        self._tries = self._tries + 1 if self._stuck == update_id else 1
        self._stuck = update_id
        if self._tries < GIVE_UP_AFTER or not others_stored:
            return False
        _log.critical(
            "An update could not be stored %d times and is passed over, so that others are heard.",
            self._tries,
            extra={"action": "telegram_update_given_up"},
        )
        return True


def _chat(update: Json) -> str:
    """What keeps its order: all of one chat; an update of no chat keeps none."""
    try:
        told = next(update[kind] for kind in KINDS if kind in update)
        return str((told.get("message") or told)["chat"]["id"])
    except (AttributeError, LookupError, StopIteration, TypeError):
        return f"update {update['update_id']}"


def _explain(error: Exception, via: str) -> None:
    match error:
        case Conflict():
            sentence = "Another program listens with the same TELEGRAM_BOT_TOKEN; stop one of the two."
        case InvalidToken():
            sentence = "Telegram no longer accepts TELEGRAM_BOT_TOKEN; ask @BotFather for a new one."
        case _:
            sentence = f"Telegram cannot be reached ({type(error).__name__}); trying again."
    _log.warning(sentence, extra={"action": "telegram_polling_failed", "platform": via})
