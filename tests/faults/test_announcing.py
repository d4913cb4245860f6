"""However many clocks there are, and whenever they die: each moment is decided once, and said once in each chat."""

from pathlib import Path

from tests.doubles.nodes import Nursery
from tests.faults.announcing import kill_while_announcing
from tests.faults.size import CLOCK_KILLS, OCCURRENCES

NODES = {"sqlite": 2, "postgresql": 4}


async def test_clocks_that_are_killed_decide_each_moment_once(
    nursery: Nursery, own_database_url: str, engine: str, tmp_path: Path
) -> None:
    options = {"nodes": NODES[engine], "number": OCCURRENCES, "kills": CLOCK_KILLS}

    announced = await kill_while_announcing(nursery, own_database_url, tmp_path, **options)

    print(announced)
    assert announced.killed > 0
    assert announced.occurrences == announced.deliveries == announced.distinct == OCCURRENCES
