"""What happens to a chat besides talk: who hears of it, and how often."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from handlers.chats.joining import lose_chat, note_change
from handlers.house import House
from messages.content import Content
from messages.incoming import Change, ChatChange
from messages.street import Chat, ChatAddress, ChatKind, ChatState, Contact, Person, Platform, Role, Street
from storage import Database, Store
from tests.doubles.stored import NOON, a_chat, a_message, after, row_of, states, text_of

GROUP = ChatAddress(Platform.TELEGRAM, "-1001")
HOUSE = House(address="https://bot.example.nl")
CONTENT = Content(streets={"lindelaan": Street(id="lindelaan", name="Lindelaan", contact=Contact(name="Ali"))})
JAN = Person(platform=Platform.TELEGRAM, id="7")


def change(kind: Change, **options: Any) -> ChatChange:
    told = {"chat": GROUP, "chat_kind": ChatKind.GROUP, "external_id": "1", "heard_at": NOON}
    return ChatChange(change=kind, **told | options)


def note(store: Store, kind: Change, cause: str = "a change", **options: Any) -> Chat | None:
    """Note it, and give the chat as it is then."""
    told = change(kind, **options)
    note_change(told, CONTENT, HOUSE, store, cause=cause)
    return store.chats.find(told.moved_to or told.chat)


def said(store: Store, cause: str) -> str:
    return text_of(store, row_of(store, cause))


@pytest.fixture
async def told(quick_database: Database) -> Database:
    await quick_database.write(lambda store: store.people.grant(JAN, Role.ORGANISER, None, NOON))
    return quick_database


async def test_in_a_new_group_the_bot_says_who_it_is(told: Database) -> None:
    def work(store: Store) -> None:
        chat = note(store, Change.JOINED, overhears=False)

        assert chat
        assert (chat.state, chat.overhears) == (ChatState.UNLINKED, False)
        assert "Straatbot" in said(store, "a change")

    await told.write(work)


async def test_back_in_its_street_it_goes_on_as_before(told: Database) -> None:
    def work(store: Store) -> None:
        a_chat(store, street="lindelaan", state=ChatState.GONE)

        chat = note(store, Change.JOINED)

        assert chat
        assert chat.state is ChatState.LINKED
        assert "Lindelaan" in said(store, "a change")

    await told.write(work)


@pytest.mark.parametrize(("kind", "state"), [(Change.LEFT, ChatState.GONE), (Change.MUTED, ChatState.MUTED)])
async def test_the_organisers_hear_that_a_street_lost_its_bot(told: Database, kind: Change, state: ChatState) -> None:
    def work(store: Store) -> None:
        lost = a_chat(store, street="lindelaan")
        a_message(store, lost, "waits")

        chat = note(store, kind, "first")
        note(store, kind, "second")
        lose_chat(chat or lost, state, CONTENT, HOUSE, store, NOON)

        assert chat
        assert chat.state is state
        waits, *organisers = states(store).items()
        assert waits == ("waits", "dropped" if state is ChatState.GONE else "waiting")
        assert [cause.split(":")[1] for cause, _ in organisers] == ["first"]

    await told.write(work)


async def test_nobody_hears_that_a_group_without_a_street_or_a_resident_left(told: Database) -> None:
    def work(store: Store) -> None:
        a_chat(store, state=ChatState.UNLINKED)
        a_chat(store, "5", kind=ChatKind.PRIVATE, street="lindelaan")

        note(store, Change.LEFT)
        resident = ChatAddress(Platform.TELEGRAM, "5")
        private = note(store, Change.LEFT, chat=resident, chat_kind=ChatKind.PRIVATE)

        assert private
        assert private.state is ChatState.GONE
        assert states(store) == {}

    await told.write(work)


async def test_a_stranger_who_blocks_the_bot_is_not_kept(told: Database) -> None:
    def work(store: Store) -> None:
        stranger = ChatAddress(Platform.TELEGRAM, "99")

        assert note(store, Change.LEFT, chat=stranger, chat_kind=ChatKind.PRIVATE) is None

    await told.write(work)


async def test_allowed_to_speak_again_it_is_as_before(told: Database) -> None:
    def work(store: Store) -> None:
        a_chat(store, street="lindelaan")
        note(store, Change.MUTED)

        chat = note(store, Change.UNMUTED)

        assert chat
        assert chat.state is ChatState.LINKED

    await told.write(work)


async def test_a_group_that_moves_keeps_its_street_however_often_it_is_told(told: Database) -> None:
    def work(store: Store) -> None:
        key = a_chat(store, street="lindelaan").key
        new = ChatAddress(Platform.TELEGRAM, "-1009")

        for _ in range(2):
            chat = note(store, Change.MOVED, moved_to=new)

        assert chat
        assert (chat.key, chat.street, chat.state) == (key, "lindelaan", ChatState.LINKED)
        assert store.chats.find(GROUP) is None

    await told.write(work)


async def test_newcomers_are_welcomed_by_name_once_a_day(told: Database) -> None:
    def work(store: Store) -> None:
        a_chat(store, street="lindelaan")
        come = {"newcomers": ("Ali", "Fatma", "J_a_n")}

        note(store, Change.NEWCOMERS, "first", **come)
        note(store, Change.NEWCOMERS, "too soon", heard_at=after(hours=23), **come)
        note(store, Change.NEWCOMERS, "next day", heard_at=after(hours=24), **come)

        assert list(states(store)) == ["first", "next day"]
        assert "Ali, Fatma en J\\_a\\_n" in said(store, "first")

    await told.write(work)


async def test_a_crowd_is_not_named_one_by_one(told: Database) -> None:
    def work(store: Store) -> None:
        a_chat(store, street="lindelaan")

        note(store, Change.NEWCOMERS, newcomers=tuple(f"Buur{number}" for number in range(9)))

        assert "Buur" not in said(store, "a change")

    await told.write(work)


async def test_nobody_is_welcomed_in_a_group_without_a_street(told: Database) -> None:
    def work(store: Store) -> None:
        a_chat(store, state=ChatState.UNLINKED)

        note(store, Change.NEWCOMERS, newcomers=("Ali",))

        assert states(store) == {}

    await told.write(work)


async def test_a_chat_lost_again_another_day_is_told_again(told: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store, street="lindelaan")

        for days in (0, 0, 3):
            now = NOON + timedelta(days=days)
            lose_chat(replace(chat, state=ChatState.LINKED), ChatState.GONE, CONTENT, HOUSE, store, now)

        assert len(states(store)) == 2

    await told.write(work)
