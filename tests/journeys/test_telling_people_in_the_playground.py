"""In the playground too, whoever has something to do hears of it: a question, an answer to keep, a `klopt niet`."""

from tests.doubles.bot import Bot
from tests.journeys.questions import ALI, FATMA, HENK, ORG, PIGEON, passed_on


async def test_the_contact_hears_that_a_question_was_passed_on(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)

    [told] = quick_bot.said(HENK)
    [questions] = await quick_bot.presses(HENK, "Henk", "Bekijk de vragen")

    assert told == "Iemand vroeg iets wat ik niet wist. Het gaat om Lindelaan. Typ /vragen om het te zien."
    assert f"1. “{PIGEON}”" in questions
    assert quick_bot.said(ORG) == []


async def test_what_the_contact_asks_the_organiser_hears(quick_bot: Bot) -> None:
    await passed_on(quick_bot, HENK, "Henk", PIGEON)

    assert quick_bot.said(ORG)[0].startswith("Iemand vroeg iets wat ik niet wist.")


async def test_an_answer_to_keep_waits_for_the_organiser_and_the_contact_hears_what_became_of_it(
    quick_bot: Bot,
) -> None:
    await quick_bot.says(HENK, "Henk", "/onthoud Mag mijn schuur ook? Ja, dat mag.")
    assert "Mag mijn schuur ook?" in quick_bot.said(ORG)[-1]

    await quick_bot.presses(ORG, "Organisator", "Ja, bewaar")

    assert "Mag mijn schuur ook?" in quick_bot.said(HENK)[-1]


async def test_the_contact_hears_of_an_answer_that_was_taken_away_in_the_group(quick_bot: Bot) -> None:
    await quick_bot.says("lindelaan", "Ali", "@straatbot maakt een warmtepomp veel geluid?")
    await quick_bot.presses("lindelaan", "Ali", "Klopt niet")

    assert "Maakt een warmtepomp veel geluid?" in quick_bot.said(HENK)[-1]
    assert quick_bot.said(ALI) == []
