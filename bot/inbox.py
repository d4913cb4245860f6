"""Hears: whatever a platform tells is decided once, and answered into the outbox, in one transaction."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bot import metrics
from bot.library import Library
from handlers import Asked, House, respond
from handlers.commands import RULES, Command, parse
from handlers.joining import note_change
from handlers.receipts import note_receipt
from handlers.several_lines import TOGETHER, is_clearer, remember, together
from messages.content import Content
from messages.delivery import Receipt
from messages.incoming import ChatChange, Heard, Incoming
from messages.street import Chat, ChatKind, ChatState, Role, Street
from messages.trace import trace
from messages.understanding import Reading
from storage import Database, Store

log = logging.getLogger(__name__)


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
        self._library = library
        self._house = house
        self._now = now

    async def heard(self, heard: Heard) -> None:
        with metrics.DECISION.time():
            if isinstance(heard, ChatChange):
                await self._database.write(lambda store: self._note_change(heard, store))
            else:
                meant, reading = await self._read(heard)
                await self._database.write(lambda store: self._decide(meant, reading, store))

    async def receipt(self, receipt: Receipt) -> None:
        await self._database.write(lambda store: self._note_receipt(receipt, store))

    async def _read(self, incoming: Incoming) -> tuple[Incoming, Reading | None]:
        """Understand the message before the transaction and beside the event loop: it may take milliseconds.

        The last of several lines may be meant for the bot because the first was.
        """
        if incoming.choice is not None or not incoming.text.strip():
            return incoming, None
        command, argument = parse(incoming.text, private=incoming.chat_kind is ChatKind.PRIVATE)
        text = argument if command is Command.ASK else incoming.text
        now = self._now()
        content, street, whole = await self._database.read(lambda store: _situation(incoming, now, store))
        alone = await asyncio.to_thread(self._library.read, text, content, street, addressed=incoming.addressed)
        if whole is None or command is not None:
            return incoming, alone
        read = await asyncio.to_thread(self._library.read, whole.text, content, street, addressed=whole.addressed)
        if is_clearer(read, alone, named=whole.addressed and not incoming.addressed):
            return replace(incoming, addressed=whole.addressed), read
        return incoming, alone

    def _note_change(self, change: ChatChange, store: Store) -> None:
        cause = store.heard.note(change.chat, change.external_id, self._now())
        if cause:
            note_change(change, store.content.published(), self._house(), store, cause=cause)
            told = {"change": str(change.change), "trace": trace(cause)}
            log.info("a chat changed", extra={"action": "chat_changed"} | told)

    def _note_receipt(self, receipt: Receipt, store: Store) -> None:
        delivery = note_receipt(receipt, self._house(), self._now(), store)
        if delivery:
            metrics.note_receipt(delivery.chat.platform, receipt)
            told = {"state": str(receipt.state), "delivery": delivery.key, "trace": trace(delivery.cause)}
            log.info("receipt", extra={"action": "receipt"} | told)

    def _decide(self, incoming: Incoming, reading: Reading | None, store: Store) -> None:
        now = self._now()
        cause = store.heard.note(incoming.chat, incoming.external_id, now)
        if cause is None:
            return
        asked = _asked(incoming, reading, cause, self._house(), now, store)
        reply = respond(asked, store)
        remember(asked, reply, store)
        outcome = str(reading.outcome) if reading else str(asked.command or "choice")
        metrics.HEARD.labels(incoming.chat.via).inc()
        told = {"outcome": outcome, "replied": bool(reply.parts), "trace": trace(asked.answer_cause)}
        log.info("heard", extra={"action": "heard"} | told)


def _situation(incoming: Incoming, now: datetime, store: Store) -> tuple[Content, Street | None, Incoming | None]:
    """The last is this line with those that the same person typed just before."""
    content = store.content.published()
    chat = store.chats.find(incoming.chat)
    mark = store.people.mark_of(incoming.sender)
    earlier = store.lines.of(chat, mark, incoming.thread, now - TOGETHER) if chat else []
    return content, _street(incoming, chat, content), together(earlier, incoming)


def _street(incoming: Incoming, chat: Chat | None, content: Content) -> Street | None:
    """The street of the chat; where there is only one street, that one in every private chat."""
    known = content.streets.get((chat and chat.street) or incoming.street or "")
    if known or incoming.chat_kind is ChatKind.GROUP or len(content.streets) != 1:
        return known
    return next(iter(content.streets.values()))


def _asked(incoming: Incoming, reading: Reading | None, cause: str, house: House, now: datetime, store: Store) -> Asked:
    content = store.content.published()
    chat = _meet(incoming, now, content, store)
    street = _street(incoming, chat, content)
    role = max(incoming.role, store.people.role_of(incoming.sender, street.id if street else None))
    command, argument = _command(incoming, role)
    return Asked(
        incoming=incoming,
        chat=chat,
        street=street,
        role=role,
        now=now,
        language=_language(chat, street, house),
        content=content,
        house=house,
        cause=cause,
        command=command,
        argument=argument,
        reading=reading,
    )


def _meet(incoming: Incoming, now: datetime, content: Content, store: Store) -> Chat:
    """The chat, brought up to date by the fact that it spoke: it is there, and its window is open."""
    chat = store.chats.meet(incoming.chat, incoming.chat_kind, now)
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
    command, argument = parse(incoming.text, private=incoming.chat_kind is ChatKind.PRIVATE)
    if command and RULES[command].role > role and not incoming.text.lstrip().startswith("/"):
        return None, ""
    return command, argument


def _language(chat: Chat, street: Street | None, house: House) -> str:
    return chat.language or (street.language if street else house.language)
