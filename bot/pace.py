"""How fast may be sent: per bot token, per chat and per group, each in a true sliding window.

Telegram publishes about 30 messages a second for a bot, one a second for a chat and 20 a minute for a group:
https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this. Twilio sends 80 a second for a
number, and WhatsApp takes about one in six seconds for a person:
https://www.twilio.com/docs/whatsapp/best-practices-and-faqs

The published numbers are about right, and vary: whoever is refused in several chats at once slows down by itself.

The platform counts a message when it gets there, which is some time between our call and its answer. So a message has
its place in every window from before its call until a whole window after the answer: then no window of theirs, wherever
it begins, can hold more than the limit.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from messages.street import ChatKind, Platform


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` messages within `span`."""

    most: int
    span: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    token: Limit
    chat: Limit
    group: Limit | None = None


SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
# So many chats refused within this time mean that the whole token goes too fast, not one chat.
TOO_MANY_CHATS = 3
AT_ONCE = timedelta(seconds=10)
SLOWED_TO = 0.7
# What is not urgent goes evenly, a little slower than allowed, and an answer takes the turn of the next one: so there
# is nearly always room for an answer, also for the one after it.
STEADY = 0.98
# How far it may go ahead of that, and so how long a pause of the machine may be made good. An answer may have to wait
# as long: what went at once leaves the window at once.
AHEAD = timedelta(milliseconds=50)
# The longest window of any limit.
LONGEST = MINUTE

LIMITS: Mapping[Platform, Limits] = {
    Platform.TELEGRAM: Limits(token=Limit(30, SECOND), chat=Limit(1, SECOND), group=Limit(20, timedelta(minutes=1))),
    Platform.WHATSAPP: Limits(token=Limit(20, SECOND), chat=Limit(10, timedelta(minutes=1))),
    Platform.PLAYGROUND: Limits(token=Limit(1000, SECOND), chat=Limit(1000, SECOND)),
}


@dataclass(slots=True)
class Window:
    """What is under way, and the moments of what was sent within the span of a limit."""

    limit: Limit
    sent: deque[datetime] = field(default_factory=deque)
    under_way: int = 0

    def room(self, now: datetime) -> int:
        while self.sent and self.sent[0] <= now - self.limit.span:
            self.sent.popleft()
        return self.limit.most - len(self.sent) - self.under_way

    def is_in_use(self, now: datetime) -> bool:
        return self.room(now) < self.limit.most

    def opens_at(self, now: datetime) -> datetime:
        """When there is room again; for what is under way that is a whole span from now, at the latest."""
        if self.room(now) > 0:
            return now
        first = self.limit.most - self.under_way
        return self.sent[-first] + self.limit.span if 0 < first <= len(self.sent) else now + self.limit.span


@dataclass(slots=True)
class Place:
    """Of one message in all its windows, from before its call."""

    windows: tuple[Window, ...]
    taken: bool = True

    def used(self, now: datetime) -> None:
        """The answer is there. Only the first time counts."""
        if self.taken:
            self.taken = False
            for window in self.windows:
                window.under_way -= 1
                window.sent.append(now)


