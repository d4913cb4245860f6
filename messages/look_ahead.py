"""What somebody may want to know of a plan before it happens: busy days, free days, and texts that wear out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from messages.planned import Planned

REGIONS = ("Noord", "Midden", "Zuid")  # of the Dutch school holidays
WORN_OUT = 3  # a text that was said so often is not read any more


class About(StrEnum):
    SAME_DAY = "same-day"
    HOLIDAY = "holiday"
    SCHOOL_HOLIDAY = "school-holiday"
    SAME_TEXT = "same-text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`items` are those that it is about; `name` is that of the free day."""

    about: About
    street: str
    day: date
    items: tuple[str, ...]
    name: str = ""


def notices(lines: Iterable[Planned], before: Iterable[Planned] = ()) -> list[Notice]:
    """In order of day. `before` is what was really sent, which `lines` may hold as well; it counts for texts."""
    lines = [line for line in lines if line.send_at]
    known = {(line.street, line.item, line.due_at) for line in lines}
    earlier = [line for line in before if line.send_at and (line.street, line.item, line.due_at) not in known]
    found = [*_on_days(lines), *_worn_out(lines, earlier)]
    return sorted(found, key=lambda notice: (notice.day, notice.street, notice.about))


def _on_days(lines: Iterable[Planned]) -> Iterable[Notice]:
    items: dict[tuple[str, date], dict[str, None]] = {}
    for line in lines:
        for day in _days(line):
            items.setdefault((line.street, day), {})[line.item] = None
    for (street, day), names in items.items():
        if len(names) > 1:
            yield Notice(about=About.SAME_DAY, street=street, day=day, items=tuple(names))
        if free := free_days(day.year).get(day):
            yield Notice(about=About.HOLIDAY, street=street, day=day, items=tuple(names), name=free)
        if name := school_holidays(day.year).get(day):
            yield Notice(about=About.SCHOOL_HOLIDAY, street=street, day=day, items=tuple(names), name=name)


def _days(line: Planned) -> Iterable[date]:
    """On which something is said, and on which the event takes place that it is about."""
    if line.send_at:
        yield line.send_at.date()
        if line.occurs_at:
            yield line.occurs_at.date()


def _worn_out(lines: Iterable[Planned], earlier: Iterable[Planned]) -> Iterable[Notice]:
    """Once for each text: where it is said again after it was said three times."""
    said: Counter[tuple[str, str, int | None]] = Counter()
    said.update((line.street, line.item, line.wording) for line in earlier if line.wording is not None)
    told = set()
    for line in lines:
        text = line.street, line.item, line.wording
        if line.wording is None or line.send_at is None or text in told:
            continue
        if said[text] >= WORN_OUT:
            told.add(text)
            yield Notice(about=About.SAME_TEXT, street=line.street, day=line.send_at.date(), items=(line.item,))
        said[text] += 1


@cache
def free_days(year: int) -> Mapping[date, str]:
    """The public holidays of the Netherlands."""
    return _holidays(year, categories=("public", "optional"))


@cache
def school_holidays(year: int) -> Mapping[date, str]:
    """By day, with the regions that are free if not all three are: as the ministry has laid down until mid-2030."""
    regions: dict[date, dict[str, str]] = {}
    for region in REGIONS:
        for day, name in _holidays(year, subdiv=region, categories=("school",)).items():
            regions.setdefault(day, {})[region] = name
    return {day: _with_regions(names) for day, names in regions.items()}


def _holidays(year: int, **options: Any) -> Mapping[date, str]:
    # A fifth of a second and 11 MB, for the few who plan something.
    from holidays.countries.netherlands import Netherlands

    return dict(Netherlands(years=year, language="nl", **options).items())  # type: ignore[no-untyped-call]


def _with_regions(names: Mapping[str, str]) -> str:
    name = next(iter(names.values()))
    return name if len(names) == len(REGIONS) else f"{name} {' en '.join(names)}"
