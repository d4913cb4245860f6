"""Several bots on Telegram share the streets: what each is called, which of two in one group speaks, which are away."""

import logging
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from handlers.asked import SILENCE, Asked
from handlers.chats.telling import tell_organisers
from handlers.house import House
from messages.reply import Reply, say
from messages.street import Chat, ChatKind, ChatState, Platform
from messages.wording import word
from storage import Store
from storage.chats import RUNNING

log = logging.getLogger(__name__)

# The number of the bot that the installation began with; in every `ChatAddress` it is "".
FIRST = "telegram_first_bot"


def name_bots(numbers: Sequence[str], store: Store) -> Mapping[str, str]:
    """What `ChatAddress` calls the bots with these numbers: the first one "", whatever their order is by now.

    One that is alone, and new, takes the place of the first.
    """
    first = store.memory.get(FIRST)
    is_new = len(numbers) == 1 and not store.chats.count_by_bot(Platform.TELEGRAM).get(numbers[0])
    if numbers and first not in numbers and (first is None or is_new):
        first = numbers[0]
        store.memory.set(FIRST, first)
    return {number: "" if number == first else number for number in numbers}


def note_bots(house: House, now: datetime, store: Store) -> None:
    """Tell of those that have chats and are in the settings no more: what they would say waits for them."""
    running = house.bots(Platform.TELEGRAM)
    if not running:
        return
    store.memory.set(RUNNING, ",".join(sorted(running)))
    for bot, chats in store.chats.count_by_bot(Platform.TELEGRAM).items():
        if bot not in running:
            _tell_of(bot or store.memory.get(FIRST) or "", chats, house, now, store)


def forget_away(before: datetime, store: Store) -> int:
    """Delete what waits since then for a bot that does not run; how many messages that were."""
    running = store.memory.get(RUNNING)
    if running is None:
        return 0
    return store.outbox.forget_of_others(Platform.TELEGRAM, running.split(","), before)


def leave_it_to_another(asked: Asked, store: Store) -> Reply | None:
    """In a group where another of our bots speaks, nobody needs two answers; both tell of danger."""
    return SILENCE if is_anothers(asked.chat, asked.house, store) else None


def is_anothers(chat: Chat, house: House, store: Store) -> bool:
    """Whether another of our bots speaks in this group: the one that was linked, or else the one that came first."""
    running = house.bots(chat.address.platform)
    if chat.kind is not ChatKind.GROUP or len(running) < 2:
        return False
    there = [one for one in store.chats.at(chat.address) if one.address.bot in running]
    present = [one for one in there if one.state is not ChatState.GONE or one.key == chat.key]
    speaker = min(present, key=lambda one: (one.state is not ChatState.LINKED, one.key))
    if speaker.key != chat.key:
        log.warning("two of our bots are in one group; this one is silent", extra={"action": "second_bot"})
    return speaker.key != chat.key


def take_over_from(others: Collection[Chat], now: datetime, store: Store) -> None:
    """The group has been linked to another of our bots: these speak there no more."""
    for chat in others:
        store.chats.change(chat, state=ChatState.UNLINKED, street=None)
        store.outbox.drop_waiting(chat, "another_bot", now)


def _tell_of(number: str, chats: int, house: House, now: datetime, store: Store) -> None:
    told = {"action": "bot_away", "telegram_bot": number, "chats": chats}
    log.warning("TELEGRAM_BOT_TOKEN has no token of this bot; what it would say waits", extra=told)
    text = word(house.language, "bot-away", bot=number, chats=chats)
    tell_organisers(say(text), cause=f"bot-away:{number}", now=now, store=store)
