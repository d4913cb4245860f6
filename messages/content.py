"""What is kept to be said: FAQ entries, urgent answers, events and announcements."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from messages.reply import Place
from messages.street import Street


class Status(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Which streets an item is for: those named and those tagged, or all; an exclusion wins."""

    streets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def includes(self, street: Street) -> bool:
        if street.id in self.excluded:
            return False
        if not self.streets and not self.tags:
            return True
        return street.id in self.streets or not set(self.tags).isdisjoint(street.tags)


EVERYBODY = Audience()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    name: str
    url: str | None = None
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    question: str | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FAQEntry:
    """A question that lives in the streets, and its answer. After `expires_on` the answer may be old."""

    id: str
    question: str
    answer: str
    phrasings: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    translations: Mapping[str, Translation] = field(default_factory=dict)
    source: Source | None = None
    expires_on: date | None = None
    audience: Audience = EVERYBODY
    private: bool = False
    status: Status = Status.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentAnswer:
    """A fixed safety answer, given before all other logic and at any hour."""

    id: str
    triggers: tuple[str, ...]
    answer: str
    translations: Mapping[str, Translation] = field(default_factory=dict)
    audience: Audience = EVERYBODY
    status: Status = Status.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTime:
    """How long before an event: whole `days` on the local calendar first, then `elapsed` time."""

    days: int = 0
    elapsed: timedelta = timedelta(0)


DEFAULT_ANNOUNCE = (LeadTime(days=14), LeadTime(days=7))
DEFAULT_REMINDERS = (LeadTime(days=1), LeadTime(elapsed=timedelta(hours=3)))


@dataclass(frozen=True, slots=True, kw_only=True)
class RSVP:
    """Whether and how people say that they come; `capacity` None is no limit, `guests` is per person."""

    capacity: int | None = None
    guests: int = 0
    show_names: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A street event. `starts_at` and `ends_at` are naive local time of the street; `repeats` is RFC 5545."""

    id: str
    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    repeats: str | None = None
    text: str = ""
    place: Place | None = None
    audience: Audience = EVERYBODY
    announce: tuple[LeadTime, ...] = DEFAULT_ANNOUNCE
    reminders: tuple[LeadTime, ...] = DEFAULT_REMINDERS
    rsvp: RSVP | None = None
    paused: bool = False  # by somebody in the chat; not of the content file
    status: Status = Status.PUBLISHED


class Order(StrEnum):
    """Which wording comes next; shuffled uses all before any again."""

    IN_TURN = "in_turn"
    SHUFFLED = "shuffled"


class AtQuietHours(StrEnum):
    """What happens to an announcement that is due in quiet hours."""

    MOVE = "move"
    DROP = "drop"
    SEND = "send"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When an announcement repeats, in naive local time of each street."""

    starts_at: datetime
    repeats: str | None = None
    until: date | None = None
    times: int | None = None
    order: Order = Order.IN_TURN
    quiet_hours: AtQuietHours = AtQuietHours.MOVE
    expires_after: timedelta = timedelta(hours=6)
    paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A message that is repeated, each time in one of its wordings."""

    id: str
    wordings: tuple[Wording, ...]
    schedule: Schedule
    audience: Audience = EVERYBODY
    status: Status = Status.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that there is to say, by id within each kind; what one content file or the whole store holds."""

    streets: Mapping[str, Street] = field(default_factory=dict)
    faqs: Mapping[str, FAQEntry] = field(default_factory=dict)
    urgent: Mapping[str, UrgentAnswer] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    announcements: Mapping[str, Announcement] = field(default_factory=dict)

    def streets_for(self, audience: Audience) -> list[Street]:
        return [street for street in self.streets.values() if audience.includes(street)]
