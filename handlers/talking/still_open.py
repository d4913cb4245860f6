"""What was asked and is not chosen yet is asked once more, of who says thanks for it, or yes to one of several."""

from handlers.asked import Asked
from handlers.talking import small_talk
from handlers.talking.something_else import was_asked_by_them
from handlers.talking.typed_choices import is_of_several, shown_to
from messages.reply import Reply, say
from storage import Store

# Nothing of these is done without a yes; who says thanks may think that it is.
WAITS_FOR_A_YES = frozenset(
    {"answer", "draft", "move", "cancelled", "pass", "subscribe", "approve", "proposal", "forget"}
)


def ask_once_more(asked: Asked, store: Store) -> Reply | None:
    if asked.command or asked.incoming.choice or not asked.incoming.addressed:
        return None
    if is_of_several(asked):
        return _ask_for_one(asked, store)
    is_bare, is_thanks = small_talk.is_bare_answer(asked), small_talk.is_thanks(asked)
    options = shown_to(asked, store) if is_bare or (is_thanks and not asked.in_group) else ()
    if len(options) < 2 or (asked.in_group and not was_asked_by_them(asked, options[-1], store)):
        return None
    if is_bare:
        return say(asked.word("bare-answer-which"), choices=options)
    verb = options[0].action.partition(":")[0]
    if verb not in WAITS_FOR_A_YES:
        return None
    return say(asked.word("answer-not-sent-yet" if verb == "answer" else "not-done-yet"), choices=options)


def _ask_for_one(asked: Asked, store: Store) -> Reply:
    """`Allebei`, or the fifth of four; where nothing is there to choose, that."""
    options = shown_to(asked, store)
    if len(options) < 2:
        return say(asked.word("number-without-choices"))
    return say(asked.word("one-at-a-time"), choices=options)
