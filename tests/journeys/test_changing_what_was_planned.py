"""What a street contact types right after the yes is about what was planned just now."""

import pytest

from messages.content import Content
from tests.doubles.bot import Bot

GROUP, HENK = "lindelaan", "lindelaan/Henk"


async def published(bot: Bot) -> Content:
    return await bot.app.database.read(lambda store: store.content.published())


async def plan(bot: Bot, line: str) -> None:
    await bot.says(HENK, "Henk", line)
    await bot.says(HENK, "Henk", "ja")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("dat moet om 19.30 zijn", "vr 18 dec, 19.30 uur"),
        ("oeps het moet zaterdag 19 zijn", "za 19 dec, 17.00 uur"),
        ("een week later", "vr 25 dec, 17.00 uur"),
        ("een uur eerder", "vr 18 dec, 16.00 uur"),
        ("nee van 17 tot 19 uur", "vr 18 dec, 17.00–19.00 uur"),
    ],
)
async def test_another_moment_is_told_back_and_takes_the_place_of_the_old_one(
    quick_bot: Bot, typed: str, told: str
) -> None:
    await plan(quick_bot, "soepavond vr 18 dec 17.00")

    [again] = await quick_bot.says(HENK, "Henk", typed)
    assert f"Soepavond\n{told}" in again
    assert str((await published(quick_bot)).events["soepavond"].starts_at) == "2026-12-18 17:00:00"

    await quick_bot.says(HENK, "Henk", "doe maar")
    [agenda] = await quick_bot.says(HENK, "Henk", "agenda")
    assert agenda.count("Soepavond") == 1
    assert f"Soepavond: {told}" in agenda


async def test_in_doubt_it_asks_which_half_of_the_day(quick_bot: Bot) -> None:
    await plan(quick_bot, "soepavond vr 18 dec 17.00")

    assert await quick_bot.says(HENK, "Henk", "dat moet om half 8 zijn") == [
        "Bedoel je half 8 's ochtends of 's avonds?"
    ]


async def test_a_message_that_repeats_gets_another_day(quick_bot: Bot) -> None:
    await plan(quick_bot, "elke dinsdag 19.00: Doe je mee?")

    await quick_bot.says(HENK, "Henk", "sorry, woensdag")
    await quick_bot.says(HENK, "Henk", "ja")

    schedule = (await published(quick_bot)).announcements["doe-je-mee"].schedule
    assert schedule.repeats == "FREQ=WEEKLY;BYDAY=WE"


async def test_who_changes_their_mind_about_that_keeps_what_was_planned(quick_bot: Bot) -> None:
    await plan(quick_bot, "soepavond vr 18 dec 17.00")
    await quick_bot.says(HENK, "Henk", "het moet zaterdag zijn")

    assert await quick_bot.says(HENK, "Henk", "toch maar niet") == ["Goed, dan blijft het zo."]
    assert str((await published(quick_bot)).events["soepavond"].starts_at) == "2026-12-18 17:00:00"


async def test_what_the_street_knows_already_is_moved_so_that_it_hears_of_it(quick_bot: Bot) -> None:
    quick_bot.clock.advance(hours=5, minutes=-5)
    await plan(quick_bot, "soepavond di 8 dec 17.00")
    await quick_bot.later(minutes=10)
    assert any("Soepavond" in said for said in quick_bot.said(GROUP))

    [told] = await quick_bot.says(HENK, "Henk", "nee om 18.00")

    assert told.startswith("❗ Andere tijd: Soepavond is op di 8 dec, 18.00 uur. Dus niet op di 8 dec, 17.00 uur.")


async def test_hours_later_it_is_about_something_else(quick_bot: Bot) -> None:
    await plan(quick_bot, "soepavond vr 18 dec 17.00")
    quick_bot.clock.advance(hours=2)

    said = await quick_bot.says(HENK, "Henk", "een week later")

    assert not any("Soepavond" in each for each in said)
