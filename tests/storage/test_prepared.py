"""What the driver alone runs gives and raises the same as what SQLAlchemy runs."""

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError

from messages.street import Platform
from storage import Database, Store
from storage.delivery_rows import ADD, FRESH
from storage.prepared import Prepared
from storage.sql import once_into
from storage.tables import deliveries, heard
from tests.doubles.clock import FakeClock
from tests.doubles.stored import NOON, a_chat, a_message

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


async def test_a_statement_made_from_one_that_gave_nothing_back_gives_back_what_it_says(database: Database) -> None:
    """As `heard` is noted: an INSERT once made is shared, and SQLAlchemy remembers in it that it returns nothing."""
    values = {"platform": Platform.TELEGRAM, "heard_at": NOON}

    def work(store: Store) -> tuple[int, list[str]]:
        noting = once_into(heard, store._connection.dialect.name)
        alone = Prepared(lambda dialect: noting)
        told = Prepared(lambda dialect: noting.returning(heard.c.external_hash), tuple(c.name for c in heard.c))
        made = alone.do(store._connection, external_hash="first", **values)
        return made, [row.external_hash for row in told.rows(store._connection, external_hash="second", **values)]

    assert await database.write(work) == (1, ["second"])
