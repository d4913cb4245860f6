"""A backup holds all, as it was at one moment, and comes back on either kind of database, or not at all."""

import asyncio
import errno
import gzip
import json
import os
from pathlib import Path

import pytest

from messages.street import Platform
from storage import Database, Store, migrate
from storage.backup import back_up
from storage.backup_file import BackupRefused, BackupWriter
from storage.database import open_database
from storage.restore import restore
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.every_table import ROWS, filled, rows_of
from tests.doubles.stored import NOON, a_chat, a_message, after, claim, claimed_by_an_earlier_version, states


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "straatbot.backup"


@pytest.fixture
def empty(tmp_path: Path) -> str:
    """A SQLite database that does not exist yet."""
    return f"sqlite+aiosqlite:///{tmp_path / 'new' / 'straatbot.db'}"


def mode_of(file: Path) -> int:
    return file.stat().st_mode & 0o777


def list_of(folder: Path, pattern: str) -> list[Path]:
    return list(folder.glob(pattern))


def full(writer: BackupWriter) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def lines(file: Path) -> list[object]:
    return [json.loads(line) for line in gzip.decompress(file.read_bytes()).splitlines()]


async def with_deliveries(url: str) -> None:
    """One message sent, one waiting, one claimed, one being sent."""

    def work(store: Store) -> None:
        for number, cause in enumerate(("sent", "waiting", "claimed", "sending", "later")):
            a_message(store, a_chat(store, f"-{number}"), cause, due_at=after(days=2) if cause == "later" else None)
        one = {delivery.cause: delivery for delivery in claim(store)}
        store.outbox.put_back(one["waiting"], NOON)
        claimed_by_an_earlier_version(store, "claimed")
        store.outbox.page_sent(one["sent"], 0, "17", last=True, now=NOON)
        store.occurrences.all_decided_until(NOON)

    async with open_database(url, Seal(SECRET)) as database:
        await database.write(work)


async def test_every_row_comes_back(own_database_url: str, empty: str, file: Path, tmp_path: Path) -> None:
    before = await filled(own_database_url)
    assert {len(rows) for rows in before.values()} == {ROWS}

    copied = await back_up(own_database_url, file, NOON)
    await restore(empty, file, NOON)
    there = await rows_of(empty)
    await back_up(empty, tmp_path / "second", NOON)
    restored = await restore(own_database_url, tmp_path / "second", NOON, replace=True)

    assert there == before
    assert await rows_of(own_database_url) == before
    assert restored.rows == copied.rows == ROWS * len(before)
    assert restored.made_at == NOON
    assert lines(file) == lines(tmp_path / "second")


async def test_the_schema_is_the_newest_after_a_restore(own_database_url: str, file: Path) -> None:
    await back_up(own_database_url, file, NOON)
    await restore(own_database_url, file, NOON)

    assert await migrate.differences(own_database_url) == []


async def test_rows_are_numbered_on_from_the_last(own_database_url: str, file: Path) -> None:
    await with_deliveries(own_database_url)
    await back_up(own_database_url, file, NOON)
    await restore(own_database_url, file, NOON, replace=True)

    async with open_database(own_database_url, Seal(SECRET)) as database:
        chat = await database.write(lambda store: a_chat(store, "-99"))
        assert chat.key == 6
        assert await database.write(lambda store: a_message(store, chat, "another"))


async def test_what_was_under_way_is_neither_lost_nor_said_twice(own_database_url: str, file: Path) -> None:
    await with_deliveries(own_database_url)
    await back_up(own_database_url, file, NOON)

    restored = await restore(own_database_url, file, after(hours=1), replace=True)

    assert (restored.waiting, restored.unknown) == (3, 1)
    async with open_database(own_database_url, Seal(SECRET)) as database:
        expected = {"sent": "sent", "waiting": "waiting", "claimed": "waiting", "sending": "unknown"}
        assert await database.read(states) == expected | {"later": "waiting"}
        assert await database.read(lambda store: store.occurrences.decided_until()) == NOON


async def test_a_bot_that_went_on_after_the_backup_repeats_nothing(own_database_url: str, file: Path) -> None:
    await with_deliveries(own_database_url)
    await back_up(own_database_url, file, NOON)

    await restore(own_database_url, file, after(hours=1), replace=True, nothing_twice=True)

    async with open_database(own_database_url, Seal(SECRET)) as database:
        expected = {"sent": "sent", "waiting": "dropped", "claimed": "dropped", "sending": "unknown"}
        assert await database.read(states) == expected | {"later": "waiting"}
        assert await database.read(lambda store: store.occurrences.decided_until()) == after(hours=1)


async def test_a_backup_of_a_bot_at_work_is_of_one_moment(database: Database, database_url: str, file: Path) -> None:
    def write_both(store: Store, number: int) -> None:
        chat = a_chat(store, f"-{number}", platform=Platform.TELEGRAM)
        a_message(store, chat, f"cause {number}")

    async def work() -> None:
        for number in range(10_000):
            await database.write(lambda store, number=number: write_both(store, number))

    at_work = asyncio.create_task(work())
    sizes = []
    for _ in range(5):
        await back_up(database_url, file, NOON)
        tables = [line for line in lines(file) if isinstance(line, dict) and "table" in line]
        rows = {line["table"]: 0 for line in tables}
        table = ""
        for line in lines(file):
            table = line.get("table", "") if isinstance(line, dict) else table
            if isinstance(line, list):
                rows[table] += 1
        sizes.append((rows["chats"], rows["deliveries"]))
    at_work.cancel()
    await asyncio.wait([at_work])

    assert all(chats == deliveries for chats, deliveries in sizes)
    assert sizes[0] < sizes[-1]


async def test_only_we_can_read_a_backup(database_url: str, file: Path) -> None:
    await back_up(database_url, file, NOON)

    assert mode_of(file) == 0o600


async def test_a_backup_that_fails_leaves_the_one_before(
    own_database_url: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(own_database_url)
    await back_up(own_database_url, file, NOON)
    before = lines(file)

    monkeypatch.setattr(BackupWriter, "end", full)
    with pytest.raises(BackupRefused, match="No space left"):
        await back_up(own_database_url, file, after(days=1))

    assert lines(file) == before
    assert list_of(file.parent, "*.part") == []
