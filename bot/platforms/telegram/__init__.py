"""Telegram: what is heard in groups and private chats, and how a reply looks and is sent there."""

import logging

from bot.platforms.telegram.adapter import TelegramAdapter

# The library writes the bot's token and every message into its debug lines.
logging.getLogger("telegram").setLevel(logging.WARNING)

__all__ = ["TelegramAdapter"]
