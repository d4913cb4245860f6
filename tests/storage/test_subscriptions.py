"""A private chat's consent to a street's messages, with the proof of it."""

import pytest
from sqlalchemy import select

from messages.street import Chat, ChatAddress, ChatKind, ChatState, Platform
from storage import Database, Store
from storage.chats import RUNNING
from storage.memory import Memory
from storage.recipients import SUBSCRIBERS
from storage.tables import subscriptions
from tests.doubles.query_plan import plan_of
from tests.doubles.stored import NOON, a_chat, after


def fatma(store: Store, id_: str = "1") -> Chat:
    return a_chat(store, id_, kind=ChatKind.PRIVATE)


async def test_who_agreed_gets_the_messages_of_that_street_only(database: Database) -> None:
    def work(store: Store) -> None:
        chat = fatma(store)
        store.subscriptions.agree(chat, "lindelaan", asked_with="Wil je dat?", now=NOON)

        assert store.subscriptions.of_chat(chat) == ["lindelaan"]
        assert store.subscriptions.of_street("lindelaan") == [chat]
        assert store.subscriptions.of_street("kerkstraat") == []

    await database.write(work)


async def test_who_stops_gets_nothing_more_of_any_street_until_agreeing_again(database: Database) -> None:
    def work(store: Store) -> None:
        chat = fatma(store)
        for street in ("lindelaan", "kerkstraat"):
            store.subscriptions.agree(chat, street, asked_with="Wil je dat?", now=NOON)

        assert store.subscriptions.stop(chat, after(days=1))
        assert not store.subscriptions.stop(chat, after(days=2))

        assert store.subscriptions.of_street("lindelaan") == []
        store.subscriptions.agree(chat, "lindelaan", asked_with="Toch weer?", now=after(days=3))
        assert store.subscriptions.of_chat(chat) == ["lindelaan"]

    await database.write(work)


async def test_stopping_leaves_others_alone(database: Database) -> None:
    def work(store: Store) -> None:
        chat, other = fatma(store), fatma(store, "2")
        for each in (chat, other):
            store.subscriptions.agree(each, "lindelaan", asked_with="Wil je dat?", now=NOON)

        store.subscriptions.stop(chat, NOON)

        assert store.subscriptions.of_street("lindelaan") == [other]

    await database.write(work)


async def test_who_told_two_bots_hears_from_the_one_that_runs_which_is_read_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    get = Memory.get
    monkeypatch.setattr(Memory, "get", lambda memory, name: read.append(name) or get(memory, name))

    def work(store: Store) -> None:
        store.memory.set(RUNNING, "222")
        for person in ("1", "2", "3"):
            for bot in ("", "222"):
                chat = store.chats.meet(ChatAddress(Platform.TELEGRAM, person, bot), ChatKind.PRIVATE, NOON)
                store.chats.change(chat, state=ChatState.LINKED)
                store.subscriptions.agree(chat, "lindelaan", asked_with="Wil je dat?", now=NOON)
        read.clear()

        found = store.recipients.of_streets(["lindelaan"])["lindelaan"]

        assert [to.bot for to in found] == ["222"] * 3
        assert read == [RUNNING]

    await database.write(work)


async def test_who_cannot_be_written_to_is_left_out_and_comes_back(database: Database) -> None:
    def work(store: Store) -> None:
        chat = fatma(store)
        store.subscriptions.agree(chat, "lindelaan", asked_with="Wil je dat?", now=NOON)

        store.chats.change(chat, state=ChatState.GONE)
        assert store.subscriptions.of_street("lindelaan") == []

        store.chats.change(chat, state=ChatState.LINKED)
        assert store.subscriptions.of_street("lindelaan") == [chat]

    await database.write(work)


async def test_the_proof_says_when_and_in_which_words_it_was_asked(database: Database) -> None:
    def work(store: Store) -> None:
        chat = fatma(store)
        store.subscriptions.agree(chat, "lindelaan", asked_with="Wil je dat?", now=NOON)
        store.subscriptions.stop(chat, after(days=1))

        proof = store._connection.execute(select(subscriptions)).one()

        assert (proof.asked_with, proof.asked_at, proof.agreed_at) == ("Wil je dat?", NOON, NOON)
        assert proof.stopped_at == after(days=1)

    await database.write(work)


async def test_who_wants_the_messages_of_a_street_is_found_without_a_look_at_all_chats(
    quick_database: Database,
) -> None:
    plan = await quick_database.write(
        lambda store: plan_of(store, lambda: SUBSCRIBERS.rows(store._connection, streets=["lindelaan"]))
    )

    assert any("subscriptions USING INDEX ix_subscriptions_street (street=?)" in line for line in plan)
    assert not any("SCAN chats" in line for line in plan)
