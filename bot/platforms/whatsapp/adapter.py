"""WhatsApp as one platform of the bot: hears through webhooks, speaks through Twilio's API."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Self

from starlette.routing import BaseRoute

from bot.platforms.base import Ear, Identity, SendFailed
from bot.platforms.whatsapp.check import Account, problems
from bot.platforms.whatsapp.client import DEFAULT_URL, HttpClient, connect
from bot.platforms.whatsapp.render import render
from bot.platforms.whatsapp.send import Sender, as_template, compose, is_it
from bot.platforms.whatsapp.webhooks import STATUS, Webhooks
from bot.settings import Settings
from messages.delivery import Delivery
from messages.street import Platform

SECONDS = 20.0


class WhatsAppAdapter:
    """`number` is in E.164; `templates` maps a `Template.name` to its ContentSid at Twilio."""

    platform = Platform.WHATSAPP
    bot = ""

    def __init__(
        self,
        *,
        account_sid: str,
        auth_token: str,
        number: str,
        public_url: str,
        api_url: str = DEFAULT_URL,
        templates: Mapping[str, str] | None = None,
        name: str = "Straatbot",
        closing: str = "Antwoord met het nummer.",
        seconds: float = SECONDS,
    ) -> None:
        self._account = Account(
            sid=account_sid,
            token=auth_token,
            number=number,
            public_url=public_url,
            api_url=api_url,
            templates=dict(templates or {}),
        )
        self._name, self._closing, self._seconds = name, closing, seconds
        self._webhooks = Webhooks(account_sid=account_sid, auth_token=auth_token, public_url=public_url)
        self._http: HttpClient | None = None
        self._sender: Sender | None = None

    @classmethod
    def from_settings(cls, settings: Settings, *, name: str = "Straatbot") -> Self:
        """Needs `settings.whatsapp_on`."""
        sid, token = settings.twilio_account_sid, settings.twilio_auth_token
        number, public_url = settings.twilio_whatsapp_number, settings.public_url
        if not (sid and token and number and public_url):
            raise ValueError("WhatsApp is off in these settings")
        templates = {
            "new_message": settings.twilio_template_new_message,
            "reminder": settings.twilio_template_reminder,
        }
        return cls(
            account_sid=sid,
            auth_token=token.get_secret_value(),
            number=number,
            public_url=public_url,
            api_url=settings.twilio_api_url,
            templates={name: content for name, content in templates.items() if content},
            name=name,
        )

    @property
    def account(self) -> str:
        return self._account.sender

    @property
    def listens_alone(self) -> bool:
        return False

    @property
    def identity(self) -> Identity:
        digits = self._account.number.removeprefix("+")
        return Identity(platform=self.platform, name=self._name, link=f"https://wa.me/{digits}?text={{text}}")

    @property
    def is_up(self) -> bool:
        return self._sender is not None

    async def start(self, ear: Ear | None) -> None:
        account = self._account
        self._http = HttpClient(self._seconds)
        self._sender = Sender(
            client=connect(account.sid, account.token, account.api_url, self._http),
            number=account.sender,
            status_url=f"{account.public_url.rstrip('/')}{STATUS}",
            seconds=self._seconds,
        )
        self._webhooks.ear = ear

    async def deafen(self) -> None:
        self._webhooks.ear = None

    async def stop(self) -> None:
        self._webhooks.ear = None
        self._sender = None
        http, self._http = self._http, None
        if http:
            await http.close()

    def routes(self) -> Sequence[BaseRoute]:
        return self._webhooks.routes()

    def goes_as_template(self, delivery: Delivery) -> bool:
        """Whether, now, only a template would arrive instead of the reply itself."""
        return as_template(delivery, self._account.templates, datetime.now(UTC)) is not None

    def page_count(self, delivery: Delivery) -> int:
        return 1 if self.goes_as_template(delivery) else len(self._pages(delivery))

    async def send(self, delivery: Delivery, page: int) -> str:
        text = self._page(delivery, page)
        message = compose(delivery, page, text, self._account.templates, datetime.now(UTC))
        return await self._running.send(delivery, page, message)

    async def find(self, delivery: Delivery, page: int, since: datetime) -> str | None:
        """Twilio's id of a page that was sent at `since` and got no answer; None when it is not there."""
        text = self._page(delivery, page)
        template = delivery.reply.template if page == 0 else None
        return await self._running.find(delivery.chat.id, lambda body: is_it(body, text, template), since)

    async def check(self) -> list[str]:
        """What would keep WhatsApp from working, a sentence each; needs no `start`."""
        http = HttpClient(self._seconds)
        try:
            account = self._account
            return await problems(account, connect(account.sid, account.token, account.api_url, http))
        finally:
            await http.close()

    @property
    def _running(self) -> Sender:
        if self._sender is None:
            raise SendFailed("not_started", retry=True)
        return self._sender

    def _pages(self, delivery: Delivery) -> list[str]:
        return render(delivery.reply, closing=self._closing)

    def _page(self, delivery: Delivery, page: int) -> str:
        pages = self._pages(delivery)
        return pages[page] if page < len(pages) else ""
