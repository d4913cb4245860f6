"""A small balancer before several web servers: each connection goes to the next one that takes it."""

import asyncio
from collections import deque
from collections.abc import Iterable
from contextlib import suppress

from tests.doubles.between import Between, Ends


class Balancer(Between):
    """`ports` are those of 127.0.0.1 that it shares the work among."""

    def __init__(self, ports: Iterable[int], port: int) -> None:
        super().__init__(port=port)
        self.carried = dict.fromkeys(ports, 0)
        self._turn = deque(self.carried)

    async def _reach(self) -> Ends | None:
        for _ in range(len(self._turn)):
            self._turn.rotate(-1)
            with suppress(OSError):
                there = await asyncio.open_connection("127.0.0.1", self._turn[0])
                self.carried[self._turn[0]] += 1
                return there
        return None
