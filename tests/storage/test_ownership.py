"""One process at a time owns a thing, on both databases; a death gives it back by itself."""

import asyncio
import contextlib
import fcntl
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

import storage.ownership
from storage.engines import create_writer
from storage.ownership import Ownership, ownership
from tests.doubles.patience import until

REPOSITORY = Path(__file__).parents[2]
# In seconds: a third of it on a machine that has nothing else to do.
TAKES_OVER_WITHIN = 30

OWNER = """
import asyncio, sys
import storage.ownership
from storage.engines import create_writer
from storage.ownership import ownership

async def main():
    owned = ownership(sys.argv[1], "a token")
    print(await owned.take(), flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.fixture
async def mine(database_url: str) -> AsyncIterator[Ownership]:
    owned = ownership(database_url, "a token")
    yield owned
    await owned.give_back()


async def test_what_is_owned_cannot_be_taken_until_it_is_given_back(database_url: str, mine: Ownership) -> None:
    other = ownership(database_url, "a token")

    assert await mine.take()
    assert await mine.take()
    assert not await other.take()
    await mine.give_back()

    assert await other.take()
    assert not await mine.take()
    await other.give_back()


async def test_two_things_may_have_two_owners(database_url: str, mine: Ownership) -> None:
    other = ownership(database_url, "another token")

    assert await mine.take()
    assert await other.take()
    await other.give_back()


async def test_giving_back_what_is_not_owned_does_no_harm(database_url: str, mine: Ownership) -> None:
    other = ownership(database_url, "a token")
    assert await mine.take()

    await other.give_back()

    assert not await other.take()


async def test_what_an_owner_had_that_was_killed_can_be_taken_soon(database_url: str, mine: Ownership) -> None:
    pipe = asyncio.subprocess.PIPE
    owner = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OWNER, database_url, stdout=pipe, env=os.environ | {"PYTHONPATH": str(REPOSITORY)}
    )
    try:
        assert owner.stdout
        assert await owner.stdout.readline() == b"True\n"
        assert not await mine.take()

        owner.send_signal(signal.SIGKILL)

        async with asyncio.timeout(TAKES_OVER_WITHIN):
            await until(mine.take, rest=0.1)
    finally:
        with contextlib.suppress(ProcessLookupError):
            owner.kill()
        await owner.wait()


async def test_who_was_held_up_while_the_database_answered_still_owns_it(
    mine: Ownership, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await mine.take()
    monkeypatch.setattr(storage.ownership, "ANSWER_SECONDS", 0.4)
    asking = asyncio.create_task(mine.take())
    await asyncio.sleep(0)

    time.sleep(0.5)  # noqa: ASYNC251 - as on a machine that has much else to do

    assert await asking


async def test_a_database_that_does_not_answer_gives_nothing(tmp_path: Path) -> None:
    nowhere = ("postgresql+asyncpg://nobody@127.0.0.1:1/none", f"sqlite+aiosqlite:///{tmp_path}/no/folder/bot.db")

    for url in nowhere:
        assert not await ownership(url, "a token").take()


async def test_a_server_that_may_only_be_read_gives_nothing(own_database_url: str, engine: str) -> None:
    if engine != "postgresql":
        pytest.skip("SQLite has no server")
    only_read = f"ALTER DATABASE {make_url(own_database_url).database} SET default_transaction_read_only"
    writer = create_writer(own_database_url)
    await writer.transact(lambda connection: connection.exec_driver_sql(f"{only_read} = on"))
    assert not await ownership(own_database_url, "a token").take()

    await writer.transact(lambda connection: connection.exec_driver_sql(f"{only_read} = off"))
    owned = ownership(own_database_url, "a token")
    assert await owned.take()
    await owned.give_back()
    await writer.close()


async def test_the_lock_file_is_for_nobody_else_and_tells_no_token(tmp_path: Path) -> None:
    owned = ownership(f"sqlite+aiosqlite:///{tmp_path}/bot.db", "123456:SECRET")

    assert await owned.take()

    (file,) = tmp_path.iterdir()  # noqa: ASYNC240
    assert "SECRET" not in file.name
    assert file.stat().st_mode & 0o077 == 0
    await owned.give_back()
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


async def test_a_lock_file_that_went_while_it_was_opened_is_not_what_is_owned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (ownership(f"sqlite+aiosqlite:///{tmp_path}/bot.db", "a token") for _ in range(3))
    assert await first.take()
    lock, changes = fcntl.flock, [first.give_back, third.take]

    def change_hands_and_lock(file: int, how: int) -> None:
        while changes:
            with contextlib.suppress(StopIteration):
                changes.pop(0)().send(None)
        lock(file, how)

    monkeypatch.setattr(fcntl, "flock", change_hands_and_lock)

    assert not await second.take()
    await third.give_back()
    assert await second.take()
    await second.give_back()
