"""Gas and carbon monoxide: a fixed answer, before all other logic and at any hour."""

from handlers.asked import Asked
from messages.reply import Reply, say
from messages.understanding import Outcome
from storage import Store


def answer_urgent(asked: Asked, store: Store) -> Reply | None:
    if asked.reading is None or asked.reading.outcome is not Outcome.URGENT:
        return None
    answer = asked.content.urgent.get(asked.reading.candidates[0].entry)
    if answer is None:  # retired since the message was read
        return None
    translation = answer.translations.get(asked.reading.language)
    text = translation.answer if translation and translation.answer else answer.answer
    return say(asked.fill(text))
