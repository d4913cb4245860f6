"""Questions that the agenda answers, asked in ordinary words: when, where, and what about the other street."""

from collections.abc import Collection, Sequence

from handlers.asked import Asked
from handlers.events import Meeting, coming, described, list_meetings, places
from handlers.likeness import are_alike, has_words_of, is_like, words_of
from messages.content import Event
from messages.reply import Choice, Reply, say
from messages.street import Street
from messages.wording import label
from storage import Store

# Words that ask for a moment or a place. A question of only such words, little words and a title is for the agenda.
WHEN = frozenset(
    words_of("wanneer waar laat vanavond vanmiddag vandaag morgen overmorgen morgenavond when where time tonight")
)
LITTLE = frozenset(
    words_of(
        "hoe is het de een die dat er was begint start ook al weer alweer nou nu dan toch eigenlijk precies volgende "
        "eerstvolgende komende in op bij van voor onze ons straat buurt bijeenkomst avond activiteit borrel gaat door "
        "wel niet of en uur what the next our does it meeting a of at"
    )
)
# What people ask about a meeting without naming it.
ABOUT_THE_NEXT = (
    "moet ik me aanmelden",
    "hoe meld ik me aan",
    "kan ik iemand meenemen",
    "mag ik iemand meenemen",
    "mogen de kinderen mee",
    "is er parkeren",
    "kan ik daar parkeren",
    "is er een lift",
    "is er een gebarentolk",
    "is er oppas",
    "kost het wat",
    "kost de avond wat",
)
ABOUT_ALL = (
    "wat is er te doen",
    "wat is er allemaal te doen",
    "wat staat er op de agenda",
    "welke bijeenkomsten zijn er",
    "zijn er nog activiteiten",
    "what is on",
    "what is on the agenda",
)


def say_when(asked: Asked, store: Store) -> Reply | None:
    """The meeting that is asked for: by little words alone, by what people ask before they come, or by its title."""
    street = _street_of_question(asked)
    if street is None:
        return None
    if is_like(asked.question, ABOUT_ALL):
        return list_meetings(asked, street)
    is_about_the_next = is_like(asked.question, ABOUT_THE_NEXT)
    words = set(words_of(asked.question))
    if not is_about_the_next and not words & WHEN:
        return None
    meetings = coming(asked.content, street, asked.local_now.replace(tzinfo=None))
    if is_about_the_next:
        return _told(asked, street, _first(meetings), whom_to_ask=True)
    rest = words - WHEN - LITTLE - set(words_of(street.name))
    if not rest:
        return _told(asked, street, _named(meetings, words, street) or _first(meetings))
    named = _named(meetings, rest, street, all_of=True)
    return _told(asked, street, named) if named else None


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


def _first(meetings: Sequence[Meeting]) -> Meeting | None:
    return meetings[0] if meetings else None


def _named(
    meetings: Sequence[Meeting], words: Collection[str], street: Street, *, all_of: bool = False
) -> Meeting | None:
    """The first meeting whose title has one of the words in it, or all of them."""
    enough = all if all_of else any
    for meeting in meetings:
        title = _telling(meeting.event, street)
        if enough(_is_in(word, title) for word in words):
            return meeting
    return None


def _telling(event: Event, street: Street) -> list[str]:
    """The words of a title that tell it from others."""
    return [word for word in words_of(event.title) if len(word) > 4 and word not in words_of(street.name)]


def _is_in(word: str, title: Collection[str]) -> bool:
    """`borrel` is in `buurtborrel`, and `energiecafe` is `energiecafé`."""
    whole = len(word) > 4
    return any(are_alike(word, part) or (whole and (part.endswith(word) or part.startswith(word))) for part in title)


def _mentions(street: Street, words: Collection[str]) -> bool:
    return all(any(are_alike(part, word) for word in words) for part in words_of(street.name))
