"""The migrations make the tables of `storage.tables`, on both databases, and lose nothing on their way."""

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

import storage.migrate
from messages.plan import PlanKind, Planned, PlanOutcome
from storage import Database, Store, StoreUnavailable
from storage.database import open_database
from storage.migrate import DatabaseTooNew, differences, downgrade, migrate, newest, on_writer
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.stored import NOON, a_chat, linked_groups, sent

REBUILDS_CHATS = """
import sqlalchemy as sa
from alembic import op

revision = "0002_of_the_test"
down_revision = "{newest}"
branch_labels = depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("chats") as batch_op:  # SQLite cannot alter a column, so this copies the table
        batch_op.alter_column("street", type_=sa.String(200), existing_type=sa.String(100))


def downgrade() -> None: ...
"""


async def fill(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store, street="lindelaan")
        sent(store, chat, "a message")
        store.subscriptions.agree(chat, "lindelaan", asked_with="Wil je dat?", now=NOON)

    await database.write(work)


async def tables(database: Database) -> set[str]:
    def names(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names())

    return await database.read(lambda store: names(store._connection))


async def test_a_new_database_gets_the_newest_schema(tmp_path: Path) -> None:
    file = tmp_path / "a new folder" / "straatbot.db"

    await migrate(f"sqlite+aiosqlite:///{file}")

    revision = sqlite3.connect(file).execute("SELECT version_num FROM alembic_version").fetchone()
    assert revision == (newest(),)


async def test_the_migrations_make_the_tables_that_the_code_expects(own_database_url: str) -> None:
    assert await differences(own_database_url) == []


async def test_migrating_again_changes_nothing(own_database_url: str) -> None:
    async with open_database(own_database_url, Seal(SECRET)) as database:
        await fill(database)

        await migrate(own_database_url)

        assert await database.read(lambda store: len(linked_groups(store))) == 1


async def test_a_filled_database_goes_down_to_nothing_and_up_again(own_database_url: str) -> None:
    async with open_database(own_database_url, Seal(SECRET)) as database:
        await fill(database)

    await downgrade(own_database_url, "base")
    async with open_database(own_database_url, Seal(SECRET)) as database:
        left = await tables(database)
    await migrate(own_database_url)

    assert left == {"alembic_version"}
    assert await differences(own_database_url) == []
    async with open_database(own_database_url, Seal(SECRET)) as database:
        await fill(database)


async def test_a_schema_with_one_announcement_a_moment_keeps_the_first(own_database_url: str) -> None:
    def two_at_once(store: Store) -> None:
        for day in (17, 24):
            occurs_at = datetime(2026, 12, day, 19, 30)  # noqa: DTZ001 - the street's own time
            told = {"street": "lindelaan", "kind": PlanKind.EVENT, "item": "borrel", "due_at": NOON, "send_at": NOON}
            store.occurrences.record(Planned(**told, outcome=PlanOutcome.SEND, occurs_at=occurs_at))

    async with open_database(own_database_url, Seal(SECRET)) as database:
        await database.write(two_at_once)

    await downgrade(own_database_url, "0005")
    await migrate(own_database_url)

    async with open_database(own_database_url, Seal(SECRET)) as database:
        history = await database.read(lambda store: store.occurrences.history())
    assert [(line.item, line.occurs_at) for line in history.records] == [("borrel", None)]


async def test_a_table_that_is_rebuilt_takes_nothing_with_it_that_refers_to_its_rows(
    own_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_database(own_database_url, Seal(SECRET)) as database:
        await fill(database)
    folder = tmp_path / "migrations"
    shutil.copytree(storage.migrate.MIGRATIONS, folder)
    (folder / "versions" / "of_the_test.py").write_text(REBUILDS_CHATS.format(newest=newest()))
    monkeypatch.setattr(storage.migrate, "MIGRATIONS", folder)

    await migrate(own_database_url)

    async with open_database(own_database_url, Seal(SECRET)) as database:
        (chat,) = await database.read(linked_groups)
        assert await database.read(lambda store: store.subscriptions.of_chat(chat)) == ["lindelaan"]
        assert await database.read(lambda store: store.outbox.count(chat)) == 1


async def test_a_newer_database_is_refused(own_database_url: str) -> None:
    newer = text("UPDATE alembic_version SET version_num = 'from the future'")
    await on_writer(own_database_url, lambda connection: connection.execute(newer))

    with pytest.raises(DatabaseTooNew, match="from the future"):
        await migrate(own_database_url)


async def test_a_file_that_is_no_database_is_told_as_unavailable(tmp_path: Path) -> None:
    file = tmp_path / "straatbot.db"
    file.write_text("a letter to the council, " * 100)

    with pytest.raises(StoreUnavailable, match="not a database"):
        await migrate(f"sqlite+aiosqlite:///{file}")


async def test_a_folder_that_cannot_be_made_is_told_as_unavailable(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder is wanted")

    with pytest.raises(StoreUnavailable, match="cannot be made"):
        await migrate(f"sqlite+aiosqlite:///{tmp_path / 'data' / 'straatbot.db'}")
