"""Whoever owns it works; whoever does not stands by, and begins when the owner ends."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.alone import alone
from tests.doubles.patience import until


class Thing:
    """Owned by one at a time; a test says who loses it."""

    def __init__(self) -> None:
        self.owner: object | None = None


class Owned:
    def __init__(self, thing: Thing) -> None:
        self.thing = thing
        self.tries = 0

    async def take(self) -> bool:
        self.tries += 1
        self.thing.owner = self.thing.owner or self
        return self.thing.owner is self

    async def give_back(self) -> None:
        if self.thing.owner is self:
            self.thing.owner = None


class Worker:
    def __init__(self, thing: Thing) -> None:
        self.owned = Owned(thing)
        self.begun: list[bool] = []
        self.at_work = False
        self.stands_by: bool | None = None

    async def work(self, from_another: bool) -> None:
        self.begun.append(from_another)
        self.at_work = True
        try:
            await asyncio.Event().wait()
        finally:
            self.at_work = False

    async def run(self) -> None:
        await alone(self.owned, self.work, "working", every=0.01, standing_by=self.note)

    def note(self, stands_by: bool) -> None:
        self.stands_by = stands_by


@asynccontextmanager
async def at_work(worker: Worker) -> AsyncIterator[Worker]:
    task = asyncio.create_task(worker.run())
    try:
        await until(lambda: worker.at_work)
        yield worker
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_one_works_and_the_other_stands_by_until_it_ends(caplog: pytest.LogCaptureFixture) -> None:
    thing = Thing()
    second = Worker(thing)
    async with at_work(Worker(thing)) as first:
        running = asyncio.create_task(second.run())
        await until(lambda: second.owned.tries > 2)
        assert (first.begun, second.begun, second.stands_by) == ([False], [], True)
    await until(lambda: second.at_work)

    assert (first.at_work, second.begun, second.stands_by) == (False, [True], False)
    assert caplog.text.count("standing by") == 1
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert thing.owner is None


async def test_who_loses_it_stops_working_and_goes_on_when_it_is_back() -> None:
    thing = Thing()
    async with at_work(Worker(thing)) as worker:
        thing.owner = "somebody else"
        await until(lambda: not worker.at_work)

        thing.owner = None
        await until(lambda: worker.at_work)
        assert worker.begun == [False, True]


async def test_what_the_work_raises_is_raised_and_it_is_given_back() -> None:
    async def fail(from_another: bool) -> None:
        raise KeyError("a bug")

    thing = Thing()
    with pytest.raises(KeyError):
        await alone(Owned(thing), fail, "failing")

    assert thing.owner is None
