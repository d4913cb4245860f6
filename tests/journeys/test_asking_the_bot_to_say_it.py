"""A street contact asks the bot, as they would a neighbour, to say something or to announce an activity."""

import pytest

from tests.doubles.bot import Bot

GROUP, FATMA, HENK = "lindelaan", "lindelaan/Fatma", "lindelaan/Henk"
WHEN = "Wanneer zal ik dit sturen?"


@pytest.mark.parametrize(
    ("typed", "when", "text"),
    [
        (
            "kun je elke dinsdag om 19.30 zeggen dat de groene bak buiten moet",
            "Elke dinsdag om 19.30 uur",
            "Even laten weten dat de groene bak buiten moet.",
        ),
        (
            "wil je de groep morgen om 9.30 herinneren aan de borrel",
            "Eén keer: wo 2 dec, 09.30 uur",
            "Denk aan de borrel.",
        ),
        (
            "herinner iedereen vrijdag om 12 uur eraan dat het glas meekan",
            "Eén keer: vr 4 dec, 12.00 uur",
            "Denk eraan dat",
        ),
        ("zeg morgen om 10:30 dat er koffie is", "Eén keer: wo 2 dec, 10.30 uur", "Even laten weten dat er koffie is."),
        (
            "stuur vr 11 om 10.00 naar de groep: de bakken zijn vol",
            "Eén keer: vr 11 dec, 10.00 uur",
            "de bakken zijn vol",
        ),
        (
            "kan je vrijdag om 10.00 aan iedereen doorgeven dat de lift stuk is?",
            "Eén keer: vr 4 dec, 10.00 uur",
            "de lift",
        ),
        (
            "kun je elke eerste dinsdag om 19.00 de tip van de maand sturen?",
            "Elke eerste dinsdag van de maand om 19.00 uur",
            "tip van de maand",
        ),
    ],
)
async def test_when_is_read_from_the_midst_of_the_order(quick_bot: Bot, typed: str, when: str, text: str) -> None:
    [told] = await quick_bot.says(HENK, "Henk", typed)

    assert told.startswith(f"Nieuw bericht\n\n{when}\n\n")
    assert text in told


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("kan je doorgeven dat de straat maandag dicht is", "Even laten weten dat de straat maandag dicht is."),
        ("kan je doorgeven dat morgen om 10 uur het water eraf gaat", "dat morgen om 10 uur het water eraf gaat."),
        ("stuur naar de groep: vrijdag is de straat dicht", "vrijdag is de straat dicht"),
        ("laat iedereen weten dat het pleintje klaar is", "Even laten weten dat het pleintje klaar is."),
    ],
)
async def test_a_moment_that_is_news_is_not_when_it_is_said(quick_bot: Bot, typed: str, text: str) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", typed)
    assert asked.startswith(WHEN)

    [told] = await quick_bot.says(HENK, "Henk", "vanavond om 18.30")

    assert told.startswith("Nieuw bericht\n\nEén keer: di 1 dec, 18.30 uur")
    assert text in told


async def test_it_can_be_said_at_once(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "stuur naar de groep: de bakken zijn vol")
    await quick_bot.says(HENK, "Henk", "nu")
    await quick_bot.says(HENK, "Henk", "ja")

    await quick_bot.later(minutes=2)

    assert quick_bot.said(GROUP)[-1] == "de bakken zijn vol"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("er is een borrel bij mij thuis vrijdag om 5 uur", "Borrel bij Henk thuis\nvr 4 dec, 17.00 uur"),
        ("vrijdag om 5 uur hebben we een borrel bij mij", "Borrel bij Henk\nvr 4 dec, 17.00 uur"),
        ("we houden een soepavond do 10 om 18.00, De Linde", "Soepavond\ndo 10 dec, 18.00 uur\nDe Linde"),
        ("er komt een warmteavond op di 15 dec om 19.30", "Warmteavond\ndi 15 dec, 19.30 uur"),
        (
            "stuur in de groep dat de borrel do 17 dec 16.00 in De Linde is",
            "De borrel in De Linde\ndo 17 dec, 16.00 uur",
        ),
    ],
)
async def test_who_announces_an_activity_has_it_drafted(quick_bot: Bot, typed: str, told: str) -> None:
    [said] = await quick_bot.says(HENK, "Henk", typed)

    assert said.startswith(f"Nieuwe activiteit\n\n{told}")


async def test_without_a_time_that_is_asked(quick_bot: Bot) -> None:
    assert await quick_bot.says(HENK, "Henk", "er is een borrel bij mij thuis vrijdag") == ["Hoe laat?"]

    [told] = await quick_bot.says(HENK, "Henk", "17 uur")

    assert "Borrel bij Henk thuis\nvr 4 dec, 17.00 uur" in told


@pytest.mark.parametrize(
    "typed",
    [
        "is er een borrel vrijdag",
        "kun je zeggen wanneer de borrel is",
        "wil je me morgen herinneren aan de borrel",
        "ik ben er vrijdag om 5 uur niet",
        "zeg eens: hoe werkt een warmtenet?",
    ],
)
async def test_a_question_to_the_bot_itself_is_no_order(quick_bot: Bot, typed: str) -> None:
    said = await quick_bot.says(HENK, "Henk", typed)

    assert not any(each.startswith(("Nieuw", "Hoe laat?", WHEN)) for each in said)


async def test_a_question_under_a_draft_changes_nothing(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "soepavond do 10 dec 17.00")

    said = await quick_bot.says(HENK, "Henk", "is er een borrel vrijdag")

    assert not any("Soepavond\nvr 4 dec" in each for each in said)


async def test_what_a_resident_asks_it_to_say_is_no_order(quick_bot: Bot) -> None:
    said = await quick_bot.says(FATMA, "Fatma", "kun je elke dinsdag om 19.30 zeggen dat de groene bak buiten moet")

    assert not any(each.startswith("Nieuw") for each in said)
