"""Killed at any moment, the bot loses nothing, says nothing twice, and tells of what it cannot know that it cannot."""

from pathlib import Path

from bot.postman import AT_ONCE
from tests.doubles.nodes import Nursery
from tests.faults.killing import kill_while_sending
from tests.faults.size import KILLS


async def test_killed_while_it_hears_and_sends(nursery: Nursery, own_database_url: str, tmp_path: Path) -> None:
    killed = await kill_while_sending(nursery, own_database_url, tmp_path, kills=KILLS)

    print(killed)
    assert (killed.account.lost, killed.account.doubled) == ((), ())
    assert killed.account.unknown == sum(killed.in_flight) > 0
    assert max(killed.in_flight) <= AT_ONCE
    assert killed.account.sent + killed.account.unknown >= killed.account.asked
    assert killed.refused == 0
