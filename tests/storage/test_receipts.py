"""What platforms tell later, in whatever order and however often: it only moves a delivery upward."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from messages.delivery import LADDER, Delivery, DeliveryState, Receipt
from messages.street import Platform
from storage import Database, Store
from tests.doubles.query_plan import plan_of
from tests.doubles.stored import NOON, a_chat, a_message, claim, row_of, sent, states

TOLD = (DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.DELIVERED, DeliveryState.READ)
EXAMPLES = count()


def told(state: DeliveryState, delivery: Delivery | None = None, external_id: str = "SM1") -> Receipt:
    error = "63024" if state is DeliveryState.FAILED else None
    return Receipt(state=state, external_id=external_id, delivery=delivery and delivery.key, error=error)


def sending(store: Store, cause: str = "a") -> Delivery:
    a_message(store, a_chat(store, cause), cause)
    (delivery,) = claim(store)
    return delivery


@given(order=st.lists(st.sampled_from(TOLD), min_size=1, max_size=8), early=st.booleans())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
async def test_receipts_in_any_order_leave_the_highest(
    database: Database, order: list[DeliveryState], early: bool
) -> None:
    def work(store: Store) -> None:
        cause = f"example {next(EXAMPLES)}"
        delivery = sending(store, cause) if early else sent(store, a_chat(store, cause), cause)
        for state in order:
            store.outbox.receive(told(state, delivery), NOON)
        if early:
            store.outbox.page_sent(delivery, 0, "SM1", last=True, now=NOON)

        highest = max(order, key=LADDER.index)
        assert row_of(store, cause).state == highest
        assert row_of(store, cause).error == ("63024" if highest is DeliveryState.FAILED else None)

    await database.write(work)


async def test_a_receipt_is_found_without_a_look_at_all_that_was_ever_sent(quick_database: Database) -> None:
    def work(store: Store) -> list[str]:
        return plan_of(store, lambda: store.outbox.receive(told(DeliveryState.READ), NOON))

    assert any("ix_deliveries_external_id (external_id=?)" in line for line in await quick_database.write(work))


async def test_a_receipt_is_known_by_the_platforms_own_id(database: Database) -> None:
    def work(store: Store) -> None:
        sent(store, a_chat(store), "a", "SM7")

        noted = store.outbox.receive(told(DeliveryState.READ, external_id="SM7"), NOON)

        assert noted
        assert noted.cause == "a"
        assert states(store) == {"a": "read"}

    await database.write(work)


async def test_a_receipt_that_says_nothing_new_is_nobodys_business(database: Database) -> None:
    def work(store: Store) -> None:
        delivery = sent(store, a_chat(store), "a")

        assert store.outbox.receive(told(DeliveryState.DELIVERED, delivery), NOON)

        assert store.outbox.receive(told(DeliveryState.DELIVERED, delivery), NOON) is None
        assert store.outbox.receive(told(DeliveryState.SENT, delivery), NOON) is None

    await database.write(work)


async def test_a_receipt_of_a_message_that_is_not_ours_changes_nothing(database: Database) -> None:
    def work(store: Store) -> None:
        sent(store, a_chat(store), "a")

        assert store.outbox.receive(told(DeliveryState.READ, external_id="SM999"), NOON) is None

        assert states(store) == {"a": "sent"}

    await database.write(work)


async def test_a_receipt_settles_what_was_unknown(database: Database) -> None:
    def work(store: Store) -> None:
        delivery = sending(store)
        store.lost.recover(Platform.TELEGRAM)

        store.outbox.receive(told(DeliveryState.DELIVERED, delivery), NOON)

        assert states(store) == {"a": "delivered"}

    await database.write(work)


async def test_an_answer_that_never_came_does_not_undo_a_receipt(database: Database) -> None:
    def work(store: Store) -> None:
        delivery = sending(store)
        store.outbox.receive(told(DeliveryState.DELIVERED, delivery), NOON)

        store.outbox.settle(delivery, DeliveryState.UNKNOWN, "timeout", NOON)

        assert states(store) == {"a": "delivered"}

    await database.write(work)


async def test_a_receipt_quicker_than_the_answer_does_not_lose_the_next_page(database: Database) -> None:
    def work(store: Store) -> None:
        delivery = sending(store)
        store.outbox.receive(told(DeliveryState.SENT, delivery), NOON)

        store.outbox.page_sent(delivery, 0, "SM1", last=False, now=NOON)

        (again,) = claim(store)
        assert again.pages_sent == 1

    await database.write(work)


async def test_a_late_receipt_of_the_page_before_says_nothing_of_the_next(database: Database) -> None:
    def work(store: Store) -> None:
        delivery = sending(store)
        store.outbox.page_sent(delivery, 0, "SM1", last=False, now=NOON)
        claim(store)

        store.outbox.receive(told(DeliveryState.READ, delivery, "SM1"), NOON)

        assert states(store) == {"a": "sending"}

    await database.write(work)
