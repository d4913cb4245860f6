"""Who is where on the pretended Telegram: people, chats, what the bot may do there, and how often."""

import math
import re
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from tests.doubles.telegram_html import Refused, units

Json = dict[str, Any]
_WORDS = re.compile(r"(?P<bot_command>(?<![\w/@])/\w{1,32}(@\w+)?)|(?P<mention>(?<!\w)@\w{4,32})", re.ASCII)


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    language: str = "nl"

    def json(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}


@dataclass(eq=False)
class Chat:
    """`status` is the bot's own, as in #chatmember; `topics` maps a thread to whether it is open."""

    id: int
    type: str
    title: str
    status: str = "member"
    can_write: bool = True
    migrated_to: int | None = None
    topics: dict[int, bool] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    next_id: int = 1

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    def json(self) -> Json:
        name = "first_name" if self.is_private else "title"
        return {"id": self.id, "type": self.type, name: self.title}

    def add(self, sender: Json, at: float, thread: int | None = None, **content: Any) -> Json:
        message: Json = {"message_id": self.next_id, "date": int(at), "chat": self.json(), "from": sender}
        if thread is not None:
            message |= {"message_thread_id": thread, "is_topic_message": True}
        message |= {name: value for name, value in content.items() if value is not None}
        self.messages[self.next_id] = message
        self.next_id += 1
        return message

    def check_writable(self, thread: int | None) -> None:
        """Refuse as Telegram does where the bot may not write."""
        if self.migrated_to:
            raise Refused("group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.migrated_to)
        if self.is_private and self.status == "kicked":
            raise Refused("bot was blocked by the user", 403)
        if self.status == "kicked":
            raise Refused(f"bot was kicked from the {self.type} chat", 403)
        if self.status == "left":
            raise Refused(f"bot is not a member of the {self.type} chat", 403)
        if not self.can_write:
            raise Refused("not enough rights to send text messages to the chat")
        if thread is not None and thread not in self.topics:
            raise Refused("message thread not found")
        if thread is not None and not self.topics[thread]:
            raise Refused("TOPIC_CLOSED")

    def bot_member(self, bot: Json) -> Json:
        member: Json = {"user": bot, "status": self.status}
        if self.status == "administrator":
            member |= dict.fromkeys(_RIGHTS_OF_ADMINS, False)
        elif self.status == "restricted":
            member |= dict.fromkeys(_RIGHTS, self.can_write) | {"is_member": True, "until_date": 0}
        elif self.status == "kicked":
            member["until_date"] = 0
        return member


# https://core.telegram.org/bots/api#chatmemberadministrator and #chatmemberrestricted
_RIGHTS_OF_ADMINS = [
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]
_RIGHTS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
]


def entities_in(text: str) -> list[Json]:
    """The commands and mentions that Telegram would mark in `text`."""
    return [
        {"type": match.lastgroup, "offset": units(text[: match.start()]), "length": units(match[0])}
        for match in _WORDS.finditer(text)
    ]


@dataclass
class Limits:
    """How many messages in how many seconds: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits."""

    token: tuple[int, float] = (30, 1)
    chat: tuple[int, float] = (5, 5)  # one a second, short bursts tolerated
    group: tuple[int, float] = (20, 60)


class Flood:
    """Real sliding windows; what is refused does not count."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._sent: dict[object, deque[float]] = defaultdict(deque)

    def check(self, chat: Chat, now: float) -> None:
        windows = [("token", self._limits.token), (chat.id, self._limits.chat)]
        if not chat.is_private:
            windows.append((f"group {chat.id}", self._limits.group))
        wait = max(self._wait(key, now, *limit) for key, limit in windows)
        if wait > 0:
            seconds = math.ceil(wait)
            raise Refused(f"Too Many Requests: retry after {seconds}", 429, retry_after=seconds)
        for key, _ in windows:
            self._sent[key].append(now)

    def _wait(self, key: object, now: float, most: int, seconds: float) -> float:
        sent = self._sent[key]
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return sent[0] + seconds - now if len(sent) >= most else 0
