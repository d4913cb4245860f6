"""What hearing, deciding and sending cost, each beside the least that it can cost, side by side in one run.

With `--json` one line for each measure; with names of parts (`deciding`, `history`, …) only those. In the environment,
KILLS, CLOCK_KILLS and OCCURRENCES say how many are killed, and how much is decided meanwhile.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.broadcast import broadcast  # noqa: E402
from benchmarks.deciding import deciding, with_history  # noqa: E402
from benchmarks.killing import clocks, kills  # noqa: E402
from benchmarks.measure import Measure, as_json, as_table  # noqa: E402
from benchmarks.queueing import queueing  # noqa: E402
from benchmarks.sending import sending  # noqa: E402
from benchmarks.starting import starting  # noqa: E402

PARTS: dict[str, Callable[[Path], AsyncIterator[Measure]]] = {
    "deciding": deciding,
    "history": with_history,
    "queueing": queueing,
    "sending": sending,
    "broadcast": broadcast,
    "kills": kills,
    "clocks": clocks,
    "starting": starting,
}


async def main() -> int:
    named = [name for name in sys.argv[1:] if not name.startswith("-")]
    measures = []
    with tempfile.TemporaryDirectory() as folder:
        for name in named or PARTS:
            measures += [measure async for measure in PARTS[name](Path(folder))]
    print("\n".join(map(as_json, measures)) if "--json" in sys.argv else as_table(measures))
    return 0 if all(measure.ok for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
