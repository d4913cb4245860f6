"""Memory that was needed for a while goes back to the system."""

import os
import platform
from pathlib import Path

import pytest

from bot.memory import give_back_freed

PIECES, BYTES = 60_000, 1_000
MUCH = PIECES * BYTES // 2


def _held() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries give it back by themselves")
def test_what_lay_between_things_that_stay_is_given_back() -> None:
    pieces = [bytes(BYTES) for _ in range(PIECES)]
    stays = pieces[-1]
    pieces.clear()
    before = _held()

    give_back_freed()

    assert len(stays) == BYTES
    assert _held() < before - MUCH
