"""Who is lonely, or wants to die, is led to people who listen, and nothing of it is kept as a question."""

import pytest

from tests.doubles.bot import Bot

GROUP, FATMA = "lindelaan", "lindelaan/Fatma"


async def says(bot: Bot, text: str) -> str:
    [answer] = await bot.says(FATMA, "Fatma", text)
    assert await bot.app.database.read(lambda store: store.questions.unanswered(None)) == []
    return answer


@pytest.mark.parametrize(
    "said", ["Ik wil dood", "soms denk ik dat ik dood wil", "ik wil niet meer leven.", "ölmek istiyorum"]
)
async def test_who_wants_to_die_is_led_to_people_who_answer_at_once(quick_bot: Bot, said: str) -> None:
    answer = await says(quick_bot, said)

    assert "113" in answer
    assert "112" in answer


async def test_nearly_those_words_are_something_else(quick_bot: Bot) -> None:
    assert not any("113" in text for text in await quick_bot.says(FATMA, "Fatma", "ik wil door"))


@pytest.mark.parametrize("said", ["ik ben zo eenzaam", "Ik zie het niet meer zitten..."])
async def test_who_is_down_is_led_to_people_who_listen(quick_bot: Bot, said: str) -> None:
    assert "Luisterlijn" in await says(quick_bot, said)


async def test_who_is_down_among_neighbours_is_left_to_them(quick_bot: Bot) -> None:
    assert await quick_bot.says(GROUP, "Fatma", "ik voel me rot") == []
