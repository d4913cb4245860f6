"""Questions: answered, asked back about, honestly not known, or left to the neighbours."""

from messages.content import Content
from storage import Database
from tests.doubles.bot import Bot
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import running_groups

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"


async def test_a_question_in_private_gets_its_answer_under_the_question_that_was_understood(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "is zo'n warmtepomp luid?")

    assert answer.startswith("Maakt een warmtepomp veel geluid?\n\nBij de erfgrens hoogstens 40 dB")


async def test_an_answer_names_its_source_and_when_that_was_checked(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "maakt een warmtepomp veel geluid")

    assert answer.endswith("Bron: Bbl, gecheckt 11-2026.")


async def test_a_question_to_the_bot_in_a_group_is_answered_as_a_reply(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(GROUP, "Fatma", "@straatbot maakt een warmtepomp veel geluid?")

    asked, answered = quick_bot.playground.transcript.since(chat=GROUP)
    assert answer.startswith("Bij de erfgrens")
    assert answered.reply_to == asked.id


async def test_the_command_vraag_asks_in_a_group(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(GROUP, "Fatma", "/vraag maakt een warmtepomp veel geluid?")

    assert "40 dB" in answer


async def test_a_typing_error_is_forgiven(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "maakt een wamtepomp veel geluit")

    assert "40 dB" in answer


async def test_chatter_in_the_group_is_left_alone(quick_bot: Bot) -> None:
    for chatter in ("hoe was jullie weekend?", "haha ja", "allemaal oplichterij", "wie heeft er een ladder?", "👍"):
        assert await quick_bot.says(GROUP, "Fatma", chatter) == []


async def test_when_in_doubt_it_asks_which_question_is_meant(quick_bot: Bot) -> None:
    [question] = await quick_bot.says(PRIVATE, "Fatma", "warmtenet")

    labels = [button.label for button in quick_bot.playground.heard_back(PRIVATE)[-1].choices]
    assert question == "Bedoel je een van deze vragen?"
    assert {"Wat kost een warmtenet?", "Hoe werkt een warmtenet?"} <= set(labels)
    assert labels[-1] == "Nee, iets anders"


async def test_a_suggestion_is_chosen_by_its_button(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "warmtenet")

    [answer] = await quick_bot.presses(PRIVATE, "Fatma", "Hoe werkt een warmtenet?")

    assert answer.endswith("Er komt warm water door buizen in de straat.")


async def test_a_suggestion_is_chosen_by_typing_its_number_or_its_words(quick_bot: Bot) -> None:
    for typed in ("{}", " {}. ", "{})"):
        await quick_bot.says(PRIVATE, "Fatma", "warmtenet")
        labels = [button.label for button in quick_bot.playground.heard_back(PRIVATE)[-1].choices]
        number = labels.index("Hoe werkt een warmtenet?") + 1

        [answer] = await quick_bot.says(PRIVATE, "Fatma", typed.format(number))

        assert "warm water door buizen" in answer


async def test_a_number_typed_the_next_day_chooses_nothing(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "warmtenet")
    quick_bot.clock.advance(hours=13)

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "1")

    assert answer == "Er valt nu niets te kiezen. Stel je vraag gerust in woorden."


async def test_something_else_than_was_suggested_is_admitted_and_a_person_is_named(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "warmtenet")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "nee")

    assert answer.startswith("Dat weet ik niet. Ik geef je vraag door aan Henk, het straatcontact")


async def test_what_is_not_known_is_said_with_the_streets_contact(quick_bot: Bot) -> None:
    for chat, contact in (("lindelaan/Ali", "Henk"), ("eikenlaan/Ali", "Noor")):
        [answer] = await quick_bot.says(chat, "Ali", "wat is de hoofdstad van peru")

        assert answer.startswith(f"Dat weet ik niet. Ik geef je vraag door aan {contact}, het straatcontact")


async def test_where_there_is_nobody_to_ask_the_neighbours_may_know(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content) as chats:
        await chats.hears("3", "3", "Beukenhof")
        [answer] = await chats.hears("3", "3", "may my pigeon sit on the roof")

    assert answer.text == "I do not know that. Maybe one of your neighbours does."


async def test_an_expired_answer_says_so_and_where_to_look(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "wanneer stopt salderen")

    assert "Op 1 januari 2027." in answer
    assert "dit antwoord kan oud zijn" in answer
    assert answer.endswith("Rijksoverheid (https://www.rijksoverheid.nl/salderen).")


async def test_money_worries_are_never_discussed_in_the_group(quick_bot: Bot) -> None:
    for said in ("ik kan de rekening niet betalen", "hulp bij de rekening", "schulden"):
        [offer] = await quick_bot.says(GROUP, "Fatma", f"@straatbot {said}")

        assert offer.startswith("Daar help ik je graag mee, zonder dat iedereen meeleest.")
        assert "leverancier" not in offer
        assert quick_bot.playground.heard_back(GROUP)[-1].choices == ()


async def test_money_worries_are_answered_in_private(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "ik kan de rekening niet betalen")

    assert "Je bent niet de enige. Bel je leverancier, of praat met Henk." in answer


async def test_a_question_about_another_street_is_sent_there(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(GROUP, "Fatma", "@straatbot wanneer is de borrel in de Eikenlaan?")

    assert answer == (
        "In deze groep praat ik over Lindelaan. Een vraag over Eikenlaan? Vraag het aan Noor, het straatcontact daar."
    )


async def test_whoever_lives_in_the_other_street_can_say_so(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "is er iets in de Eikenlaan?")

    [greeting] = await quick_bot.presses(PRIVATE, "Fatma", "Ja, ik woon daar")

    assert "Eikenlaan" in greeting
    assert "Noor" in greeting
