"""Many who ask at once are served at once, each gets its answer, and nobody takes it from another."""

import asyncio

import pytest

from bot.together import Together


class Counter:
    """What is done waits at `gate`; remembers in which lots."""

    def __init__(self) -> None:
        self.lots: list[list[int]] = []
        self.gate = asyncio.Event()

    async def do(self, lot: list[int]) -> int:
        self.lots.append(lot)
        await self.gate.wait()
        if 13 in lot:
            raise ValueError("thirteen")
        return sum(lot)


async def test_who_comes_at_once_is_one_lot_and_who_comes_meanwhile_the_next() -> None:
    counter = Counter()
    together = Together(counter.do)
    first = [asyncio.create_task(together(n)) for n in (1, 2)]
    await asyncio.sleep(0.01)
    later = [asyncio.create_task(together(n)) for n in (3, 4)]
    await asyncio.sleep(0.01)

    assert counter.lots == [[1, 2]]
    counter.gate.set()

    assert await asyncio.gather(*first, *later) == [3, 3, 7, 7]
    assert counter.lots == [[1, 2], [3, 4]]


async def test_what_goes_wrong_is_told_to_all_of_its_lot_and_to_nobody_else() -> None:
    counter = Counter()
    counter.gate.set()
    together = Together(counter.do)

    results = await asyncio.gather(together(13), together(1), return_exceptions=True)

    assert [type(result) for result in results] == [ValueError, ValueError]
    assert await together(5) == 5


async def test_who_is_cancelled_takes_nobody_along() -> None:
    counter = Counter()
    together = Together(counter.do)
    leaving, staying = asyncio.create_task(together(1)), asyncio.create_task(together(2))
    await asyncio.sleep(0.01)

    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    counter.gate.set()

    assert await staying == 3
