"""`Nee, dat bedoel ik niet`, typed where a button says the same."""

import pytest

from tests.doubles.bot import Bot

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"
QUESTION, ANSWER = "maakt een warmtepomp veel geluid?", "Bij de erfgrens hoogstens 40 dB"
HENK, WHAT_THEN = "lindelaan/Henk", "Sorry. Wat bedoel je dan?"


@pytest.mark.parametrize(
    "typed", ["Nee, iets anders", "nee dat bedoel ik niet", "dat bedoelde ik niet!", "Nee, dat vroeg ik niet."]
)
async def test_who_types_that_something_else_was_meant_says_what_the_button_says(quick_bot: Bot, typed: str) -> None:
    await quick_bot.says(PRIVATE, "Fatma", QUESTION)
    await quick_bot.says(PRIVATE, "Fatma", typed)
    assert ANSWER not in "".join(quick_bot.said(PRIVATE))
    assert quick_bot.said(PRIVATE)[-1].startswith("Sorry, dan begreep ik je verkeerd.")

    await quick_bot.says(PRIVATE, "Fatma", "warmtenet")
    [asked_on] = await quick_bot.says(PRIVATE, "Fatma", typed)

    assert asked_on.startswith("Dat weet ik niet. Ik geef je vraag door aan Henk")
    open_questions = await quick_bot.app.database.read(lambda store: store.questions.unanswered(None))
    assert [question.text for question in open_questions] == ["warmtenet"]


async def test_what_was_meant_instead_is_a_question(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", QUESTION)

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "nee, ik bedoel: werken mijn pannen op inductie?")

    assert "pannen" in answer
    assert "Sorry" not in answer


async def test_in_a_group_it_has_to_be_a_reply_to_that_answer(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(GROUP, "Fatma", f"@straatbot {QUESTION}")

    assert await quick_bot.says(GROUP, "Jan", "nee dat bedoel ik niet") == []
    assert quick_bot.said(GROUP) == [answer]
    await quick_bot.says(GROUP, "Fatma", "nee dat bedoel ik niet", reply_to=answer)

    assert quick_bot.said(GROUP) == []


@pytest.mark.parametrize("typed", ["nee dat bedoel ik niet", "nee zo bedoel ik het niet", "dat bedoelde ik niet hoor"])
async def test_whoever_asked_tells_the_bot_so_in_the_group_without_a_reply(quick_bot: Bot, typed: str) -> None:
    await quick_bot.says(GROUP, "Fatma", f"@straatbot {QUESTION}")

    await quick_bot.says(GROUP, "Fatma", f"@straatbot {typed}")

    assert quick_bot.said(GROUP) == []


async def test_whoever_did_not_ask_is_asked_what_they_mean(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(GROUP, "Fatma", f"@straatbot {QUESTION}")

    assert await quick_bot.says(GROUP, "Jan", "@straatbot nee dat bedoel ik niet") == [WHAT_THEN]
    assert quick_bot.said(GROUP) == [answer, WHAT_THEN]


async def test_in_a_group_none_of_the_suggestions_is_for_whoever_asked_to_say(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", "@straatbot warmtenet")

    [offer] = await quick_bot.says(GROUP, "Fatma", "@straatbot nee dat bedoel ik niet")

    assert offer.startswith("Dat weet ik niet. Ik geef je vraag door aan Henk")


@pytest.mark.parametrize("chat", [GROUP, PRIVATE])
async def test_where_there_is_nothing_to_take_back_the_bot_asks_what_is_meant(quick_bot: Bot, chat: str) -> None:
    assert await quick_bot.says(chat, "Fatma", "@straatbot nee dat bedoel ik niet") == [WHAT_THEN]


async def test_under_an_answer_that_was_told_back_it_is_not_sent(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "mag mijn duif op de buitenunit")
    await quick_bot.presses(PRIVATE, "Fatma", "Ja, door")
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.presses(HENK, "Henk", "Antwoord 1")
    [told_back] = await quick_bot.says(HENK, "Henk", "Dat klopt niet.")
    assert told_back == "Dit stuur ik aan wie het vroeg:\n\nDat klopt niet."

    [said] = await quick_bot.says(HENK, "Henk", "nee zo bedoel ik het niet")

    assert said.startswith("Goed, ik stuur het niet.")


@pytest.mark.parametrize("line", ["nieuw borrel do 10 dec 17.00", "nieuw borrel do 11 dec 17.00"])
async def test_a_draft_is_thrown_away_also_where_it_asks_something_back(quick_bot: Bot, line: str) -> None:
    await quick_bot.says(HENK, "Henk", line)

    assert await quick_bot.says(HENK, "Henk", "nee dat bedoel ik niet") == ["Goed, ik plan het niet."]
