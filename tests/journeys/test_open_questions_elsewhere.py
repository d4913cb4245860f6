"""Open questions on Telegram, where the contact has an account of their own, and on WhatsApp, by words alone."""

from collections.abc import AsyncIterator

import pytest

from bot.platforms.base import WindowClosed
from messages.content import Content
from messages.street import Platform
from storage import Database
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import Groups, running_groups

PIGEON = "mag mijn duif op de buitenunit"
HENK_TELEGRAM, RESIDENT, ORGANISER, THEIR_GROUP = "2", "3", "9", "-1"


@pytest.fixture
async def groups(database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Groups]:
    async with running_groups(database, clock, street_content, organisers=f"telegram:{ORGANISER}") as running:
        yield running


async def make_contact(chats: Groups, organiser: str, henk: str) -> None:
    [invitation] = await chats.hears(organiser, organiser, "koppel lindelaan")
    await chats.hears(henk, henk, invitation.links[0].partition("start=")[2])


async def test_on_telegram_the_contact_is_told_once_a_day_and_the_answer_goes_to_the_group(groups: Groups) -> None:
    await make_contact(groups, ORGANISER, HENK_TELEGRAM)
    await groups.hears(THEIR_GROUP, ORGANISER, "/koppel lindelaan")
    await groups.hears(THEIR_GROUP, RESIDENT, PIGEON)
    by_chat = {one.chat: one for one in await groups.presses(THEIR_GROUP, RESIDENT, "Ja, door")}
    assert by_chat.keys() == {HENK_TELEGRAM, THEIR_GROUP}
    told = by_chat[HENK_TELEGRAM]
    assert told.text.startswith("Iemand vroeg iets wat ik niet wist. Het gaat om Lindelaan.")
    await groups.hears(THEIR_GROUP, RESIDENT, "wat is de hoofdstad van peru")
    [second] = await groups.presses(THEIR_GROUP, RESIDENT, "Ja, door")
    assert second.chat == THEIR_GROUP

    await groups.presses(HENK_TELEGRAM, HENK_TELEGRAM, "Bekijk de vragen")
    sent = await groups.hears(HENK_TELEGRAM, HENK_TELEGRAM, "antwoord 2: Ja hoor.")

    answered = next(message for message in sent if message.chat == THEIR_GROUP)
    assert answered.text == "Antwoord van Henk:\n\nJa hoor."
    assert answered.delivery.reply_to == "-1:4"


async def test_who_asks_in_two_topics_of_a_group_is_answered_in_both(groups: Groups) -> None:
    await make_contact(groups, ORGANISER, HENK_TELEGRAM)
    await groups.hears(THEIR_GROUP, ORGANISER, "/koppel lindelaan")
    for thread, resident in (("7", RESIDENT), ("8", "4")):
        await groups.hears(THEIR_GROUP, resident, PIGEON, thread=thread)
        await groups.presses(THEIR_GROUP, resident, "Ja, door")
    await groups.hears(HENK_TELEGRAM, HENK_TELEGRAM, "vragen")

    *answers, confirmed = await groups.hears(HENK_TELEGRAM, HENK_TELEGRAM, "antwoord 1: Ja hoor.")

    answered = [sent.delivery for sent in (*answers, confirmed) if sent.chat == THEIR_GROUP]
    assert sorted((delivery.thread, delivery.reply_to) for delivery in answered) == [("7", "-1:4"), ("8", "-1:6")]


async def test_on_telegram_without_a_contact_or_organiser_nothing_is_promised(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content) as chats:
        await chats.hears(RESIDENT, RESIDENT, "Lindelaan")
        [answer] = await chats.hears(RESIDENT, RESIDENT, PIGEON)

    assert answer.text == "Dat weet ik niet. Vraag het aan Henk (bel gerust tot negen uur)."


async def test_on_whatsapp_the_street_is_asked_first_and_everything_goes_by_words(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    fatma, henk, organiser = "whatsapp:+31600000003", "whatsapp:+31600000002", "whatsapp:+31612345678"
    async with running_groups(
        quick_database, clock, street_content, organisers=organiser, claiming=Platform.WHATSAPP
    ) as chats:
        await make_contact(chats, organiser, henk)
        [which] = await chats.hears(fatma, fatma, PIGEON)
        [offer] = await chats.hears(fatma, fatma, "1")
        await chats.hears(fatma, fatma, "1")
        [questions] = await chats.hears(henk, henk, "vragen")
        sent = await chats.hears(henk, henk, "antwoord 1: Ja hoor.")

    assert which.text == "Dat weet ik niet. In welke straat woon je?"
    assert offer.text.endswith("Ik geef je vraag door aan Henk, het straatcontact, zonder je naam. Mag dat?")
    assert f"1. “{PIGEON}”" in questions.text
    assert next(m.text for m in sent if m.chat == fatma) == f"Je vroeg: “{PIGEON}”\n\nAntwoord van Henk:\n\nJa hoor."


async def test_on_whatsapp_an_answer_after_a_day_waits_until_the_person_writes(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    fatma, organiser = "whatsapp:+31600000003", "whatsapp:+31612345678"
    async with running_groups(
        quick_database, clock, street_content, organisers=organiser, claiming=Platform.WHATSAPP
    ) as chats:
        for said in (PIGEON, "1", "ja"):
            await chats.hears(fatma, fatma, said)
        clock.advance(days=2)
        chats.platform.closed[fatma] = WindowClosed("24 hours")
        await chats.hears(organiser, organiser, "vragen")
        [confirmed] = await chats.hears(organiser, organiser, "antwoord 1: Ja hoor.")
        chats.platform.closed.clear()
        [answer] = await chats.hears(fatma, fatma, "lees")

    assert confirmed.text.startswith("Verstuurd naar één gesprek.")
    assert answer.text == f"Je vroeg: “{PIGEON}”\n\nAntwoord van de organisator:\n\nJa hoor."
