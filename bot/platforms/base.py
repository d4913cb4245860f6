"""What every platform offers the rest of the bot, and the few ways in which sending can end."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from starlette.routing import BaseRoute

from messages.delivery import Delivery, Receipt
from messages.incoming import Heard
from messages.street import ChatAddress, Identity, Platform


class Ear(Protocol):
    """Whom a platform tells what it heard. Both return once it is safely stored, and may be called twice."""

    async def heard(self, heard: Heard) -> None: ...

    async def receipt(self, receipt: Receipt) -> None: ...


class PlatformAdapter(Protocol):
    """One platform, running. `start` returns when messages can be heard; `stop` when none is heard any more."""

    platform: Platform

    @property
    def bot(self) -> str:
        """Which of our bots it is, as `ChatAddress` names it; "" where there is one."""
        ...

    @property
    def account(self) -> str:
        """By what the platform counts what we send: a token, a number. One process at a time sends for it."""
        ...

    @property
    def listens_alone(self) -> bool:
        """Whether no more than one process may listen, as when a platform is asked for what is new."""
        ...

    @property
    def identity(self) -> Identity: ...

    @property
    def is_up(self) -> bool:
        """Whether messages are heard now, as far as is known; a platform that has not been reached is not up."""
        ...

    async def start(self, ear: Ear | None) -> None:
        """Without an ear: only to send. May then be started again with one."""
        ...

    async def deafen(self) -> None:
        """Hear no more, and go on sending. Only asked of what listens alone."""
        ...

    async def stop(self) -> None: ...

    def routes(self) -> Sequence[BaseRoute]:
        """What the web server mounts for this platform; may be asked before `start`."""
        ...

    def page_count(self, delivery: Delivery) -> int:
        """How many platform messages the reply becomes; pure."""
        ...

    async def check(self) -> list[str]:
        """What `straatbot check` says of it, a sentence each; may be asked without `start`."""
        ...

    async def send(self, delivery: Delivery, page: int) -> str:
        """Send page `page` (from 0) and return the platform's id of it; raises one of the errors below."""
        ...


class SendFailed(Exception):
    """Not accepted. `retry`: nothing was written, so it may go again, not before `after` where that is known."""

    def __init__(self, reason: str, *, retry: bool, after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.retry = retry
        self.after = after


class SlowDown(SendFailed):
    """Refused because of too many messages; the chat rests for `after`."""

    def __init__(self, after: timedelta) -> None:
        super().__init__("too_many_requests", retry=True, after=after)


class Unanswered(Exception):
    """Written, but no answer came: it may or may not have arrived, so it is never sent again by itself."""


class ChatGone(Exception):
    """The chat is closed to us for good: removed, blocked, deleted."""


class ChatMuted(Exception):
    """We are in the chat but may not write there."""


class ChatMoved(Exception):
    """The chat has another address now; send it there."""

    def __init__(self, to: ChatAddress) -> None:
        super().__init__("chat_moved")
        self.to = to


class WindowClosed(Exception):
    """Only after the person writes again may this be sent (WhatsApp's 24 hours)."""


class PlatformMisconfigured(Exception):
    """The platform refuses our settings; one sentence that names the setting and the mend."""


__all__ = [
    "ChatGone",
    "ChatMoved",
    "ChatMuted",
    "Ear",
    "Identity",
    "PlatformAdapter",
    "PlatformMisconfigured",
    "SendFailed",
    "SlowDown",
    "Unanswered",
    "WindowClosed",
]
