"""Who is lonely, or wants to die, is told at once which people answer day and night; nothing of it is kept.

The numbers are those of https://www.113.nl and https://www.deluisterlijn.nl.
"""

from collections.abc import Sequence

from handlers.asked import Asked
from handlers.likeness import is_like
from messages.phrases import phrases
from messages.reply import Reply, say
from storage import Store

LONGEST = 15  # words: what is longer is about something else


def comfort(asked: Asked, store: Store) -> Reply | None:
    if asked.command or not asked.incoming.addressed or asked.incoming.choice:
        return None
    if _wants_to_die(asked.words):
        return say(asked.word("wants-to-die"))
    return say(asked.word("down")) if is_like(asked.question, phrases("comforting.down")) else None


def _wants_to_die(words: Sequence[str]) -> bool:
    """In these very words: `ik wil door` is nearly `ik wil dood`."""
    whole = f" {' '.join(words)} "
    return len(words) <= LONGEST and any(f" {phrase} " in whole for phrase in phrases("comforting.wants-to-die"))
