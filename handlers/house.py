"""What the handlers know of the house they live in: its addresses and its defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import quote

from messages.street import ChatAddress, Identity, Platform


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """`address` is where the web pages are. `identities` are the platforms that run, each bot of one by itself."""

    address: str
    identities: Mapping[tuple[Platform, str], Identity] = field(default_factory=dict)
    language: str = "nl"
    timezone: str = "Europe/Amsterdam"

    def bots(self, platform: Platform) -> frozenset[str]:
        """Those that run, as `ChatAddress` calls them."""
        return frozenset(bot for on, bot in self.identities if on is platform)

    def link(self, chat: ChatAddress, text: str) -> str | None:
        """A link that opens a private chat with the bot of this chat, with `text` as the first thing said."""
        identity = self._in(chat)
        return identity.link.replace("{text}", quote(text)) if identity and identity.link else None

    def takes_back(self, chat: ChatAddress, age: timedelta) -> bool:
        """Whether a message of this age can still be deleted there."""
        identity = self._in(chat)
        return bool(identity and identity.takes_back_for and age < identity.takes_back_for)

    def name(self, chat: ChatAddress) -> str:
        """How people there address the bot."""
        identity = self._in(chat)
        return identity.name if identity else "Straatbot"

    def _in(self, chat: ChatAddress) -> Identity | None:
        return self.identities.get((chat.platform, chat.bot))
