"""What `straatbot check` says about Telegram: what is so, what is wrong and how to mend it."""

from urllib.parse import urlsplit

from telegram import Bot, User, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.platforms.base import PlatformMisconfigured

TOKEN_REFUSED = "TELEGRAM_BOT_TOKEN: Telegram does not accept it; copy it again from @BotFather."  # noqa: S105
ONE_REFUSED = "TELEGRAM_BOT_TOKEN: Telegram does not accept that of bot {}; copy it again from @BotFather."

_PORTS = (None, 443, 80, 88, 8443)  # https://core.telegram.org/bots/webhooks


async def findings(bot: Bot, webhook_url: str | None, refused: str = TOKEN_REFUSED) -> list[str]:
    """`webhook_url` is None when we poll. Raises PlatformMisconfigured, with `refused`, for what would stop the bot."""
    try:
        me, webhook = await bot.get_me(), await bot.get_webhook_info()
    except InvalidToken:
        raise PlatformMisconfigured(refused) from None
    except TelegramError as error:
        return [f"TELEGRAM_API_URL: Telegram cannot be reached ({error}); the bot will keep trying."]
    return [
        f"Telegram knows this bot as @{me.username}.",
        *_hearing(me),
        *(_webhook(webhook, webhook_url) if webhook_url else _polling(webhook)),
    ]


def _hearing(me: User) -> list[str]:
    said = []
    if not me.can_join_groups:
        said.append("The bot cannot be added to groups: send /setjoingroups to @BotFather and choose Enable.")
    if me.can_read_all_group_messages:
        said.append("Privacy mode is off: the bot hears every message in its groups; tell the residents so.")
    else:
        said.append(
            "Privacy mode is on: in a group the bot hears only commands, its own name and replies to it,"
            " unless it is an administrator there. To let it hear every question, send /setprivacy to"
            " @BotFather, choose Disable, then remove it from each group and add it again."
        )
    return said


def _polling(webhook: WebhookInfo) -> list[str]:
    if not webhook.url:
        return []
    return ["Telegram still brings messages to a webhook; the bot removes it when it starts polling."]


def _webhook(webhook: WebhookInfo, ours: str) -> list[str]:
    said = []
    parts = urlsplit(ours)
    if parts.scheme != "https" or parts.port not in _PORTS:
        said.append("PUBLIC_URL: Telegram only brings messages to https://, at port 443, 80, 88 or 8443.")
    if webhook.url != ours:
        said.append(f"The webhook is not set to {ours} yet; the bot sets it when it starts.")
    if webhook.last_error_message:
        since = f"{webhook.last_error_date:%Y-%m-%d %H:%M} UTC" if webhook.last_error_date else "unknown"
        said.append(f"Telegram could not bring a message: {webhook.last_error_message} (last at {since}).")
    if webhook.pending_update_count:
        said.append(f"{webhook.pending_update_count} messages wait at Telegram to be brought.")
    return said
