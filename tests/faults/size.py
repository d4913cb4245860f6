"""How long the faults go on: a few seconds in CI, as long as it takes by `make torture`."""

import os


def _number(name: str, in_ci: int) -> int:
    return int(os.environ.get(f"TORTURE_{name}", in_ci))


KILLS = _number("KILLS", 6)
OCCURRENCES = _number("OCCURRENCES", 2000)
CLOCK_KILLS = _number("CLOCK_KILLS", 3)
FAULTS = _number("FAULTS", 30)
TROUBLES = _number("TROUBLES", 4)
