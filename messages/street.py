"""Streets, the chats they speak in, and the people who speak there."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import IntEnum, StrEnum


class Platform(StrEnum):
    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    PLAYGROUND = "playground"


class ChatKind(StrEnum):
    GROUP = "group"
    PRIVATE = "private"


class Role(IntEnum):
    """What somebody may do; a higher role may do all that a lower one may."""

    RESIDENT = 0
    STREET_CONTACT = 1
    ORGANISER = 2


@dataclass(frozen=True, slots=True)
class ChatAddress:
    """Where a chat is: `id` is the platform's own and opaque; never read digits out of it.

    `bot` is which of our bots is there, where a platform has several; "" is the first. What two of them hear in one
    place are two chats, for one may write where the other may not.
    """

    platform: Platform
    id: str
    bot: str = ""

    @property
    def via(self) -> str:
        return via(self.platform, self.bot)


def via(platform: Platform, bot: str) -> str:
    """By which of our bots, as logs and figures name it: `telegram`, `telegram:123456`."""
    return f"{platform}:{bot}" if bot else str(platform)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whoever said something; `name` is what the platform shows, and is never stored for residents."""

    platform: Platform
    id: str
    name: str = ""


class ChatState(StrEnum):
    """How far the bot's welcome in a chat goes."""

    UNLINKED = "unlinked"  # in the group, silent until somebody links it to a street
    WAITING = "waiting"  # asked to be linked; an organiser has to say yes
    LINKED = "linked"
    MUTED = "muted"  # in the chat, but not allowed to write
    GONE = "gone"  # removed, kicked or blocked


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """One place where the bot can speak; `key` is its row in the store."""

    key: int
    address: ChatAddress
    kind: ChatKind
    state: ChatState = ChatState.UNLINKED
    street: str | None = None
    language: str | None = None
    overhears: bool | None = None  # None: not known yet
    muted_until: datetime | None = None
    last_heard_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """A daily span of local time in which nothing unprompted is said; `start` is in it, `end` is not."""

    start: time
    end: time

    def __contains__(self, moment: time) -> bool:
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


DEFAULT_QUIET_HOURS = QuietHours(start=time(21, 30), end=time(8, 0))
DEFAULT_NEIGHBOURS_FIRST = timedelta(seconds=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The neighbour who speaks for a street; `note` says how to reach them, in their own words."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """What a community shares. `weekly_limit` counts unprompted messages in an ISO week; None is no limit.

    `neighbours_first` is how long a question to nobody in particular is left to the neighbours.
    """

    id: str
    name: str
    town: str = ""
    language: str = "nl"
    timezone: str = "Europe/Amsterdam"
    quiet_hours: QuietHours | None = DEFAULT_QUIET_HOURS
    tags: tuple[str, ...] = ()
    contact: Contact | None = None
    weekly_limit: int | None = None
    neighbours_first: timedelta = DEFAULT_NEIGHBOURS_FIRST
    paused: bool = False  # by somebody in the chat; not of the content file

    @property
    def contact_name(self) -> str:
        """Nothing where there is nobody."""
        return self.contact.name if self.contact else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who the bot is on a platform. `link` opens a private chat with it; `{text}` in it is the first message.

    `overhears`: whether groups let it hear what is not addressed to it, where the platform knows at all.
    `takes_back_for`: how long after it was sent a message can be deleted; None is never.
    """

    platform: Platform
    name: str
    link: str | None = None
    overhears: bool | None = None
    takes_back_for: timedelta | None = None
