"""Telegram, running: introduces itself, listens by polling or webhook, and sends."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from starlette.routing import BaseRoute
from telegram import Bot, BotCommand
from telegram.error import InvalidToken, TelegramError

from bot.platforms.base import Ear, Identity, PlatformMisconfigured, SendFailed
from bot.platforms.telegram.check import ONE_REFUSED, TOKEN_REFUSED, findings
from bot.platforms.telegram.hearing import Hearing
from bot.platforms.telegram.listen import KINDS
from bot.platforms.telegram.polling import Polling, wait_after
from bot.platforms.telegram.render import render
from bot.platforms.telegram.request import AiohttpRequest
from bot.platforms.telegram.said import Account
from bot.platforms.telegram.send import DELETABLE, TokenRefused, send_page
from bot.platforms.telegram.webhook import PATH, SECRET_FORM, webhook_route
from bot.settings import TelegramMode
from messages.delivery import Delivery
from messages.street import Platform, via

_log = logging.getLogger(__name__)

STOP_SECONDS = 4.0


def _utc_now() -> datetime:
    return datetime.now(UTC)


class TelegramAdapter:
    """One of our bots. `commands` tells what the menu shows, by name; `first_wait` how long to rest after a failure.

    `bot` is what `ChatAddress` calls it; `webhook_secret` is its own. `among_others`: there are others, which start all
    the same when Telegram refuses this one's token.
    """

    platform = Platform.TELEGRAM

    def __init__(
        self,
        *,
        token: str,
        bot: str = "",
        among_others: bool = False,
        api_url: str = "https://api.telegram.org",
        mode: TelegramMode = TelegramMode.POLLING,
        public_url: str | None = None,
        webhook_secret: str | None = None,
        commands: Callable[[], Mapping[str, str]] = dict,
        now: Callable[[], datetime] = _utc_now,
        request: AiohttpRequest | None = None,
        first_wait: float = 1.0,
    ) -> None:
        self._request = request or AiohttpRequest()
        self._bot = Bot(token, base_url=f"{api_url}/bot", request=self._request, get_updates_request=self._request)
        self._api_url = api_url
        self.bot = bot
        self._among_others = among_others
        self._refused = ONE_REFUSED.format(token.partition(":")[0]) if among_others else TOKEN_REFUSED
        self._path = f"{PATH}/{bot}" if bot else PATH
        self._webhook_url = f"{public_url}{self._path}" if mode is TelegramMode.WEBHOOK else None
        self._webhook_secret = webhook_secret or ""
        self._commands = commands
        self._now = now
        self._first_wait = first_wait
        self._account: Account | None = None
        self._hearing: Hearing | None = None
        self._polling: Polling | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def account(self) -> str:
        return self._bot.token

    @property
    def listens_alone(self) -> bool:
        """Two who ask for what is new get a 409."""
        return self._webhook_url is None

    @property
    def identity(self) -> Identity:
        """Nameless until Telegram has been reached for the first time."""
        if self._account is None:
            return Identity(platform=self.platform, name="")
        name = self._account.username
        return Identity(
            platform=self.platform,
            name=f"@{name}",
            link=f"https://t.me/{name}?start={{text}}",
            overhears=self._account.overhears,
            takes_back_for=DELETABLE,
        )

    @property
    def is_up(self) -> bool:
        """With a webhook: it is set. With polling: Telegram answers."""
        return self._hearing is not None and (self._polling is None or self._polling.is_up)

    async def start(self, ear: Ear | None) -> None:
        """Raises PlatformMisconfigured for what only a person can mend; the rest is tried again by itself."""
        if self._webhook_url and not SECRET_FORM.fullmatch(self._webhook_secret):
            raise PlatformMisconfigured(
                "TELEGRAM_WEBHOOK_SECRET: use 1 to 256 letters, digits, hyphens and underscores."
            )
        await self._request.initialize()
        if self._task:
            self._task.cancel()
        try:
            listening = await self._introduce(ear)
        except TelegramError as error:
            if isinstance(error, InvalidToken) and not self._among_others:
                await self._request.shutdown()
                raise PlatformMisconfigured(self._refused) from None
            self._explain(error)
            listening = self._introduce_later(ear)
        if listening:
            self._task = asyncio.create_task(listening)

    async def stop(self) -> None:
        """A webhook stays set: Telegram keeps what comes in until somebody listens again."""
        await self.deafen()
        await self._request.shutdown()

    async def deafen(self) -> None:
        hearing, self._hearing = self._hearing, None
        task, self._task = self._task, None
        if task:
            task.cancel()
            await asyncio.wait([task], timeout=STOP_SECONDS)
            task.cancel()
        if hearing:
            await hearing.close(STOP_SECONDS)

    def routes(self) -> Sequence[BaseRoute]:
        return [webhook_route(self._path, self._webhook_secret, lambda: self._hearing)] if self._webhook_url else []

    def page_count(self, delivery: Delivery) -> int:
        return len(render(delivery))

    async def send(self, delivery: Delivery, page: int) -> str:
        try:
            return await send_page(self._bot, delivery, render(delivery)[page], first=page == 0)
        except TokenRefused as refused:  # with others that go on, it may be a while before somebody mends this
            raise SendFailed(str(refused), retry=self._among_others) from None

    async def check(self) -> list[str]:
        """What Telegram thinks of our settings, a sentence each; raises as `start` does."""
        async with AiohttpRequest() as request:
            bot = Bot(self._bot.token, f"{self._api_url}/bot", request=request, get_updates_request=request)
            return await findings(bot, self._webhook_url, self._refused)

    async def _introduce(self, ear: Ear | None) -> Coroutine[Any, Any, None] | None:
        """Who we are and how we want to hear; then what goes on while we do."""
        me = await self._bot.get_me()
        overhears = bool(me.can_read_all_group_messages)
        account = Account(id=me.id, username=me.username or "", overhears=overhears, bot=self.bot)
        if ear is None:
            self._account = account
            return None
        if self._webhook_url:
            await self._bot.set_webhook(self._webhook_url, secret_token=self._webhook_secret, allowed_updates=KINDS)
        else:
            await self._bot.delete_webhook()  # while there is one, polling is refused
        self._account = account
        self._hearing = Hearing(ear=ear, account=account, bot=self._bot, now=self._now)
        _log.info("Telegram is listened to.", extra={"action": "telegram_started", "platform": self._hearing.via})
        if not self._webhook_url:
            self._polling = Polling(
                bot=self._bot, request=self._request, hearing=self._hearing, first_wait=self._first_wait
            )
        return self._go_on()

    async def _go_on(self) -> None:
        """The menu is not waited for: to know its sentences takes longer than to be there."""
        menu = asyncio.create_task(self._show_commands())
        try:
            await (self._polling.run() if self._polling else menu)
        finally:
            menu.cancel()

    async def _introduce_later(self, ear: Ear | None) -> None:
        failures = 1
        while True:
            await asyncio.sleep(wait_after(failures, self._first_wait))
            try:
                listening = await self._introduce(ear)
            except TelegramError as error:
                failures += 1
                self._explain(error)
                continue
            if listening:
                await listening
            return

    async def _show_commands(self) -> None:
        """A menu that cannot be set is no reason to stay deaf."""
        commands = await asyncio.to_thread(self._commands)
        if not commands:
            return
        try:
            await self._bot.set_my_commands([BotCommand(*command) for command in commands.items()])
        except TelegramError as error:
            _log.warning("Telegram did not take the menu of commands: %s", error, extra={"action": "commands_not_set"})

    def _explain(self, error: TelegramError) -> None:
        sentence = self._refused if isinstance(error, InvalidToken) else f"Telegram cannot be used yet: {error}."
        _log.warning(
            "%s Trying again.",
            sentence,
            extra={"action": "telegram_not_started", "platform": via(self.platform, self.bot)},
        )
