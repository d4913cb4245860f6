"""What may or may not have arrived: an organiser says whether it goes once more; safety does so by itself, once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.asked import Asked
from handlers.chats.telling import tell_organisers
from handlers.house import House
from messages.delivery import Delivery, Urgency
from messages.markup import escape, plain
from messages.reply import Choice, Paragraph, Reply, say
from messages.street import Chat, ChatKind, Role
from messages.wording import label, word
from storage import Store

# When something was shown last; the next round waits, so that an outage does not become a flood.
SHOWN_AT = "unknown_shown_at"
ROUND = timedelta(minutes=30)
MOST_ONE_BY_ONE = 3
REPEATED, SHOWN = "repeated:", "unknown:"
LONGEST_QUOTE = 80  # characters


def repeat_for_safety(deliveries: Sequence[Delivery], now: datetime, house: House, store: Store) -> list[Delivery]:
    """Say safety answers once more, marked as such: twice is better than not at all. The deliveries that are left."""
    return [delivery for delivery in deliveries if not _repeat(delivery, now, house, store)]


def show(deliveries: Sequence[Delivery], now: datetime, house: House, store: Store) -> int:
    """Ask the organisers about these, many of them in one message; how many messages that made."""
    lost = [delivery for delivery in deliveries if _is_for_a_person(delivery, now, store)]
    if not lost:
        return 0
    if next_round := _next_round(now, store):
        for delivery in lost:
            store.lost.look_again(delivery, next_round)
        return 0
    store.memory.set(SHOWN_AT, now.isoformat())
    bundles = [lost] if len(lost) > MOST_ONE_BY_ONE else [[delivery] for delivery in lost]
    made = 0
    for bundle in bundles:
        question = _question(bundle, house, store)
        # By its moment too: what was sent again and lost again is another question.
        made += tell_organisers(question, cause=f"{SHOWN}{bundle[0].key}:{now:%Y%m%d%H%M}", now=now, store=store)
        for delivery in bundle:
            store.lost.decided(delivery, now)
    return made


def decide(asked: Asked, argument: str, store: Store, *, again: bool) -> Reply:
    """What the organiser pressed; `argument` holds the keys of the deliveries."""
    if asked.role < Role.ORGANISER:
        return say(asked.word("not-allowed", role="organiser"))
    lost = [found for key in argument.split(",") if key.isdecimal() and (found := store.lost.find(int(key)))]
    if not lost:
        return say(asked.word("unknown-known"))
    if not again:
        return say(asked.word("unknown-left"))
    sent = sum(store.lost.again(delivery.key, asked.now) for delivery in lost)
    return say(asked.word("unknown-again", count=sent) if sent else asked.word("unknown-too-late"))


def _repeat(delivery: Delivery, now: datetime, house: House, store: Store) -> bool:
    if delivery.reply.takes_back:  # what is deleted twice is deleted
        return store.lost.again(delivery.key, now)
    chat = store.chats.get(delivery.chat_key)
    if delivery.urgency is not Urgency.SAFETY or delivery.cause.startswith(REPEATED) or chat is None:
        return False
    if store.lost.find(delivery.key):
        store.lost.decided(delivery, now)
        store.outbox.add(
            chat,
            _marked(delivery.reply, chat.language or house.language),
            urgency=Urgency.SAFETY,
            cause=f"{REPEATED}{delivery.key}",
            now=now,
            reply_to=delivery.reply_to,
            thread=delivery.thread,
            expires_at=delivery.expires_at,
        )
    return True


def _is_for_a_person(delivery: Delivery, now: datetime, store: Store) -> bool:
    """Not what has just been settled, and not our own question about another one: that would go on for ever."""
    if store.lost.find(delivery.key) is None:
        return False
    if delivery.cause.startswith(SHOWN):
        store.lost.decided(delivery, now)
        return False
    return True


def _next_round(now: datetime, store: Store) -> datetime | None:
    """When the organisers may be asked; None is now."""
    shown = store.memory.get(SHOWN_AT)
    next_ = datetime.fromisoformat(shown) + ROUND if shown else now
    return next_ if now < next_ <= now + ROUND else None


def _question(bundle: Sequence[Delivery], house: House, store: Store) -> Reply:
    language, keys = house.language, ",".join(str(delivery.key) for delivery in bundle)
    choices = [
        Choice(label(language, "unknown-send"), f"resend:{keys}"),
        Choice(label(language, "unknown-leave"), f"leave:{keys}"),
    ]
    if len(bundle) > 1:
        return say(word(language, "unknown-many", count=len(bundle)), choices=choices)
    (delivery,) = bundle
    chat = store.chats.get(delivery.chat_key)
    at = (delivery.marked_at or delivery.due_at).astimezone(ZoneInfo(house.timezone))
    if chat is None or chat.kind is ChatKind.PRIVATE:  # what was said there is nobody else's business
        return say(word(language, "unknown-private", time=f"{at:%H:%M}"), choices=choices)
    where = _street_name(chat, store) or word(language, "some-street")
    asked = word(language, "unknown-group", street=where, time=f"{at:%H:%M}")
    return say(f"{asked}\n\n{escape(_quote(delivery.reply))}", choices=choices)


def _street_name(chat: Chat, store: Store) -> str:
    street = store.content.published().streets.get(chat.street or "")
    return street.name if street else ""


def _quote(reply: Reply) -> str:
    """How it begins."""
    first = next((part.text for part in reply.parts if isinstance(part, Paragraph)), "")
    text = " ".join(plain(first).split())
    return f"“{text}”" if len(text) <= LONGEST_QUOTE else f"“{text[:LONGEST_QUOTE].rstrip()}…”"


def _marked(reply: Reply, language: str) -> Reply:
    first, *rest = reply.parts
    before = word(language, "repeated")
    if isinstance(first, Paragraph):
        return replace(reply, parts=(Paragraph(f"{before} {first.text}"), *rest))
    return replace(reply, parts=(Paragraph(before), first, *rest))
