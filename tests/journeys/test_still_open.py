"""What waits for a choice is asked once more of who says thanks for it, or yes to one of several."""

import pytest

from tests.doubles.bot import Bot
from tests.journeys.questions import FATMA, GROUP, HENK, PIGEON, passed_on


def choices(bot: Bot, chat: str) -> list[str]:
    return [choice.label for choice in bot.playground.heard_back(chat)[-1].choices]


@pytest.mark.parametrize("thanks", ["dank je", "top", "bedankt hoor", "dank je wel jongen", "👍"])
async def test_who_says_thanks_hears_that_the_answer_is_not_sent_yet(quick_bot: Bot, thanks: str) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.presses(HENK, "Henk", "Antwoord 1")
    await quick_bot.says(HENK, "Henk", "Dat mag.")

    [reminder] = await quick_bot.says(HENK, "Henk", thanks)
    assert reminder == "Let op: je antwoord is nog niet verstuurd. Zal ik dat doen?"
    assert choices(quick_bot, HENK) == ["Versturen", "Niet versturen"]

    [sent] = await quick_bot.says(HENK, "Henk", "ja")
    assert sent.startswith("Verstuurd naar")
    assert "Dat mag." in quick_bot.said(FATMA)[-1]
    assert await quick_bot.says(HENK, "Henk", thanks) == ["Graag gedaan! Nog een vraag? Stel hem gerust."]


async def test_who_says_thanks_hears_that_the_question_is_not_passed_on_yet(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", PIGEON)

    [reminder] = await quick_bot.says(FATMA, "Fatma", "dank je")

    assert reminder == "Let op: ik heb nog niets gedaan. Wat kies je?"
    assert choices(quick_bot, FATMA) == ["Ja, door", "Nee"]


async def test_who_says_thanks_hears_that_nothing_is_planned_yet(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw soepavond do 10 dec 18.00")
    shown = choices(quick_bot, HENK)

    [reminder] = await quick_bot.says(HENK, "Henk", "dank je")

    assert reminder.startswith("Let op: ik heb nog niets gedaan.")
    assert choices(quick_bot, HENK) == shown


async def test_a_yes_to_several_questions_shows_them_again(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", "warmtenet")
    shown = choices(quick_bot, FATMA)

    [which] = await quick_bot.says(FATMA, "Fatma", "ja")
    assert which == "Welke bedoel je? Tik erop, of typ het nummer."
    assert choices(quick_bot, FATMA) == shown

    [answer] = await quick_bot.says(FATMA, "Fatma", "2")
    assert answer.startswith(shown[1])


@pytest.mark.parametrize("second", ["de tweede", "ik bedoel die tweede", "the second one", "2e"])
async def test_the_place_of_a_question_chooses_it(quick_bot: Bot, second: str) -> None:
    await quick_bot.says(FATMA, "Fatma", "warmtenet")
    shown = choices(quick_bot, FATMA)

    [answer] = await quick_bot.says(FATMA, "Fatma", second)

    assert f"{shown[1]}\n\n" in answer


async def test_where_there_is_one_button_no_place_is_chosen(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", "maakt een warmtepomp veel geluid?")

    await quick_bot.says(FATMA, "Fatma", "de eerste")

    assert "40 dB" in "".join(quick_bot.said(FATMA))


async def test_in_a_group_too_but_thanks_stay_unanswered_there(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", "@straatbot warmtenet")
    shown = choices(quick_bot, GROUP)

    assert await quick_bot.says(GROUP, "Fatma", "@straatbot dank je") == []
    await quick_bot.says(GROUP, "Fatma", "@straatbot ja")

    assert choices(quick_bot, GROUP) == shown


async def test_in_a_group_a_yes_is_not_about_what_somebody_else_was_asked(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", "@straatbot warmtenet")

    [what] = await quick_bot.says(GROUP, "Ali", "@straatbot ja")

    assert what.startswith("Waar zeg je dat op?")


async def test_under_an_answer_a_yes_is_about_nothing(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", "maakt een warmtepomp veel geluid?")

    assert await quick_bot.says(FATMA, "Fatma", "ja") == ["Waar zeg je dat op? Stel je vraag gerust in woorden."]


@pytest.mark.parametrize("chat", [FATMA, GROUP])
@pytest.mark.parametrize("another", ["en de tweede?", "2", "de tweede graag"])
async def test_after_one_of_the_suggestions_another_of_them_can_be_had(quick_bot: Bot, chat: str, another: str) -> None:
    await quick_bot.says(chat, "Fatma", "@straatbot warmtenet")
    await quick_bot.says(chat, "Fatma", "@straatbot de eerste")

    [answer] = await quick_bot.says(chat, "Fatma", f"@straatbot {another}")

    assert "Je betaalt vaste kosten" in answer


async def test_where_buttons_have_no_numbers_a_one_does_not_say_that_the_answer_is_wrong(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(FATMA, "Fatma", "maakt een warmtepomp veel geluid?")

    await quick_bot.says(FATMA, "Fatma", "1")

    assert quick_bot.said(FATMA)[0] == answer


@pytest.mark.parametrize("both", ["allebei", "alle drie", "both"])
async def test_who_wants_all_of_them_is_asked_which_one_first(quick_bot: Bot, both: str) -> None:
    await quick_bot.says(FATMA, "Fatma", "warmtenet")
    before = choices(quick_bot, FATMA)

    [asked_back] = await quick_bot.says(FATMA, "Fatma", both)

    assert asked_back == "Ik kan er één tegelijk. Welke eerst? Tik erop, of typ het nummer."
    assert choices(quick_bot, FATMA) == before


@pytest.mark.parametrize("neither", ["geen van beide", "geen van deze", "none of these"])
async def test_none_of_them_is_the_button_that_says_so(quick_bot: Bot, neither: str) -> None:
    await quick_bot.says(FATMA, "Fatma", "warmtenet")

    [offer] = await quick_bot.says(FATMA, "Fatma", neither)

    assert offer.startswith("Dat weet ik niet. Ik geef je vraag door aan Henk")


@pytest.mark.parametrize("said", ["de eerste", "allebei", "en de tweede?"])
async def test_which_one_is_no_question_where_there_is_nothing_to_choose(quick_bot: Bot, said: str) -> None:
    [told] = await quick_bot.says(FATMA, "Fatma", said)

    assert told == "Er valt nu niets te kiezen. Stel je vraag gerust in woorden."
