"""Several lines that one person types in a group within seconds are one question."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers.asked import Asked
from handlers.asking.privately import is_nobodys_business
from messages.incoming import Incoming
from messages.reply import Reply
from messages.understanding import Outcome, Reading
from storage import Store
from storage.lines import Line

# Whoever goes on typing does so within this; what comes later is a next thought.
TOGETHER = timedelta(seconds=10)
LONGEST = 200  # characters: longer is a whole thought by itself
MOST = 4  # lines, so that the work stays bounded
SURE = (Outcome.ANSWER, Outcome.URGENT)


def together(earlier: Sequence[Line], incoming: Incoming) -> Incoming | None:
    """The last lines and this one as if it had been typed at once; None where there are none."""
    if not earlier:
        return None
    text = " ".join(filter(None, [*(line.text for line in earlier[-MOST:]), incoming.text]))
    addressed = incoming.addressed or any(line.addressed for line in earlier)
    return replace(incoming, text=text, addressed=addressed)


def is_clearer(whole: Reading, alone: Reading, *, named: bool) -> bool:
    """Whether the lines mean something that the last does not by itself; `named`: only before it was the bot named."""
    if alone.outcome in SURE:
        return named and whole.outcome is Outcome.ANSWER
    return whole.outcome in SURE or (whole.outcome is Outcome.SUGGEST and alone.outcome is not Outcome.SUGGEST)


def remember(asked: Asked, reply: Reply, store: Store) -> None:
    """Keep this line for as long as the next may belong to it, unless it is clear already, or nobody's business.

    What comes after an answer of the bot's is about that answer; but for its "ask away" to whoever only names it.
    """
    said = asked.incoming
    is_sure = asked.reading is not None and asked.reading.outcome in SURE
    is_named = said.addressed and not said.text
    if not asked.in_group or (reply.parts and not is_named):
        return
    if said.choice is not None or asked.command is not None or is_sure or len(said.text) > LONGEST:
        return
    if is_nobodys_business(said.text, None):
        return
    mark = store.people.mark_of(said.sender)
    store.lines.forget_before(asked.now - TOGETHER)
    line = Line(text=said.text, addressed=said.addressed)
    store.lines.keep(line, chat=asked.chat, mark=mark, thread=said.thread, now=asked.now)
