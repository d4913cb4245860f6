"""What the handlers know of the house they live in: its addresses and its defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import quote

from messages.street import Identity, Platform


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """`address` is where the web pages are. `identities` are the platforms that run."""

    address: str
    identities: Mapping[Platform, Identity] = field(default_factory=dict)
    language: str = "nl"
    timezone: str = "Europe/Amsterdam"

    def link(self, platform: Platform, text: str) -> str | None:
        """A link that opens a private chat with the bot, with `text` as the first thing said."""
        identity = self.identities.get(platform)
        return identity.link.replace("{text}", quote(text)) if identity and identity.link else None

    def takes_back(self, platform: Platform, age: timedelta) -> bool:
        """Whether a message of this age can still be deleted."""
        identity = self.identities.get(platform)
        return bool(identity and identity.takes_back_for and age < identity.takes_back_for)

    def name(self, platform: Platform) -> str:
        """How people address the bot on a platform."""
        identity = self.identities.get(platform)
        return identity.name if identity else "Straatbot"
