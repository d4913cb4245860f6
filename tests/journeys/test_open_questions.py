"""`/vragen`: what nobody could answer yet is answered once, for everybody who asked."""

import pytest

from tests.doubles.bot import Bot
from tests.journeys.questions import ALI, FATMA, GROUP, HENK, ORG, PIGEON, passed_on


async def test_a_question_goes_to_the_contact_and_the_answer_comes_back(street_bot: Bot) -> None:
    [offer] = await street_bot.says(FATMA, "Fatma", PIGEON)
    assert offer == "Dat weet ik niet. Ik geef je vraag door aan Henk, het straatcontact, zonder je naam. Mag dat?"

    [passed] = await street_bot.says(FATMA, "Fatma", "ja")
    assert passed.startswith("Doorgegeven aan Henk, zonder je naam. Het antwoord komt hier.")

    [questions] = await street_bot.says(HENK, "Henk", "/vragen")
    assert f"1. “{PIGEON}”" in questions
    assert "Fatma" not in questions

    [done] = await street_bot.says(HENK, "Henk", "antwoord 1: Ja hoor, als hij niets sloopt.")
    assert done == "Verstuurd naar één gesprek. De vraag is van de lijst."
    assert street_bot.said(FATMA)[-1] == f"Je vroeg: “{PIGEON}”\n\nAntwoord van Henk:\n\nJa hoor, als hij niets sloopt."
    assert await street_bot.says(HENK, "Henk", "vragen") == ["Er zijn geen open vragen. Mooi!"]


