"""A newcomer's first minutes: nothing configured, the starter content, the playground."""

from tests.doubles.bot import Bot


async def test_a_newcomer_asks_and_gets_an_answer(bot: Bot) -> None:
    answers = await bot.says("lindelaan/Fatma", "Fatma", "maakt zo'n warmtepomp veel herrie?")

    assert len(answers) == 1
    assert "40 dB" in answers[0]


async def test_an_event_is_announced_and_a_message_repeated_within_minutes(bot: Bot) -> None:
    for _ in range(4):
        await bot.later(minutes=1)

    said = bot.said("lindelaan")
    assert any("Warmtescan-wandeling" in text for text in said)
    assert any("herhaalbericht" in text for text in said)
