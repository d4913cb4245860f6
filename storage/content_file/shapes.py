"""The shape of each item in the content file, and the way between that shape and the nouns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, ValidationError, ValidationInfo, field_validator

from messages import content, street
from messages.content import Status
from storage.content_file.fields import (
    Day,
    Hours,
    Id,
    Label,
    Language,
    Lead,
    LocalTime,
    Name,
    NotEmpty,
    OptionalName,
    OptionalText,
    Text,
    TimeZone,
    written_lead,
)
from storage.content_file.parts import (
    INSIDE,
    STORED,
    ContactShape,
    PlaceShape,
    RSVPShape,
    ScheduleShape,
    Shape,
    ShortWait,
    SourceShape,
    TranslationShape,
    WordingShape,
    fitting,
)
from storage.content_file.words import Path, sentences

Item = street.Street | content.FAQEntry | content.UrgentAnswer | content.Event | content.Announcement
Ids = tuple[Id, ...]
Names = tuple[Name, ...]


class StreetShape(Shape):
    noun = street.Street
    id: Id
    name: Name
    town: OptionalName = ""
    language: Language
    timezone: TimeZone
    quiet_hours: Hours = street.DEFAULT_QUIET_HOURS
    tags: Names = ()
    contact: ContactShape | None = None
    weekly_limit: Annotated[int, Field(ge=0)] | None = None
    neighbours_first: ShortWait = street.DEFAULT_NEIGHBOURS_FIRST


class FAQShape(Shape):
    noun = content.FAQEntry
    id: Id
    question: Label
    phrasings: tuple[Label, ...] = ()
    keywords: Names = ()
    answer: Text
    translations: dict[Language, TranslationShape] = Field(default_factory=dict)
    source: SourceShape | None = None
    expires_on: Day | None = None
    streets: Ids = ()
    tags: Names = ()
    excluded: Ids = Field((), alias="except")
    private: bool = False

    @field_validator("expires_on")
    @classmethod
    def _expires_after_the_check(cls, value: Any, info: ValidationInfo) -> Any:
        source = info.data.get("source")
        if value and source and source.checked_on and value < source.checked_on:
            raise ValueError("is before source.checked_on: one of the two is wrong")
        return value


class UrgentShape(Shape):
    noun = content.UrgentAnswer
    id: Id
    triggers: Annotated[Names, NotEmpty]
    answer: Text
    translations: dict[Language, TranslationShape] = Field(default_factory=dict)
    streets: Ids = ()
    tags: Names = ()
    excluded: Ids = Field((), alias="except")


class EventShape(Shape):
    noun = content.Event
    id: Id
    title: Label
    starts_at: LocalTime
    ends_at: LocalTime | None = None
    repeats: str | None = None
    text: OptionalText = ""
    place: PlaceShape | None = None
    streets: Ids = ()
    tags: Names = ()
    excluded: Ids = Field((), alias="except")
    announce: tuple[Lead, ...] = content.DEFAULT_ANNOUNCE
    reminders: tuple[Lead, ...] = content.DEFAULT_REMINDERS
    rsvp: RSVPShape | None = None

    @field_validator("ends_at")
    @classmethod
    def _ends_after_it_starts(cls, value: Any, info: ValidationInfo) -> Any:
        starts_at = info.data.get("starts_at")
        if value and starts_at and value <= starts_at:
            wrong = "is before starts_at" if value < starts_at else "is the same as starts_at: leave it out"
            raise ValueError(wrong)
        return value

    @field_validator("repeats")
    @classmethod
    def _rule_fits(cls, value: Any, info: ValidationInfo) -> Any:
        return fitting(value, info)

    @field_validator("announce", "reminders")
    @classmethod
    def _each_once(cls, value: tuple[content.LeadTime, ...]) -> tuple[content.LeadTime, ...]:
        twice = next((lead for number, lead in enumerate(value) if lead in value[:number]), None)
        if twice:
            raise ValueError(f"holds {written_lead(twice)} twice: keep one")
        return value


class AnnouncementShape(Shape):
    noun = content.Announcement
    id: Id
    wordings: Annotated[tuple[WordingShape, ...], NotEmpty]
    streets: Ids = ()
    tags: Names = ()
    excluded: Ids = Field((), alias="except")
    schedule: ScheduleShape


KINDS: dict[str, type[Shape]] = {
    "street": StreetShape,
    "faq": FAQShape,
    "urgent": UrgentShape,
    "event": EventShape,
    "announcement": AnnouncementShape,
}
_KIND_OF = {shape.noun: kind for kind, shape in KINDS.items()}


def check_item(kind: str, written: object) -> tuple[Item | None, list[tuple[Path, str]]]:
    """The item, or else everything that is wrong with it: where, and a sentence for people."""
    try:
        return KINDS[kind].model_validate(written).to_noun(), []
    except ValidationError as error:
        return None, list(_complaints(kind, error))


def _complaints(kind: str, error: ValidationError) -> Iterator[tuple[Path, str]]:
    for fault in error.errors(include_url=False):
        path = tuple(step for step in fault["loc"] if step != "[key]")
        for said in sentences(dict(fault, loc=path), lambda inside: keys_at(kind, inside)):
            yield path, said


def keys_at(kind: str, path: Path = ()) -> Iterable[str]:
    """The keys that an item may have at `path`, in the order in which they are written."""
    shape = INSIDE[str(path[0])] if path else KINDS[kind]
    return [shape.key(name) for name in shape.model_fields]


def to_json(item: Item) -> dict[str, Any]:
    """The item as it is kept: without defaults, and without its id and status, which have their own place."""
    shape = KINDS[_KIND_OF[type(item)]].of(item)
    return shape.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})


def from_json(kind: str, id: str, body: Mapping[str, Any], status: Status = Status.PUBLISHED) -> Any:  # noqa: A002
    """The way back from `to_json`."""
    noun = KINDS[kind].model_validate({**body, "id": id}, context=STORED).to_noun()
    return noun if status is Status.PUBLISHED else replace(noun, status=status)
