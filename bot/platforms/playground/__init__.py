"""The playground: a street in memory, with a group and private chats, to try the bot without a telephone."""

from bot.platforms.playground.adapter import PlaygroundAdapter
from bot.platforms.playground.listen import Refused
from bot.platforms.playground.transcript import BOT, Button, Message, Transcript

__all__ = ["BOT", "Button", "Message", "PlaygroundAdapter", "Refused", "Transcript"]
