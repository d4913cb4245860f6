"""The choices under what was said, which are pressed, or typed."""

from collections.abc import Callable
from datetime import datetime

import pytest

from messages.delivery import DeliveryState
from messages.incoming import Incoming
from messages.street import Chat, Person, Platform
from storage import Database, Store
from tests.doubles.query_plan import plan_of
from tests.doubles.stored import (
    NOON,
    a_chat,
    a_message,
    after,
    claim,
    row_of,
)


async def test_a_choice_is_only_known_in_the_chat_that_it_was_shown_in(database: Database) -> None:
    def work(store: Store) -> None:
        chat, other = a_chat(store), a_chat(store, "-1002")
        a_message(store, chat, "a", choices=("Ja", "Nee"))
        key = row_of(store, "a").key

        shown = [store.outbox.choice(chat, key, number) for number in (-1, 0, 1, 2)]

        assert [choice and choice.label for choice in shown] == [None, "Ja", "Nee", None]
        assert store.outbox.choice(other, key, 0) is None
        assert store.outbox.choice(chat, key + 1, 0) is None

    await database.write(work)


async def test_only_the_choices_of_the_last_thing_said_can_be_typed(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        a_message(store, chat, "a", choices=("Ja", "Nee"))
        assert [choice.label for choice in store.outbox.latest_choices(chat, NOON)] == ["Ja", "Nee"]
        assert store.outbox.latest_choices(chat, after(seconds=1)) == ()

        a_message(store, chat, "b")

        assert store.outbox.latest_choices(chat, NOON) == ()

    await database.write(work)


async def test_what_is_known_around_a_message_has_the_choices_shown_last_in_its_topic(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        a_message(store, chat, "a", choices=("Ja", "Nee"))
        a_message(store, chat, "b", choices=("Later",), thread="7")

        assert _shown(store, chat, NOON) == ["Ja", "Nee"]
        assert _shown(store, chat, NOON, thread="7") == ["Later"]
        assert _shown(store, chat, after(seconds=1)) == []
        assert _shown(store, chat, None) == []

        a_message(store, chat, "c")

        assert _shown(store, chat, NOON) == []

    await database.write(work)


LOOKS: dict[str, Callable[[Store, Chat], object]] = {
    "choices": lambda store, chat: store.outbox.latest_choices(chat, NOON, thread=None),
    "around": lambda store, chat: _shown(store, chat, NOON),
    "answer": lambda store, chat: store.objections.answer(chat, None, since=NOON),
}


@pytest.mark.parametrize("look", LOOKS)
async def test_what_was_said_last_is_found_without_a_look_at_all_that_was_ever_sent(
    quick_database: Database, look: str
) -> None:
    def work(store: Store) -> list[str]:
        chat = a_chat(store)
        return plan_of(store, lambda: LOOKS[look](store, chat))

    plan = await quick_database.write(work)

    assert any("ix_deliveries_chat_state (chat=? AND state=? AND made_at>?)" in line for line in plan)


async def test_after_the_clock_was_set_back_the_last_thing_said_is_still_the_last(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        a_message(store, chat, "a", choices=("Ja", "Nee"), now=after(hours=1))
        a_message(store, chat, "b", choices=("Later",))

        assert [choice.label for choice in store.outbox.latest_choices(chat, NOON)] == ["Later"]

    await database.write(work)


async def test_the_last_of_what_was_said_at_one_moment_has_the_choices(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        for cause, label in (("a", "Ja"), ("b", "Nee"), ("c", "Misschien")):
            a_message(store, chat, cause, choices=(label,))
        store.outbox.settle(claim(store)[0], DeliveryState.SENT, None, NOON)

        assert [choice.label for choice in store.outbox.latest_choices(chat, NOON)] == ["Misschien"]

    await database.write(work)


def _shown(store: Store, chat: Chat, said_since: datetime | None, thread: str | None = None) -> list[str]:
    neighbour = Person(platform=Platform.TELEGRAM, id="1", name="Fatma")
    message = Incoming(
        chat=chat.address,
        chat_kind=chat.kind,
        sender=neighbour,
        external_id="1",
        text="nee",
        heard_at=NOON,
        addressed=True,
        thread=thread,
    )
    return [choice.label for choice in store.surroundings.of(message, NOON, said_since=said_since).shown]
