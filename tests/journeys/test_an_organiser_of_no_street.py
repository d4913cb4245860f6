"""Sanne steers all streets and lives in none of them: she is asked which one it is about, and only where it matters."""

from collections.abc import AsyncIterator

import pytest

from messages.content import Content
from storage import Database
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import Groups, running_groups

SANNE, FATMA = "1", "3"
WHICH = "Om welke straat gaat het?"


@pytest.fixture
async def chats(quick_database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Groups]:
    async with running_groups(quick_database, clock, street_content, organisers=f"telegram:{SANNE}") as running:
        yield running


async def test_she_is_greeted_as_organiser(chats: Groups) -> None:
    [hello] = await chats.hears(SANNE, SANNE, "hoi")

    assert "Je bent organisator." in hello.text
    assert "welke straat" not in hello.text


async def test_what_the_bot_does_not_know_she_may_teach_it(chats: Groups) -> None:
    [answer] = await chats.hears(SANNE, SANNE, "mag mijn duif op de buitenunit")

    assert answer.text.startswith("Dat weet ik niet. Weet jij het wel? Typ /onthoud,")


@pytest.mark.parametrize(
    "asked", ["/agenda", "wat is er te doen", "wanneer is de volgende bijeenkomst", "waar is de borrel"]
)
async def test_a_meeting_is_in_some_street(chats: Groups, asked: str) -> None:
    [which] = await chats.hears(SANNE, SANNE, asked)
    [agenda] = await chats.presses(SANNE, SANNE, "Lindelaan")

    assert which.text == WHICH
    assert "Buurtborrel: vr 4 dec" in agenda.text


async def test_a_street_that_was_chosen_once_is_not_where_she_lives(chats: Groups) -> None:
    await chats.hears(SANNE, SANNE, "/agenda")
    await chats.presses(SANNE, SANNE, "Lindelaan")

    [which] = await chats.hears(SANNE, SANNE, "/planning")

    assert which.text == WHICH


@pytest.mark.parametrize("named", ["wanneer is de borrel in de Lindelaan", "/agenda lindelaan"])
async def test_she_names_a_street_in_one_go(chats: Groups, named: str) -> None:
    [answer] = await chats.hears(SANNE, SANNE, named)

    assert "Buurtborrel" in answer.text


async def test_what_she_plans_is_kept_until_she_says_where(chats: Groups) -> None:
    [which] = await chats.hears(SANNE, SANNE, "nieuw morgen 19.00: kom ook!")
    [told] = await chats.presses(SANNE, SANNE, "Eikenlaan")

    assert which.text == WHICH
    assert "kom ook!" in told.text
    assert "Gaat naar: Eikenlaan" in told.text


async def test_a_resident_who_asks_for_a_meeting_tells_the_street_and_gets_it(chats: Groups) -> None:
    [which] = await chats.hears(FATMA, FATMA, "wanneer is de volgende bijeenkomst")
    [agenda] = await chats.presses(FATMA, FATMA, "Lindelaan")
    [again] = await chats.hears(FATMA, FATMA, "/agenda")

    assert which.text == "In welke straat woon je?"
    assert agenda.text == again.text
    assert "Buurtborrel: vr 4 dec" in agenda.text
