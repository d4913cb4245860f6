"""On WhatsApp there are no groups and no slashes: everything goes by words and numbers."""

from collections.abc import AsyncIterator

import pytest

from messages.content import Content
from messages.street import Platform
from storage import Database
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import Groups, running_groups

FATMA, HENK, ORGANISER = "whatsapp:+31600000003", "whatsapp:+31600000002", "whatsapp:+31612345678"
TIP = "Tip: radiatorfolie kost weinig in Lindelaan."


@pytest.fixture
async def chats(quick_database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Groups]:
    async with running_groups(
        quick_database, clock, street_content, organisers=ORGANISER, claiming=Platform.WHATSAPP
    ) as running:
        yield running


async def test_the_street_is_asked_once_and_answered_with_its_name(chats: Groups) -> None:
    [which] = await chats.hears(FATMA, FATMA, "agenda")
    [settled] = await chats.hears(FATMA, FATMA, "Lindelaan")
    [agenda] = await chats.hears(FATMA, FATMA, "agenda")

    assert which.text == "In welke straat woon je?"
    assert agenda.text.startswith("Agenda Lindelaan")
    assert "Lindelaan" in settled.text


async def test_a_street_found_in_a_question_does_not_swallow_the_question(chats: Groups) -> None:
    [answer] = await chats.hears(FATMA, FATMA, "maakt een warmtepomp veel geluid in de Lindelaan?")

    assert "40 dB" in answer.text


async def test_what_is_not_known_leads_to_somebody_who_can_be_reached(chats: Groups) -> None:
    [unknown] = await chats.hears(FATMA, FATMA, "wat is de hoofdstad van peru")
    [contact] = await chats.hears(FATMA, FATMA, "1")

    assert unknown.text == "Dat weet ik niet. In welke straat woon je?"
    assert contact.text == "Ik geef je vraag door aan de organisator, zonder je naam. Mag dat?"


async def test_no_sentence_asks_for_a_slash(chats: Groups) -> None:
    for said in ("Lindelaan", "help", "privacy", "hoi", "idee", "/pizza", "stil", "taal", "stop"):
        for message in await chats.hears(FATMA, FATMA, said):
            assert " /" not in message.text
            assert "**/" not in message.text


async def test_an_organiser_and_a_contact_need_no_slash_either(chats: Groups) -> None:
    [invitation] = await chats.hears(ORGANISER, ORGANISER, "koppel lindelaan")
    [welcome] = await chats.hears(HENK, HENK, invitation.links[0].partition("start=")[2])
    [plan] = await chats.hears(HENK, HENK, "planning")

    assert welcome.text.startswith("Welkom! Je bent nu straatcontact.")
    assert plan.text.startswith("Dit zeg ik de komende twee weken: Lindelaan")


async def test_from_subscribing_to_stopping_by_words_alone(chats: Groups) -> None:
    await chats.hears(FATMA, FATMA, "Lindelaan")
    await chats.hears(FATMA, FATMA, "aanmelden")
    await chats.hears(FATMA, FATMA, "ja")
    got = [message.text for message in await chats.later(days=1) if message.chat == FATMA]
    [stopped] = await chats.hears(FATMA, FATMA, "Stop")
    after = [message.text for message in await chats.later(days=1) if message.chat == FATMA]

    assert any(text.startswith(TIP) and text.endswith("Geen berichten meer? Typ stop.") for text in got)
    assert stopped.text == "Klaar. Ik stuur je niets meer uit mezelf. Vragen mag altijd."
    assert after == []
