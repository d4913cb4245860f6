"""Commands: who may give them, what is not there yet, and what only looks like one."""

import pytest

from tests.doubles.bot import Bot

GROUP, FATMA, HENK = "lindelaan", "lindelaan/Fatma", "lindelaan/Henk"


async def test_help_shows_each_role_what_it_may_do(quick_bot: Bot) -> None:
    [resident] = await quick_bot.says(FATMA, "Fatma", "/help")
    [contact] = await quick_bot.says(HENK, "Henk", "/help")
    [organiser] = await quick_bot.says("lindelaan/Organisator", "Organisator", "/help")

    assert "/agenda" in resident
    assert "Ik ben een bot." in resident
    assert "/planning" not in resident
    assert contact.startswith(resident)
    assert "/planning" in contact
    assert "organisator" not in contact
    assert organiser.startswith(contact)
    assert "uitnodiging voor een nieuw straatcontact" in organiser


async def test_the_contact_sees_what_will_be_said(quick_bot: Bot) -> None:
    [plan] = await quick_bot.says(HENK, "Henk", "/planning")

    first, _, *lines = plan.split("\n")
    assert first == "Dit zeg ik de komende twee weken: Lindelaan"
    assert lines[0] == "• wo 2 dec, 12.00 uur: bericht Tip: radiatorfolie kost weinig in Lindelaan."
    assert "• wo 2 dec, 17.00 uur: uitnodiging Buurtborrel" in lines
    assert "• do 3 dec, 08.00 uur: bericht Goedemorgen! Trek een trui aan. (verschoven: stille uren)" in lines
    assert "• wo 9 dec, 19.30 uur: herinnering Energiecafé" in lines


async def test_a_plan_that_is_too_long_says_how_much_is_left_out(quick_bot: Bot) -> None:
    [plan] = await quick_bot.says(HENK, "Henk", "/planning")

    listed, _, minded = plan.partition("\n\n⚠️ ")
    assert listed.count("\n• ") == 21
    assert listed.rstrip().split("\n")[-1].startswith("• en nog ")
    assert minded.startswith("Let op, op deze dag is er nog iets: wo 2 dec; do 3 dec;")


async def test_the_plan_is_not_for_residents(quick_bot: Bot) -> None:
    for chat in (FATMA, GROUP):
        [refused] = await quick_bot.says(chat, "Fatma", "/planning")

        assert refused == "Dat kan alleen het straatcontact. Weten wie dat is? Typ contact."


async def test_the_contact_gets_a_clean_text_to_pass_on(quick_bot: Bot) -> None:
    how, text = await quick_bot.says(HENK, "Henk", "/doorsturen")

    assert how.startswith("Hieronder staat een bericht voor de WhatsApp-groep van Lindelaan.")
    assert text == "Buurtborrel\nvr 4 dec, 17.00–19.00 uur\nPleintje"


async def test_a_contacts_command_that_is_not_there_yet_says_so(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(HENK, "Henk", "/vervang")

    assert answer == "De opdracht /vervang kan ik nog niet. Daar wordt aan gewerkt."


async def test_the_organisers_pages_are_for_organisers(quick_bot: Bot) -> None:
    [refused] = await quick_bot.says(HENK, "Henk", "/beheer")
    [later] = await quick_bot.says("lindelaan/Organisator", "Organisator", "/beheer")

    assert refused.startswith("Dat kan alleen een organisator.")
    assert later.startswith("De opdracht /beheer kan ik nog niet.")


async def test_an_unknown_command_is_helped_along_in_private_and_ignored_in_a_group(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(FATMA, "Fatma", "/pizza margherita")

    assert answer.startswith("Die opdracht ken ik niet. Typ help")
    assert await quick_bot.says(GROUP, "Fatma", "/pizza margherita") == []


async def test_in_private_commands_need_no_slash(quick_bot: Bot) -> None:
    for said, begins in (("agenda", "Agenda"), ("Agenda!", "Agenda"), ("HELP", "Dit kan ik"), ("privacy.", "Wat ik")):
        assert (await quick_bot.says(FATMA, "Fatma", said))[0].startswith(begins)


async def test_in_a_group_a_word_alone_is_no_command(quick_bot: Bot) -> None:
    for said in ("agenda", "stop", "help", "contact"):
        assert await quick_bot.says(GROUP, "Fatma", said) == []


@pytest.mark.parametrize("who", ["Fatma", "Henk"])
async def test_a_question_that_begins_like_a_command_is_a_question(quick_bot: Bot, who: str) -> None:
    for said in ("nieuw raam nodig?", "nieuwe pannen voor inductie nodig?", "vervang ik mijn ketel nu al?"):
        [answer] = await quick_bot.says(f"lindelaan/{who}", who, said)

        assert "opdracht" not in answer
        assert "Dat kan alleen" not in answer


async def test_ask_without_a_question_explains_itself(quick_bot: Bot) -> None:
    for said in ("/vraag", "@straatbot"):
        [answer] = await quick_bot.says(GROUP, "Fatma", said)

        assert answer.startswith("Vraag het maar!")


async def test_an_organiser_sees_the_plan_of_the_street_that_is_named(quick_bot: Bot) -> None:
    [elsewhere] = await quick_bot.says("lindelaan/Organisator", "Organisator", "/planning eikenlaan")
    [own] = await quick_bot.says(HENK, "Henk", "/planning eikenlaan")

    assert "Eikenlaan" in elsewhere
    assert "Lindelaan" in own
    for sender, seen in (("Organisator", "Eikenlaan"), ("Fatma", "Lindelaan")):
        [agenda] = await quick_bot.says(f"lindelaan/{sender}", sender, "/agenda eikenlaan")
        assert seen in agenda


async def test_whoever_asks_for_the_contact_of_another_street_hears_of_that_one(quick_bot: Bot) -> None:
    for sender in ("Fatma", "Henk"):
        [contact] = await quick_bot.says(f"lindelaan/{sender}", sender, "/contact eikenlaan")
        assert contact == "Vraag het aan Noor, het straatcontact."


async def test_a_contact_is_not_greeted_with_the_advice_to_ask_themselves(quick_bot: Bot) -> None:
    [hello] = await quick_bot.says(HENK, "Henk", "hoi")

    assert hello.endswith("Je bent hier straatcontact. Met help zie je wat ik voor je kan doen.")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("hoe zeg ik iets af", "Welke bedoel je?"),
        ("hoe maak ik een bericht?", "Zet het erachter, in één regel."),
        ("hoe verplaats ik een activiteit", "Zet erachter wat waarheen gaat."),
        ("wat staat er klaar", "Dit zeg ik de komende twee weken: Lindelaan"),
        ("zijn er nog vragen", "Er zijn geen open vragen."),
    ],
)
async def test_a_contact_asks_in_ordinary_words_how_to_do_it(quick_bot: Bot, said: str, answer: str) -> None:
    [told] = await quick_bot.says(HENK, "Henk", said)

    assert told.startswith(answer)


async def test_a_contact_who_asks_what_to_do_gets_the_help(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(HENK, "Henk", "wat moet ik doen?")

    assert "/planning" in answer


async def test_who_goes_on_holiday_hears_that_the_bot_finds_no_stand_in(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(HENK, "Henk", "ik ga op vakantie")

    assert answer.startswith("De opdracht /vervang kan ik nog niet.")
