"""The platforms that the settings turn on; each is imported only when it is."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from bot.platforms.base import PlatformAdapter
from bot.settings import LOOPBACK, Playground, Settings
from bot.tokens import secret_of
from messages.street import Street
from messages.wording import word

Streets = Callable[[], Awaitable[Sequence[Street]]]

# What Telegram shows in its menu, in this order; each has a sentence `menu-…` in the wording files.
MENU = ("vraag", "agenda", "contact", "stil", "taal", "privacy", "mijngegevens", "vergeet", "help")


def platforms_of(settings: Settings, streets: Streets, bots: Mapping[str, str] | None = None) -> list[PlatformAdapter]:
    """`bots` is what `ChatAddress` calls each bot of Telegram's, by its number; without it there is one."""
    found: list[PlatformAdapter] = []
    for number, token in settings.telegram_tokens.items():
        found.append(_telegram(settings, token, bots[number] if bots else ""))
    if settings.whatsapp_on:
        found.append(_whatsapp(settings))
    if settings.playground_on:
        found.append(_playground(settings, streets))
    return found


def _telegram(settings: Settings, token: str, bot: str) -> PlatformAdapter:
    from bot.platforms.telegram import TelegramAdapter

    secret = settings.telegram_webhook_secret
    return TelegramAdapter(
        token=token,
        bot=bot,
        among_others=len(settings.telegram_tokens) > 1,
        api_url=settings.telegram_api_url,
        mode=settings.telegram_mode,
        public_url=settings.public_url,
        webhook_secret=secret_of(bot, secret.get_secret_value()) if secret else None,
        commands=partial(_menu, settings.default_language),
    )


def _menu(language: str) -> Mapping[str, str]:
    return {name: word(language, f"menu-{name}") for name in MENU}


def _whatsapp(settings: Settings) -> PlatformAdapter:
    from bot.platforms.whatsapp import WhatsAppAdapter

    return WhatsAppAdapter.from_settings(settings)


def _playground(settings: Settings, streets: Streets) -> PlatformAdapter:
    from bot.platforms.playground import PlaygroundAdapter

    hosts = LOOPBACK if settings.playground is Playground.AUTO else None
    return PlaygroundAdapter(streets, address=settings.address, hosts=hosts)
