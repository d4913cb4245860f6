"""The content file, or a folder of them: read with every problem named, and written for people to read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from messages.content import Content, FAQEntry
from storage.content_file import checks
from storage.content_file.checks import Found, Problem
from storage.content_file.reading import Unreadable, files_in, read_items
from storage.content_file.writing import write_content

__all__ = ["ContentErrors", "Examined", "Problem", "examine_content", "read_content", "write_content"]


class ContentErrors(Exception):
    """The content cannot be read; `problems` are all there are, by file and line."""

    def __init__(self, problems: list[Problem], warnings: list[Problem] | None = None) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
        self.warnings = warnings or []


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was read; `content` is whole only when there are no problems. Warnings do not stop an import."""

    content: Content
    problems: list[Problem]
    warnings: list[Problem]


def read_content(
    path: Path,
    known_streets: frozenset[str] = frozenset(),
    *,
    language: str = "nl",
    timezone: str = "Europe/Amsterdam",
) -> Content:
    """All the content in a file or folder, in its order; raises `ContentErrors`.

    `known_streets` are those that the store already has; `language` and `timezone` are for streets without.
    """
    examined = examine_content(path, known_streets, language=language, timezone=timezone)
    if examined.problems:
        raise ContentErrors(examined.problems, examined.warnings)
    return examined.content


def examine_content(
    path: Path,
    known_streets: frozenset[str] = frozenset(),
    *,
    language: str = "nl",
    timezone: str = "Europe/Amsterdam",
    golden: bool = False,
    beside: Mapping[str, FAQEntry] = {},
) -> Examined:
    """The same, but with the problems and warnings beside the content.

    `golden`: ask every question of every entry as well, also of those that the store has `beside` them. That takes
    a second for two thousand questions.
    """
    problems: list[Problem] = []
    items: list[Found] = []
    whole = True
    defaults = {"language": language, "timezone": timezone}
    try:
        for name, file in files_in(path):
            try:
                items += read_items(name, file, defaults, problems)
            except Unreadable as error:
                whole = False
                problems += error.problems
    except Unreadable as error:
        whole = False
        problems += error.problems
    content = checks.content_of(items)
    problems += _side_by_side(items, content, known_streets, whole=whole)
    warnings = _warnings(items, content, known_streets) if whole else []
    if golden and not problems:
        warnings += checks.stolen_questions(items, content.streets.values(), known_streets, beside)
    return Examined(content=content, problems=sorted(set(problems)), warnings=sorted(set(warnings)))


def _side_by_side(items: list[Found], content: Content, known: frozenset[str], *, whole: bool) -> Iterator[Problem]:
    streets = content.streets.values()
    yield from checks.duplicate_ids(items)
    yield from checks.duplicate_wording_ids(items)
    yield from checks.same_questions(items, streets, known)
    if whole:  # else the street may be in the file that could not be read
        yield from checks.unknown_streets(items, _named_streets(items) | known)


def _warnings(items: list[Found], content: Content, known: frozenset[str]) -> list[Problem]:
    streets = content.streets.values()
    tags = () if known else checks.unused_tags(items, streets)  # the tags of known streets are not known here
    elsewhere = checks.exceptions_elsewhere(items, _named_streets(items) | known)
    return [*tags, *elsewhere, *checks.empty_placeholders(items, streets)]


def _named_streets(items: list[Found]) -> frozenset[str]:
    """Also those with something wrong in them: that is told once, not for each item again."""
    return frozenset(item.id for item in items if item.where.kind == "street")
