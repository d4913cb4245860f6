"""Real processes of the bot on the test's database and pretended Telegram, to be killed at any moment."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Self

import aiohttp

from tests.doubles.bot import SECRET
from tests.doubles.patience import SECONDS, until
from tests.doubles.ports import free_port

REPOSITORY = Path(__file__).parents[2]


class Nursery:
    """Where they are born: see `tests.doubles.nursery`. Use it with `with`; they end with it.

    `environment` is what they inherit beside the ordinary.
    """

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._inherited = dict(environment or {})

    def __enter__(self) -> Self:
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY)} | self._inherited
        command = [sys.executable, "-m", "tests.doubles.nursery"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdin=pipe, stdout=pipe)
        self._turn = threading.Lock()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    async def asks(self, **question: Any) -> int:
        return await asyncio.to_thread(self._asks, json.dumps(question).encode())

    def _asks(self, question: bytes) -> int:
        pipe, answers = self._process.stdin, self._process.stdout
        assert pipe
        assert answers
        with self._turn:
            pipe.write(question + b"\n")
            pipe.flush()
            return int(answers.readline())


class Node:
    """`straatbot run` with a role; started again it keeps its port. `settings` are those beside the ordinary ones."""

    def __init__(
        self, nursery: Nursery, url: str, folder: Path, role: str = "all", settings: Mapping[str, str] | None = None
    ) -> None:
        self.role, self.port = role, free_port()
        self.log = folder / f"{role}-{self.port}.log"
        self._nursery = nursery
        self._folder = folder
        ordinary = {"SECRET_KEY": SECRET, "PLAYGROUND": "off", "UNDERSTANDING": "lexical", "PATH": os.environ["PATH"]}
        where = {"DATABASE_URL": url, "PORT": str(self.port), "PUBLIC_URL": self.url}
        self._environment = ordinary | where | dict(settings or {})
        self._pid: int | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Returns at once: it is still starting."""
        args = ["run", "--role", self.role]
        born = {"args": args, "environment": self._environment, "folder": str(self._folder), "log": str(self.log)}
        self._pid = await self._nursery.asks(**born)

    async def ready(self) -> None:
        async with aiohttp.ClientSession() as session:
            try:
                await until(lambda: self._is_ready(session), rest=0.01)
            except TimeoutError:
                raise AssertionError(f"{self.role} is not ready: {self.log.read_text()[-3000:]}") from None

    async def kill(self) -> None:
        """Without any manners; nothing happens where it has ended already."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int | None:
        """As an operator does; the exit code, which is not 0 when it takes ten seconds."""
        async with asyncio.timeout(SECONDS):
            return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int | None:
        pid, self._pid = self._pid, None
        if pid is None:
            return None
        with suppress(ProcessLookupError):
            os.kill(pid, how)
        return await self._nursery.asks(wait=pid)

    async def _is_ready(self, session: aiohttp.ClientSession) -> bool:
        try:
            async with session.get(f"{self.url}/ready") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False


@asynccontextmanager
async def nodes(*some: Node) -> AsyncIterator[None]:
    """One after another, each ready before the next is started; all killed afterwards."""
    try:
        for node in some:
            await node.start()
            await node.ready()
        yield
    finally:
        for node in some:
            await node.kill()
