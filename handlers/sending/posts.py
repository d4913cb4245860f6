"""What goes to a street for a line of its plan: an announcement, an invitation or a reminder."""

from typing import NamedTuple

from handlers.meetings import Meeting, described
from messages.content import Content
from messages.dates import short_moment
from messages.delivery import Urgency
from messages.placeholders import fill
from messages.plan import PlanKind, Planned
from messages.reply import Paragraph, Part, Reply, Template
from messages.street import Street
from messages.wording import word


class Post(NamedTuple):
    """What goes to a street, and how urgent it is."""

    reply: Reply
    urgency: Urgency


class Posts:
    """The posts of one batch: streets that hear the same share one reply, which is then written out once."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._plain: dict[str, Reply] = {}

    def of(self, line: Planned, street: Street) -> Post:
        if line.kind is PlanKind.ANNOUNCEMENT:
            text = self._content.announcements[line.item].wordings[line.wording or 0].text
            text = fill(text, street) if "{{" in text else text
            reply = self._plain.get(text) or self._plain.setdefault(text, _post(text))
            return Post(reply=reply, urgency=Urgency.BROADCAST)
        event = self._content.events[line.item]
        starts_at = line.occurs_at or event.starts_at
        ends_at = starts_at + (event.ends_at - event.starts_at) if event.ends_at else None
        make = _reminder if line.kind is PlanKind.REMINDER else _invitation
        return Post(reply=make(Meeting(event, starts_at, ends_at), street), urgency=Urgency.EVENT)


def signed(reply: Reply, street: Street) -> Reply:
    """In a private chat: who speaks, and how to stop it."""
    signature = Paragraph(word(street.language, "signature", street=street.name))
    return Reply((*reply.parts, signature), template=reply.template)


def _invitation(meeting: Meeting, street: Street) -> Reply:
    place = meeting.event.place
    on_map = (place,) if place and place.lat is not None else ()
    return _post(described(meeting, street, street.language), *on_map)


def _reminder(meeting: Meeting, street: Street) -> Reply:
    when = short_moment(meeting.starts_at, meeting.ends_at, street.language)
    place = meeting.event.place.name if meeting.event.place else ""
    text = word(street.language, "reminder", title=meeting.event.title, when=when, place=place)
    template = Template("reminder", (meeting.event.title, when, place or street.name))
    return _post(text, template=template)


def _post(text: str, *parts: Part, template: Template | None = None) -> Reply:
    return Reply((Paragraph(text.strip()), *parts), template=template)
