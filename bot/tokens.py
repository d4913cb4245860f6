"""The tokens of the setting TELEGRAM_BOT_TOKEN: one, or one for each of several bots."""

import hmac
import re
from collections.abc import Mapping

from pydantic import SecretStr

# A token begins with the number of its bot: https://core.telegram.org/bots/api#authorizing-your-bot
_FORM = re.compile(r"(\d+):[\w-]+", re.ASCII)
_BETWEEN = re.compile(r"[\s,;]+")


def tokens_in(text: str) -> Mapping[str, str]:
    """Each token by the number of its bot, in the order in which they stand. Raises ValueError, without showing one."""
    found: dict[str, str] = {}
    for token in filter(None, _BETWEEN.split(text)):
        form = _FORM.fullmatch(token)
        if form is None:
            raise ValueError("must look like 123456:ABC…, with commas between the tokens of several bots")
        if form[1] in found:
            raise ValueError(f"holds two tokens of bot {form[1]}; keep the one that @BotFather gave last")
        found[form[1]] = token
    if not found:
        raise ValueError("holds no token; copy it from @BotFather, or leave it empty")
    return found


def readable(setting: SecretStr) -> SecretStr:
    """The same. Raises ValueError, as `tokens_in`."""
    tokens_in(setting.get_secret_value())
    return setting


def secret_of(bot: str, secret: str) -> str:
    """Each bot its own, made from TELEGRAM_WEBHOOK_SECRET; the first (`bot` is "") has that one itself."""
    return hmac.digest(secret.encode(), bot.encode(), "sha256").hex() if bot else secret
