"""What the bot says, before any platform's markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in the small Markdown of `messages.markup`; one or more paragraphs."""

    text: str
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Choice:
    """One button. `action` is what pressing it means, as `verb` or `verb:argument`; see `handlers.talking.choosing`."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Buttons under the message, at most ten."""

    options: tuple[Choice, ...]
    kind: Literal["choices"] = "choices"


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is; a platform that can shows it on a map. Degrees, WGS 84."""

    name: str
    address: str = ""
    lat: float | None = None
    lon: float | None = None
    kind: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A small text file that goes along, such as a calendar file."""

    filename: str
    media_type: str
    text: str
    kind: Literal["attachment"] = "attachment"


@dataclass(frozen=True, slots=True)
class Retraction:
    """Not said but taken back: the message with this id of the platform's. Stands alone in its reply."""

    external_id: str
    kind: Literal["retraction"] = "retraction"


Part = Paragraph | Choices | Link | Place | Attachment | Retraction


@dataclass(frozen=True, slots=True)
class Template:
    """How a reply is said where a platform takes only approved texts: WhatsApp, outside its 24 hours."""

    name: Literal["new_message", "reminder"]
    variables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing said: parts in the order of reading; `silent` wakes nobody's telephone.

    `about` is the FAQ entry whose answer it gives; in a group also `event:` and the id of a meeting that it tells of.
    """

    parts: tuple[Part, ...]
    silent: bool = False
    template: Template | None = None
    about: str | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        return next((part.options for part in self.parts if isinstance(part, Choices)), ())

    @property
    def takes_back(self) -> str | None:
        """The platform's id of the message that is to go. To ask for that twice does no harm."""
        return next((part.external_id for part in self.parts if isinstance(part, Retraction)), None)


def say(text: str, *parts: Part, choices: Sequence[Choice] = (), silent: bool = False) -> Reply:
    """A reply that begins with `text` and ends with its buttons, if any."""
    buttons = (Choices(tuple(choices)),) if choices else ()
    return Reply((Paragraph(text), *parts, *buttons), silent)
