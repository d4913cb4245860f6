"""Another language: chosen in private, or heard in the question."""

from tests.doubles.bot import Bot

PRIVATE = "lindelaan/Fatma"


async def test_a_language_is_chosen_with_a_button(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "/taal")
    labels = [button.label for button in quick_bot.playground.heard_back(PRIVATE)[-1].choices]

    [answer] = await quick_bot.presses(PRIVATE, "Fatma", "English")

    assert labels == ["Nederlands", "English"]
    assert answer.startswith("All right, I will speak English with you.")
    assert (await quick_bot.says(PRIVATE, "Fatma", "/agenda"))[0].startswith("What is on: Lindelaan")


async def test_a_language_is_chosen_by_its_code_or_its_name(quick_bot: Bot) -> None:
    for said, answer in (("/taal en", "All right"), ("taal Nederlands", "Goed"), ("/language english", "All right")):
        assert (await quick_bot.says(PRIVATE, "Fatma", said))[0].startswith(answer)
    assert (await quick_bot.says(PRIVATE, "Fatma", "/taal dutch"))[0].startswith("Goed")


async def test_an_unknown_language_is_asked_again(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "/taal klingon")

    assert answer == "Welke taal zal ik met je praten?"


async def test_the_chosen_language_holds_for_answers_too(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "/taal en")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "maakt een warmtepomp veel geluid")

    assert answer.startswith("Is a heat pump noisy?\n\nAt most 40 dB at night.")
    assert "Source: Bbl, checked 11-2026." in answer


async def test_where_there_is_no_translation_the_dutch_answer_is_given(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "/taal en")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "hoe werkt een warmtenet")

    assert "warm water door buizen" in answer


async def test_a_question_in_english_is_answered_in_english_although_nothing_was_chosen(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "is a heat pump noisy at night?")
    [unknown] = await quick_bot.says(PRIVATE, "Fatma", "who won the football match yesterday")

    assert answer.startswith("Is a heat pump noisy?\n\nAt most 40 dB at night.")
    assert unknown.startswith("I do not know that. I will pass your question on to Henk")


async def test_the_next_question_in_dutch_is_answered_in_dutch_again(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "is a heat pump noisy at night?")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "is een warmtepomp luid?")

    assert answer.startswith("Maakt een warmtepomp veel geluid?")


async def test_a_street_of_another_language_is_spoken_to_in_it(quick_bot: Bot) -> None:
    [agenda] = await quick_bot.says("beukenhof/Ali", "Ali", "/events")

    assert agenda.startswith("Nothing is planned yet for Beukenhof.")


async def test_in_a_group_the_language_is_that_of_the_street(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says("lindelaan", "Fatma", "/taal en")

    assert answer.startswith("Je taal kies je in een privégesprek met mij.")
