"""What the items of the content file have in common, and the parts inside them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    field_validator,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from messages import content, reply, street
from messages.schedule import RuleError, check_rule
from storage.content_file.fields import Day, Elapsed, Id, Label, LocalTime, Name, OptionalName, Text, Url
from storage.content_file.words import one_of

STORED = "stored"  # the context of what was checked when it came in: its rule is not reckoned at each reading
_AUDIENCE = ("streets", "tags", "excluded")


LONGEST_WAIT = timedelta(hours=1)


def _not_too_long(wait: timedelta) -> timedelta:
    if wait > LONGEST_WAIT:
        raise ValueError("is longer than an hour: nobody waits for an answer then; write PT90S, or PT5M")
    return wait


ShortWait = Annotated[Elapsed, AfterValidator(_not_too_long)]


class Shape(BaseModel):
    """Keys in the order in which they are written. A check of two keys stands at the later one, as a field
    validator: so it speaks even when a third key is wrong."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    noun: ClassVar[type[Any]]

    def to_noun(self) -> Any:
        values = {name: _noun(getattr(self, name)) for name in type(self).model_fields}
        if "excluded" in values:
            values["audience"] = content.Audience(**{name: values.pop(name) for name in _AUDIENCE})
        return self.noun(**values)

    @classmethod
    def of(cls, noun: Any) -> Self:
        """The shape of a noun, unchecked."""
        audience = getattr(noun, "audience", None)
        owner = {name: audience if audience and name in _AUDIENCE else noun for name in cls.model_fields}
        values = {name: _shape(getattr(owner[name], name)) for name in owner}
        return cls.model_construct(None, **{cls.key(name): value for name, value in values.items()})

    @classmethod
    def key(cls, name: str) -> str:
        """How the file calls a field: `except` is no name for one in Python."""
        return cls.model_fields[name].alias or name


def _noun(value: Any) -> Any:
    if isinstance(value, Shape):
        return value.to_noun()
    if isinstance(value, tuple):
        return tuple(_noun(part) for part in value)
    if isinstance(value, dict):
        return {key: _noun(part) for key, part in value.items()}
    return value


def _shape(value: Any) -> Any:
    if shape := SHAPES.get(type(value)):
        return shape.of(value)
    if isinstance(value, tuple):
        return tuple(_shape(part) for part in value)
    if isinstance(value, Mapping):
        return {key: _shape(part) for key, part in value.items()}
    return value


def fitting(rule: str | None, info: ValidationInfo) -> str | None:
    """`rule`, once it is sure that `starts_at` is a moment of it."""
    starts_at = info.data.get("starts_at")
    if rule is None or starts_at is None or info.context == STORED:
        return rule
    try:
        check_rule(starts_at, rule)
    except RuleError as error:
        raise ValueError(f"is not right: {error}") from error
    return rule


class ContactShape(Shape):
    noun = street.Contact
    name: Name
    note: OptionalName = ""


class TranslationShape(Shape):
    noun = content.Translation
    question: Label | None = None
    answer: Text


class SourceShape(Shape):
    noun = content.Source
    name: Name
    url: Url | None = None
    checked_on: Day | None = None


Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]


class PlaceShape(Shape):
    noun = reply.Place
    name: Name
    address: OptionalName = ""
    lat: Latitude | None = None
    lon: Longitude | None = Field(None, validate_default=True)

    @field_validator("lon")
    @classmethod
    def _both_or_neither(cls, value: Any, info: ValidationInfo) -> Any:
        if "lat" in info.data and (info.data["lat"] is None) != (value is None):
            raise PydanticCustomError("together", "and lat go together")
        return value


class RSVPShape(Shape):
    noun = content.RSVP
    capacity: Annotated[int, Field(ge=1)] | None = None
    guests: Annotated[int, Field(ge=0)] = 0
    show_names: bool = False


class WordingShape(Shape):
    noun = content.Wording
    id: Id | None = None
    text: Text

    @model_validator(mode="before")
    @classmethod
    def _text_alone(cls, written: Any) -> Any:
        return {"text": written} if isinstance(written, str) else written

    @model_serializer(mode="wrap")
    def _as_short_as_can_be(self, full: SerializerFunctionWrapHandler) -> Any:
        return full(self) if self.id else self.text


class ScheduleShape(Shape):
    noun = content.Schedule
    starts_at: LocalTime
    repeats: str | None = None
    until: Day | None = None
    times: Annotated[int, Field(ge=1)] | None = None
    order: content.Order = content.Order.IN_TURN
    quiet_hours: content.AtQuietHours = content.AtQuietHours.MOVE
    expires_after: Elapsed = timedelta(hours=6)
    paused: bool = False

    @field_validator("repeats")
    @classmethod
    def _rule_fits(cls, value: Any, info: ValidationInfo) -> Any:
        return fitting(value, info)

    @field_validator("until")
    @classmethod
    def _ends_after_it_starts(cls, value: Any, info: ValidationInfo) -> Any:
        if value and info.data.get("starts_at") and value < info.data["starts_at"].date():
            raise ValueError("is before starts_at")
        return value

    @field_validator("order", "quiet_hours", mode="before")
    @classmethod
    def _known_word(cls, value: Any, info: ValidationInfo) -> Any:
        words = list(content.Order if info.field_name == "order" else content.AtQuietHours)
        if value is not None and value not in words:
            raise ValueError(one_of(str(value), words))
        return value


INSIDE: dict[str, type[Shape]] = {
    "contact": ContactShape,
    "translations": TranslationShape,
    "source": SourceShape,
    "place": PlaceShape,
    "rsvp": RSVPShape,
    "wordings": WordingShape,
    "schedule": ScheduleShape,
}
SHAPES: dict[type[Any], type[Shape]] = {shape.noun: shape for shape in INSIDE.values()}
