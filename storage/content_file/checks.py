"""What only shows when all items are side by side: what is used twice, and streets that are not there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from messages.content import Announcement, Audience, Content, Event, FAQEntry, UrgentAnswer
from messages.placeholders import uses_placeholder
from messages.street import Street
from storage.content_file.tree import Node
from storage.content_file.words import Path, did_you_mean

STORE = "in the store"  # stands for a file
_VERY_NEAR = 80  # of 100: `eikenlan` is eikenlaan, but lindelaan is another street


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong, and where; line 0 is the file as a whole, and an empty item no item in particular."""

    file: str
    line: int
    item: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.item, self.message) if part)


@dataclass(frozen=True, slots=True)
class Where:
    """`number` counts from one within a list of the file."""

    file: str
    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An item where it was found. `noun` is None when it is wrong; `written` is as it was typed."""

    where: Where
    node: Node
    written: Any
    noun: Any

    @property
    def id(self) -> str:
        named = self.written.get("id") if isinstance(self.written, dict) else None
        return named if isinstance(named, str) else ""

    @property
    def name(self) -> str:
        return f"{self.where.kind} {self.id or f'#{self.where.number}'}"

    @property
    def place(self) -> str:
        return f"{self.where.file}:{self.node.line_of(('id',))}"

    def problem(self, message: str, path: Path = ()) -> Problem:
        return Problem(self.where.file, self.node.line_of(path), self.name, message)

    def list_of(self, key: str) -> list[tuple[int, str]]:
        """The texts of a list, with their index, also when the item itself is wrong."""
        values = self.written.get(key) if isinstance(self.written, dict) else None
        pairs = enumerate(values if isinstance(values, list) else ())
        return [(index, value) for index, value in pairs if isinstance(value, str)]


def duplicate_ids(items: Iterable[Found]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Found] = {}
    for item in items:
        if item.id and (other := first.setdefault((item.where.kind, item.id), item)) is not item:
            yield item.problem(f"this id is also at {other.place}: give one of the two another id", ("id",))


def duplicate_wording_ids(items: Iterable[Found]) -> Iterator[Problem]:
    for item in items:
        if not isinstance(item.noun, Announcement):
            continue
        first: dict[str, int] = {}
        for number, wording in enumerate(item.noun.wordings):
            if wording.id and first.setdefault(wording.id, number) != number:
                message = f'wordings number {number + 1} has the id "{wording.id}" of another: change one'
                yield item.problem(message, ("wordings", number, "id"))


def unknown_streets(items: Iterable[Found], known: frozenset[str]) -> Iterator[Problem]:
    for item in items:
        for index, street in item.list_of("streets"):
            if street not in known:
                yield item.problem(_unknown_street(street, known, 60), ("streets", index))
        for index, street in item.list_of("except"):
            if street not in known and did_you_mean(street, known, _VERY_NEAR):
                yield item.problem(_unknown_street(street, known, _VERY_NEAR), ("except", index))


def exceptions_elsewhere(items: Iterable[Found], known: frozenset[str]) -> Iterator[Problem]:
    """A street that is not there gets nothing anyway: worth a word, no reason to refuse the file."""
    for item in items:
        for index, street in item.list_of("except"):
            if street not in known and not did_you_mean(street, known, _VERY_NEAR):
                yield item.problem(f'except names the street "{street}", which is not here', ("except", index))


def _unknown_street(street: str, known: frozenset[str], cutoff: float) -> str:
    hint = did_you_mean(street, sorted(known), cutoff) or ": add it under streets, or take it out here"
    return f'unknown street "{street}"{hint}'


def unused_tags(items: Iterable[Found], streets: Iterable[Street]) -> Iterator[Problem]:
    worn = {tag for street in streets for tag in street.tags}
    for item in items:
        for index, tag in item.list_of("tags"):
            if item.where.kind != "street" and tag not in worn:
                yield item.problem(f'no street has the tag "{tag}"{did_you_mean(tag, sorted(worn))}', ("tags", index))


def same_questions(items: Iterable[Found], streets: Iterable[Street], known: frozenset[str]) -> Iterator[Problem]:
    """Two entries may ask the same thing only where no street hears both."""
    listeners = _listeners(streets, known)
    asked: dict[str, list[Found]] = {}
    for item in items:
        if not isinstance(item.noun, FAQEntry):
            continue
        others = asked.setdefault(_bare(item.noun.question), [])
        other = next((o for o in others if _meet(o.noun.audience, item.noun.audience, listeners)), None)
        if other:
            message = f"asks the same question as {other.id} ({other.place}): make them one, or part their streets"
            yield item.problem(message, ("question",))
        others.append(item)


def stolen_questions(
    items: Iterable[Found], streets: Iterable[Street], known: frozenset[str], beside: Mapping[str, FAQEntry]
) -> Iterator[Problem]:
    """Asked word for word, a question must find its own entry: another that is more like it takes its people away.

    `beside` are entries that the store has already.
    """
    from messages.golden import thefts  # it asks every question: content that is only read does without

    listeners = _listeners(streets, known)
    found = {item.noun.id: item for item in items if isinstance(item.noun, FAQEntry)}
    faqs = [item.noun for item in found.values()] + [entry for id_, entry in beside.items() if id_ not in found]
    for theft in thefts(faqs, lambda one, other: _meet(one.audience, other.audience, listeners)):
        finder, owner = found.get(theft.finder), found.get(theft.entry)
        place = f" ({finder.place})" if finder else ""
        message = f'"{theft.text}" finds {theft.finder} first{place}: say one of the two in other words'
        if owner:
            yield owner.problem(message, ("phrasings", theft.number - 1) if theft.number else ("question",))
        elif finder:
            yield Problem(STORE, 0, f"faq {theft.entry}", message)


def _listeners(streets: Iterable[Street], known: frozenset[str]) -> list[Street]:
    return [*streets, *(Street(id=id_, name=id_) for id_ in known), Street(id="", name="")]


def _bare(question: str) -> str:
    return " ".join(re.findall(r"\w+", question.casefold())) or question


def _meet(one: Audience, other: Audience, listeners: Iterable[Street]) -> bool:
    return any(one.includes(street) and other.includes(street) for street in listeners)


def empty_placeholders(items: Iterable[Found], streets: Iterable[Street]) -> Iterator[Problem]:
    lonely = [street for street in streets if not street.contact]
    for item in items:
        if not isinstance(item.noun, FAQEntry | UrgentAnswer | Event | Announcement):
            continue
        if any(uses_placeholder(text, "contact") for text in _texts(item.noun)):
            names = [street.id for street in lonely if item.noun.audience.includes(street)]
            if names:
                yield item.problem(f"says {{{{contact}}}}, but {', '.join(names)} has no contact: add one")


def _texts(item: FAQEntry | UrgentAnswer | Event | Announcement) -> Iterator[str]:
    if isinstance(item, Announcement):
        yield from (wording.text for wording in item.wordings)
    elif isinstance(item, Event):
        yield from (item.title, item.text)
    else:
        yield from (item.answer, *(translation.answer for translation in item.translations.values()))


def content_of(items: Iterable[Found]) -> Content:
    kinds: dict[str, dict[str, Any]] = {}
    for item in items:
        if item.noun is not None:
            kinds.setdefault(item.where.kind, {})[item.noun.id] = item.noun
    return Content(
        streets=kinds.get("street", {}),
        faqs=kinds.get("faq", {}),
        urgent=kinds.get("urgent", {}),
        events=kinds.get("event", {}),
        announcements=kinds.get("announcement", {}),
    )
