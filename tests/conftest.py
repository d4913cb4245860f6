"""What every test may ask for: a real database of both kinds, a clock that stands still, and the whole bot."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest

from storage import Database
from storage.database import open_database
from storage.migrate import migrate
from storage.seal import Seal
from tests.doubles.bot import SECRET, Bot, running_bot
from tests.doubles.clock import FakeClock

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
    asyncio.run(migrate(f"postgresql+asyncpg://{POSTGRES}/{name}"))
    yield name
    asyncio.run(_admin(f"DROP DATABASE {name} WITH (FORCE)"))


async def _admin(statement: str) -> None:
    connection = await asyncpg.connect(f"postgresql://{POSTGRES}/postgres")
    await connection.execute(statement)
    await connection.close()


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
async def database_url(
    engine: str, template: Path | str, request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[str]:
    if engine == "sqlite":
        file = tmp_path / "straatbot.db"
        shutil.copy(template, file)
        yield f"sqlite+aiosqlite:///{file}"
        return
    name = f"{template}_{abs(hash(request.node.nodeid)) % 10**8}"
    await _admin(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield f"postgresql+asyncpg://{POSTGRES}/{name}"
    await _admin(f"DROP DATABASE {name} WITH (FORCE)")


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
