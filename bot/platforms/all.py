"""The platforms that the settings turn on; each is imported only when it is."""

from collections.abc import Awaitable, Callable, Sequence

from bot.platforms.base import PlatformAdapter
from bot.settings import LOOPBACK, Playground, Settings
from messages.street import Street
from messages.wording import word

Streets = Callable[[], Awaitable[Sequence[Street]]]

# What Telegram shows in its menu, in this order; each has a sentence `menu-…` in the wording files.
MENU = ("vraag", "agenda", "contact", "stil", "taal", "privacy", "mijngegevens", "vergeet", "help")


def platforms_of(settings: Settings, streets: Streets) -> list[PlatformAdapter]:
    found: list[PlatformAdapter] = []
    if settings.telegram_on:
        found.append(_telegram(settings))
    if settings.whatsapp_on:
        found.append(_whatsapp(settings))
    if settings.playground_on:
        found.append(_playground(settings, streets))
    return found


def _telegram(settings: Settings) -> PlatformAdapter:
    from bot.platforms.telegram import TelegramAdapter

    token, secret = settings.telegram_bot_token, settings.telegram_webhook_secret
    return TelegramAdapter(
        token=token.get_secret_value() if token else "",
        api_url=settings.telegram_api_url,
        mode=settings.telegram_mode,
        public_url=settings.public_url,
        webhook_secret=secret.get_secret_value() if secret else None,
        commands={name: word(settings.default_language, f"menu-{name}") for name in MENU},
    )


def _whatsapp(settings: Settings) -> PlatformAdapter:
    from bot.platforms.whatsapp import WhatsAppAdapter

    return WhatsAppAdapter.from_settings(settings)


def _playground(settings: Settings, streets: Streets) -> PlatformAdapter:
    from bot.platforms.playground import PlaygroundAdapter

    hosts = LOOPBACK if settings.playground is Playground.AUTO else None
    return PlaygroundAdapter(streets, address=settings.address, hosts=hosts)
