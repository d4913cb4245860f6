"""What organisers steer: the one decision behind the command line, the chat and the pages."""

from datetime import datetime

from handlers.opening import ORIGIN
from messages.content import Content
from storage import Store


def bring_content(content: Content, replace: bool, now: datetime, store: Store) -> int:
    """Add and update content; with `replace`, retire the rest. How many items changed."""
    store.memory.set(ORIGIN, "organisers")
    return store.content.save(content, replace=replace, now=now)
