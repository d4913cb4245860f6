"""What is kept with a later moment than it is by now: the clock was set back."""

from datetime import datetime, timedelta

from messages.delivery import DeliveryState, Urgency
from messages.street import Platform
from storage import Database, Store
from tests.doubles.stored import NOON, a_chat, a_message, after, claim, row_of

# What the clock said before.
LATER = after(hours=2)
A_MINUTE = timedelta(minutes=1)


def moments(store: Store, cause: str) -> tuple[datetime, datetime | None]:
    row = row_of(store, cause)
    return row.not_before, row.expires_at


async def test_what_goes_at_once_goes_now_and_what_has_a_moment_at_that(database: Database) -> None:
    def work(store: Store) -> None:
        a_message(store, a_chat(store, "-1"), "an answer", now=LATER)
        a_message(store, a_chat(store, "-2"), "called off", now=LATER, urgency=Urgency.EVENT, expires_at=after(hours=9))
        a_message(store, a_chat(store, "-3"), "later today", now=NOON, due_at=LATER)
        planned = {"urgency": Urgency.EVENT, "due_at": LATER - A_MINUTE, "expires_at": after(hours=9)}
        a_message(store, a_chat(store, "-4"), "a party", now=LATER, **planned)

        assert store.lost.by_a_clock_ahead(NOON) == 2
        assert [delivery.cause for delivery in claim(store)] == ["an answer", "called off"]
        assert moments(store, "later today") == (LATER, None)
        assert moments(store, "a party") == (LATER - A_MINUTE, after(hours=9))

    await database.write(work)


async def test_what_leaves_the_neighbours_time_leaves_them_as_much_from_now(database: Database) -> None:
    def work(store: Store) -> None:
        first = {"due_at": LATER + A_MINUTE, "expires_at": LATER + 6 * A_MINUTE}
        a_message(store, a_chat(store), "for the neighbours first", now=LATER, **first)

        assert store.lost.by_a_clock_ahead(NOON) == 1
        assert moments(store, "for the neighbours first") == (NOON + A_MINUTE, NOON + 6 * A_MINUTE)

    await database.write(work)


async def test_what_is_tried_again_waits_as_long_as_it_would_have(database: Database) -> None:
    def work(store: Store) -> None:
        a_message(store, a_chat(store, "-1"), "an answer")
        a_message(store, a_chat(store, "-2"), "a party", urgency=Urgency.EVENT, due_at=NOON, expires_at=after(hours=9))
        a_message(store, a_chat(store, "-3"), "a tip", urgency=Urgency.BROADCAST, due_at=after(hours=1))
        for delivery in claim(store, LATER):
            store.outbox.put_back(delivery, LATER + A_MINUTE)

        assert store.lost.by_a_clock_ahead(NOON) == 3
        assert moments(store, "an answer") == (NOON + A_MINUTE, None)
        assert moments(store, "a party") == (NOON + A_MINUTE, after(hours=9))
        assert moments(store, "a tip") == (after(hours=1), None)  # not before its own moment
        assert store.lost.by_a_clock_ahead(NOON) == 0

    await database.write(work)


async def test_what_may_have_arrived_is_looked_up_now_unless_that_is_over(database: Database) -> None:
    def work(store: Store) -> None:
        for chat, cause in (("-1", "not yet"), ("-2", "looked at"), ("-3", "decided")):
            a_message(store, a_chat(store, chat), cause)
        for delivery in claim(store, LATER):
            store.outbox.settle(delivery, DeliveryState.UNKNOWN, None, LATER)
        _, looked_at, decided = store.lost.to_look_at(Platform.TELEGRAM, LATER)
        store.lost.look_again(looked_at, LATER + A_MINUTE)
        store.lost.decided(decided, LATER)

        store.lost.by_a_clock_ahead(NOON)

        found = store.lost.to_look_at(Platform.TELEGRAM, NOON)
        assert [delivery.cause for delivery in found] == ["not yet", "looked at"]

    await database.write(work)
