"""Brings a database to the newest schema, the same revisions on SQLite and PostgreSQL.

Alembic is loaded where it is needed: a start on the newest schema does without, and is a quarter of a second quicker.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, inspect, make_url, select, text

from storage.engines import StoreUnavailable, create_writer
from storage.ownership import ownership
from storage.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_NAMED = re.compile(r"""^(revision|down_revision) = ["'](.+)["']$""", re.MULTILINE)
# Any number, the same in every process: whoever starts at the same moment waits until the schema is there.
ONE_AT_A_TIME = 7363_1202
TURN_SECONDS = 5


class DatabaseTooNew(Exception):
    """The database was made by a newer Straatbot than this one."""


def configuration(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


async def migrate(url: str, revision: str = "head") -> None:
    """Upgrade to `revision`. Raises DatabaseTooNew, or StoreUnavailable when the database cannot be opened."""
    await on_writer(url, lambda connection: upgrade(connection, revision))


async def downgrade(url: str, revision: str) -> None:
    from alembic import command

    await on_writer(url, lambda connection: command.downgrade(configuration(connection), revision))


async def differences(url: str) -> list[Any]:
    """What the tables of the database lack or have too much, compared with `storage.tables`."""
    found: list[Any] = await on_writer(url, _compare)
    return found


def newest() -> str:
    before = _revisions()
    (head,) = before.keys() - before.values()
    return head


def known() -> frozenset[str]:
    """All revisions that this version has."""
    return frozenset(_revisions())


def _revisions() -> dict[str, str | None]:
    """Each revision, and the one before it."""
    files = (MIGRATIONS / "versions").glob("*.py")
    named = [dict(_NAMED.findall(file.read_text(encoding="utf-8"))) for file in files]
    return {one["revision"]: one.get("down_revision") for one in named}


def revision_of(connection: Connection) -> str | None:
    """None when the database has no tables of ours yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def upgrade(connection: Connection, revision: str = "head") -> None:
    here = revision_of(connection)
    if here is not None and here not in known():
        raise DatabaseTooNew(f"the database is at revision {here}, which this version does not know")
    if here != newest() or revision != "head":
        from alembic import command

        command.upgrade(configuration(connection), revision)


def _compare(connection: Connection) -> list[Any]:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from storage import partial_indexes  # noqa: F401  so that they are compared as well

    return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))


async def on_writer(url: str, work: Any) -> Any:
    """Do `work(connection)` in one transaction, on a database that may not exist yet."""
    if make_url(url).get_backend_name() == "sqlite":
        _make_folder(url)
    # Where Alembic rebuilds a table of SQLite it drops the old one, and with it whatever refers to its rows:
    # https://alembic.sqlalchemy.org/en/latest/batch.html#dealing-with-referencing-foreign-keys
    writer = create_writer(url, foreign_keys=False)

    def in_turn(connection: Connection) -> Any:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
        return work(connection)

    try:
        async with _in_turn(url):
            return await writer.transact(in_turn)
    finally:
        await writer.close()


@asynccontextmanager
async def _in_turn(url: str) -> AsyncIterator[None]:
    """SQLite does not wait where two processes turn a new file to WAL at the same moment."""
    owned = ownership(url, "schema")
    if make_url(url).get_backend_name() == "sqlite":
        with suppress(TimeoutError):  # a folder in which no file can be made is told of by SQLite itself
            async with asyncio.timeout(TURN_SECONDS):
                while not await owned.take():  # noqa: ASYNC110 - by another process
                    await asyncio.sleep(0.02)
    try:
        yield
    finally:
        await owned.give_back()


def _make_folder(url: str) -> None:
    database = make_url(url).database
    if database and database != ":memory:":
        try:
            Path(database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise StoreUnavailable(f"the folder of {database} cannot be made: {problem.strerror}") from problem
