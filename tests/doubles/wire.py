"""A wire to a server of any kind, that a test may cut: at once, or just after something was said."""

import asyncio
from collections.abc import Callable

from tests.doubles.between import AT_ONCE, Between, Ends, pass_on


class Wire(Between):
    """`cuts_after` is shown what goes to the server, which still gets it; then it is cut."""

    def __init__(self, host: str, port: int, cuts_after: Callable[[bytes], bool] = lambda said: False) -> None:
        super().__init__((host, port))
        self.cuts_after = cuts_after

    async def _carry(self, here: Ends, there: Ends) -> None:
        answers = asyncio.create_task(pass_on(there[0], here[1]))
        try:
            while said := await here[0].read(AT_ONCE):
                there[1].write(said)
                if self.cuts_after(said):
                    answers.cancel()  # the server's answer gets no further
                    await there[1].drain()
                    await asyncio.sleep(0.05)  # in which the server does it
                    return
                await there[1].drain()
        finally:
            answers.cancel()
