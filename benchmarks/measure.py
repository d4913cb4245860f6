"""One measured number beside what is to be reached."""

import json
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """`reach` None is for comparison only; `better` is higher or lower."""

    name: str
    value: float
    reach: float | None
    better: str

    @property
    def ok(self) -> bool:
        if self.reach is None:
            return True
        return self.value >= self.reach if self.better == "higher" else self.value <= self.reach


def as_json(one: Measure) -> str:
    line = {"measure": one.name, "value": round(one.value, 4), "reach": one.reach, "better": one.better, "ok": one.ok}
    return json.dumps(line, ensure_ascii=False)


def as_table(measures: Sequence[Measure]) -> str:
    lines = [f"{'measure':62}{'value':>9} {'reach':>9}"]
    for one in measures:
        sign = {"higher": "≥", "lower": "≤"}[one.better]
        reach = "" if one.reach is None else f"{sign} {one.reach:g}{'' if one.ok else '   not reached'}"
        lines.append(f"{one.name:62}{one.value:9.4g} {reach:>9}")
    return "\n".join(lines)
