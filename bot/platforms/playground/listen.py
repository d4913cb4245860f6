"""What somebody says in the playground, checked and cleaned, as something heard."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.platforms.playground.transcript import BOT, Message
from messages.incoming import Incoming
from messages.street import ChatAddress, ChatKind, Person, Platform, Role, Street

MAX_TEXT = 20_000
MAX_NAME = 80
NAME_OF_BOT = "straatbot"
ORGANISER = "Organisator"

_COMMAND = re.compile(rf"^\s*(/\w+)@{NAME_OF_BOT}\b", re.IGNORECASE)
_MENTION = re.compile(rf"(?<![\w.@/])@{NAME_OF_BOT}\b[,:;!]?[ \t]*", re.IGNORECASE)


class Refused(Exception):
    """Not accepted: `status` is that of HTTP, the message is a sentence for whoever asked."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What somebody says in a chat (`text`), or which button they press (`choice`)."""

    chat: str
    sender: str
    text: str = ""
    choice: str | None = None
    reply_to: int | None = None

    @property
    def street(self) -> str:
        return self.chat.partition("/")[0]

    @property
    def kind(self) -> ChatKind:
        return ChatKind.PRIVATE if "/" in self.chat else ChatKind.GROUP


def post(chat: str, sender: str, text: str = "", *, choice: str | None = None, reply_to: int | None = None) -> Post:
    """A post whose fields are clean and agree with each other; raises Refused."""
    made = Post(
        chat=clean_chat(chat),
        sender=clean_name(sender, "sender"),
        text="" if choice else _clean_text(text),
        choice=choice,
        reply_to=reply_to,
    )
    owner = made.chat.partition("/")[2]
    if owner and owner != made.sender:
        raise Refused(400, "Dit is het privégesprek van iemand anders.")
    if made.sender.casefold() == BOT:
        raise Refused(400, "Zo heet de bot zelf. Kies een andere naam.")
    return made


def read_post(body: bytes) -> Post:
    """The post in a JSON body; raises Refused when it is no such thing."""
    fields = _read_object(body)
    choice = fields.get("choice")
    if choice is not None and not isinstance(choice, str):
        raise Refused(400, "“choice” moet tekst zijn.")
    return post(
        _required(fields, "chat"),
        _required(fields, "sender"),
        "" if choice else _required(fields, "text"),
        choice=choice or None,
        reply_to=_read_reply_to(fields.get("reply_to")),
    )


def to_incoming(
    heard: Message, said: Post, street: Street, *, run: str, answers: Message | None, question: str = ""
) -> Incoming:
    """`heard` as it stands in the transcript, for the bot.

    `answers` is the message that it replies to, `question` what that one answers.
    """
    text, named = cut_mention(heard.text)
    private = said.kind is ChatKind.PRIVATE
    to_bot = answers is not None and answers.from_bot
    return Incoming(
        chat=ChatAddress(Platform.PLAYGROUND, said.chat),
        chat_kind=said.kind,
        sender=_person(street, said.sender),
        external_id=external_id(run, heard.id),
        text=text,
        heard_at=heard.at,
        addressed=private or named or to_bot or text.startswith("/"),
        choice=said.choice,
        reply_to=external_id(run, answers.id) if answers else None,
        reply_text=answers.text if answers and not said.choice else "",
        question=cut_mention(question)[0],
        street=street.id,
        role=role_of(said.sender, street),
        contact=_person(street, street.contact.name) if street.contact else None,
        organiser=_person(street, ORGANISER),
    )


def _person(street: Street, name: str) -> Person:
    """Whose id is also that of the private chat."""
    return Person(platform=Platform.PLAYGROUND, id=f"{street.id}/{name}", name=name)


def role_of(name: str, street: Street) -> Role:
    """Here a name is enough: the contact's makes a street contact, `Organisator` an organiser."""
    if name == ORGANISER:
        return Role.ORGANISER
    return Role.STREET_CONTACT if street.contact and street.contact.name == name else Role.RESIDENT


def external_id(run: str, number: int) -> str:
    """The id that the store remembers. Each process counts from 1, so its random `run` goes along."""
    return f"{run}:{number}"


def number_of(external: str | None, run: str) -> int | None:
    """The message number in an external id; None for one of another run."""
    before, _, number = (external or "").rpartition(":")
    return int(number) if before == run and number.isdecimal() else None


def cut_mention(text: str) -> tuple[str, bool]:
    """`text` without the bot's name, and whether it was in there."""
    cut, commands = _COMMAND.subn(r"\1", text)
    cut, mentions = _MENTION.subn("", cut)
    named = bool(commands or mentions)
    return (cut.strip() if named else text), named


def clean_chat(chat: str) -> str:
    """`lindelaan` or `lindelaan/Fatma`; raises Refused for anything else."""
    _refuse_surrogates(chat, "chat")
    street, slash, name = chat.strip().partition("/")
    if not street:
        raise Refused(400, "“chat” ontbreekt: schrijf de straat, of straat/naam voor een privégesprek.")
    return f"{street}/{clean_name(name, 'chat')}" if slash else street


def clean_name(name: str, field: str) -> str:
    _refuse_surrogates(name, field)
    clean = " ".join(_printable(unicodedata.normalize("NFC", name)).split())
    if not clean:
        raise Refused(400, f"In “{field}” ontbreekt een naam.")
    if len(clean) > MAX_NAME:
        raise Refused(400, f"Een naam mag hoogstens {MAX_NAME} tekens lang zijn.")
    return clean


def _clean_text(text: str) -> str:
    _refuse_surrogates(text, "text")
    if len(text) > MAX_TEXT:
        raise Refused(413, f"Een bericht mag hoogstens {MAX_TEXT} tekens lang zijn.")
    clean = _printable(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not clean:
        raise Refused(400, "Het bericht is leeg.")
    return clean


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc")


def _refuse_surrogates(text: str, field: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused(400, f"In “{field}” staan halve tekens (losse surrogaten).") from None


def _read_object(body: bytes) -> Mapping[str, object]:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, "Dit is geen JSON.") from None
    if not isinstance(fields, dict):
        raise Refused(400, "Stuur één JSON-object met chat, sender en text of choice.")
    return fields


def _required(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    if value is None:
        raise Refused(400, f"“{name}” ontbreekt.")
    if not isinstance(value, str):
        raise Refused(400, f"“{name}” moet tekst zijn.")
    return value


def _read_reply_to(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        return read_number(value, "reply_to")
    raise Refused(400, "“reply_to” moet het nummer van een bericht zijn.")


def read_number(text: str, field: str) -> int:
    """A message number from text; raises Refused for anything but up to 18 plain digits."""
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise Refused(400, f"“{field}” moet het nummer van een bericht zijn.")
    return int(text)
