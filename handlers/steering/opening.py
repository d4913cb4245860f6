"""What is put in order when the bot starts: its first content and its organisers."""

from collections.abc import Collection, Iterable
from datetime import datetime

from messages.street import ChatAddress, ChatKind, ChatState, Person, Platform, Role
from storage import Store

ORIGIN = "content_origin"
STARTER = "starter"
EDITION = "starter_edition"


def open_house(organisers: Iterable[Person], platforms: Collection[Platform], now: datetime, store: Store) -> None:
    """Safe to repeat: everything in it is done once, or again with the same result."""
    bring_starter_content(now, store)
    for person in organisers:
        store.people.grant(person, Role.ORGANISER, None, now)
    if Platform.PLAYGROUND in platforms:
        open_playground_groups(now, store)
    if store.occurrences.decided_until() is None:
        store.occurrences.all_decided_until(now)
    if not store.due.is_made:
        store.due.make(store.content.published(), store.occurrences.decided_until() or now)


def bring_starter_content(now: datetime, store: Store) -> None:
    """An empty store gets the starter content; as long as nobody brought any other, its demo dates move along."""
    origin = store.memory.get(ORIGIN)
    if origin is None and store.content.version == 0:
        store.memory.set(ORIGIN, STARTER)
        origin = STARTER
    if origin == STARTER:
        from storage.content_file import starter  # it reads files, which content of one's own does not need

        edition = starter.edition()
        is_kept = store.memory.get(EDITION) == edition
        store.content.save(starter.demo_content(now) if is_kept else starter.starter_content(now), now=now)
        store.memory.set(EDITION, edition)


def open_playground_groups(now: datetime, store: Store) -> None:
    """Every street has its group in the playground, linked from the start."""
    for street in store.content.published().streets:
        chat = store.chats.meet(ChatAddress(Platform.PLAYGROUND, street), ChatKind.GROUP, now)
        store.chats.change(chat, street=street, state=ChatState.LINKED)
