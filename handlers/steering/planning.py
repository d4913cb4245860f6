"""`/planning`: what the bot will say in a street in the coming two weeks."""

from datetime import timedelta

from handlers.asked import Asked
from handlers.chats.street_choice import ask_which_street
from handlers.chats.whom import in_named_street
from handlers.commands import Command
from handlers.steering.telling_back import minding
from messages.content import Content
from messages.dates import short_moment
from messages.look_ahead import notices
from messages.markup import escape, plain
from messages.placeholders import fill
from messages.plan import PlanKind, Planned, PlanOutcome, plan_street
from messages.reply import Reply, say
from messages.street import Role, Street
from storage import Store

LOOK_AHEAD = timedelta(days=14)
MOST_LISTED = 20
LONGEST_TITLE = 60  # characters


def show_plan(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.PLAN or asked.role < Role.STREET_CONTACT:
        return None
    asked = in_named_street(asked, store)
    if asked.street is None:
        return ask_which_street(asked, then="planning")
    today = asked.local_now.date()
    history = store.occurrences.history(asked.street.id)
    lines = plan_street(asked.street, asked.content, today, today + LOOK_AHEAD, history=history)
    coming = [line for line in lines if (line.send_at or line.due_at) > asked.now]
    if not coming:
        return say(asked.word("plan-empty", street=asked.street.name))
    listed = [f"- {_in_a_line(asked, asked.street, line)}" for line in coming[:MOST_LISTED]]
    if more := len(coming) - len(listed):
        listed.append(f"- {asked.word('plan-more', count=more)}")
    minded = minding(asked, notices(coming, history.records))
    parts = (asked.word("plan", street=asked.street.name), "\n".join(listed), minded)
    return say("\n\n".join(filter(None, parts)))


def _in_a_line(asked: Asked, street: Street, line: Planned) -> str:
    when = short_moment((line.send_at or line.due_at), None, asked.language)
    what = f"{when}: {asked.word(f'plan-{line.kind}')} {escape(_title(asked.content, street, line))}"
    if line.outcome is PlanOutcome.DROPPED:
        return f"{what} ({asked.word('plan-dropped')}: {asked.word(f'reason-{line.reason}')})"
    if line.outcome is PlanOutcome.MOVED:
        return f"{what} ({asked.word('plan-moved')}: {asked.word(f'reason-{line.reason}')})"
    return what


def _title(content: Content, street: Street, line: Planned) -> str:
    """The title of an event, or how an announcement begins, as it will be read."""
    if line.kind is not PlanKind.ANNOUNCEMENT:
        event = content.events.get(line.item)
        return event.title if event else line.item
    item = content.announcements.get(line.item)
    if item is None:
        return line.item
    text = " ".join(plain(fill(item.wordings[(line.wording or 0) % len(item.wordings)].text, street)).split())
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1].rstrip()}…"
