"""What the driver alone runs gives and raises the same as what SQLAlchemy runs."""

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError

from storage import Database, Store
from storage.delivery_rows import ADD, FRESH
from storage.prepared import Prepared
from storage.tables import deliveries
from tests.doubles.clock import FakeClock
from tests.doubles.stored import a_chat, a_message

OF_CHAT = Prepared(lambda dialect: select(deliveries).where(deliveries.c.chat == bindparam("chat")))


async def test_rows_have_the_same_names_and_values(database: Database) -> None:
    def both(store: Store) -> tuple[list[object], list[object]]:
        chat = a_chat(store)
        a_message(store, chat, "one")
        a_message(store, chat, "two")
        usual = store._connection.execute(select(deliveries).where(deliveries.c.chat == chat.key))
        prepared = OF_CHAT.rows(store._connection, chat=chat.key)
        return [row._asdict() for row in prepared], [row._asdict() for row in usual]

    prepared, usual = await database.write(both)

    assert prepared == usual
    assert len(prepared) == 2


async def test_what_a_constraint_forbids_is_told_as_sqlalchemy_tells_it(database: Database, clock: FakeClock) -> None:
    row = {"platform": "telegram", "bot": "", "urgency": 1, "body": {}, "reply_to": None, "thread": None}
    row |= {"due_at": clock(), "not_before": clock(), "expires_at": None, "made_at": clock(), "cause": None}

    with pytest.raises(IntegrityError):
        await database.write(lambda store: ADD.rows(store._connection, chat=a_chat(store).key, **row, **FRESH))
