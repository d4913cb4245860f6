"""What happens to a chat besides talk: joined, removed, muted, moved, newcomers."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.chats.several_bots import is_anothers
from handlers.chats.telling import tell_organisers
from handlers.house import House
from messages.content import Content
from messages.delivery import Urgency
from messages.incoming import Change, ChatChange
from messages.reply import Reply, say
from messages.street import Chat, ChatKind, ChatState
from messages.wording import word
from storage import Store

# Newcomers who arrive together get one welcome; and nobody needs two in a day.
WELCOME_AGAIN_AFTER = timedelta(hours=24)
# A group that becomes a supergroup is announced as a new group first, and as the old one moved just after it:
# https://github.com/tdlib/telegram-bot-api/issues/266
LET_A_MOVE_COME_FIRST = timedelta(seconds=1)


def note_change(change: ChatChange, content: Content, house: House, store: Store, *, cause: str) -> None:
    """Keep what happened to a chat, and say what it calls for."""
    if change.change is Change.MOVED and change.moved_to:
        _move(change, store)
        return
    if change.chat_kind is ChatKind.PRIVATE and store.chats.find(change.chat) is None:
        return
    chat = store.chats.meet(change.chat, change.chat_kind, change.heard_at)
    if change.overhears is not None:
        store.chats.change(chat, overhears=change.overhears)
    match change.change:
        case Change.JOINED:
            _join(chat, change, content, house, store, cause)
        case Change.LEFT:
            _lose(chat, ChatState.GONE, content, house, store, cause, change.heard_at)
        case Change.MUTED:
            _lose(chat, ChatState.MUTED, content, house, store, cause, change.heard_at)
        case Change.UNMUTED:
            store.chats.change(chat, state=_state_when_back(chat))
        case Change.NEWCOMERS:
            _welcome(chat, change, content, house, store, cause)


def lose_chat(chat: Chat, state: ChatState, content: Content, house: House, store: Store, now: datetime) -> None:
    """The platform refused a message: the bot was removed or muted, and nobody had told it."""
    _lose(chat, state, content, house, store, f"lost:{chat.key}:{now:%Y%m%d}", now)


def _move(change: ChatChange, store: Store) -> None:
    """Follow the group to its new address, where its bot may have been announced as a newcomer before this."""
    chat = store.chats.find(change.chat)
    if chat is None or change.moved_to is None:
        return
    new = store.chats.find(change.moved_to)
    if new and new.key != chat.key:
        store.outbox.drop_waiting(new, "chat_moved", change.heard_at)
    store.chats.move(chat, change.moved_to)


def _join(chat: Chat, change: ChatChange, content: Content, house: House, store: Store, cause: str) -> None:
    """Say once who the bot is and how to link it; back in a group that was linked, it goes on as before."""
    store.chats.change(chat, state=_state_when_back(chat))
    if chat.kind is ChatKind.PRIVATE or (chat.street and chat.state is not ChatState.GONE):
        return
    if is_anothers(replace(chat, state=_state_when_back(chat)), house, store):
        return
    name = house.name(chat.address)
    known = content.streets.get(chat.street or "")
    text = word(house.language, "rejoined", street=known.name) if known else word(house.language, "joined", bot=name)
    _say(chat, say(text), store, cause, change.heard_at, wait=LET_A_MOVE_COME_FIRST)


def _state_when_back(chat: Chat) -> ChatState:
    return ChatState.LINKED if chat.street or chat.kind is ChatKind.PRIVATE else ChatState.UNLINKED


def _lose(
    chat: Chat, state: ChatState, content: Content, house: House, store: Store, cause: str, now: datetime
) -> None:
    """Stop writing to the chat, and tell the organisers once which street has lost its bot."""
    if chat.state in (state, ChatState.GONE):
        return
    store.chats.change(chat, state=state)
    if state is ChatState.GONE:
        store.outbox.drop_waiting(chat, "chat_gone", now)
    street = content.streets.get(chat.street or "")
    if chat.kind is ChatKind.GROUP and street:
        text = word(house.language, f"lost-{state}", street=street.name)
        tell_organisers(say(text), cause=f"lost:{cause}", now=now, store=store)


def _welcome(chat: Chat, change: ChatChange, content: Content, house: House, store: Store, cause: str) -> None:
    street = content.streets.get(chat.street or "")
    if chat.state is not ChatState.LINKED or street is None:
        return
    welcomed = store.chats.welcomed_at(chat)
    if welcomed and change.heard_at - welcomed < WELCOME_AGAIN_AFTER:
        return
    store.chats.change(chat, welcomed_at=change.heard_at)
    names = _listed(change.newcomers, street.language)
    bot = house.name(chat.address)
    text = word(street.language, "welcome", names=names, street=street.name, contact=street.contact_name, bot=bot)
    _say(chat, say(text), store, cause, change.heard_at)


def _listed(names: tuple[str, ...], language: str) -> str:
    """`Ali, Fatma en Jan`; a crowd is not named one by one."""
    if len(names) > 5:
        return word(language, "everybody")
    *most, last = names or ("",)
    return f"{', '.join(most)} {word(language, 'and')} {last}" if most else last


def _say(chat: Chat, reply: Reply, store: Store, cause: str, now: datetime, wait: timedelta = timedelta(0)) -> None:
    store.outbox.add(chat, reply, urgency=Urgency.REPLY, cause=cause, now=now, due_at=now + wait)
