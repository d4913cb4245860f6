"""One process listens where only one may: it stops as soon as it cannot be sure any more that nobody else does."""

from contextlib import AsyncExitStack

import pytest

import bot.shared_work
from bot.platforms.base import Ear
from bot.shared_work import Listening
from storage import Database
from tests.doubles.patience import until
from tests.doubles.platforms import FailingPlatform
from tests.doubles.telegram_ear import RecordingEar


class OneEar(FailingPlatform):
    """A platform at which one process may listen."""

    ear: Ear | None = None

    @property
    def listens_alone(self) -> bool:
        return True

    @property
    def is_up(self) -> bool:
        return self.ear is not None

    async def start(self, ear: Ear | None) -> None:
        self.ear = ear

    async def deafen(self) -> None:
        self.ear = None


class Doubtful:
    """Ours, says the database once, and then it does not answer any more."""

    def __init__(self) -> None:
        self.asked = 0

    async def take(self) -> bool:
        self.asked += 1
        return self.asked == 1

    async def give_back(self) -> None: ...


async def test_when_the_database_does_not_confirm_it_nobody_is_heard(
    quick_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform, owned = OneEar(), Doubtful()
    monkeypatch.setattr(bot.shared_work, "ownership", lambda url, name: owned)
    listening = Listening(platform, quick_database, RecordingEar())
    async with AsyncExitStack() as stack:
        await listening.start(stack)
        assert platform.is_up

        await until(lambda: owned.asked > 1)
        await until(lambda: not platform.is_up)
