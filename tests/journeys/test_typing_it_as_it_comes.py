"""A street contact types what is to be said as it comes: without a command, and with a change of mind."""

import pytest

from messages.content import Content
from tests.doubles.bot import Bot

GROUP, FATMA, HENK = "lindelaan", "lindelaan/Fatma", "lindelaan/Henk"


async def published(bot: Bot) -> Content:
    return await bot.app.database.read(lambda store: store.content.published())


async def test_a_line_that_begins_with_when_needs_no_command(quick_bot: Bot) -> None:
    [told] = await quick_bot.says(HENK, "Henk", "elke 1e dinsdag om 19.00: tip van de maand: zet je ketel lager")
    assert "Elke eerste dinsdag van de maand om 19.00 uur" in told

    [kept] = await quick_bot.says(HENK, "Henk", "ja graag")

    assert kept.startswith("Gepland.")


async def test_an_activity_with_its_day_and_time_needs_no_command(quick_bot: Bot) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "borrel do 11 dec 17u")
    assert asked.startswith("11 dec is een vrijdag.")

    [told] = await quick_bot.says(HENK, "Henk", "nee do 10")

    assert "Borrel\ndo 10 dec, 17.00 uur" in told


@pytest.mark.parametrize(
    "order",
    [
        "stuur naar de groep:",
        "Kun je dit in de groepsapp zetten:",
        "zet op de agenda:",
        "Bericht aan de buurt:",
        "stuur naar de Lindelaan:",
        "stuur aan iedereen:",
    ],
)
async def test_what_is_said_to_the_bot_before_it_is_no_part_of_it(quick_bot: Bot, order: str) -> None:
    await quick_bot.says(HENK, "Henk", f"{order} morgen 10 uur koffie bij Henk")

    [told] = await quick_bot.says(HENK, "Henk", "een activiteit")

    assert told.startswith("Nieuwe activiteit\n\nKoffie bij Henk\nwo 2 dec, 10.00 uur")
    assert "Gaat naar: Lindelaan (1 gesprek)." in told


async def test_what_is_said_to_the_bot_may_go_on_without_a_colon(quick_bot: Bot) -> None:
    for order in ("stuur in de groep dat", "zeg tegen iedereen dat", "Vertel de buren even dat"):
        [told] = await quick_bot.says(HENK, "Henk", f"{order} de borrel do 17 dec 16.00 in De Linde is")

        assert told.startswith("Nieuwe activiteit\n\nDe borrel")


async def test_a_new_line_under_a_draft_is_no_correction(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "elke dinsdag 19.00: Doe je mee?")

    [told] = await quick_bot.says(HENK, "Henk", "borrel vr 18 dec 17.00")

    assert "Borrel\nvr 18 dec, 17.00 uur" in told


async def test_what_the_bot_is_told_to_send_without_a_when_is_no_question(quick_bot: Bot) -> None:
    [told] = await quick_bot.says(HENK, "Henk", "stuur naar de groep: de bakken zijn vol")

    assert told.startswith("Wanneer zal ik dit sturen?")


@pytest.mark.parametrize("title", ["Bericht van de gemeente", "Nieuwe buren", "Zet je fiets binnen"])
async def test_a_title_before_a_colon_stays(quick_bot: Bot, title: str) -> None:
    [told] = await quick_bot.says(HENK, "Henk", f"/nieuw {title}: morgen 10 uur in De Linde")

    assert told.startswith(f"Nieuwe activiteit\n\n{title}")


@pytest.mark.parametrize("sender", ["Fatma", "Ali"])
async def test_a_resident_plans_nothing_by_accident(quick_bot: Bot, sender: str) -> None:
    said = await quick_bot.says(f"lindelaan/{sender}", sender, "elke 1e dinsdag om 19.00: tip van de maand")

    assert not any("Nieuw bericht" in each for each in said)


@pytest.mark.parametrize(
    "line",
    [
        "Wanneer is de borrel, do 10 dec om 17.00?",
        "is het do 10 dec 19.30 nou wel",
        "ik ben er do 10 dec om 19.30 niet",
    ],
)
async def test_a_question_or_a_story_is_no_order(quick_bot: Bot, line: str) -> None:
    said = await quick_bot.says(HENK, "Henk", line)

    assert not any("Nieuwe activiteit" in each or "Nieuw bericht" in each for each in said)


async def test_in_the_group_neighbours_talk_of_days_without_the_bot(quick_bot: Bot) -> None:
    assert await quick_bot.says(GROUP, "Henk", "do 10 dec 19.30: komen jullie ook") == []


