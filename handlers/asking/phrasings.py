"""What people meant when they were asked back: a phrasing for its entry, once a person has said yes to it."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.asked import Asked
from handlers.asking.follow_ups import refers
from handlers.chats.whom import streets_of
from handlers.steering.organising import bring_content
from messages.content import Content, FAQEntry
from messages.golden import golden_questions, hurt_by
from messages.reply import Choice, Reply, say
from messages.scrubbing import GAP
from messages.understanding.language import language_of
from messages.understanding.normalise import words_of
from messages.wording import label
from storage import Store
from storage.content_log import Author
from storage.questions import Question

FEWEST_WORDS, MOST_WORDS = 2, 20
MOST_AT_ONCE = 3


def confirm(question: Question, entry: FAQEntry, asked: Asked, store: Store) -> None:
    """Somebody said that this is what they meant: it may become a phrasing, or else it is not needed any more."""
    if _is_phrasing(question.text, entry, asked.house.language):
        store.questions.found_meaning(question.key, entry.id)
    else:
        store.questions.remove([question.key])


def waiting(asked: Asked, store: Store) -> int:
    """How many phrasings wait for a yes."""
    return len(_candidates(asked, store.questions.meant(streets_of(asked, store))))


def show(asked: Asked, store: Store) -> Reply:
    """A few at a time, each with its entry; what would hurt another entry is not offered, and goes."""
    lines: list[str] = []
    keys: list[str] = []
    for entry, question in _candidates(asked, store.questions.meant(streets_of(asked, store))):
        if len(keys) == MOST_AT_ONCE:
            break
        if hurt_by(question.text, entry, _beside(entry, asked.content)):
            store.questions.remove([question.key])
        else:
            keys.append(str(question.key))
            lines.append(f"- {asked.word('phrasing-line', text=question.text, entry=entry.question)}")
    if not keys:
        return say(asked.word("phrasings-none"))
    choices = [
        Choice(label(asked.language, "phrasings-yes"), f"phrasing:yes:{','.join(keys)}"),
        Choice(label(asked.language, "phrasings-no"), f"phrasing:no:{','.join(keys)}"),
    ]
    return say("\n\n".join((asked.word("phrasings-ask"), "\n".join(lines))), choices=choices)


def press(asked: Asked, argument: str, store: Store) -> Reply:
    """The yes or no to those that were shown; what meanwhile hurts another entry is left out."""
    verb, _, listed = argument.partition(":")
    keys = {int(key) for key in listed.split(",") if key.isdecimal()}
    mine = [question for question in store.questions.meant(streets_of(asked, store)) if question.key in keys]
    if not mine:
        return say(asked.word("choice-unknown"))
    store.questions.remove([question.key for question in mine])
    if verb != "yes":
        return say(asked.word("phrasings-refused"))
    content, learned = asked.content, 0
    for entry, question in _candidates(asked, mine):
        entry = content.faqs[entry.id]
        if not hurt_by(question.text, entry, _beside(entry, content)):
            entry = replace(entry, phrasings=(*entry.phrasings, question.text))
            content = replace(content, faqs={**content.faqs, entry.id: entry})
            learned += 1
    changed = {id_: entry for id_, entry in content.faqs.items() if entry is not asked.content.faqs[id_]}
    by = Author(store.people.mark_of(asked.incoming.sender), asked.role)
    bring_content(Content(faqs=changed), False, asked.now, store, by=by)
    return say(asked.word("phrasings-kept", count=learned))


def _candidates(asked: Asked, questions: Sequence[Question]) -> list[tuple[FAQEntry, Question]]:
    """With their entries as they are now; what was asked twice is one."""
    found: dict[tuple[str, str], tuple[FAQEntry, Question]] = {}
    for question in questions:
        entry = asked.content.faqs.get(question.entry or "")
        if entry and _is_phrasing(question.text, entry, asked.house.language):
            found.setdefault((entry.id, " ".join(words_of(question.text))), (entry, question))
    return list(found.values())


def _is_phrasing(text: str, entry: FAQEntry, language: str) -> bool:
    """Whether it teaches anything: a sentence in our own language, with nothing taken out, that is not there yet.

    "En wat kost dat?" tells nothing without what was said before.
    """
    words = words_of(text)
    if (
        GAP in text
        or refers(text)
        or not FEWEST_WORDS <= len(words) <= MOST_WORDS
        or language_of(text, language) != language
    ):
        return False
    return all(words != words_of(known) for known in golden_questions(entry))


def _beside(entry: FAQEntry, content: Content) -> list[FAQEntry]:
    """The entries that some street hears beside this one."""
    streets = content.streets_for(entry.audience)
    others = content.faqs.values()
    return [other for other in others if any(other.audience.includes(street) for street in streets)] or list(others)
