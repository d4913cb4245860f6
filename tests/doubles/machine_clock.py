"""The clock of a machine, as a process of the bot sees it, which a test may set forward or back at any moment."""

import os
import shutil
import subprocess
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.inbox import utc_now

SHARED = Path("/dev/shm")  # noqa: S108 - where libfaketime keeps what is named after a process


class MachineClock:
    """By libfaketime, in whatever is started with `environment`; how long something takes stays true."""

    def __init__(self, folder: Path) -> None:
        faketime = shutil.which("faketime")
        if faketime is None:
            if os.environ.get("CI"):
                raise AssertionError("install faketime")
            pytest.skip("faketime is not there: apt-get install faketime")
        self._file = folder / "clock"
        self.set(timedelta(0))
        _clear()
        library = subprocess.run([faketime, "-f", "+0", "printenv", "LD_PRELOAD"], capture_output=True, check=True)
        self.environment = {
            "LD_PRELOAD": library.stdout.decode().strip(),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",  # the files of a repository are looked at very often
        }

    def set(self, ahead: timedelta) -> None:
        """So far ahead of the true time, all at once, within a second from now."""
        self._ahead = ahead
        new = self._file.with_suffix(".new")
        new.write_text(f"{ahead.total_seconds():+.0f}\n")
        new.replace(self._file)

    def __call__(self) -> datetime:
        return utc_now() + self._ahead


def _clear() -> None:
    """Of processes that were killed: another that gets the number of one could not start."""
    for file in SHARED.glob("*faketime_*"):
        if not Path("/proc", file.name.rpartition("_")[2]).exists():
            with suppress(OSError):
                file.unlink()
