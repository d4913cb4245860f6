"""`/vragen`: what nobody could answer yet, for the street's contact and the organisers; the most asked first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from handlers.asked import Asked
from handlers.asking import phrasings
from handlers.chats.street_choice import find_street
from handlers.chats.whom import streets_of
from handlers.commands import Command
from messages.alike import grouped
from messages.reply import Choice, Reply, say
from messages.street import Role
from messages.wording import label, word
from storage import Store
from storage.questions import Question

MOST_SHOWN = 8
LISTED = "topics"  # what the draft of a list holds: the keys of each line


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Questions of one street that ask the same, oldest first."""

    questions: tuple[Question, ...]

    @property
    def text(self) -> str:
        return self.questions[-1].text

    @property
    def askers(self) -> int:
        return len({question.mark for question in self.questions})

    @property
    def may_be_shown(self) -> bool:
        """Somebody said yes, or so many ask it that it is nobody's in particular."""
        return self.askers > 1 or any(question.passed_on for question in self.questions)


def show(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.QUESTIONS or asked.role < Role.STREET_CONTACT:
        return None
    if asked.in_group:
        return say(asked.word("in-private-please", command="/vragen"))
    street = find_street(asked, asked.argument) if asked.argument else None
    return list_of(asked, street.id if street else "", store)


def list_of(asked: Asked, street_id: str, store: Store) -> Reply:
    """A numbered list; the numbers hold in this chat until the next list."""
    streets = _streets(asked, street_id, store)
    if streets is not None and not streets:
        return say(asked.word("not-allowed", role="organiser"))
    found = topics_of(store.questions.unanswered(streets))
    shown = [topic for topic in found if topic.may_be_shown]
    unseen = sum(len(topic.questions) for topic in found if not topic.may_be_shown)
    hidden = asked.word("questions-hidden", count=unseen) if unseen else ""
    extra = _to_decide(asked, store)
    if not shown:
        said = [asked.word("questions-none"), hidden, *(text for text, _ in extra)]
        return say(" ".join(filter(None, said)), choices=[choice for _, choice in extra])
    return _listed(asked, shown, hidden, extra, store)


def is_any(asked: Asked, store: Store) -> bool:
    """Whether there is a question to show this person."""
    return any(topic.may_be_shown for topic in topics_of(store.questions.unanswered(streets_of(asked, store))))


def topics_of(questions: Iterable[Question]) -> list[Topic]:
    """By street and by what is asked; the most asked first, of those the newest."""
    topics = []
    in_order = sorted(questions, key=lambda question: (question.street or "", question.key))
    for _, asked in groupby(in_order, key=lambda question: question.street):
        here = list(asked)
        places = grouped([question.text for question in here])
        topics += [Topic(questions=tuple(here[place] for place in group)) for group in places]
    return sorted(topics, key=lambda topic: (topic.askers, topic.questions[-1].key), reverse=True)


def _to_decide(asked: Asked, store: Store) -> list[tuple[str, Choice]]:
    """What else waits for a yes, each in a sentence with its button."""
    found = []
    if asked.role is Role.ORGANISER and (proposals := len(store.content.drafts())):
        button = Choice(label(asked.language, "proposals-show"), "proposal:next:")
        found.append((asked.word("proposals", count=proposals), button))
    if sentences := phrasings.waiting(asked, store):
        button = Choice(label(asked.language, "phrasings-show"), "phrasings")
        found.append((asked.word("phrasings", count=sentences), button))
    return found


def _listed(
    asked: Asked, topics: Sequence[Topic], hidden: str, extra: Sequence[tuple[str, Choice]], store: Store
) -> Reply:
    shown, more = topics[:MOST_SHOWN], len(topics) - MOST_SHOWN
    keys = [[question.key for question in topic.questions] for topic in shown]
    draft = store.drafts.add(asked.chat, store.people.mark_of(asked.incoming.sender), {LISTED: keys}, asked.now)
    lines = [_line(asked, number, topic) for number, topic in enumerate(shown, 1)]
    after = [asked.word("questions-more", count=more) if more > 0 else "", hidden, *(text for text, _ in extra)]
    parts = [asked.word("questions"), "\n".join(lines), " ".join(filter(None, after)), asked.word("questions-how")]
    choices = [
        Choice(word(asked.language, "answer-number", number=number), f"reply:{draft}:{number}")
        for number in range(1, len(shown) + 1)
    ]
    choices += [choice for _, choice in extra]
    return say("\n\n".join(filter(None, parts)), choices=choices)


def _line(asked: Asked, number: int, topic: Topic) -> str:
    street = asked.content.streets.get(topic.questions[0].street or "")
    several = asked.role is Role.ORGANISER
    name = (street.name if street else "?") if several else ""
    return asked.word("questions-line", number=number, text=topic.text, count=topic.askers, street=name)


def _streets(asked: Asked, street_id: str, store: Store) -> list[str] | None:
    """Whose questions this person may see; None is all of them."""
    mine = streets_of(asked, store)
    if not street_id:
        return mine
    return [street_id] if mine is None or street_id in mine else []
