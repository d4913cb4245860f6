"""`Nee, dat bedoel ik niet`, typed where a button says the same."""

import pytest

from tests.doubles.bot import Bot

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"
QUESTION, ANSWER = "maakt een warmtepomp veel geluid?", "Bij de erfgrens hoogstens 40 dB"


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
