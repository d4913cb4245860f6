"""Which of the coming meetings is meant: the one that was told of, that was named, or on that day."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from handlers.asked import Asked
from handlers.likeness import is_part_of, words_of
from handlers.meetings import Meeting
from messages.content import Event
from messages.dates import short_moment
from messages.markup import plain
from messages.phrases import single_words
from messages.reply import Paragraph
from messages.spoken.vocabulary import WEEKDAYS
from messages.street import Street
from storage import Store

# The words for today, for tomorrow and for the day after.
DAYS_AHEAD = ("agenda.today", "agenda.tomorrow", "agenda.day-after-tomorrow")
# `waar is dat?` is asked of what was told last.
JUST_NOW, LAST_SAID = timedelta(minutes=30), 3


def spoken_of(asked: Asked, meetings: Sequence[Meeting], store: Store, among: int = LAST_SAID) -> Meeting | None:
    """The meeting that is replied to, or that was told of just now, in one of so many messages."""
    if asked.incoming.reply_text:
        texts = [asked.incoming.reply_text]
    else:
        said = store.outbox.latest(asked.chat, asked.now - JUST_NOW, among, thread=asked.incoming.thread)
        texts = [plain(part.text) for reply in said for part in reply.parts if isinstance(part, Paragraph)]
    found = (_told_in(text, meetings, asked.language) for text in texts)
    return next(filter(None, found), None)


def _told_in(text: str, meetings: Sequence[Meeting], language: str) -> Meeting | None:
    """The one whose title it begins with, at best with its moment."""
    begun = [meeting for meeting in meetings if text.startswith(meeting.event.title)]
    at_its_moment = (one for one in begun if short_moment(one.starts_at, one.ends_at, language) in text)
    return next(at_its_moment, max(begun, key=lambda one: len(one.event.title), default=None))


def named(
    meetings: Sequence[Meeting], words: Collection[str], street: Street, *, all_of: bool = False
) -> Meeting | None:
    """The first meeting whose title has one of the words in it, or all of them."""
    enough = all if all_of else any
    for meeting in meetings:
        title = _telling(meeting.event, street)
        if enough(is_part_of(word, title) for word in words):
            return meeting
    return None


def about(meetings: Sequence[Meeting], words: Collection[str]) -> Meeting | None:
    """The first meeting with one of these words, also a short one such as `gas`, in its title."""
    telling = [word for word in words if len(word) > 2]
    for meeting in meetings:
        title = words_of(meeting.event.title)
        if any(is_part_of(word, title) for word in telling):
            return meeting
    return None


def _telling(event: Event, street: Street) -> list[str]:
    """The words of a title that tell it from others."""
    return [word for word in words_of(event.title) if len(word) > 4 and word not in words_of(street.name)]


def day_named(words: Collection[str], today: date) -> date | None:
    """The first of the days that were named: `morgen`, `vrijdag`."""
    in_days = [days for days, kind in enumerate(DAYS_AHEAD) if not single_words(kind).isdisjoint(words)]
    in_days = in_days or [(place - today.weekday()) % 7 for place, name in enumerate(WEEKDAYS) if name in words]
    return today + timedelta(days=min(in_days)) if in_days else None
