"""`/idee een bankje op de hoek`: kept as a question is, and passed on to the street's contact after a yes."""

from handlers.asked import Asked
from handlers.asking.not_known import ask_to_pass, keep_text, settle_street, who_answers
from handlers.asking.privately import is_nobodys_business
from handlers.chats.contacts import about_contact
from handlers.chats.street_choice import ask_which_street
from handlers.commands import Command
from messages.reply import Reply, say
from storage import Store

AFTER_STREET = "idee-"  # what goes on once the street is known


def take_idea(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.IDEA:
        return None
    if not asked.argument:
        return say(asked.word("idea-how"))
    key = None if is_nobodys_business(asked.argument, None) else _keep(asked, store)
    if asked.street is None:
        return ask_which_street(asked, then=f"{AFTER_STREET}{key or 0}")
    return _offer(asked, key, store)


def go_on(asked: Asked, then: str, store: Store) -> Reply:
    """The street is known now: `then` says of which idea it was asked."""
    return _offer(asked, settle_street(asked, then.removeprefix(AFTER_STREET), store), store)


def _offer(asked: Asked, key: int | None, store: Store) -> Reply:
    to = who_answers(asked, store) if key else None
    if to is None:
        return say(f"{asked.word('idea-stays')} {about_contact(asked)}".strip())
    return ask_to_pass(asked, key, asked.word("idea-ask", **to))


def _keep(asked: Asked, store: Store) -> int | None:
    return keep_text(asked, asked.word("idea", text=asked.argument), store)
