"""What organisers steer: the one decision behind the command line, the chat and the pages."""

from datetime import datetime

from handlers.steering.opening import ORIGIN
from messages.content import Content
from messages.plan import PlanReason
from storage import Store
from storage.content_log import COMMAND_LINE, Author
from storage.pauses import Scope


def bring_content(content: Content, replace: bool, now: datetime, store: Store, *, by: Author = COMMAND_LINE) -> int:
    """Add and update content; with `replace`, retire the rest. How many items changed."""
    store.memory.set(ORIGIN, "organisers")
    return store.content.save(content, replace=replace, now=now, by=by)


def retire(kind: str, id_: str, now: datetime, store: Store, *, by: Author) -> None:
    """Take one item out of the content; what it said already stays said."""
    store.memory.set(ORIGIN, "organisers")
    store.content.retire([(kind, id_)], now=now, by=by)


def pause(scope: Scope, now: datetime, store: Store, *, by: Author) -> int | None:
    """At once, also for what waits to go out; how many messages that were. None: it was paused already."""
    if not store.pauses.begin(scope, by, now):
        return None
    store.content_log.note([(*scope, "paused")], by, now)
    return store.pauses.drop_waiting(scope, PlanReason.PAUSED, now)


def resume(scope: Scope, now: datetime, store: Store, *, by: Author) -> bool:
    """Go on with what comes from now on; False when it was not paused."""
    if not store.pauses.end(scope, now):
        return False
    store.content_log.note([(*scope, "resumed")], by, now)
    return True
