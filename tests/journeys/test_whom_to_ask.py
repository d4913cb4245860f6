"""Whom a question is passed on to: somebody else than whoever asks it."""

import pytest

from messages.content import Content
from storage import Database
from tests.doubles.bot import Bot
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import running_groups
from tests.journeys.questions import GROUP, HENK, ORG, PIGEON


async def test_whoever_is_the_one_to_ask_is_not_told_to_ask_themselves(quick_bot: Bot) -> None:
    [offer] = await quick_bot.says(HENK, "Henk", PIGEON)
    assert offer == "Dat weet ik niet. Ik geef je vraag door aan de organisator, zonder je naam. Mag dat?"
    mine = "Dat ben jij: straatcontact van Lindelaan. Kom je er niet uit? Vraag het aan de organisator."
    assert await quick_bot.says(HENK, "Henk", "contact") == [mine]
    assert await quick_bot.says(GROUP, "Henk", "/contact") == ["Vraag het aan Henk (bel gerust tot negen uur)."]


async def test_an_organiser_is_offered_the_contact_of_the_street(quick_bot: Bot) -> None:
    [offer] = await quick_bot.says(ORG, "Organisator", PIGEON)
    assert offer == "Dat weet ik niet. Ik geef je vraag door aan Henk, het straatcontact, zonder je naam. Mag dat?"

    [passed] = await quick_bot.says(ORG, "Organisator", "ja")
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.says(HENK, "Henk", "antwoord 1: Ja hoor.")

    assert passed.startswith("Doorgegeven aan Henk")
    assert quick_bot.said(ORG)[-1].endswith("Antwoord van Henk:\n\nJa hoor.")


async def test_who_is_organiser_and_contact_asks_another_organiser(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers="telegram:7,telegram:9") as groups:
        await groups.hears("-100", "9", "/koppel lindelaan")
        [invitation] = await groups.hears("9", "9", "/koppel lindelaan")
        await groups.hears("7", "7", "/start " + invitation.links[0].partition("start=")[2])

        [to_nine] = await groups.hears("-100", "9", PIGEON)
        told = await groups.hears("-100", "9", "ja")
        [to_seven] = await groups.hears("7", "7", "wat is de hoofdstad van peru")
        told_of_seven = await groups.hears("7", "7", "ja")

    assert to_nine.text.startswith("Dat weet ik niet. Ik geef je vraag door aan Henk, het straatcontact")
    assert {one.chat for one in told} == {"-100", "7"}
    assert to_seven.text.startswith("Dat weet ik niet. Ik geef je vraag door aan de organisator")
    assert {one.chat for one in told_of_seven} == {"7", "9"}


@pytest.mark.parametrize("organiser", ["9", "7"])
async def test_a_street_contact_is_offered_the_organisers_and_an_organiser_only_another(
    quick_database: Database, clock: FakeClock, street_content: Content, organiser: str
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers=f"telegram:{organiser}") as groups:
        await groups.hears("-100", organiser, "/koppel lindelaan")
        [invitation] = await groups.hears(organiser, organiser, "/koppel lindelaan")
        await groups.hears("7", "7", "/start " + invitation.links[0].partition("start=")[2])

        [said] = await groups.hears("7", "7", PIGEON)
        if organiser == "7":
            assert said.text.startswith("Dat weet ik niet. Weet jij het wel? Typ /onthoud,")
            return
        assert said.text == "Dat weet ik niet. Ik geef je vraag door aan de organisator, zonder je naam. Mag dat?"
        told = await groups.hears("7", "7", "ja")

        assert "9" in {one.chat for one in told}
