"""Forks processes of the bot from one that has imported it, so that thousands may live and be killed in a test.

On stdin comes a JSON line each: `{"args", "environment", "folder", "log"}` is answered with the pid of the new process,
and `{"wait": pid}`, once it has ended, with its exit code (-9 when it was killed). All end when stdin does.
"""

import gc
import json
import os
import signal
import sys
from contextlib import suppress
from typing import Any

import alembic.command  # noqa: F401  the bot imports it, and the next six, only once it needs them
import asyncpg  # noqa: F401
import fluent.runtime  # noqa: F401
import markdown_it  # noqa: F401
import sqlalchemy.ext.asyncio  # noqa: F401
import uvicorn.lifespan.on
import uvicorn.protocols.http.auto  # noqa: F401

import bot.app
import bot.cli
import bot.platforms.telegram
import bot.platforms.whatsapp


def born(args: list[str], environment: dict[str, str], folder: str, log: str) -> int:
    """The pid of a new process that does `straatbot` with these."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(folder)
        file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        for number, there in ((os.open(os.devnull, os.O_RDONLY), 0), (file, 1), (file, 2)):
            os.dup2(number, there)
        bot.cli.main(args, standalone_mode=False)
        status = 0
    finally:
        os._exit(status)


def answer(asked: dict[str, Any], living: set[int]) -> int:
    if "wait" not in asked:
        pid = born(**asked)
        living.add(pid)
        return pid
    _, status = os.waitpid(asked["wait"], 0)
    living.discard(asked["wait"])
    return os.waitstatus_to_exitcode(status)


def main() -> None:
    gc.freeze()  # what is here already, no child need look through
    living: set[int] = set()
    for line in sys.stdin:
        print(answer(json.loads(line), living), flush=True)
    for pid in living:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    os._exit(0)  # nothing of this process is worth being put away


if __name__ == "__main__":
    main()
