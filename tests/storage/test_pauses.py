"""What is paused is marked in the content, and what waited is dropped and counts for nothing."""

from datetime import timedelta

from messages.content import Announcement, Content, Event, Schedule, Wording
from messages.delivery import DeliveryState, Urgency
from messages.plan import PlanKind, Planned, PlanOutcome
from messages.reply import say
from messages.street import ChatAddress, ChatKind, Platform, Role, Street
from storage import Database, Store
from storage.content_log import Author
from storage.pauses import EVERYTHING, Scope
from storage.tables import deliveries
from tests.doubles.clock import FakeClock

BY = Author("a mark", Role.ORGANISER)


def content(clock: FakeClock) -> Content:
    start = clock().replace(tzinfo=None, second=0, microsecond=0)
    return Content(
        streets={id_: Street(id=id_, name=id_) for id_ in ("lindelaan", "eikenlaan")},
        events={"borrel": Event(id="borrel", title="Borrel", starts_at=start)},
        announcements={
            "tip": Announcement(id="tip", wordings=(Wording(text="Tip"),), schedule=Schedule(starts_at=start))
        },
    )


async def test_each_scope_marks_what_it_is_about(database: Database, clock: FakeClock) -> None:
    await database.write(lambda store: store.content.save(content(clock), now=clock()))
    marked = {
        Scope("street", "lindelaan"): (True, False, False, False),
        Scope("event", "borrel"): (False, False, True, False),
        Scope("announcement", "tip"): (False, False, False, True),
        EVERYTHING: (True, True, False, False),
    }
    for scope, expected in marked.items():

        def begin(store: Store, scope: Scope = scope) -> Content:
            assert store.pauses.begin(scope, BY, clock())
            assert not store.pauses.begin(scope, BY, clock())
            return store.content.published()

        found = await database.write(begin)
        read = await database.read(lambda store: store.content.published())
        streets = found.streets["lindelaan"].paused, found.streets["eikenlaan"].paused
        items = found.events["borrel"].paused, found.announcements["tip"].schedule.paused
        assert (*streets, *items) == expected
        assert read == found
        assert await database.write(lambda store, scope=scope: store.pauses.end(scope, clock()))  # type: ignore[misc]
        assert not await database.write(lambda store, scope=scope: store.pauses.end(scope, clock()))  # type: ignore[misc]
    assert await database.read(lambda store: store.content.published() == store.content.kept())


async def test_what_is_paused_is_not_written_into_the_content(database: Database, clock: FakeClock) -> None:
    await database.write(lambda store: store.content.save(content(clock), now=clock()))
    await database.write(lambda store: store.pauses.begin(Scope("announcement", "tip"), BY, clock()))

    assert await database.write(lambda store: store.content.save(content(clock), now=clock())) == 0
    assert not await database.read(lambda store: store.content.kept().announcements["tip"].schedule.paused)


async def test_only_what_waits_in_the_scope_is_dropped(database: Database, clock: FakeClock) -> None:
    due_at = clock() + timedelta(hours=1)

    def decide(store: Store) -> int:
        for number, street in enumerate(("lindelaan", "eikenlaan")):
            line = Planned(
                street=street,
                kind=PlanKind.ANNOUNCEMENT,
                item="tip",
                due_at=due_at,
                send_at=due_at,
                outcome=PlanOutcome.SEND,
                wording=0,
            )
            key = store.occurrences.record(line)
            chat = store.chats.meet(ChatAddress(Platform.TELEGRAM, str(number)), ChatKind.GROUP, clock())
            cause = f"occurrence:{key}:{chat.key}"
            store.outbox.add(chat, say("Tip"), urgency=Urgency.BROADCAST, cause=cause, now=clock(), due_at=due_at)
            store.outbox.add(chat, say("Hoi"), urgency=Urgency.REPLY, cause=f"heard {number}", now=clock())
        return store.pauses.drop_waiting(Scope("street", "lindelaan"), "paused", clock())

    assert await database.write(decide) == 1
    rows = await database.read(
        lambda store: store._connection.execute(deliveries.select().order_by(deliveries.c.key)).all()
    )
    assert [row.state for row in rows] == [DeliveryState.DROPPED, *[DeliveryState.WAITING] * 3]
    assert rows[0].error == "paused"
    first, second = await database.read(lambda store: sorted(store.occurrences.history().records, key=_street))
    assert (second.outcome, second.reason, second.send_at) == (PlanOutcome.DROPPED, "paused", None)
    assert first.outcome is PlanOutcome.SEND


def _street(line: Planned) -> str:
    return line.street


async def test_the_log_keeps_what_was_done_and_forgets_by_whom(database: Database, clock: FakeClock) -> None:
    await database.write(lambda store: store.content.save(content(clock), now=clock(), by=BY))
    await database.write(lambda store: store.content.retire([("event", "borrel")], now=clock(), by=BY))
    await database.write(lambda store: store.content_log.forget(BY.mark))

    deeds = await database.read(lambda store: store.content_log.of("event", "borrel"))
    assert [(deed.what, deed.by) for deed in deeds] == [
        ("made", Author("", Role.ORGANISER)),
        ("retired", Author("", Role.ORGANISER)),
    ]
    assert "borrel" in await database.read(lambda store: store.content.ids())
