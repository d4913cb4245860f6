"""An organiser decides about what may not have arrived; nobody else does, and nothing is decided twice."""

import pytest

from handlers.house import House
from handlers.sending.unknown import show
from messages.content import Content
from messages.delivery import DeliveryState, Urgency
from messages.street import ChatKind, Person, Platform, Role, Street
from storage import Database, Store
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import Groups, running_groups
from tests.doubles.stored import a_chat, a_message, claim, row_of

HOUSE = House(address="https://bot.example.nl")
CONTENT = Content(streets={"lindelaan": Street(id="lindelaan", name="Lindelaan")})
JAN = "7"


async def lost(groups: Groups, chat_id: str = "-1001", **options: object) -> None:
    """A message to this chat got no answer, and the organisers are asked about it."""

    def work(store: Store) -> None:
        now = groups.clock()
        store.people.grant(Person(platform=Platform.TELEGRAM, id=JAN), Role.ORGANISER, None, now)
        kind = ChatKind.GROUP if chat_id.startswith("-") else ChatKind.PRIVATE
        chat = a_chat(store, chat_id, kind=kind, street="lindelaan")
        a_message(store, chat, "a", now=now, urgency=Urgency.EVENT, **options)
        (delivery,) = claim(store, now)
        store.outbox.settle(delivery, DeliveryState.UNKNOWN, "timeout", now)
        show(store.lost.to_look_at(Platform.TELEGRAM, now), now, HOUSE, store)

    await groups.app.database.write(work)
    await groups.delivered()


async def state(groups: Groups) -> str:
    return await groups.app.database.read(lambda store: str(row_of(store, "a").state))


async def test_an_organiser_has_it_sent_again(quick_database: Database, clock: FakeClock) -> None:
    async with running_groups(quick_database, clock, CONTENT) as groups:
        await lost(groups)
        (question,) = groups.in_chat(JAN)
        assert "groep van Lindelaan" in question.text
        assert "“Hallo, a”" in question.text

        sent = await groups.presses(JAN, JAN, "Stuur nogmaals")

        assert {(one.chat, one.text) for one in sent} == {
            ("-1001", "Hallo, a"),
            (JAN, "Goed, ik stuur het nog een keer."),
        }
        assert await state(groups) == "sent"
        (answer,) = await groups.presses(JAN, JAN, "Stuur nogmaals")
        assert answer.text == "Dat is al afgehandeld."


async def test_an_organiser_leaves_it(quick_database: Database, clock: FakeClock) -> None:
    async with running_groups(quick_database, clock, CONTENT) as groups:
        await lost(groups)

        (answer,) = await groups.presses(JAN, JAN, "Laat zo")

        assert answer.text == "Goed, ik laat het zo."
        assert await state(groups) == "unknown"


async def test_what_was_said_in_private_is_not_told_to_an_organiser(quick_database: Database, clock: FakeClock) -> None:
    async with running_groups(quick_database, clock, CONTENT) as groups:
        await lost(groups, "5")

        (question,) = groups.in_chat(JAN)
        assert "Hallo" not in question.text
        assert "privégesprek" in question.text


async def test_who_is_no_organiser_any_more_decides_nothing(quick_database: Database, clock: FakeClock) -> None:
    async with running_groups(quick_database, clock, CONTENT) as groups:
        await lost(groups)
        await quick_database.write(lambda store: store.people.forget(Person(platform=Platform.TELEGRAM, id=JAN)))

        await groups.presses(JAN, JAN, "Stuur nogmaals")

        assert await state(groups) == "unknown"


@pytest.mark.parametrize("why", ["expired", "stopped"])
async def test_what_is_too_late_or_unwanted_by_now_is_not_sent(
    quick_database: Database, clock: FakeClock, why: str
) -> None:
    async with running_groups(quick_database, clock, CONTENT) as groups:
        await lost(groups, "5", expires_at=clock())
        if why == "expired":
            clock.advance(seconds=1)
        else:
            chat = await quick_database.read(lambda store: store.lost.all()[0].chat)
            await groups.hears("5", "5", "stop")
            assert chat.id == "5"

        answers = await groups.presses(JAN, JAN, "Stuur nogmaals")

        assert [answer.text[:12] for answer in answers] == ["Daarvoor is "]
        assert await state(groups) == "unknown"
