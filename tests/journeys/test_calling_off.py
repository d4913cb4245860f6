"""`/afgelast`: the street hears once that it does not take place, and nothing else about it."""

from tests.doubles.bot import Bot

GROUP, FATMA, HENK = "lindelaan", "lindelaan/Fatma", "lindelaan/Henk"
CALLED_OFF = "❗ Gaat niet door: Energiecafé, do 10 dec, 19.30 uur."


async def test_an_event_is_called_off_after_a_look_at_the_words(quick_bot: Bot) -> None:
    [shown] = await quick_bot.says(HENK, "Henk", "/afgelast energiecafe")
    assert shown.startswith(CALLED_OFF)
    assert "Gaat naar: Lindelaan." in shown
    assert CALLED_OFF not in quick_bot.said(GROUP)

    [done] = await quick_bot.presses(HENK, "Henk", "Plaats nu")

    assert done.startswith("Klaar. Het is van de agenda.")
    assert quick_bot.said(GROUP).count(CALLED_OFF) == 1
    await quick_bot.later(days=9)
    about = [text for text in quick_bot.said(GROUP) if "Energiecafé" in text]
    assert about == [CALLED_OFF]


async def test_without_a_name_it_asks_which(quick_bot: Bot) -> None:
    [which] = await quick_bot.says(HENK, "Henk", "/afgelast")
    assert which.startswith("Welke bedoel je?")

    [shown] = await quick_bot.presses(HENK, "Henk", "Buurtborrel, vr 4 dec, 17.00 uur")

    assert shown.startswith("❗ Gaat niet door: Buurtborrel, vr 4 dec, 17.00 uur.")


async def test_pressing_twice_says_it_once(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "/afgelast energiecafe")
    await quick_bot.presses(HENK, "Henk", "Plaats nu")
    await quick_bot.presses(HENK, "Henk", "Plaats nu")

    assert quick_bot.said(GROUP).count(CALLED_OFF) == 1


async def test_residents_may_not(quick_bot: Bot) -> None:
    [refused] = await quick_bot.says(FATMA, "Fatma", "/afgelast energiecafe")

    assert refused.startswith("Dat kan alleen het straatcontact.")


async def test_a_part_of_its_name_is_enough(quick_bot: Bot) -> None:
    for said in ("/afgelast borrel", "/afgelast de borrel", "/afgelast onze buurtborrel"):
        [shown] = await quick_bot.says(HENK, "Henk", said)

        assert shown.startswith("❗ Gaat niet door: Buurtborrel, vr 4 dec, 17.00 uur.")


async def test_what_is_for_more_streets_is_for_an_organiser(bot: Bot) -> None:
    for said in (
        "/afgelast energiecafe",
        "/verplaats energiecafé naar do 17 dec 19.30",
        "verplaats het energiecafe naar do 17 dec",
        "het energiecafe is niet in De Linde maar in de school",
    ):
        assert await bot.says(HENK, "Henk", said) == [
            "Die activiteit is voor meer straten. Alleen een organisator kan dat veranderen."
        ]


async def test_a_message_is_no_event_and_the_bot_tells_how_to_be_rid_of_it(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "woensdag 20.00: soepavond bij De Linde")
    await quick_bot.says(HENK, "Henk", "ja plan het maar")

    for said in ("/afgelast soepavond", "de soepavond gaat niet door", "/verplaats soepavond naar do 10 dec"):
        [answer] = await quick_bot.says(HENK, "Henk", said)
        assert answer.startswith("Dat is een bericht, geen activiteit. Wil je het niet meer? Typ /pauze soepavond.")


async def test_how_to_be_rid_of_a_message_is_told_in_the_words_that_were_typed(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "woensdag 20.00: soep_avond bij De Linde")
    await quick_bot.says(HENK, "Henk", "ja plan het maar")

    [answer] = await quick_bot.says(HENK, "Henk", "/afgelast soep_avond")

    assert "Typ /pauze soep_avond." in answer
    [paused] = await quick_bot.says(HENK, "Henk", "/pauze soep_avond")
    assert "soep_avond" in paused
