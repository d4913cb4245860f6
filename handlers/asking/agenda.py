"""Questions that the agenda answers, asked in ordinary words: when, where, and may my sister come too."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from handlers import manners
from handlers.asked import Asked
from handlers.asking.events import list_meetings
from handlers.asking.which_meeting import DAYS_AHEAD, about, day_named, named, spoken_of
from handlers.chats.street_choice import ask_which_street, street_named_in
from handlers.likeness import are_alike, has_words_of, is_like, words_of
from handlers.meetings import Meeting, coming, described, in_a_line, places
from messages.phrases import phrases, single_words
from messages.reply import Paragraph, Reply, say
from messages.spoken.vocabulary import WEEKDAYS
from messages.street import Street
from messages.understanding import Outcome
from messages.understanding.normalise import plain
from storage import Store

LONG_ENOUGH = 6  # letters
LONGEST_TITLE = 5  # words
# `gaat de borrel vrijdag nog door`
GOES_ON = re.compile(
    r"(?:en )?(?:gaat\b.*\bdoor|is\b.*\bafgelast)\b.*|.*\bof\b.*\bdoorgaat\b.*|.*\bgaat\b.*\bdoor\b.*\?.*",
    re.IGNORECASE | re.DOTALL,
)
# What people ask about a meeting without naming it; also `mag ik mijn zus meenemen`.
BRINGING = re.compile(
    r"(?:en )?(?:mag|mogen|kan|kunnen|moet|moeten) (?:(?:ik|we|wij|mijn|de|er)\b.{0,30}\b(?:mee|meenemen|meebrengen)|"
    r"mijn\b.{0,30}\b(?:mee)?komen)(?: (?:naar|bij|op|voor) .{1,40})?\W*|"
    r"(?:and )?(?:can|may|could|should|do) (?:i|we) (?:have to |need to )?bring .{1,30}",
    re.IGNORECASE,
)


def say_when(asked: Asked, store: Store) -> Reply | None:
    """The meeting that is asked for: by what people ask before they come, by little words alone, or by its title."""
    return _shorter_again(asked, _say_when(asked, store), store)


def _shorter_again(asked: Asked, told: Reply | None, store: Store) -> Reply | None:
    """A line, where the group was told of it in full some hours ago or less: they want to know now when or where."""
    if told is None or asked.street is None or not manners.given_before(asked, told, store):
        return told
    meetings = (meeting for meeting in _coming(asked, asked.street) if _named_as(meeting) == told.about)
    return say(in_a_line(next(meetings), asked.language))


def _say_when(asked: Asked, store: Store) -> Reply | None:
    if not is_for_us(asked):
        return None
    street = asked.street
    if street is None:
        return _where_no_street_is_known(asked, store)
    if is_like(asked.question, phrases("agenda.about-all")):
        return list_meetings(asked, street)
    if told := _say_what_then(asked, street) or _say_of_title(asked, street):
        return told
    is_about_that_one = is_like(asked.question, phrases("agenda.about-that-one"))
    if is_about_that_one and (meeting := spoken_of(asked, _coming(asked, street), store, among=1)):
        return _told(asked, street, meeting, whom_to_ask=True)
    # `hoe laat begint het` is much like `hoe laat eindigt het`, and goes on below without a meeting that was told of.
    if is_like(asked.question, phrases("agenda.about-the-next")) or _is_about_bringing(asked):
        meetings = _coming(asked, street)
        meant = named(meetings, asked.words, street) or spoken_of(asked, meetings, store)
        return _told(asked, street, meant or next(iter(meetings), None), whom_to_ask=True)
    return _say_by_words(asked, street, store)


def _say_what_then(asked: Asked, street: Street) -> Reply | None:
    """`Wat is er vanavond te doen`, `is er deze week nog iets`: that day, or all with their days."""
    words = asked.words
    day = day_named(words, asked.local_now.date())
    if day is None and {"week", "weekend"}.isdisjoint(words):
        return None
    days = {*single_words("agenda.weeks"), *WEEKDAYS, *(word for kind in DAYS_AHEAD for word in single_words(kind))}
    rest = [word for word in words if word not in days]
    asks = (*phrases("agenda.about-then"), *phrases("agenda.about-all"))
    if not is_like(" ".join(rest), asks):
        return None
    return _told_on(asked, street, _coming(asked, street), day) if day else list_meetings(asked, street)


def _say_of_title(asked: Asked, street: Street) -> Reply | None:
    """`Energiecafe`, and nothing else: only a short message is compared with titles."""
    said = words_of(plain(asked.question))
    if not 0 < len(said) <= LONGEST_TITLE:
        return None
    here = (event for event in asked.content.events.values() if event.audience.includes(street))
    called = {event.id for event in here if words_of(plain(event.title)) == said}
    meetings = _coming(asked, street) if called else []
    meeting = next((meeting for meeting in meetings if meeting.event.id in called), None)
    return _told(asked, street, meeting) if meeting else None


def _say_by_words(asked: Asked, street: Street, store: Store) -> Reply | None:
    when = single_words("agenda.when")
    words = {_as_meant(word, when) for word in asked.words}
    goes_on = GOES_ON.fullmatch(asked.question) is not None
    if not goes_on and words.isdisjoint(when):
        return None
    meetings = _coming(asked, street)
    rest = words - when - single_words("agenda.little") - set(WEEKDAYS) - set(words_of(street.name))
    if goes_on:
        meeting = named(meetings, words, street) or (None if rest else spoken_of(asked, meetings, store))
        return _told(asked, street, meeting) if meeting else None
    if rest:
        is_gathering = not words.isdisjoint(single_words("agenda.gathering"))
        meeting = named(meetings, rest, street, all_of=True) or (about(meetings, rest) if is_gathering else None)
        return _told(asked, street, meeting) if meeting else None
    if meeting := named(meetings, words, street):
        return _told(asked, street, meeting)
    if day := day_named(words, asked.local_now.date()):
        return _told_on(asked, street, meetings, day)
    is_next = not words.isdisjoint(single_words("agenda.next"))
    just_told = None if is_next else spoken_of(asked, meetings, store)
    return _told(asked, street, just_told or next(iter(meetings), None))


def _as_meant(word: str, when: Collection[str]) -> str:
    """`wanner` is `wanneer`; short words are soon like another one."""
    is_long = len(word) >= LONG_ENOUGH and word not in when
    return next((one for one in when if is_long and are_alike(word, one)), word)


def _where_no_street_is_known(asked: Asked, store: Store) -> Reply | None:
    """For the street that is named, or else that is asked for; nothing for what is about no meeting."""
    words, when = set(asked.words), single_words("agenda.when")
    is_about_any = is_like(asked.question, (*phrases("agenda.about-all"), *phrases("agenda.about-the-next")))
    if asked.in_group or not (is_about_any or words & when or GOES_ON.fullmatch(asked.question)):
        return None
    if street := street_named_in(asked, asked.question):
        return _say_when(replace(asked, street=street), store)
    rest = words - when - single_words("agenda.little") - set(WEEKDAYS)
    everywhere = [Meeting(event, event.starts_at, event.ends_at) for event in asked.content.events.values()]
    is_about_one = not rest or named(everywhere, rest, Street(id="", name=""), all_of=True)
    return ask_which_street(asked, then="agenda") if is_about_any or is_about_one else None


def answer_by_title(asked: Asked, store: Store) -> Reply | None:
    """A question that no FAQ entry answers surely, with the whole title of a meeting in it, or no more than a part."""
    if asked.street is None or not is_for_us(asked):
        return None
    meetings = _coming(asked, asked.street)
    for meeting in meetings:
        if has_words_of(meeting.event.title, asked.question):
            return _shorter_again(asked, _told(asked, asked.street, meeting), store)
    little = single_words("agenda.little") - single_words("agenda.gathering")
    words = [word for word in asked.words if word not in little]
    part = named(meetings, words, asked.street, all_of=True) if words else None
    return _shorter_again(asked, _told(asked, asked.street, part), store) if part else None


def is_for_us(asked: Asked) -> bool:
    """Whether it may be a question, and to the bot."""
    return asked.incoming.addressed and asked.reading is not None


def _coming(asked: Asked, street: Street) -> list[Meeting]:
    return coming(asked.content, street, asked.wall_clock)


def _told(asked: Asked, street: Street, meeting: Meeting | None, *, whom_to_ask: bool = False) -> Reply:
    if meeting is None:
        return say(asked.word("agenda-empty", street=street.name))
    text = described(meeting, street, asked.language)
    if whom_to_ask and street.contact:
        text += f"\n\n{asked.word('meeting-more', name=street.contact.name)}"
    told = say(text, *places(meeting.event))
    # In a group it is there for everybody, and need not be told in full again.
    return replace(told, about=_named_as(meeting)) if asked.in_group else told


def _named_as(meeting: Meeting) -> str:
    return f"event:{meeting.event.id}"


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
