"""`laat maar`, in private: the answer or the question that waits is not wanted any more, and nothing else ends."""

from handlers import answering
from handlers.asked import Asked
from handlers.likeness import is_like
from handlers.manners import NEVER_MIND
from messages.reply import Reply, say
from storage import Store


def withdraw(asked: Asked, store: Store) -> Reply | None:
    if asked.in_group or asked.command or asked.incoming.choice or not is_like(asked.question, NEVER_MIND):
        return None
    if answering.let_go(asked, store):
        return say(asked.word("answer-not-sent"))
    mark = store.people.mark_of(asked.incoming.sender)
    question = store.questions.latest(asked.chat, mark)
    if store.drafts.latest(asked.chat, mark, "line", asked.now):
        return None  # that of a new event or message: see `correcting`
    if question is None:
        return say(asked.word("never-mind"))
    store.questions.remove([question.key])
    return say(asked.word("question-withdrawn", question=question.text))
