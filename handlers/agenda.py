"""Questions that the agenda answers, asked in ordinary words: when, where, and what about the other street."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.asked import Asked
from handlers.events import Meeting, coming, described, list_meetings, places
from handlers.likeness import are_alike, has_words_of, is_like, is_part_of, words_of
from messages.content import Event
from messages.dates import short_moment
from messages.markup import plain
from messages.phrases import phrases, single_words
from messages.reply import Choice, Paragraph, Reply, say
from messages.spoken.vocabulary import WEEKDAYS
from messages.street import Street
from messages.understanding import Outcome
from messages.wording import label
from storage import Store

# `gaat de borrel vrijdag nog door`
GOES_ON = re.compile(
    r"(?:en )?(?:gaat\b.*\bdoor|is\b.*\bafgelast)\b.*|.*\bof\b.*\bdoorgaat\b.*|.*\bgaat\b.*\bdoor\b.*\?.*",
    re.IGNORECASE | re.DOTALL,
)
# The words for today, for tomorrow and for the day after.
DAYS_AHEAD = ("agenda.today", "agenda.tomorrow", "agenda.day-after-tomorrow")
# `waar is dat?` is asked of what was told last.
JUST_NOW, LAST_SAID = timedelta(minutes=30), 3
# What people ask about a meeting without naming it; also `mag ik mijn zus meenemen`.
BRINGING = re.compile(
    r"(?:en )?(?:mag|mogen|kan|kunnen|moet|moeten) (?:(?:ik|we|wij|mijn|de|er)\b.{0,30}\b(?:mee|meenemen|meebrengen)|"
    r"mijn\b.{0,30}\b(?:mee)?komen)\W*",
    re.IGNORECASE,
)


def say_when(asked: Asked, store: Store) -> Reply | None:
    """The meeting that is asked for: by little words alone, by what people ask before they come, or by its title."""
    street = _street_of_question(asked)
    if street is None:
        return None
    if is_like(asked.question, phrases("agenda.about-all")):
        return list_meetings(asked, street)
    is_about_one = is_like(asked.question, phrases("agenda.about-the-next")) or _is_about_bringing(asked)
    words, when = set(words_of(asked.question)), single_words("agenda.when")
    is_about_that_one = is_like(asked.question, phrases("agenda.about-that-one"))
    goes_on = GOES_ON.fullmatch(asked.question) is not None
    if not is_about_one and not is_about_that_one and not goes_on and not words & when:
        return None
    meetings = coming(asked.content, street, asked.local_now.replace(tzinfo=None))
    if is_about_that_one:
        meeting = _spoken_of(asked, meetings, store, among=1)
        return _told(asked, street, meeting, whom_to_ask=True) if meeting else None
    if is_about_one:
        return _told(asked, street, _spoken_of(asked, meetings, store) or _first(meetings), whom_to_ask=True)
    rest = words - when - single_words("agenda.little") - set(WEEKDAYS) - set(words_of(street.name))
    if goes_on:
        meeting = _named(meetings, words, street) or (None if rest else _spoken_of(asked, meetings, store))
        return _told(asked, street, meeting) if meeting else None
    if rest:
        is_gathering = not words.isdisjoint(single_words("agenda.gathering"))
        named = _named(meetings, rest, street, all_of=True) or (_about(meetings, rest) if is_gathering else None)
        return _told(asked, street, named) if named else None
    if named := _named(meetings, words, street):
        return _told(asked, street, named)
    today = asked.local_now.date()
    if days := [n for n, kind in enumerate(DAYS_AHEAD) if words & single_words(kind)] or _weekdays(words, today):
        return _told_on(asked, street, meetings, today + timedelta(days=min(days)))
    spoken_of = None if words & single_words("agenda.next") else _spoken_of(asked, meetings, store)
    return _told(asked, street, spoken_of or _first(meetings))


def answer_by_title(asked: Asked, store: Store) -> Reply | None:
    """A question that no FAQ entry answers surely, with the whole title of a meeting in it."""
    street = _street_of_question(asked)
    if street is None:
        return None
    for meeting in coming(asked.content, street, asked.local_now.replace(tzinfo=None)):
        if has_words_of(meeting.event.title, asked.question):
            return _told(asked, street, meeting)
    return None


def point_elsewhere(asked: Asked, store: Store) -> Reply | None:
    """Asked about another street: name whom to ask there, and what this chat is about."""
    street = _street_of_question(asked)
    words = set(words_of(asked.question))
    if street is None or _mentions(street, words):
        return None
    other = next((street for street in asked.content.streets.values() if _mentions(street, words)), None)
    if other is None:
        return None
    contact = other.contact.name if other.contact else ""
    values = {"street": street.name, "other": other.name, "contact": contact}
    if asked.in_group:
        return say(asked.word("elsewhere", **values))
    choices = [
        Choice(label(asked.language, "elsewhere-move"), f"street:{other.id}:start"),
        Choice(label(asked.language, "no"), "decline:street"),
    ]
    return say(asked.word("elsewhere-private", **values), choices=choices)


def _street_of_question(asked: Asked) -> Street | None:
    """The street whose agenda may answer; None for what is no question to the bot."""
    return asked.street if asked.incoming.addressed and asked.reading is not None else None


def _told(asked: Asked, street: Street, meeting: Meeting | None, *, whom_to_ask: bool = False) -> Reply:
    if meeting is None:
        return say(asked.word("agenda-empty", street=street.name))
    text = described(meeting, street, asked.language)
    if whom_to_ask and street.contact:
        text += f"\n\n{asked.word('meeting-more', name=street.contact.name)}"
    return say(text, *places(meeting.event))


def _weekdays(words: Collection[str], today: date) -> list[int]:
    """In how many days the weekdays come that were named."""
    return [(place - today.weekday()) % 7 for place, name in enumerate(WEEKDAYS) if name in words]


def _told_on(asked: Asked, street: Street, meetings: Sequence[Meeting], day: date) -> Reply:
    """The one on that day; where there is none, that, and what comes first."""
    first = next((meeting for meeting in meetings if meeting.starts_at.date() == day), None)
    if first or not meetings:
        return _told(asked, street, first)
    told = _told(asked, street, meetings[0])
    return replace(told, parts=(Paragraph(asked.word("agenda-not-then")), *told.parts))


def _is_about_bringing(asked: Asked) -> bool:
    is_known = asked.reading is not None and asked.reading.outcome is Outcome.ANSWER
    return not is_known and BRINGING.fullmatch(asked.question.strip()) is not None


def _spoken_of(asked: Asked, meetings: Sequence[Meeting], store: Store, among: int = LAST_SAID) -> Meeting | None:
    """The meeting that is replied to, or that was told of just now, in one of so many messages."""
    if asked.incoming.reply_text:
        texts = [asked.incoming.reply_text]
    else:
        said = store.outbox.latest(asked.chat, asked.now - JUST_NOW, asked.incoming.thread, among)
        texts = [plain(part.text) for reply in said for part in reply.parts if isinstance(part, Paragraph)]
    about = (_told_in(text, meetings, asked.language) for text in texts)
    return next(filter(None, about), None)


def _told_in(text: str, meetings: Sequence[Meeting], language: str) -> Meeting | None:
    """The one whose title it begins with, at best with its moment."""
    begun = [meeting for meeting in meetings if text.startswith(meeting.event.title)]
    at_its_moment = (one for one in begun if short_moment(one.starts_at, one.ends_at, language) in text)
    return next(at_its_moment, max(begun, key=lambda one: len(one.event.title), default=None))


def _first(meetings: Sequence[Meeting]) -> Meeting | None:
    return meetings[0] if meetings else None


def _named(
    meetings: Sequence[Meeting], words: Collection[str], street: Street, *, all_of: bool = False
) -> Meeting | None:
    """The first meeting whose title has one of the words in it, or all of them."""
    enough = all if all_of else any
    for meeting in meetings:
        title = _telling(meeting.event, street)
        if enough(is_part_of(word, title) for word in words):
            return meeting
    return None


def _about(meetings: Sequence[Meeting], words: Collection[str]) -> Meeting | None:
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


def _mentions(street: Street, words: Collection[str]) -> bool:
    return all(any(are_alike(part, word) for word in words) for part in words_of(street.name))