async def test_another_time_or_day_is_typed_under_what_was_told_back(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw warmtescan wo 20 jan 19.00-20.30, De Linde")

    [later] = await quick_bot.says(HENK, "Henk", "maak er 19.30 van")
    assert "Warmtescan\nwo 20 jan, 19.30–21.00 uur\nDe Linde" in later

    [another_day] = await quick_bot.says(HENK, "Henk", "nee, do 21 jan")
    assert "Warmtescan\ndo 21 jan, 19.30–21.00 uur" in another_day

    await quick_bot.says(HENK, "Henk", "ja hoor")
    assert str((await published(quick_bot)).events["warmtescan"].starts_at) == "2027-01-21 19:30:00"


async def test_what_repeats_keeps_its_days_when_its_time_changes(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "drie keer, om de week op woensdag half acht: Doe je mee?")
    [told] = await quick_bot.says(HENK, "Henk", "'s avonds")
    assert "om 19.30 uur" in told

    [asked] = await quick_bot.says(HENK, "Henk", "toch maar half negen")
    assert asked.startswith("Bedoel je half negen 's ochtends of 's avonds?")

    [told] = await quick_bot.says(HENK, "Henk", "20.30")

    assert "op woensdag om 20.30 uur" in told


@pytest.mark.parametrize(
    ("line", "typed", "told"),
    [
        ("elke dinsdag 19.00: Doe je mee?", "nee, eerste dinsdag", "Elke eerste dinsdag van de maand om 19.00 uur"),
        ("elke dinsdag 19.00: Doe je mee?", "eerste dinsdag", "Elke eerste dinsdag van de maand om 19.00 uur"),
        ("elke dinsdag 19.00: Doe je mee?", "20.30", "Elke dinsdag om 20.30 uur"),
        ("elke dinsdag 19.00: Doe je mee?", "nee, woensdag om 20.00", "Elke woensdag om 20.00 uur"),
        ("elke 1e dinsdag 19.00: Doe je mee?", "nee toch woensdag", "Elke eerste woensdag van de maand om 19.00 uur"),
        ("om de week op dinsdag 19.00: Doe je mee?", "maak er elke week van", "Elke dinsdag om 19.00 uur"),
        ("di 15 dec 19.00: Doe je mee?", "nee, elke dinsdag", "Elke dinsdag om 19.00 uur"),
    ],
)
async def test_another_rhythm_is_typed_under_what_was_told_back(
    quick_bot: Bot, line: str, typed: str, told: str
) -> None:
    await quick_bot.says(HENK, "Henk", line)

    [again] = await quick_bot.says(HENK, "Henk", typed)

    assert told in again
    assert "Doe je mee?" in again

    await quick_bot.says(HENK, "Henk", "ja")
    assert (await published(quick_bot)).announcements["doe-je-mee"].schedule.repeats


async def test_an_activity_that_repeats_keeps_its_end_in_another_rhythm(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw koffie elke dinsdag 10.00-11.00 tot 1 mei, De Linde")

    [again] = await quick_bot.says(HENK, "Henk", "nee, donderdag")

    assert "Koffie\ndo 3 dec, 10.00–11.00 uur\nDe Linde" in again
    assert "elke donderdag om 10.00 uur, tot en met 30 april 2027" in again


async def test_another_day_for_what_repeats_is_typed_again(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "elke dinsdag 19.00: Doe je mee?")

    [told] = await quick_bot.says(HENK, "Henk", "nee do 10 dec")

    assert "elke dinsdag 19.00: Doe je mee?" in told


async def test_a_no_throws_it_away(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "elke dinsdag 19.00: Doe je mee?")

    [said] = await quick_bot.says(HENK, "Henk", "nee")

    assert said == "Goed, ik plan het niet."


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("nee do 17", "do 17 dec, 17.00 uur"),
        ("maak er do 17 van", "do 17 dec, 17.00 uur"),
        ("nee donderdag 17", "do 17 dec, 17.00 uur"),
        ("nee, op vr 18e om 20.00", "vr 18 dec, 20.00 uur"),
    ],
)
async def test_a_weekday_with_a_bare_number_is_in_the_month_of_the_old_date(
    quick_bot: Bot, typed: str, told: str
) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw borrel do 10 dec 17.00")

    [again] = await quick_bot.says(HENK, "Henk", typed)

    assert f"Borrel\n{told}" in again


async def test_a_bare_number_that_is_past_is_in_the_next_month(quick_bot: Bot) -> None:
    quick_bot.clock.advance(days=8)
    await quick_bot.says(HENK, "Henk", "nieuw borrel do 10 dec 17.00")

    [again] = await quick_bot.says(HENK, "Henk", "nee ma 4")

    assert "Borrel\nma 4 jan, 17.00 uur" in again


@pytest.mark.parametrize("typed", ["nee do 42", "maak er de zeventiende van"])
async def test_a_correction_that_is_not_understood_is_typed_again_and_is_no_question(
    quick_bot: Bot, typed: str
) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw borrel do 10 dec 17.00")

    [said] = await quick_bot.says(HENK, "Henk", typed)

    assert said.endswith("Dit was hem: /nieuw borrel do 10 dec 17.00")
    assert await quick_bot.app.database.read(lambda store: store.questions.unanswered(None)) == []


async def test_while_it_is_open_what_kind_it_is_a_correction_has_that_asked_again(quick_bot: Bot) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "nieuw do 10 dec 19.30 borrel")
    assert asked.startswith("Is dit een bericht")

    assert await quick_bot.says(HENK, "Henk", "maak er 20.00 van") == [asked]
    [told] = await quick_bot.presses(HENK, "Henk", "Een activiteit")

    assert "Borrel\ndo 10 dec, 19.30 uur" in told
