"""Gas, carbon monoxide and fire: a fixed answer, before all other logic and at any hour."""

from handlers.asked import Asked
from messages.content import UrgentAnswer
from messages.reply import Paragraph, Reply, say
from messages.understanding import Outcome
from messages.understanding.language import language_of
from messages.understanding.triggers import dangers_of
from messages.wording import FALLBACK, in_short, languages, word
from storage import Store


def answer_urgent(asked: Asked, store: Store) -> Reply | None:
    if asked.reading is None or asked.reading.outcome is not Outcome.URGENT:
        return None
    answer = asked.content.urgent.get(asked.reading.likeliest)
    if answer is None:  # retired since the message was read
        return None
    translation = answer.translations.get(asked.reading.language)
    if translation and translation.answer:
        return say(asked.fill(translation.answer))
    first, *rest = (*_in_short(asked, answer), asked.fill(answer.answer))
    return say(first, *map(Paragraph, rest))


def _in_short(asked: Asked, answer: UrgentAnswer) -> list[str]:
    """What to do, in the language of whoever told of danger, where the answer is not in it."""
    theirs, heard = asked.languages[0], asked.reading.language if asked.reading and not asked.chat.language else ""
    written = language_of(answer.answer, asked.street.language if asked.street else FALLBACK)
    if written in (theirs, heard) or theirs not in (*languages(), *in_short()):
        return []
    return [word(theirs, f"danger-{danger}") for danger in dangers_of(answer)]
