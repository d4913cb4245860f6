"""Ideas: passed on without a name after a yes, shown with the questions, and answered once."""

from messages.content import Content
from storage import Database
from tests.doubles.bot import Bot
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import running_groups
from tests.journeys.questions import FATMA, GROUP, HENK, kept

IDEA = "/idee een bankje op de hoek"


async def test_an_idea_goes_to_the_street_contact_after_a_yes_and_an_answer_comes_back(street_bot: Bot) -> None:
    [offer] = await street_bot.says(FATMA, "Fatma", IDEA)
    assert offer.startswith("Dank je! Ik geef je idee door aan Henk, het straatcontact, zonder je naam. Mag dat?")

    [passed] = await street_bot.presses(FATMA, "Fatma", "Ja, door")
    [questions] = await street_bot.says(HENK, "Henk", "/vragen")
    await street_bot.says(HENK, "Henk", "antwoord 1: Leuk! Ik vraag het aan de gemeente.")

    assert passed.startswith("Doorgegeven aan Henk, zonder je naam. Het antwoord komt hier.")
    assert "1. “Idee: een bankje op de hoek”" in questions
    assert "Fatma" not in questions
    assert street_bot.said(FATMA)[-1].endswith("Antwoord van Henk:\n\nLeuk! Ik vraag het aan de gemeente.")


async def test_an_idea_goes_nowhere_without_a_yes(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", IDEA)

    [refused] = await quick_bot.presses(FATMA, "Fatma", "Nee")

    assert refused.startswith("Goed, ik geef niets door.")
    assert await kept(quick_bot) == []


async def test_who_has_an_idea_hears_how_to_pass_it_on(quick_bot: Bot) -> None:
    for said in ("/idee", "ik heb een idee"):
        [how] = await quick_bot.says(FATMA, "Fatma", said)

        assert how == "Heb je een idee voor je straat? Typ /idee en dan je idee, zoals: /idee een bankje op de hoek."


async def test_in_a_group_an_idea_is_passed_on_too(quick_bot: Bot) -> None:
    [offer] = await quick_bot.says(GROUP, "Fatma", IDEA)

    assert "je idee door aan Henk" in offer


async def test_an_idea_about_somebodys_debts_is_not_kept(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(FATMA, "Fatma", "/idee help mij met mijn schulden")

    assert (
        answer == "Dank je voor je idee! Ik kan het zelf niet doorgeven. Vraag het aan Henk (bel gerust tot negen uur)."
    )
    assert await kept(quick_bot) == []


async def test_an_organiser_is_offered_the_street_contact_and_the_contact_an_organiser(quick_bot: Bot) -> None:
    [offer] = await quick_bot.says(HENK, "Henk", IDEA)

    assert offer.startswith("Dank je! Ik geef je idee door aan de organisator, zonder je naam.")


async def test_whose_street_is_not_known_yet_is_asked_for_it_and_then_about_the_idea(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers="telegram:9") as chats:
        [which] = await chats.hears("3", "3", IDEA)
        [offer] = await chats.hears("3", "3", "1")

    assert which.text == "In welke straat woon je?"
    assert offer.text.endswith("Dank je! Ik geef je idee door aan de organisator, zonder je naam. Mag dat?")
