"""What became of a try may be told twice, when nobody heard that it was kept: the second time changes nothing."""

from messages.delivery import Delivery, DeliveryState
from storage import Database, Store
from tests.doubles.stored import NOON, a_chat, a_message, after, claim, row_of, states


def being_sent(store: Store, cause: str = "a") -> Delivery:
    (delivery,) = claim(store, after(hours=1))
    assert row_of(store, cause).state == DeliveryState.SENDING
    return delivery


async def test_putting_back_does_not_stop_the_next_try(database: Database) -> None:
    def work(store: Store) -> None:
        a_message(store, a_chat(store), "a")
        first = being_sent(store)
        store.outbox.put_back(first, NOON)
        second = being_sent(store)
        store.outbox.put_back(first, NOON)

        assert row_of(store, "a").state == DeliveryState.SENDING
        store.outbox.page_sent(second, 0, "SM1", last=True, now=NOON)
        store.outbox.put_back(first, NOON)
        assert row_of(store, "a").state == DeliveryState.SENT

    await database.write(work)


async def test_a_page_that_arrived_does_not_arrive_again(database: Database) -> None:
    def work(store: Store) -> None:
        a_message(store, a_chat(store), "a")
        first = being_sent(store)
        store.outbox.page_sent(first, 0, "SM1", last=False, now=NOON)
        second = being_sent(store)
        store.outbox.page_sent(first, 0, "SM1", last=False, now=NOON)

        assert row_of(store, "a").state == DeliveryState.SENDING
        store.outbox.page_sent(second, 1, "SM2", last=True, now=NOON)
        assert (row_of(store, "a").state, row_of(store, "a").pages_sent) == (DeliveryState.SENT, 2)

    await database.write(work)


async def test_what_was_dropped_is_not_put_back(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        a_message(store, chat, "a")
        (delivery,) = claim(store)
        store.outbox.drop_waiting(chat, "stopped", NOON)
        store.outbox.put_back(delivery, NOON)

        assert row_of(store, "a").state == DeliveryState.DROPPED

    await database.write(work)


async def test_what_was_claimed_unheard_waits_again(database: Database) -> None:
    def work(store: Store) -> None:
        for id_ in ("-1", "-2"):
            a_message(store, a_chat(store, id_), id_)
        _, unheard = claim(store)

        store.lost.never_begun([unheard])
        store.lost.never_begun([unheard])

        assert states(store) == {"-1": "sending", "-2": "waiting"}
        assert row_of(store, "-2").attempts == 0
        assert [one.key for one in claim(store)] == [unheard.key]

    await database.write(work)


async def test_what_another_claimed_since_does_not_wait_again(database: Database) -> None:
    def work(store: Store) -> None:
        a_message(store, a_chat(store), "a")
        ours = claim(store)
        store.lost.never_begun(ours)
        claim(store, after(seconds=1))

        store.lost.never_begun(ours)

        assert states(store) == {"a": "sending"}

    await database.write(work)
