"""`/agenda`: what there is to do in a street."""

from handlers.asked import Asked
from handlers.chats.street_choice import ask_which_street
from handlers.chats.whom import in_named_street
from handlers.commands import Command
from handlers.meetings import coming, in_a_line
from messages.reply import Reply, say
from messages.street import Street
from storage import Store

MOST_LISTED = 6


def list_events(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.EVENTS:
        return None
    asked = in_named_street(asked, store)
    if asked.street is None:
        return ask_which_street(asked, then="agenda")
    return list_meetings(asked, asked.street)


def list_meetings(asked: Asked, street: Street) -> Reply:
    meetings = coming(asked.content, street, asked.wall_clock)[:MOST_LISTED]
    if not meetings:
        return say(asked.word("agenda-empty", street=street.name))
    lines = [f"- {in_a_line(meeting, asked.language)}" for meeting in meetings]
    return say(asked.word("agenda", street=street.name) + "\n\n" + "\n".join(lines))
