"""After downtime the organisers hear in one message which messages came too late to be of use."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.chats.telling import tell_organisers
from handlers.house import House
from messages.content import Content
from messages.dates import short_moment
from messages.deciding import Decided
from messages.markup import escape
from messages.plan import PlanKind
from messages.reply import say
from messages.wording import word
from storage import Store

MARK = "away"
# So long nobody looked at what is due, before that is worth a word.
AWAY = timedelta(minutes=5)
MOST_NAMED = 5


def note_missed(missed: Iterable[Decided], since: datetime | None, now: datetime, store: Store) -> None:
    """Remember, with the decisions themselves, what has been dropped; a crash then forgets none of it."""
    counts = Counter(f"{_kind(one)}:{one.line.item}" for one in missed)
    if not counts or since is None or now - since < AWAY:
        return
    told = json.loads(store.memory.get(MARK) or "{}")
    counts.update(told.get("missed", {}))
    first = told.get("from", since.isoformat())
    store.memory.set(MARK, json.dumps({"from": first, "until": now.isoformat(), "missed": counts}))


def tell_missed(content: Content, house: House, now: datetime, store: Store) -> int:
    """Once all has been decided; how many organisers were told."""
    text = store.memory.get(MARK)
    if text is None:
        return 0
    store.memory.forget(MARK)
    told = json.loads(text)
    zone = ZoneInfo(house.timezone)
    since, until = (short_moment(_local(told[name], zone), None, house.language) for name in ("from", "until"))
    counts = Counter(told["missed"])
    named = [_named(name, count, content) for name, count in counts.most_common(MOST_NAMED)]
    if more := len(counts) - len(named):
        named.append(word(house.language, "away-more", count=more))
    numbers = {"from": since, "until": until, "count": counts.total(), "items": ", ".join(named)}
    reply = say(word(house.language, "away", **numbers), silent=True)
    return tell_organisers(reply, cause=f"{MARK}:{told['from']}", now=now, store=store)


def _named(name: str, count: int, content: Content) -> str:
    kind, _, item = name.partition(":")
    event = content.events.get(item) if kind == "event" else None
    title = escape(event.title if event else item)
    return f"{title} ({count}×)" if count > 1 else title


def _kind(one: Decided) -> str:
    return "announcement" if one.line.kind is PlanKind.ANNOUNCEMENT else "event"


def _local(text: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(text).astimezone(zone)
