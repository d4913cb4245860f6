"""What is on, asked as people ask it: with slips of the pen, in a word, for tonight or a week; and who Henk is."""

import pytest

from tests.doubles.bot import Bot

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"


@pytest.mark.parametrize("asked", ["wanner is t energiecafe", "hoe laat begint het", "wannneer is de borrel"])
async def test_a_slip_of_the_pen_still_asks_when(quick_bot: Bot, asked: str) -> None:
    for chat, said in ((GROUP, f"@straatbot {asked}"), (PRIVATE, asked)):
        [told] = await quick_bot.says(chat, "Fatma", said)
        assert " dec, " in told


async def test_who_asks_who_the_contact_is_by_name_is_told(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(GROUP, "Fatma", "@straatbot wie is Henk eigenlijk?")

    assert answer.startswith("Vraag het aan Henk")


@pytest.mark.parametrize(
    "asked", ["is er deze week nog iets?", "wat is er dit weekend te doen", "is er volgende week iets te doen"]
)
async def test_who_asks_what_there_is_in_a_week_sees_the_agenda(quick_bot: Bot, asked: str) -> None:
    [agenda] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert agenda.startswith("Agenda Lindelaan")


async def test_who_asks_what_there_is_tonight_is_told_of_tonight(quick_bot: Bot) -> None:
    [nothing] = await quick_bot.says(PRIVATE, "Fatma", "wat is er vanavond te doen?")
    [friday] = await quick_bot.says(PRIVATE, "Fatma", "is er vrijdag iets te doen?")

    assert nothing.startswith("Dan staat er niets op de agenda.")
    assert friday.startswith("Buurtborrel")


async def test_the_weather_is_not_on_the_agenda(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "wat voor weer wordt het deze week")

    assert "Agenda" not in answer


async def test_a_title_is_known_without_its_accent(quick_bot: Bot) -> None:
    [told] = await quick_bot.says(PRIVATE, "Fatma", "wat is het energiecafe eigenlijk")

    assert told.startswith("Energiecafé")


async def test_the_number_of_the_contact_is_asked_for_politely(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "heeft u het nummer van die Henk?")

    assert answer.startswith("Vraag het aan Henk")


@pytest.mark.parametrize("asked", ["borrel?", "de borrel", "energiecafe"])
async def test_a_word_of_its_title_is_enough_where_nothing_else_is_said(quick_bot: Bot, asked: str) -> None:
    [told] = await quick_bot.says(GROUP, "Fatma", f"@straatbot {asked}")

    assert told.startswith(("Buurtborrel", "Energiecafé"))


@pytest.mark.parametrize("said", ["mag ik je bellen", "hoe word ik straatcontact?", "ik wil vrijwilliger worden"])
async def test_who_wants_a_person_or_to_help_is_told_whom_to_ask(quick_bot: Bot, said: str) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", said)

    assert answer.startswith("Vraag het aan Henk")


@pytest.mark.parametrize("asked", ["mag ik bier meenemen naar de borrel?", "mag mijn zus mee naar de borrel"])
async def test_what_may_be_brought_to_a_meeting_is_asked_of_the_one_that_is_named(quick_bot: Bot, asked: str) -> None:
    [told] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert told.startswith("Buurtborrel")
    assert "Vraag het aan Henk." in told


@pytest.mark.parametrize("asked", ["can i bring my wife", "can i bring someone"])
async def test_it_is_asked_in_english_too(quick_bot: Bot, asked: str) -> None:
    [told] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert told.startswith("Buurtborrel")
