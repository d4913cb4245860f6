"""How many lines of the plan an independent reckoning has as well, over random contents."""

import sys
from datetime import date
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.measure import Measure
from messages.plan import plan
from tests.messages import reckoning
from tests.messages.test_plan_against_reckoning import as_tuple, some_content, unshuffled


def agreement() -> Measure:
    """The share of lines that a second, independent reckoning has as well; whose turn it is if shuffled is ours."""
    agreed = lines = 0
    for seed in range(1000, 1020):
        content = some_content(Random(seed))  # noqa: S311
        zones = {street.id: ZoneInfo(street.timezone) for street in content.streets.values()}
        expected = {
            unshuffled(reckoning.as_tuple(line, zones[line["street"]]), content)
            for line in reckoning.reckon(content, date(2026, 1, 1), date(2027, 12, 31))
        }
        actual = {unshuffled(as_tuple(line), content) for line in plan(content, date(2026, 1, 1), date(2027, 12, 31))}
        agreed, lines = agreed + len(expected & actual), lines + len(expected | actual)
    print(f"{agreed} of {lines} lines agree", file=sys.stderr)
    return Measure("lines of plan that agree with another reckoning, share", agreed / lines, 1.0, "higher")
