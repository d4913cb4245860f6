"""A text of Telegram's, with what it found in it: our name, a command."""

from dataclasses import dataclass
from typing import Any

from bot.platforms.telegram.characters import place

Json = dict[str, Any]

# What people send besides words: https://core.telegram.org/bots/api#message
WITHOUT_WORDS = (
    "voice",
    "audio",
    "video_note",
    "photo",
    "video",
    "animation",
    "document",
    "location",
    "contact",
    "poll",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The bot as Telegram knows it; `overhears` is false in privacy mode. `bot` is what `ChatAddress` calls it."""

    id: int
    username: str
    overhears: bool
    bot: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A text and what Telegram found in it (https://core.telegram.org/bots/api#messageentity)."""

    text: str
    entities: list[Json]

    @classmethod
    def of(cls, message: Json) -> "Said | None":
        if text := message.get("text"):
            return cls(text, message.get("entities", []))
        if caption := message.get("caption"):
            return cls(caption, message.get("caption_entities", []))
        return None

    @classmethod
    def without_words(cls, message: Json) -> "Said | None":
        """A voice message, a photo or a place holds no words, and a sticker no more than its emoji."""
        if sticker := message.get("sticker"):
            return cls(sticker.get("emoji", ""), [])
        return cls("", []) if any(kind in message for kind in WITHOUT_WORDS) else None

    @property
    def command(self) -> Json | None:
        commands = (e for e in self.entities if e["type"] == "bot_command" and e["offset"] == 0)
        return next(commands, None)

    @property
    def is_command(self) -> bool:
        return self.command is not None

    def is_for_another_bot(self, account: Account) -> bool:
        if self.command is None:
            return False
        _, at, name = self.text[: self.command["length"]].partition("@")
        return bool(at) and name.casefold() != account.username.casefold()

    def without_our_name(self, account: Account) -> tuple[str, bool]:
        """The text without mentions of us, and whether there were any; `/vraag@us` becomes `/vraag`."""
        text, named = self.text, False
        for entity in sorted(self.entities, key=lambda entity: -int(entity["offset"])):
            start = place(self.text, entity["offset"])
            end = place(self.text, entity["offset"] + entity["length"])
            if entity is self.command:
                text = text[:start] + text[start:end].partition("@")[0] + text[end:]
            elif _names_us(entity, self.text[start:end], account):
                text, named = _cut_out(text, start, end), True
        return text, named


def _names_us(entity: Json, text: str, account: Account) -> bool:
    if entity["type"] == "text_mention":
        return bool(entity["user"]["id"] == account.id)
    return entity["type"] == "mention" and text.casefold() == f"@{account.username}".casefold()


def _cut_out(text: str, start: int, end: int) -> str:
    """`text` without that name: "hoi @bot, wat" is "hoi, wat", and "@bot: wat" is "wat"."""
    before, after = text[:start].rstrip(" "), text[end:]
    if not before or before.endswith("\n"):
        return before + after.lstrip(" ,:;")
    return before + after
