"""A backup that is not whole, or does not fit, is refused, and the database stays as it is."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import Database, migrate
from storage.backup import back_up
from storage.backup_file import BackupRefused
from storage.restore import restore
from tests.doubles.every_table import ROWS, filled, rows_of
from tests.doubles.stored import NOON


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "straatbot.backup"


@pytest.fixture
def empty(tmp_path: Path) -> str:
    """A SQLite database that does not exist yet."""
    return f"sqlite+aiosqlite:///{tmp_path / 'new' / 'straatbot.db'}"


def change(file: Path, to: Callable[[bytes], bytes]) -> None:
    file.write_bytes(to(file.read_bytes() if file.exists() else b""))


def with_a_newer_format(whole: bytes) -> bytes:
    rest = gzip.decompress(whole).split(b"\n", 1)[1]
    return gzip.compress(json.dumps({"straatbot_backup": 2}).encode() + b"\n" + rest)


async def test_a_database_that_holds_something_is_not_overwritten_by_mistake(own_database_url: str, file: Path) -> None:
    before = await filled(own_database_url)
    await back_up(own_database_url, file, NOON)

    with pytest.raises(BackupRefused, match="--replace"):
        await restore(own_database_url, file, NOON)

    assert await rows_of(own_database_url) == before


async def test_a_database_in_use_is_left_alone(database: Database, database_url: str, file: Path) -> None:
    await database.write(lambda store: store.memory.set("a", "b"))
    await back_up(database_url, file, NOON)

    with pytest.raises(BackupRefused, match="stop the bot"):
        await restore(database_url, file, NOON, replace=True)

    assert await database.read(lambda store: store.memory.get("a")) == "b"


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9, 0.99])
async def test_a_file_that_was_cut_short_is_refused(own_database_url: str, file: Path, at: float) -> None:
    before = await filled(own_database_url)
    await back_up(own_database_url, file, NOON)
    change(file, lambda whole: whole[: int(len(whole) * at)])

    with pytest.raises(BackupRefused):
        await restore(own_database_url, file, NOON, replace=True)

    assert await rows_of(own_database_url) == before


async def test_a_file_that_was_changed_is_refused(empty: str, own_database_url: str, file: Path) -> None:
    await filled(own_database_url)
    await back_up(own_database_url, file, NOON)
    change(file, lambda whole: gzip.compress(gzip.decompress(whole).replace(b"street 2", b"street 4")))

    with pytest.raises(BackupRefused, match="damaged"):
        await restore(empty, file, NOON)


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", gzip.compress(b"hello"), gzip.compress(b'{"a": 1}\n')],
    ids=["empty", "text", "packed text", "other JSON"],
)
async def test_another_file_is_refused(empty: str, file: Path, content: bytes) -> None:
    change(file, lambda _: content)

    with pytest.raises(BackupRefused):
        await restore(empty, file, NOON)


async def test_a_missing_file_is_refused(empty: str, file: Path) -> None:
    with pytest.raises(BackupRefused, match="cannot be read"):
        await restore(empty, file, NOON)


async def test_a_newer_format_is_refused(empty: str, database_url: str, file: Path) -> None:
    await back_up(database_url, file, NOON)
    change(file, with_a_newer_format)

    with pytest.raises(BackupRefused, match="newer Straatbot"):
        await restore(empty, file, NOON)


@pytest.fixture
def a_later_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Straatbot as it will be, with one revision more: its name."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_later.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '9999'\ndown_revision = '{migrate.newest()}'\nbranch_labels = depends_on = None\n"
        "def upgrade(): op.add_column('meta', sa.Column('colour', sa.String(9), server_default='green'))\n"
        "def downgrade(): op.drop_column('meta', 'colour')\n"
    )
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    return "9999"


async def test_a_backup_of_an_older_version_is_brought_up_to_date(
    own_database_url: str, file: Path, a_later_version: str
) -> None:
    before = await filled(own_database_url)
    await back_up(own_database_url, file, NOON)

    await restore(own_database_url, file, NOON, replace=True)

    assert await rows_of(own_database_url) == before
    colours = await migrate.on_writer(own_database_url, lambda db: db.scalars(text("SELECT colour FROM meta")).all())
    assert colours == ["green"] * ROWS


async def test_a_backup_of_a_later_version_is_refused(
    empty: str, own_database_url: str, file: Path, a_later_version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await migrate.migrate(own_database_url)
    await back_up(own_database_url, file, NOON)
    monkeypatch.undo()

    with pytest.raises(BackupRefused, match="schema 9999, of a newer Straatbot"):
        await restore(empty, file, NOON)
    with pytest.raises(BackupRefused, match="no schema that this Straatbot knows"):
        await back_up(own_database_url, file, NOON)


async def test_there_is_nothing_to_back_up_where_there_is_no_database(empty: str, file: Path) -> None:
    with pytest.raises(BackupRefused, match="there is no database"):
        await back_up(empty, file, NOON)
