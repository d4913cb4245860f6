"""What is kept with a later moment than it is by now: the clock was set back."""

from datetime import timedelta

from messages.delivery import Urgency
from storage import Database, Store
from tests.doubles.stored import NOON, a_chat, a_message, after, claim, row_of

LATER = after(hours=2)


async def test_what_somebody_waits_for_goes_now_and_the_rest_at_its_moment(database: Database) -> None:
    def work(store: Store) -> None:
        a_message(store, a_chat(store, "-1"), "an answer", now=LATER)
        a_message(store, a_chat(store, "-2"), "a tip", now=LATER, urgency=Urgency.BROADCAST)
        a_message(store, a_chat(store, "-3"), "for the neighbours first", now=LATER, expires_at=after(hours=3))
        a_message(store, a_chat(store, "-4"), "later today", now=NOON, due_at=LATER)

        assert store.lost.by_a_clock_ahead(NOON) == 1
        assert [delivery.cause for delivery in claim(store)] == ["an answer"]

    await database.write(work)


async def test_what_is_tried_again_does_not_wait_for_hours(database: Database) -> None:
    def work(store: Store) -> None:
        a_message(store, a_chat(store), "an answer")
        (delivery,) = claim(store, LATER)
        store.outbox.put_back(delivery, LATER + timedelta(seconds=1))

        assert store.lost.by_a_clock_ahead(NOON) == 1
        assert row_of(store, "an answer").not_before == NOON

    await database.write(work)
