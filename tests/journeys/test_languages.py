"""Another language: chosen in private, or heard in the question."""

from dataclasses import replace

import pytest

from messages.content import Content, Translation
from storage import Database
from tests.doubles.bot import Bot, running_bot
from tests.doubles.clock import FakeClock

PRIVATE = "lindelaan/Fatma"


async def test_a_language_is_chosen_with_a_button(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "/taal")
    labels = [button.label for button in quick_bot.playground.heard_back(PRIVATE)[-1].choices]

    [answer] = await quick_bot.presses(PRIVATE, "Fatma", "English")

    assert labels == ["Nederlands", "English", "العربية", "Deutsch", "Polski", "Türkçe"]
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


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how does a district heating network work?", "Sorry, I can say this only in Dutch:"),
        ("Wie funktioniert ein Wärmenetz und was kostet das?", "Das kann ich leider nur auf Niederländisch sagen:"),
        ("Isı pompası çok gürültü yapar mı, ne kadar?", "Maalesef bunu yalnızca Hollandaca söyleyebiliyorum:"),
        ("هل المضخة الحرارية صاخبة في الليل؟", "عذرًا، لا أستطيع قول هذا إلا بالهولندية:"),
        ("Czy pompa ciepła jest głośna w nocy?", "Niestety mogę to powiedzieć tylko po niderlandzku:"),
    ],
)
async def test_what_comes_in_dutch_begins_with_a_sentence_in_the_askers_language(
    quick_bot: Bot, question: str, sentence: str
) -> None:
    for chat, said in ((PRIVATE, question), ("lindelaan", f"@straatbot {question}")):
        [answer] = await quick_bot.says(chat, "Fatma", said)

        assert answer.startswith((sentence, "I do not know", "Do you mean"))


async def test_an_answer_that_is_only_there_in_dutch_says_so_in_the_askers_language(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "/taal en")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "hoe werkt een warmtenet")

    assert answer.startswith("Sorry, I can say this only in Dutch:\n\nHoe werkt een warmtenet?")


async def test_a_language_of_which_the_bot_has_only_some_answers_can_be_chosen(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    noise = street_content.faqs["warmtepomp-geluid"]
    german = Translation(question="Ist eine Wärmepumpe laut?", answer="Nachts höchstens 40 dB.")
    noise = replace(noise, translations={**noise.translations, "de": german})
    content = replace(street_content, faqs={**street_content.faqs, noise.id: noise})
    async with running_bot(quick_database, clock, content) as bot:
        assert (await bot.says(PRIVATE, "Fatma", "/taal deutsch"))[0].startswith("Gut. Wo es eine Antwort auf Deutsch")
        [translated] = await bot.says(PRIVATE, "Fatma", "maakt een warmtepomp veel geluid")
        [dutch] = await bot.says(PRIVATE, "Fatma", "hoe werkt een warmtenet")
        [in_group] = await bot.says("lindelaan", "Fatma", "@straatbot Ist eine Wärmepumpe laut?")

    assert translated.startswith("Ist eine Wärmepumpe laut?\n\nNachts höchstens 40 dB.")
    assert dutch.startswith("Das kann ich leider nur auf Niederländisch sagen:\n\nHoe werkt een warmtenet?")
    assert in_group.startswith("Nachts höchstens 40 dB.")


async def test_whoever_reads_dutch_gets_no_excuse(quick_bot: Bot) -> None:
    for said in ("hoe werkt een warmtenet", "wat is de hoofdstad van peru", "warmtenet"):
        [answer] = await quick_bot.says(PRIVATE, "Fatma", said)

        assert "Dutch" not in answer
        assert "Nederlands" not in answer


@pytest.mark.parametrize("said", ["türkçe", "turkce", "Spreek je Turks?", "Türkçe konuşuyor musun?"])
async def test_who_only_names_a_language_is_answered_in_it(quick_bot: Bot, said: str) -> None:
    [chosen] = await quick_bot.says(PRIVATE, "Fatma", said)
    [back] = await quick_bot.says(PRIVATE, "Fatma", "nederlands graag")

    assert chosen.startswith("Tamam.")
    assert back.startswith("Goed, ik praat Nederlands met je.")


@pytest.mark.parametrize("said", ["ik begrijp niet goed nederlands", "I don't speak Dutch", "Hollandaca bilmiyorum"])
async def test_who_reads_little_dutch_may_choose(quick_bot: Bot, said: str) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", said)

    assert answer.startswith(("Welke taal", "Which language", "Maalesef"))
    assert "Türkçe" in [choice.label for choice in quick_bot.playground.heard_back(PRIVATE)[-1].choices]


async def test_a_question_with_the_name_of_a_language_in_it_is_a_question(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "is een nederlands warmtenet duur?")

    assert answer.startswith("Wat kost een warmtenet?")


@pytest.mark.parametrize("said", ["thanks mate", "interesting", "ok"])
async def test_a_few_words_go_on_in_the_language_of_the_talk(quick_bot: Bot, said: str) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "is a heat pump noisy at night?")

    assert await quick_bot.says(PRIVATE, "Fatma", said) == ["You are welcome! Another question? Just ask."]


async def test_what_does_not_tell_its_language_is_answered_in_that_of_the_talk(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "is a heat pump noisy at night?")

    [english] = await quick_bot.says(PRIVATE, "Fatma", "heat pump noise")
    [dutch] = await quick_bot.says(PRIVATE, "Fatma", "maakt een warmtepomp veel geluid?")

    assert english.startswith("Is a heat pump noisy?")
    assert dutch.startswith("Maakt een warmtepomp veel geluid?")


async def test_who_greets_and_asks_for_english_gets_it(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "hello do you speak english?")

    assert answer.startswith("All right, I will speak English with you.")
