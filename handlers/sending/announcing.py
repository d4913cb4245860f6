"""What is due now becomes occurrences and deliveries: a row for each decision, a delivery for each chat."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from handlers.house import House
from handlers.sending.away import note_missed, tell_missed
from handlers.sending.posts import Posts, signed
from handlers.sending.waiting import having_waited, is_talk, waits_until
from handlers.steering.forwarding import hand_over
from messages.content import Announcement, Content, Event, Status
from messages.deciding import Decided, Lookout, Turn
from messages.due_calendar import MARGIN
from messages.plan import PlanKind, Planned
from messages.street import Street
from storage import Store
from storage.due import DueRow
from storage.outbox import Outgoing
from storage.recipients import Recipient

# So many schedules share a transaction; more of them would hold up the event loop longer: see benchmarks/plan.py.
BATCH = 150
# A street with a weekly limit has its whole week reckoned.
WEEKS_IN_BATCH = 5
MOMENT = timedelta(microseconds=1)
# By more than this no clock of another machine is ahead: then ours was set back, and what comes is decided by it.
SET_BACK = timedelta(minutes=1)


class Looked(NamedTuple):
    """How many deliveries it made, and whether there is more to decide at once."""

    made: int
    more: bool


class _Due(NamedTuple):
    """A row with what it is about, and what was decided of it."""

    row: DueRow
    street: Street
    turn: Turn
    decided: list[Decided]


_Concerned = tuple[DueRow, Street, Turn]
_Going = tuple[int, Decided, Street]


def announce_due(now: datetime, house: House, store: Store) -> Looked:
    """Decide a batch of what has come due, each moment once; call again while there is more.

    What was due before the clock first ran, or before its item was there, is nobody's business any more.
    """
    decided_until = store.occurrences.decided_until()
    if decided_until and decided_until - now > SET_BACK:
        decided_until = now
        store.occurrences.all_decided_until(now)
    taken = store.due.take(now, BATCH)
    batch = _Batch(now, decided_until or now, store)
    made = batch.decide(taken) if taken else 0
    note_missed(batch.missed, decided_until, now, store)
    if batch.settled and (len(taken) == BATCH or batch.settled < len(taken)):
        return Looked(made, more=True)
    return Looked(made + _finish(decided_until, now, house, store), more=False)


def _finish(decided_until: datetime | None, now: datetime, house: House, store: Store) -> int:
    """How many deliveries that makes; nothing is finished while another process is still deciding."""
    next_at = store.due.next_at()
    if next_at is not None and next_at <= now:
        return 0
    store.occurrences.all_decided_until(max(now, decided_until or now))
    return tell_missed(store.content.published(), house, now, store)


class _Batch:
    """What is decided together, by the content as it is now.

    Make it after the rows were taken: with PostgreSQL a row that another process adds between two queries is seen by
    the second, and would be about nothing in content from before it.
    """

    def __init__(self, now: datetime, floor: datetime, store: Store) -> None:
        self.missed: list[Decided] = []
        self.settled = 0
        self._now = now
        self._floor = floor
        self._store = store
        self._content = store.content.published()

    def decide(self, taken: Sequence[DueRow]) -> int:
        """How many deliveries that makes."""
        concerned, over = self._concerned(taken)
        since = min((turn.since for _, _, turn in concerned), default=self._now)
        lookout = Lookout(self._content, since, self._now)
        alone = [one for one in concerned if one[1].weekly_limit is None]
        dues = [_Due(row, street, turn, lookout.of_one(street, turn)) for row, street, turn in alone]
        dues += self._weeks(dict.fromkeys(street.id for _, street, _ in concerned if street.weekly_limit is not None))
        self._store.due.settle([row._replace(next_at=None, since=self._now, waiting=False) for row in over])
        self.settled = len(over) + len(dues)
        return self._keep(dues, lookout)

    def _concerned(self, rows: Iterable[DueRow]) -> tuple[list[_Concerned], list[DueRow]]:
        """The rows with what they are about, and those that are about nothing any more."""
        found, over = [], []
        for row in rows:
            street, item = self._content.streets.get(row.street), _item(row, self._content)
            if street and item and item.status is Status.PUBLISHED and item.audience.includes(street):
                since = row.since if row.waiting else max(row.since, self._floor + MOMENT)
                found.append((row, street, Turn(item, since, row.sent)))
            else:
                over.append(row)
        return found, over

    def _weeks(self, streets: Iterable[str]) -> list[_Due]:
        """What is due in streets with a weekly limit, of which another process is not deciding a part."""
        rows = self._store.due.of_streets(list(streets)[:WEEKS_IN_BATCH])
        if self._store.content.published() is not self._content:
            return []  # these rows may be newer than what we know: the next look decides them
        every = [row for of_street in rows.values() for row in of_street]
        concerned, _ = self._concerned(every)
        since = min((turn.since for _, _, turn in concerned), default=self._now)
        recent = self._store.occurrences.recent(list(rows), since - 2 * MARGIN) if rows else {}
        lookout = Lookout(self._content, min(since, self._now), self._now)
        found: list[_Due] = []
        for id_ in rows:
            mine = [one for one in concerned if one[0].street == id_]
            found += self._week(self._content.streets[id_], mine, lookout, recent[id_])
        return found

    def _week(
        self, street: Street, mine: Sequence[_Concerned], lookout: Lookout, recent: Sequence[Planned]
    ) -> Iterator[_Due]:
        decided = lookout.of_street(street, [turn for _, _, turn in mine], recent)
        for row, _, turn in mine:
            if row.next_at and row.next_at <= self._now:
                yield _Due(row, street, turn, [one for one in decided if _is_about(one, row)])

    def _keep(self, dues: Sequence[_Due], lookout: Lookout) -> int:
        """The decisions, the deliveries and the next moments."""
        speaking = list(dict.fromkeys(due.street.id for due in dues for one in due.decided if one.line.send_at))
        recipients = self._store.recipients.of_streets(speaking) if speaking else {}
        kept = [self._held(due, recipients.get(due.street.id, ())) for due in dues]
        numbers = iter(self._store.occurrences.record_all([one.line for lines, _ in kept for one in lines]))
        rows, sending = [], []
        for due, (lines, row) in zip(dues, kept, strict=True):
            new = [(number, one) for one in lines if (number := next(numbers)) is not None]
            self.missed += [one for _, one in new if one.missed]
            going = [(number, one, due.street) for number, one in new if one.line.send_at]
            sending += going
            sent = due.turn.sent + len(going) if row.kind == "announcement" else due.turn.sent
            rows.append(
                _next(row, lookout.next_at(due.street, Turn(due.turn.item, due.turn.since, sent)), sent, self._now)
            )
        self._store.due.settle(rows)
        return self._send(sending, recipients)

    def _held(self, due: _Due, recipients: Iterable[Recipient]) -> tuple[list[Decided], DueRow]:
        """What is decided now, and the row that waits with the rest while neighbours are talking."""
        heard = [to.heard_at for to in recipients if to.heard_at and not to.private]
        heard_at = max(heard) if heard else None
        if not due.row.waiting and not is_talk(heard_at, self._now):
            return due.decided, due.row
        lines: list[Decided] = []
        held: DueRow | None = None
        for one in due.decided:
            until = waits_until(one, due.turn.item, due.street, heard_at, self._now)
            in_turn = held is not None and one.line.kind is PlanKind.ANNOUNCEMENT  # its wordings keep their order
            if until or in_turn:
                held = held or due.row._replace(next_at=until, since=one.acts_at, waiting=True)
            else:
                waited = due.row.waiting and due.row.next_at is not None and one.acts_at < due.row.next_at
                lines.append(one._replace(line=having_waited(one.line, self._now)) if waited else one)
        return lines, held or (due.row._replace(waiting=False) if due.row.waiting else due.row)

    def _send(self, sending: Sequence[_Going], recipients: Mapping[str, Sequence[Recipient]]) -> int:
        """How many deliveries; WhatsApp groups get theirs by hand."""
        posts = Posts(self._content)
        by_hand = self._store.recipients.handed_over(list({street.id for _, _, street in sending})) if sending else ()
        made, messages = 0, []
        for number, one, street in sending:
            post, due_at = posts.of(one.line, street), max(self._now, one.line.send_at or self._now)
            for to in recipients[street.id]:
                if to.muted_until is None or to.muted_until <= due_at:
                    reply = signed(post.reply, street) if to.private else post.reply
                    cause = f"occurrence:{number}:{to.chat}"
                    when = (due_at, one.expires_at)
                    messages.append(Outgoing(to.chat, to.platform, reply, post.urgency, cause, *when, to.bot))
            if street.id in by_hand:
                cause = f"relay:{number}"
                made += hand_over(
                    post.reply,
                    street,
                    cause=cause,
                    due_at=due_at,
                    now=self._now,
                    store=self._store,
                    expires_at=one.expires_at,
                )
        return made + self._store.outbox.add_all(messages, self._now)


def _item(row: DueRow, content: Content) -> Announcement | Event | None:
    return content.announcements.get(row.item) if row.kind == "announcement" else content.events.get(row.item)


def _is_about(one: Decided, row: DueRow) -> bool:
    kind = "announcement" if one.line.kind is PlanKind.ANNOUNCEMENT else "event"
    return one.line.item == row.item and kind == row.kind


def _next(row: DueRow, next_at: datetime | None, sent: int, now: datetime) -> DueRow:
    """While it waits, what comes due meanwhile is still looked at in time."""
    if row.waiting:
        return row._replace(next_at=min(moment for moment in (row.next_at, next_at) if moment), sent=sent)
    return DueRow(row.street, row.kind, row.item, next_at, next_at or now, False, sent)
