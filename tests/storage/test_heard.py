"""What was heard is noted once, and whoever notes it is told what the bot said in that chat of late."""

from datetime import timedelta

from messages.street import Chat
from storage import Database, Store
from storage.heard import Noted
from tests.doubles.stored import NOON, a_chat, a_message, row_of

HOUR = timedelta(hours=1)


def noted(store: Store, chat: Chat, message: str, entry: str = "erfgrens") -> Noted | None:
    return store.heard.note_in(chat, message, NOON, since=NOON - HOUR, given_since=NOON - 4 * HOUR, entry=entry)


def given(store: Store, chat: Chat, entry: str, *, unasked: bool, hours: int = 0) -> None:
    cause = f"{entry} {hours}"
    a_message(store, chat, cause)
    at = NOON - hours * HOUR
    store.answers.note(chat, row_of(store, cause).key, entry=entry, mark="", unasked=unasked, now=at)


async def test_the_same_message_is_noted_once(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)

        assert noted(store, chat, "17:1")
        assert noted(store, chat, "17:1") is None
        assert store.heard.note(chat.address, "17:1", NOON) is None

    await database.write(work)


async def test_of_a_chat_where_nothing_was_said_both_are_known_not_to_be(database: Database) -> None:
    def work(store: Store) -> None:
        given(store, a_chat(store, "-1"), "erfgrens", unasked=True)
        found = noted(store, a_chat(store, "-2"), "17:1")

        assert found
        assert (found.spoke_unasked, found.gave) == (False, False)

    await database.write(work)


async def test_an_entry_that_was_given_and_what_was_said_unasked_are_told(database: Database) -> None:
    def work(store: Store) -> None:
        asked, unasked, before = (a_chat(store, id_) for id_ in ("-1", "-2", "-3"))
        given(store, asked, "erfgrens", unasked=False, hours=3)
        given(store, unasked, "subsidie", unasked=True)
        given(store, before, "erfgrens ", unasked=True, hours=5)
        found = [noted(store, chat, f"17:{chat.key}") for chat in (asked, unasked, before)]

        assert [(one.spoke_unasked, one.gave) for one in found if one] == [(False, True), (True, False), (False, False)]

    await database.write(work)
