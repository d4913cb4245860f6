"""`laat maar`: the answer or the question that waits is not wanted any more, and nothing else ends."""

import re

from handlers.asked import Asked
from handlers.asking import answering, ideas, not_known
from handlers.likeness import is_like
from handlers.sending.retention import QUESTIONS
from messages.phrases import phrases
from messages.reply import Choice, Reply, say
from messages.wording import label
from storage import Store
from storage.questions import Question

LEAVE = "decline:withdrawing"
ASKED = "may_be_withdrawn"  # what a draft holds once it was asked: the key of the question
# The buttons under what was said of a question that is kept; each ends with its key.
_ABOUT_QUESTION = re.compile(
    rf"(?:withdraw:|pass:yes:|none:\w*:|street:.*:(?:{not_known.AFTER_STREET}|{ideas.AFTER_STREET}))(\d+)"
)


def withdraw(asked: Asked, store: Store) -> Reply | None:
    if asked.command or asked.incoming.choice or not is_like(asked.question, phrases("withdrawing.never-mind")):
        return None
    if asked.in_group:
        return _in_group(asked, store) if asked.incoming.addressed else None
    if answering.let_go(asked, store):
        return say(asked.word("answer-not-sent"))
    mark = store.people.mark_of(asked.incoming.sender)
    if store.drafts.latest(asked.chat, mark, "line", asked.now):
        return None  # that of a new event or message: see `correcting`
    actions = [choice.action for choice in store.outbox.latest_choices(asked.chat, asked.now - QUESTIONS)]
    if LEAVE in actions:
        return say(asked.word("declined-withdrawing"))
    if question := _spoken_of(asked, actions, store):
        return _remove(asked, question, store)
    waiting = store.questions.latest_passed_on(asked.chat, mark)
    if waiting is None or _was_asked(asked, waiting, mark, store):
        return say(asked.word("never-mind"))
    store.drafts.add(asked.chat, mark, {ASKED: waiting.key}, asked.now)
    return _ask(asked, waiting)


def _in_group(asked: Asked, store: Store) -> Reply:
    """What was offered to pass on is let go, of whoever asked; what was passed on waits."""
    since, thread = asked.now - QUESTIONS, asked.incoming.thread
    actions = [choice.action for choice in store.outbox.latest_choices(asked.chat, since, thread=thread)]
    question = _spoken_of(asked, actions, store)
    return _remove(asked, question, store) if question else say(asked.word("never-mind"))


def press(asked: Asked, key: str, store: Store) -> Reply:
    question = not_known.theirs(asked, key, store)
    return _remove(asked, question, store) if question else say(asked.word("choice-unknown"))


def _spoken_of(asked: Asked, actions: list[str], store: Store) -> Question | None:
    """The question that the last thing said here was about: only that is meant without a word."""
    found = next(filter(None, map(_ABOUT_QUESTION.fullmatch, actions)), None)
    return not_known.theirs(asked, found[1], store) if found else None


def _was_asked(asked: Asked, question: Question, mark: str, store: Store) -> bool:
    """Not so long ago; whoever says it again after that means nothing more by it, and the button is still there."""
    draft = store.drafts.latest(asked.chat, mark, ASKED, asked.now)
    return draft is not None and draft.body[ASKED] == question.key


def _remove(asked: Asked, question: Question, store: Store) -> Reply:
    store.questions.remove([question.key])
    if not question.passed_on:
        return say(asked.word("never-mind"))
    return say(asked.word("question-withdrawn", question=question.text))


def _ask(asked: Asked, question: Question) -> Reply:
    choices = [
        Choice(label(asked.language, "question-withdraw"), f"withdraw:{question.key}"),
        Choice(label(asked.language, "question-leave"), LEAVE),
    ]
    return say(asked.word("question-waits", question=question.text), choices=choices)
