"""What is heard, from whichever platform: a message, or something that happened to a chat."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from messages.street import ChatAddress, ChatKind, Person, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One message, or one button pressed.

    `external_id` is unique within the platform: the same message delivered twice carries the same one.
    `addressed` is true when the bot was named, replied to, commanded, or spoken to in private.
    `choice` is the id of the pressed button, as the platform was given it; `text` is then its label or empty.
    `reply_to` is the platform's id of the message that this one answers, `reply_text` what that one says where the
    platform tells; `thread` is the id of a forum topic.
    `question` is what was asked that the message with the pressed button answers, where the platform tells.
    `street` and `role` are what the platform itself vouches for, `contact` and `organiser` whom it knows to be that in
    the street; only the playground does.
    """

    chat: ChatAddress
    chat_kind: ChatKind
    sender: Person
    external_id: str
    text: str
    heard_at: datetime
    addressed: bool
    choice: str | None = None
    reply_to: str | None = None
    reply_text: str = ""
    question: str = ""
    thread: str | None = None
    language: str | None = None  # what the platform says the sender's telephone speaks
    street: str | None = None
    role: Role = Role.RESIDENT
    contact: Person | None = None
    organiser: Person | None = None


class Change(StrEnum):
    """What can happen to a chat besides talk."""

    JOINED = "joined"  # the bot was added to a group
    LEFT = "left"  # removed, kicked, or blocked by a private chat
    MUTED = "muted"  # may no longer write
    UNMUTED = "unmuted"
    MOVED = "moved"  # the group got another address
    NEWCOMERS = "newcomers"  # residents came in


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatChange:
    """Something that happened to a chat; `moved_to` goes with MOVED, `newcomers` with NEWCOMERS.

    `overhears` says whether the bot hears what is not addressed to it, where the platform tells.
    `title` is the group's name as people see it: shown to an organiser, never stored.
    """

    chat: ChatAddress
    chat_kind: ChatKind
    change: Change
    external_id: str
    heard_at: datetime
    by: Person | None = None
    title: str = ""
    overhears: bool | None = None
    moved_to: ChatAddress | None = None
    newcomers: tuple[str, ...] = ()


Heard = Incoming | ChatChange
