"""The states that a delivery goes through, each by the step that brings it there."""

from datetime import timedelta

import pytest

from messages.delivery import Delivery, DeliveryState, Urgency
from messages.street import Platform
from storage import Database, Store
from storage.delivery_queries import PageSent
from tests.doubles.stored import (
    NOON,
    a_chat,
    a_message,
    after,
    claim,
    claimed_by_an_earlier_version,
    row_of,
    sent,
    states,
)


def sending(store: Store, cause: str = "a") -> Delivery:
    a_message(store, a_chat(store), cause)
    (delivery,) = claim(store)
    return delivery


async def test_what_is_added_waits(database: Database) -> None:
    def work(store: Store) -> None:
        assert a_message(store, a_chat(store), "a")

        assert states(store) == {"a": "waiting"}

    await database.write(work)


async def test_the_same_cause_twice_is_said_once(database: Database) -> None:
    def work(store: Store) -> None:
        assert a_message(store, a_chat(store), "a")
        assert not a_message(store, a_chat(store, "-1002"), "a")

        assert states(store) == {"a": "waiting"}

    await database.write(work)


async def test_whoever_claims_a_delivery_marks_it_as_being_sent(database: Database) -> None:
    def work(store: Store) -> None:
        delivery = sending(store)
        assert (delivery.attempts, delivery.state, delivery.marked_at) == (0, "sending", NOON)
        assert (row_of(store, "a").attempts, row_of(store, "a").settled_at) == (1, NOON)
        assert states(store) == {"a": "sending"}

        store.outbox.page_sent(delivery, 0, "17", last=True, now=NOON)
        assert (row_of(store, "a").external_id, states(store)) == ("17", {"a": "sent"})

    await database.write(work)


async def test_what_a_claim_gives_is_what_was_added(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store, street="lindelaan")
        options = {"reply_to": "4", "thread": "7", "expires_at": after(hours=1)}
        a_message(store, chat, "a", urgency=Urgency.EVENT, choices=("Ja", "Nee"), **options)

        (delivery,) = claim(store)

        assert (delivery.chat, delivery.chat_key, delivery.chat_kind) == (chat.address, chat.key, chat.kind)
        assert (delivery.reply_to, delivery.thread, delivery.expires_at) == ("4", "7", after(hours=1))
        assert (delivery.urgency, delivery.cause, delivery.due_at) == (Urgency.EVENT, "a", NOON)
        assert [choice.label for choice in delivery.reply.choices] == ["Ja", "Nee"]

    await database.write(work)


async def test_a_page_that_is_not_the_last_makes_the_next_one_wait_for_its_turn(database: Database) -> None:
    def work(store: Store) -> None:
        store.outbox.page_sent(sending(store), 0, "17", last=False, now=NOON)

        (again,) = claim(store)

        assert (again.pages_sent, again.attempts) == (1, 0)

    await database.write(work)


async def test_what_arrived_together_is_kept_together(database: Database) -> None:
    def work(store: Store) -> None:
        for number in range(4):
            a_message(store, a_chat(store, f"-{number}"), str(number))
        keys = [delivery.key for delivery in claim(store)]
        store.outbox.pages_sent([PageSent(key, 0, str(key), last=key != keys[1]) for key in keys[:3]], NOON)

        assert states(store) == {"0": "sent", "1": "waiting", "2": "sent", "3": "sending"}
        assert [row_of(store, cause).external_id for cause in "012"] == [str(key) for key in keys[:3]]

    await database.write(work)


async def test_what_is_put_back_waits_until_its_moment(database: Database) -> None:
    def work(store: Store) -> None:
        store.outbox.put_back(sending(store), after(seconds=4), "no_network")

        assert claim(store, after(seconds=3)) == []
        (again,) = claim(store, after(seconds=4))
        assert again.attempts == 1

    await database.write(work)


@pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.DROPPED, DeliveryState.UNKNOWN])
async def test_what_ends_ends_with_a_reason(database: Database, state: DeliveryState) -> None:
    def work(store: Store) -> None:
        store.outbox.settle(sending(store), state, "because " * 100, NOON)

        assert states(store) == {"a": state}
        assert row_of(store, "a").error == ("because " * 100)[:200]
        assert claim(store) == []

    await database.write(work)


async def test_what_is_held_waits_for_the_person(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        store.outbox.hold(sending(store))
        assert claim(store, after(days=9)) == []

        assert store.outbox.release(chat) == 1

        assert [delivery.cause for delivery in claim(store)] == ["a"]

    await database.write(work)


async def test_what_is_held_does_not_hold_up_what_comes_later(database: Database) -> None:
    def work(store: Store) -> None:
        store.outbox.hold(sending(store, "held"))
        a_message(store, a_chat(store), "later")

        assert [delivery.cause for delivery in claim(store)] == ["later"]

    await database.write(work)


async def test_dropping_spares_what_is_more_urgent_what_is_under_way_and_other_chats(database: Database) -> None:
    def work(store: Store) -> None:
        chat, other = a_chat(store), a_chat(store, "-1002")
        sending(store, "under way")
        a_message(store, chat, "reply", urgency=Urgency.REPLY)
        a_message(store, chat, "event", urgency=Urgency.EVENT)
        a_message(store, chat, "broadcast", urgency=Urgency.BROADCAST)
        a_message(store, other, "elsewhere", urgency=Urgency.BROADCAST)

        assert store.outbox.drop_waiting(chat, "muted", NOON, least=Urgency.EVENT) == 2

        assert [cause for cause, state in states(store).items() if state == "dropped"] == ["event", "broadcast"]

    await database.write(work)


async def test_after_a_crash_the_claimed_wait_again_and_the_sending_are_unknown(database: Database) -> None:
    def work(store: Store) -> None:
        sending(store, "sending")
        a_message(store, a_chat(store, "-1002"), "claimed")
        claimed_by_an_earlier_version(store, "claimed")
        sent(store, a_chat(store, "-1003"), "sent")
        a_message(store, a_chat(store, "-1004"), "waiting")

        assert store.lost.recover(Platform.TELEGRAM) == (1, 1)

        assert states(store) == {"sending": "unknown", "claimed": "waiting", "sent": "sent", "waiting": "waiting"}
        assert [delivery.cause for delivery in store.lost.all()] == ["sending"]
        assert store.lost.recover(Platform.TELEGRAM) == (0, 0)

    await database.write(work)


async def test_what_ended_long_ago_is_forgotten(database: Database) -> None:
    def work(store: Store) -> None:
        sent(store, a_chat(store), "sent long ago")
        a_message(store, a_chat(store), "still waiting")
        a_message(store, a_chat(store, "-1002"), "sent just now")
        late = next(delivery for delivery in claim(store) if delivery.cause == "sent just now")
        store.outbox.page_sent(late, 0, "18", last=True, now=after(days=30))

        assert store.outbox.forget_before(after(days=1)) == 1

        assert set(states(store)) == {"still waiting", "sent just now"}

    await database.write(work)


async def test_what_is_held_for_somebody_who_never_writes_again_is_forgotten(database: Database) -> None:
    def work(store: Store) -> None:
        store.outbox.hold(sending(store))
        assert store.outbox.forget_before(NOON) == 0

        assert store.outbox.forget_before(NOON + timedelta(seconds=1)) == 1

    await database.write(work)
