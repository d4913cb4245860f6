"""Every Monday the organisers hear that the bot is alive, and what it did; so its silence is noticed as well."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.chats.telling import tell_organisers
from handlers.house import House
from messages.reply import Reply, say
from messages.wording import word
from storage import Store
from storage.figures import Week

# The Monday of the last sign of life, in the memory of the installation.
MARK = "sign_of_life"
FROM, UNTIL = time(9), time(21)
WEEK = timedelta(days=7)


def is_time(now: datetime, house: House, store: Store) -> bool:
    """From Monday 9.00; a bot that was off then says it when it is back, but not at night."""
    said = store.memory.get(MARK)
    local = now.astimezone(ZoneInfo(house.timezone))
    return said is None or (said < str(_monday(local)) and FROM <= local.time() < UNTIL)


def say_alive(week: Week, now: datetime, house: House, store: Store) -> int:
    """How many organisers were told; a bot that has just begun only notes that it did."""
    if not is_time(now, house, store):
        return 0
    is_new = store.memory.get(MARK) is None
    monday = str(_monday(now.astimezone(ZoneInfo(house.timezone))))
    store.memory.set(MARK, monday)
    if is_new:
        return 0
    cause, until = f"{MARK}:{monday}", now + timedelta(days=1)
    said = _sentence(week, store.questions.count_unanswered(), house.language)
    return tell_organisers(said, cause=cause, now=now, store=store, expires_at=until)


def _monday(local: datetime) -> date:
    """The day on which it was last Monday 9.00."""
    began = local - timedelta(hours=FROM.hour)
    return (began - timedelta(days=began.weekday())).date()


def _sentence(week: Week, unanswered: int, language: str) -> Reply:
    counts = {"questions": week.questions, "sent": week.sent, "failed": week.failed, "unknown": week.unknown}
    lines = [word(language, "sign-of-life", **counts)]
    if week.unknown:
        lines.append(word(language, "sign-of-life-unknown"))
    if unanswered:
        lines.append(word(language, "sign-of-life-unanswered", count=unanswered))
    return say(" ".join(lines), silent=True)