async def test_in_a_group_the_answer_is_a_reply_to_the_question(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", f"@straatbot {PIGEON}?")
    await quick_bot.presses(GROUP, "Fatma", "Ja, door")
    await quick_bot.says(HENK, "Henk", "vragen")

    await quick_bot.says(HENK, "Henk", "antwoord 1: Ja hoor.")

    question = quick_bot.playground.transcript.since(chat=GROUP)[0]
    answered = quick_bot.playground.heard_back(GROUP)[-1]
    assert (answered.text, answered.reply_to) == ("Antwoord van Henk:\n\nJa hoor.", question.id)


async def test_who_asks_the_same_gets_the_same_answer_and_the_most_asked_comes_first(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await passed_on(quick_bot, ALI, "Ali", "mogen duiven op de buitenunit")
    await passed_on(quick_bot, ALI, "Ali", "wat is de hoofdstad van peru")

    [questions] = await quick_bot.says(HENK, "Henk", "vragen")
    assert "1. “mogen duiven op de buitenunit” (2 keer gevraagd)\n2. “wat is de hoofdstad van peru”" in questions

    [done] = await quick_bot.says(HENK, "Henk", "antwoord 1: Ja.")
    assert done.startswith("Verstuurd naar 2 gesprekken.")
    assert quick_bot.said(FATMA)[-1].endswith("Antwoord van Henk:\n\nJa.")
    assert quick_bot.said(ALI)[-1].endswith("Antwoord van Henk:\n\nJa.")


async def test_what_several_ask_is_shown_though_nobody_passed_it_on(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", PIGEON)
    await quick_bot.says(ALI, "Ali", PIGEON)

    [questions] = await quick_bot.says(HENK, "Henk", "vragen")
    [done] = await quick_bot.says(HENK, "Henk", "antwoord 1: Ja.")

    assert f"1. “{PIGEON}” (2 keer gevraagd)" in questions
    assert done.startswith("Er wacht niemand meer op dit antwoord.")


async def test_a_button_asks_for_the_answer_and_shows_it_before_it_goes(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await quick_bot.says(HENK, "Henk", "vragen")

    [type_it] = await quick_bot.presses(HENK, "Henk", "Antwoord 1")
    [told_back] = await quick_bot.says(HENK, "Henk", "Ja, dat mag best.")

    assert type_it.startswith(f"Wat is je antwoord op “{PIGEON}”?")
    assert told_back == "Dit stuur ik aan wie het vroeg:\n\nJa, dat mag best."
    assert "dat mag best" not in quick_bot.said(FATMA)[-1]
    await quick_bot.presses(HENK, "Henk", "Versturen")
    assert quick_bot.said(FATMA)[-1].endswith("Antwoord van Henk:\n\nJa, dat mag best.")


async def test_a_number_typed_where_nothing_is_open_is_no_question(quick_bot: Bot) -> None:
    for typed in ("Antwoord 1", "antwoord op 2.", "antwoord 1: Ja hoor.", "laat zitten 1"):
        assert await quick_bot.says(HENK, "Henk", typed) == ["Er zijn geen open vragen. Mooi!"]
    for typed in ("antwoord 1", "Nummer 2", "optie 3."):
        assert await quick_bot.says(FATMA, "Fatma", typed) == [
            "Er valt nu niets te kiezen. Stel je vraag gerust in woorden."
        ]
    assert await quick_bot.says(HENK, "Henk", "vragen") == ["Er zijn geen open vragen. Mooi!"]


async def test_the_button_that_asks_for_an_answer_can_be_typed_later(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    assert await quick_bot.says(HENK, "Henk", "antwoord 1") == [
        "Typ eerst /vragen. Dan zie je welk nummer bij welke vraag hoort."
    ]
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.says(HENK, "Henk", "warmtenet")  # which offers choices of its own

    [type_it] = await quick_bot.says(HENK, "Henk", "antwoord 1")

    assert type_it.startswith(f"Wat is je antwoord op “{PIGEON}”?")


@pytest.mark.parametrize(
    "text",
    [
        "Nieuw is de ketel pas over twee jaar.",
        "Stop met stoken, dan hoor je het snel genoeg.",
        "Vraag het aan de buurman van nummer 12.",
        "Verplaats hem naar de schuur.",
        "Pauze houdt hij niet.",
        "Begin met de kranen dicht.",
        "Afgelast is die keuring niet, alleen later.",
        "Help is er bij het loket op dinsdag.",
        "Link staat op de site",
        "Taal leren kan er ook",
    ],
)
async def test_an_answer_that_begins_with_the_word_of_a_command_is_an_answer(quick_bot: Bot, text: str) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.presses(HENK, "Henk", "Antwoord 1")

    [told_back] = await quick_bot.says(HENK, "Henk", text)

    assert told_back == f"Dit stuur ik aan wie het vroeg:\n\n{text}"


@pytest.mark.parametrize("text", ["agenda", "Agenda.", "/agenda", "/agenda lindelaan"])
async def test_a_command_alone_or_with_a_slash_is_obeyed_and_the_answer_waits(quick_bot: Bot, text: str) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.presses(HENK, "Henk", "Antwoord 1")

    [agenda] = await quick_bot.says(HENK, "Henk", text)
    [told_back] = await quick_bot.says(HENK, "Henk", "Ja, dat mag.")

    assert agenda.startswith("Agenda")
    assert told_back.endswith("Ja, dat mag.")


@pytest.mark.parametrize("word", ["laat maar", "stop"])
async def test_whoever_does_not_want_to_answer_after_all_is_not_held_to_it(quick_bot: Bot, word: str) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await quick_bot.says(HENK, "Henk", "vragen")
    [type_it] = await quick_bot.presses(HENK, "Henk", "Antwoord 1")

    [let_go] = await quick_bot.says(HENK, "Henk", word)
    [answer] = await quick_bot.says(HENK, "Henk", "maakt een warmtepomp veel geluid")

    assert type_it.endswith("Toch niet? Typ laat maar.")
    assert ("ik stuur het niet" in let_go) or ("Op je antwoord wacht ik niet meer." in let_go)
    assert "40 dB" in answer
    [questions] = await quick_bot.says(HENK, "Henk", "vragen")
    assert f"1. “{PIGEON}”" in questions


async def test_what_is_typed_an_hour_later_is_no_answer(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.presses(HENK, "Henk", "Antwoord 1")
    quick_bot.clock.advance(hours=1)

    [answer] = await quick_bot.says(HENK, "Henk", "maakt een warmtepomp veel geluid")

    assert "40 dB" in answer


async def test_a_question_can_be_left_or_led_to_an_answer_that_is_there(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await passed_on(quick_bot, FATMA, "Fatma", "wat is de hoofdstad van peru")
    await quick_bot.says(HENK, "Henk", "vragen")

    [left] = await quick_bot.says(HENK, "Henk", "laat zitten 1")
    [sent] = await quick_bot.says(HENK, "Henk", "2 is warmtepomp-geluid")
    [nothing] = await quick_bot.says(HENK, "Henk", "2 is warmtepomp-geluid")
    [unknown] = await quick_bot.says(HENK, "Henk", "1 is warmtepomp-kleur")

    assert left == "Goed, die vraag is van de lijst."
    assert sent.startswith("Verstuurd naar één gesprek.")
    assert "Antwoord van Henk:\n\nMaakt een warmtepomp veel geluid?" in quick_bot.said(FATMA)[-1]
    assert nothing == "Er zijn geen open vragen. Mooi!"
    assert unknown == "Ik ken geen antwoord dat zo heet: warmtepomp-kleur."


async def test_residents_do_not_see_the_list_and_a_group_never_does(quick_bot: Bot) -> None:
    [refused] = await quick_bot.says(FATMA, "Fatma", "/vragen")
    [elsewhere] = await quick_bot.says(GROUP, "Henk", "/vragen")

    assert refused.startswith("Dat kan alleen het straatcontact.")
    assert elsewhere.startswith("Dat doe ik liever niet in de groep.")


async def test_a_contact_sees_the_own_street_and_an_organiser_every_street(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await passed_on(quick_bot, "eikenlaan/Bo", "Bo", "wat is de hoofdstad van peru")

    [henk] = await quick_bot.says(HENK, "Henk", "vragen")
    [all_] = await quick_bot.says(ORG, "Organisator", "vragen")
    [one] = await quick_bot.says(ORG, "Organisator", "/vragen eikenlaan")

    assert "peru" not in henk
    assert f"1. “wat is de hoofdstad van peru” · Eikenlaan\n2. “{PIGEON}” · Lindelaan" in all_
    assert "duif" not in one
    await quick_bot.says(ORG, "Organisator", "antwoord 1: Lima.")
    assert quick_bot.said("eikenlaan/Bo")[-1].endswith("Antwoord van de organisator:\n\nLima.")


async def test_what_is_asked_after_an_answer_gets_its_own(street_bot: Bot) -> None:
    await passed_on(street_bot, FATMA, "Fatma", PIGEON)
    await street_bot.says(HENK, "Henk", "vragen")
    await street_bot.says(HENK, "Henk", "antwoord 1: Ja.")

    await passed_on(street_bot, ALI, "Ali", "wat is de hoofdstad van peru")
    await street_bot.says(HENK, "Henk", "vragen")
    [done] = await street_bot.says(HENK, "Henk", "antwoord 1: Lima.")

    assert done.startswith("Verstuurd naar één gesprek.")
    assert street_bot.said(ALI)[-1].endswith("Lima.")