class Pace:
    """The allowance of one bot token."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._token = Window(limits.token)
        self._chats: dict[int, list[Window]] = {}
        # Those that had no room when last looked at: few, though many may have been written to in the last minute.
        self._full: set[int] = set()
        self._forget_at: datetime | None = None
        self._halted: dict[int, datetime] = {}
        self._refused: deque[tuple[datetime, int]] = deque()
        self._quiet_since: datetime | None = None
        self._latest: datetime | None = None
        # Until when the steady pace has been used.
        self._steady_until: datetime | None = None

    def take_over(self, now: datetime) -> None:
        """Begin with nothing left: what somebody else has just sent counts for the same token."""
        self._follow(now)
        self._token.sent.extend([now] * self._token.limit.most)

    def room(self, now: datetime) -> int:
        """How many messages may go now, all chats together."""
        self._follow(now)
        return self._token.room(now)

    def steady_room(self, now: datetime) -> int:
        """How many messages that are not urgent may go now."""
        return max(0, (now + AHEAD - self._steady_from(now)) // self._steady_pause + 1)

    def steady_opens_at(self, now: datetime) -> datetime:
        return max(now, self._steady_from(now) - AHEAD)

    def resting(self, now: datetime) -> frozenset[int]:
        """The chats that may not be written to now."""
        self._follow(now)
        self._halted = {chat: until for chat, until in self._halted.items() if until > now}
        self._full = {chat for chat in self._full if self._is_full(chat, now)}
        return frozenset(self._full | self._halted.keys())

    def begin(self, chat: int, kind: ChatKind, now: datetime) -> Place:
        """A message to this chat begins."""
        self._follow(now)
        self._steady_until = self._steady_from(now) + self._steady_pause
        if chat not in self._chats:
            self._chats[chat] = self._windows(kind)
        place = Place((self._token, *self._chats[chat]))
        for window in place.windows:
            window.under_way += 1
        if self._is_full(chat, now):
            self._full.add(chat)
        return place

    def sent(self, chat: int, kind: ChatKind, now: datetime) -> None:
        """A message was sent at this moment, by us or by somebody else with the same token."""
        self.begin(chat, kind, now).used(now)

    def halt(self, chat: int, until: datetime) -> None:
        """The platform asked for rest in this chat; the others go on."""
        self._halted[chat] = until

    def refused(self, chat: int, until: datetime, now: datetime) -> None:
        """The platform told us to slow down: the chat rests, and when several chats do, the token goes slower."""
        self._follow(now)
        self.halt(chat, until)
        self._quiet_since = now
        self._refused.append((now, chat))
        while self._refused[0][0] <= now - AT_ONCE:
            self._refused.popleft()
        if len({chat for _, chat in self._refused}) >= TOO_MANY_CHATS:
            self._refused.clear()
            self._go_at(int(self._token.limit.most * SLOWED_TO))

    def opens_at(self, now: datetime) -> datetime:
        """When something may be sent at all."""
        self._follow(now)
        return self._token.opens_at(now)

    @property
    def _steady_pause(self) -> timedelta:
        return self._token.limit.span / (self._token.limit.most * STEADY)

    def _steady_from(self, now: datetime) -> datetime:
        return max(self._steady_until or now, now)

    def _is_full(self, chat: int, now: datetime) -> bool:
        return any(window.room(now) <= 0 for window in self._chats.get(chat, ()))

    def _follow(self, now: datetime) -> None:
        if self._latest and now < self._latest:
            self._set_back(self._latest - now)
        self._latest = now
        if self._forget_at is None or now >= self._forget_at:
            self._forget_at = now + LONGEST
            self._chats = {chat: some for chat, some in self._chats.items() if any(one.is_in_use(now) for one in some)}
        while self._quiet_since and now >= self._quiet_since + MINUTE:
            self._quiet_since += MINUTE
            self._go_at(self._token.limit.most + 1)

    def _go_at(self, most: int) -> None:
        """So many a window for the token, at least one; at the published limit it is as fast as ever."""
        self._token.limit = replace(self._limits.token, most=max(1, min(most, self._limits.token.most)))
        if self._token.limit == self._limits.token:
            self._quiet_since = None

    def _set_back(self, back: timedelta) -> None:
        """When the clock of the machine is set back, what was sent goes back with it; else all would wait."""
        for window in (self._token, *(window for windows in self._chats.values() for window in windows)):
            window.sent = deque(moment - back for moment in window.sent)
        self._halted = {chat: until - back for chat, until in self._halted.items()}
        self._refused = deque((moment - back, chat) for moment, chat in self._refused)
        self._quiet_since = self._quiet_since and self._quiet_since - back
        self._forget_at = self._forget_at and self._forget_at - back
        self._steady_until = self._steady_until and self._steady_until - back

    def _windows(self, kind: ChatKind) -> list[Window]:
        limits = [self._limits.chat]
        if kind is ChatKind.GROUP and self._limits.group:
            limits.append(self._limits.group)
        return [Window(limit) for limit in limits]
