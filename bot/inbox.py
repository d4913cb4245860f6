"""Hears: whatever a platform tells is decided once, and answered into the outbox, in one transaction."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bot import metrics
from bot.known import Familiar, Known
from bot.library import Library
from bot.reader import Reader, parsed
from handlers import Asked, House
from handlers.asked import TYPED_WITHIN
from handlers.asking.several_lines import TOGETHER, remember
from handlers.chats.joining import note_change
from handlers.commands import Command, least_role
from handlers.manners import SAME_TALK, TALK
from handlers.sending.receipts import note_receipt
from messages.called import heed_name
from messages.content import Content
from messages.delivery import Receipt
from messages.dictated import as_written
from messages.incoming import ChatChange, Heard, Incoming
from messages.street import Chat, ChatKind, ChatState, Role, Street
from messages.trace import trace
from messages.understanding import Reading
from storage import Database, Store, StoreUnavailable
from storage.heard import Noted
from storage.surroundings import Around

log = logging.getLogger(__name__)

# A message is read by what was known of its chat, and anew when that turns out to be otherwise; so often at most.
MOST_TIMES = 5

Told = dict[str, object]  # what the log says of it


def utc_now() -> datetime:
    return datetime.now(UTC)


class Inbox:
    """The ear that the platforms speak to; returns once what was heard, and what it led to, is stored."""

    def __init__(
        self,
        database: Database,
        library: Library,
        house: Callable[[], House],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._reader = Reader(database, library, now)
        self._house = house
        self._now = now
        self._familiar = Familiar(database, now)

    async def heard(self, heard: Heard) -> None:
        with metrics.DECISION.time():
            if isinstance(heard, ChatChange):
                await self._database.write(lambda store: self._note_change(heard, store), place=_place(heard))
            else:
                await self._answer(heed_name(replace(heard, text=as_written(heard.text))))

    async def receipt(self, receipt: Receipt) -> None:
        delivery = await self._database.write(lambda store: note_receipt(receipt, self._house(), self._now(), store))
        if delivery:
            metrics.note_receipt(delivery.chat.platform, receipt)
            told = {"state": str(receipt.state), "delivery": delivery.key, "trace": trace(delivery.cause)}
            log.info("receipt", extra={"action": "receipt"} | told)

    async def _answer(self, incoming: Incoming) -> None:
        known = self._familiar.expected(incoming) or await self._familiar.look(incoming)
        for _ in range(MOST_TIMES):
            if await self._try(incoming, known):
                return
            known = await self._familiar.look(incoming)
        raise StoreUnavailable("what is known changes more quickly than a message is read")

    async def _try(self, incoming: Incoming, known: Known) -> bool:
        """False when it turns out that something else is known, by which it is to be read anew."""
        meant, reading = await self._reader.read(incoming, known)
        told = await self._database.write(
            lambda store: self._decide(incoming, meant, reading, known, store), place=_place(incoming)
        )
        if told:  # not before it is kept: a decision may be made twice
            metrics.HEARD.labels(incoming.chat.via).inc()
            log.info("heard", extra={"action": "heard"} | told)
        return told is not None

    def _note_change(self, change: ChatChange, store: Store) -> None:
        cause = store.heard.note(change.chat, change.external_id, self._now())
        if cause:
            note_change(change, store.content.published(), self._house(), store, cause=cause)
            told = {"change": str(change.change), "trace": trace(cause)}
            log.info("a chat changed", extra={"action": "chat_changed"} | told)

    def _decide(
        self, incoming: Incoming, meant: Incoming, reading: Reading | None, known: Known, store: Store
    ) -> Told | None:
        """What is to be told of it: nothing of what was heard before; None when it is to be read anew."""
        now = self._now()
        street = known.street.id if known.street else None
        said_since = now - TYPED_WITHIN if meant.addressed and meant.chat_kind is ChatKind.GROUP else None
        around = store.surroundings.of(
            incoming, now - TOGETHER, said_since=said_since, street=street, entry=_entry(reading)
        )
        if around.was_heard:
            return {}
        content = store.content.at_hand(around.version)
        if content is None or not known.is_as(Known.of(incoming, around, content)):
            return None
        return self._respond(meant, reading, known, around, now, store)

    def _respond(
        self, incoming: Incoming, reading: Reading | None, known: Known, around: Around, now: datetime, store: Store
    ) -> Told:
        # The chat before anything else: see `place` in storage.database.
        chat = _meet(incoming, around.chat, now, known.content, store)
        lately = {"since": now - TALK, "given_since": now - SAME_TALK}
        noted = store.heard.note_in(chat, incoming.external_id, now, entry=_entry(reading), **lately)
        if noted is None:  # another process was quicker
            return {}
        asked = _asked(incoming, reading, known, around, chat, noted, self._house(), now)
        # All that the bot can do comes with it, a third of what is loaded: a start does not wait for that.
        from handlers.router import respond

        reply = respond(asked, store)
        remember(asked, reply, store)
        outcome = str(reading.outcome) if reading else str(asked.command or "choice")
        return {"outcome": outcome, "replied": bool(reply.parts), "trace": trace(asked.answer_cause)}


def _place(heard: Heard) -> str:
    return f"{heard.chat.platform}:{heard.chat.id}"


def _asked(
    incoming: Incoming,
    reading: Reading | None,
    known: Known,
    around: Around,
    chat: Chat,
    noted: Noted,
    house: House,
    now: datetime,
) -> Asked:
    role = max(incoming.role, around.role)
    command, argument = _command(incoming, role)
    return Asked(
        incoming=incoming,
        chat=chat,
        street=known.street,
        role=role,
        now=now,
        language=_language(chat, known.street, house),
        content=known.content,
        house=house,
        cause=noted.cause,
        command=command,
        argument=argument,
        reading=reading,
        objected=around.objected,
        shown=around.shown,
        spoke_unasked=noted.spoke_unasked,
        not_given="" if noted.gave else _entry(reading),
        whole=known.whole.text if known.whole and command is None else "",
    )


def _entry(reading: Reading | None) -> str:
    return reading.likeliest if reading else ""


def _meet(incoming: Incoming, chat: Chat | None, now: datetime, content: Content, store: Store) -> Chat:
    """The chat, brought up to date by the fact that it spoke: it is there, and its window is open."""
    chat = chat or store.chats.meet(incoming.chat, incoming.chat_kind, now)
    changes: dict[str, object] = {"last_heard_at": now}
    if chat.street is None and incoming.street in content.streets:
        changes |= {"street": incoming.street, "state": ChatState.LINKED}
    if chat.kind is ChatKind.PRIVATE and chat.state is not ChatState.LINKED:
        changes["state"] = ChatState.LINKED
    store.chats.change(chat, **changes)
    if chat.kind is ChatKind.PRIVATE:
        store.outbox.release(chat)
    return replace(chat, **changes)  # type: ignore[arg-type]


def _command(incoming: Incoming, role: Role) -> tuple[Command | None, str]:
    """A word without a slash is only a command to whom may give it: `nieuw raam nodig?` is a question."""
    if incoming.choice is not None:
        return None, ""
    command, argument = parsed(incoming)
    if command and least_role(command) > role and not incoming.text.lstrip().startswith("/"):
        return None, ""
    return command, argument


def _language(chat: Chat, street: Street | None, house: House) -> str:
    return chat.language or (street.language if street else house.language)
