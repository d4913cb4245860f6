"""One thing heard, with all that a handler needs to decide about it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.commands import Command
from handlers.house import House
from handlers.likeness import words_said
from messages.content import Content
from messages.incoming import Incoming
from messages.placeholders import fill
from messages.reply import Choice, Reply
from messages.street import Chat, ChatKind, Platform, Role, Street
from messages.understanding import Reading
from messages.wording import word

# A handler that has decided, and has nothing to say.
SILENCE = Reply(())
# What is typed the next day answers something else than a button under what was said.
TYPED_WITHIN = timedelta(hours=12)
# A slash that begins a command, and not one in an address.
_SLASH = re.compile(r"(?<![\w/:.])/(?=[a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`street` is None while nobody knows which street is meant. `reading` is None for commands and buttons.

    `objected` is false where it is known that nobody found the entry that was read wrong in this street, and
    `spoke_unasked` where it is known that the bot has said nothing unasked in this chat of late. `not_given` is an
    entry of which it is known that it was not given there, "" for none.
    `shown` are the buttons under what was said last in this topic of a group, when somebody speaks to the bot there.
    `whole` is the last lines of whoever speaks with this one, where they typed several.
    `cause` names what was heard, without betraying it: what is said because of it is said once.
    """

    incoming: Incoming
    chat: Chat
    street: Street | None
    role: Role
    now: datetime
    language: str
    content: Content
    house: House
    cause: str
    command: Command | None = None
    argument: str = ""
    reading: Reading | None = None
    objected: bool = True
    spoke_unasked: bool = True
    not_given: str = ""
    shown: tuple[Choice, ...] = ()
    whole: str = ""

    @property
    def in_group(self) -> bool:
        return self.chat.kind is ChatKind.GROUP

    @property
    def answer_cause(self) -> str:
        """Why it is said. In a group several people press the same button, and it is answered once."""
        pressed = self.incoming.choice if self.in_group else None
        return f"pressed:{self.chat.key}:{pressed[:40]}" if pressed else self.cause

    @property
    def question(self) -> str:
        """What was said, without the command that makes it a question."""
        return self.argument if self.command is Command.ASK else self.incoming.text

    @property
    def words(self) -> tuple[str, ...]:
        return words_said(self.question)

    @property
    def whole_question(self) -> str:
        """The same, with the lines just before it."""
        return self.whole or self.question

    @property
    def local_now(self) -> datetime:
        """Now, on the street's clock."""
        return self.now.astimezone(ZoneInfo(self.street.timezone if self.street else "Europe/Amsterdam"))

    def fill(self, text: str, language: str | None = None) -> str:
        """Content with its placeholders filled; where no street is known yet, in general words."""
        somewhere = self.street or Street(id="", name=self.word("some-street"), town=self.word("some-town"))
        return fill(text, somewhere, language)

    @property
    def wall_clock(self) -> datetime:
        """The same, naive: as moments in the content are."""
        return self.local_now.replace(tzinfo=None)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which to look for a translation, best first."""
        heard = self.reading.language if self.reading else self.house.language
        spoken = heard if heard != self.house.language else None  # the house's may only mean that nothing told
        return tuple(dict.fromkeys(filter(None, (self.chat.language, spoken, self.language))))

    def word(self, name: str, /, **values: object) -> str:
        """A fixed sentence in the language of whoever asked; on WhatsApp, where commands have no slash, without."""
        text = word(self.language, name, **values)
        return _SLASH.sub("", text) if self.chat.address.platform is Platform.WHATSAPP else text
