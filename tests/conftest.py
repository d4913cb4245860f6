"""What every test may ask for: a real database of both kinds, a clock that stands still, and the whole bot."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
from hypothesis import HealthCheck, settings

from messages.content import Content
from storage import Database
from storage.content_file.examined import read_content
from storage.database import open_database
from storage.migrate import migrate
from storage.seal import Seal
from storage.tables import metadata
from tests.doubles.bot import SECRET, Bot, running_bot
from tests.doubles.clock import FakeClock
from tests.doubles.nodes import Nursery

# A slow machine is no mistake. And the examples are the same in each run, so that nobody is held up by a mistake of
# somebody else's; `--hypothesis-profile=searching` looks at new ones.
settings.register_profile("searching", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("the same", settings.get_profile("searching"), derandomize=True, database=None)
settings.load_profile("the same")

POSTGRES = os.environ.get("TEST_POSTGRES", "postgres@127.0.0.1:5432")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest schema, to be copied: migrating takes longer than a test."""
    file = tmp_path_factory.mktemp("template") / "empty.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def postgresql_template(worker_id: str) -> Iterator[str]:
    """The name of a PostgreSQL database with the newest schema, to be copied."""
    name = f"straatbot_{worker_id}_{os.getpid()}"
    try:
        asyncio.run(_admin(f"CREATE DATABASE {name}"))
    except OSError:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no PostgreSQL answers at {POSTGRES}; set TEST_POSTGRES=user@host:port")
    try:
        asyncio.run(migrate(f"postgresql+asyncpg://{POSTGRES}/{name}"))
        yield name
    finally:
        asyncio.run(_admin(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def postgresql_database(postgresql_template: str) -> Iterator[str]:
    """One copy, which the tests use in turn: a copy takes 200 times as long as emptying the last one."""
    name = f"{postgresql_template}_shared"
    asyncio.run(_admin(f"CREATE DATABASE {name} TEMPLATE {postgresql_template}"))
    yield name
    asyncio.run(_admin(f"DROP DATABASE {name} WITH (FORCE)"))


async def _admin(statement: str, database: str = "postgres") -> None:
    connection = await asyncpg.connect(f"postgresql://{POSTGRES}/{database}")
    await connection.execute(statement)
    await connection.close()


# What an earlier test left behind: its rows, and a connection that a failure kept open.
OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
EMPTY = "; ".join(
    [f"SELECT pg_terminate_backend(pid) {OTHERS}", *(str(table.delete()) for table in reversed(metadata.sorted_tables))]
)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """Which database a test runs on: every test that asks for one runs on both."""
    return str(request.param)


@pytest.fixture
def template(engine: str, request: pytest.FixtureRequest) -> Path | str:
    """Fetched outside the event loop, in which making one would not be possible."""
    found: Path | str = request.getfixturevalue(f"{engine}_template")
    return found


@pytest.fixture
def shared(engine: str, request: pytest.FixtureRequest) -> str:
    """Likewise; SQLite has none, for a file is copied in no time."""
    return str(request.getfixturevalue("postgresql_database")) if engine == "postgresql" else ""


@pytest.fixture
async def database_url(engine: str, template: Path | str, shared: str, tmp_path: Path) -> str:
    """A database without a row, in the newest schema, which the test must leave as it is."""
    if engine == "postgresql":
        await _admin(EMPTY, shared)
        return f"postgresql+asyncpg://{POSTGRES}/{shared}"
    return _copied(template, tmp_path)


@pytest.fixture
async def own_database_url(engine: str, template: Path | str, tmp_path: Path) -> AsyncIterator[str]:
    """The same for a test that changes the schema, or the server."""
    if engine == "sqlite":
        yield _copied(template, tmp_path)
        return
    name = f"{template}_own"
    await _admin(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield f"postgresql+asyncpg://{POSTGRES}/{name}"
    await _admin(f"DROP DATABASE {name} WITH (FORCE)")


def _copied(template: Path | str, folder: Path) -> str:
    return f"sqlite+aiosqlite:///{shutil.copy(template, folder / 'straatbot.db')}"


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    async with open_database(database_url, Seal(SECRET)) as opened:
        yield opened


@pytest.fixture
def clock() -> FakeClock:
    """Tuesday 1 December 2026, 12.00 in the Netherlands."""
    return FakeClock("2026-12-01T12:00:00+01:00")


@pytest.fixture
async def bot(database: Database, clock: FakeClock) -> AsyncIterator[Bot]:
    """The bot with the starter content, on both kinds of database."""
    async with running_bot(database, clock) as running:
        yield running


@pytest.fixture
async def street_bot(database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Bot]:
    """The bot with the small content of the dialogues, on both kinds of database."""
    async with running_bot(database, clock, street_content) as running:
        yield running


@pytest.fixture(scope="session")
def street_content() -> Content:
    """The small content of the dialogues."""
    return read_content(Path(__file__).parent / "journeys" / "content.yaml")


@pytest.fixture
async def quick_database(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """SQLite alone, for what has nothing to do with the kind of database."""
    async with open_database(_copied(sqlite_template, tmp_path), Seal(SECRET)) as opened:
        yield opened


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where real processes of the bot are born."""
    with Nursery() as opened:
        yield opened


@pytest.fixture
async def quick_bot(quick_database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Bot]:
    """The bot with the small content of the dialogues, on SQLite alone."""
    async with running_bot(quick_database, clock, street_content) as running:
        yield running
