"""What many ask for at once is done for all of them at once."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Together(Generic[T, R]):
    """Calls `do` with a lot: whoever comes while one lot is being done goes with the next. All get what it returns."""

    def __init__(self, do: Callable[[list[T]], Awaitable[R]]) -> None:
        self._do = do
        self._turn = asyncio.Lock()
        self._next: tuple[list[T], asyncio.Task[R]] | None = None

    async def __call__(self, one: T) -> R:
        """Raises what `do` raises. Whoever is cancelled while waiting cancels nobody else's."""
        if self._next is None:
            self._next = [], asyncio.create_task(self._do_next())
        lot, done = self._next
        lot.append(one)
        return await asyncio.shield(done)

    async def _do_next(self) -> R:
        async with self._turn:
            assert self._next is not None  # noqa: S101  nobody else takes it
            (lot, _), self._next = self._next, None
            return await self._do(lot)
