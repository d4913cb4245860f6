"""`/verplaats`: another time or place, told once after a look at the words."""

import pytest

from tests.doubles.bot import Bot

GROUP, FATMA, HENK = "lindelaan", "lindelaan/Fatma", "lindelaan/Henk"
MOVED = "❗ Andere tijd: Energiecafé is op do 17 dec, 19.30–21.00 uur, De Linde. Dus niet op do 10 dec, 19.30 uur."


async def test_an_event_gets_another_day_and_its_reminders_go_along(quick_bot: Bot) -> None:
    [shown] = await quick_bot.says(HENK, "Henk", "/verplaats energiecafe naar do 17 dec")
    assert shown.startswith(MOVED)
    assert MOVED not in quick_bot.said(GROUP)

    [done] = await quick_bot.presses(HENK, "Henk", "Plaats nu")

    assert done.startswith("Klaar. De agenda klopt weer.")
    assert quick_bot.said(GROUP).count(MOVED) == 1
    before = len(quick_bot.said(GROUP))
    await quick_bot.later(days=9, hours=7)
    said = quick_bot.said(GROUP)[before:]
    assert not any("do 10 dec, 19.30" in text and "Energiecafé" in text for text in said)
    await quick_bot.later(days=7)
    assert any(text.startswith("Energiecafé: do 17 dec") for text in quick_bot.said(GROUP)[before:])


async def test_another_place(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "/verplaats energiecafe naar Basisschool De Eik")
    await quick_bot.presses(HENK, "Henk", "Plaats nu")

    assert quick_bot.said(GROUP)[-1].startswith(
        "❗ Andere plek: Energiecafé. Nieuw: Basisschool De Eik. Dus niet: De Linde."
    )
    [agenda] = await quick_bot.says(GROUP, "Fatma", "/agenda")
    assert "Energiecafé: do 10 dec, 19.30–21.00 uur, Basisschool De Eik" in agenda


async def test_a_doubt_is_asked_first(quick_bot: Bot) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "/verplaats energiecafe naar do 18 dec")
    assert asked.startswith("18 dec is een vrijdag.")

    [shown] = await quick_bot.presses(HENK, "Henk", "vr 18 dec, 19.30 uur")

    assert shown.startswith("❗ Andere tijd: Energiecafé is op vr 18 dec, 19.30–21.00 uur")


async def test_without_a_line_it_shows_how_and_residents_may_not(quick_bot: Bot) -> None:
    assert (await quick_bot.says(HENK, "Henk", "/verplaats"))[0].startswith("Zet erachter wat waarheen gaat.")
    assert (await quick_bot.says(FATMA, "Fatma", "/verplaats borrel naar morgen"))[0].startswith("Dat kan alleen")


async def test_a_whole_title_is_meant_though_another_begins_with_it(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "/nieuw energiecafé met soep do 24 dec 17.00, Pleintje")
    await quick_bot.says(HENK, "Henk", "ja plan het maar")

    [shown] = await quick_bot.says(HENK, "Henk", "/verplaats energiecafe naar do 17 dec")

    assert shown.startswith(MOVED)


async def test_what_is_for_another_street_is_not_said_to_be_for_more(bot: Bot) -> None:
    [answer] = await bot.says(HENK, "Henk", "/verplaats buurtborrel eikenlaan naar do 17 dec")

    assert answer.startswith("Ik vind geen activiteit met die woorden.")


async def test_in_ordinary_words_of_a_street_contact_it_is_told_back_first(quick_bot: Bot) -> None:
    [elsewhere] = await quick_bot.says(HENK, "Henk", "de borrel is niet op het pleintje maar in de school")
    assert elsewhere.startswith("❗ Andere plek: Buurtborrel. Nieuw: de school. Dus niet: Pleintje.")
    assert await quick_bot.says(HENK, "Henk", "nee") == ["Goed, dan blijft het zo."]

    [later] = await quick_bot.says(HENK, "Henk", "Het energiecafé is verzet naar do 17 dec.")

    assert later.startswith(MOVED)
    assert quick_bot.said(GROUP) == []


LATER = "❗ Andere tijd: Buurtborrel is op"


async def test_what_repeats_is_not_moved_by_itself(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw yoga elke maandag 10.00-11.00, De Linde")
    await quick_bot.says(HENK, "Henk", "ja")
    quick_bot.clock.advance(hours=2)

    for typed in ("yoga een uur later", "yoga op dinsdag ipv maandag"):
        [said] = await quick_bot.says(HENK, "Henk", typed)
        assert said.startswith("Die activiteit herhaalt zich.")


async def test_a_week_is_no_place(quick_bot: Bot) -> None:
    [said] = await quick_bot.says(HENK, "Henk", "de borrel is verzet naar volgende week")

    assert said == 'Welke dag bedoel je met "volgende week"?'


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("de borrel wordt niet vrijdag maar zaterdag", f"{LATER} za 5 dec, 17.00–19.00 uur"),
        ("de borrel is verzet naar za 5 dec", f"{LATER} za 5 dec, 17.00–19.00 uur"),
        ("kan de borrel naar zaterdag", f"{LATER} za 5 dec, 17.00–19.00 uur"),
        ("de borrel moet naar zaterdag", f"{LATER} za 5 dec, 17.00–19.00 uur"),
        ("borrel verplaatsen naar zaterdag", f"{LATER} za 5 dec, 17.00–19.00 uur"),
        ("kan de borrel een uur later?", f"{LATER} vr 4 dec, 18.00–20.00 uur"),
        ("het energiecafe wordt niet donderdag maar vrijdag", "❗ Andere tijd: Energiecafé is op vr 11 dec"),
        ("het energiecafe is verzet naar komende vrijdag", "❗ Andere tijd: Energiecafé is op vr 4 dec"),
        ("de borrel is van vrijdag naar zaterdag verplaatst", f"{LATER} za 5 dec, 17.00–19.00 uur"),
        ("de borrel is zaterdag ipv vrijdag", f"{LATER} za 5 dec, 17.00–19.00 uur"),
        ("borrel toch op zaterdag", f"{LATER} za 5 dec, 17.00–19.00 uur"),
        ("kun je de borrel naar zaterdag verzetten", f"{LATER} za 5 dec, 17.00–19.00 uur"),
        ("verzet de borrel naar vr 11", f"{LATER} vr 11 dec, 17.00–19.00 uur"),
        ("de borrel wordt een week later", f"{LATER} vr 11 dec, 17.00–19.00 uur"),
        ("we doen de borrel een week later", f"{LATER} vr 11 dec, 17.00–19.00 uur"),
        ("de borrel is een week uitgesteld", f"{LATER} vr 11 dec, 17.00–19.00 uur"),
        ("verschuif de borrel een week", f"{LATER} vr 11 dec, 17.00–19.00 uur"),
        ("de borrel begint een half uur later", f"{LATER} vr 4 dec, 17.30–19.30 uur"),
        ("kan je de borrel een uur later zetten", f"{LATER} vr 4 dec, 18.00–20.00 uur"),
        ("de borrel begint pas om 18.00", f"{LATER} vr 4 dec, 18.00–20.00 uur"),
        ("borrel toch om 20 uur", f"{LATER} vr 4 dec, 20.00–22.00 uur"),
        ("/verplaats borrel naar 20.00", f"{LATER} vr 4 dec, 20.00–22.00 uur"),
        ("borrel andere plek: buurthuis", "❗ Andere plek: Buurtborrel. Nieuw: buurthuis. Dus niet: Pleintje."),
        ("de borrel heeft een nieuwe plek: bij Noor", "❗ Andere plek: Buurtborrel. Nieuw: bij Noor."),
        ("de borrel is in de school ipv het pleintje", "❗ Andere plek: Buurtborrel. Nieuw: de school."),
        ("/verplaats borrel naar gisteren", "30 nov is al voorbij."),
    ],
)
async def test_in_many_words_it_is_another_moment_or_place(quick_bot: Bot, typed: str, told: str) -> None:
    [said] = await quick_bot.says(HENK, "Henk", typed)

    assert said.startswith(told)


@pytest.mark.parametrize("typed", ["het wordt een week later", "andere plek: buurthuis"])
async def test_where_nothing_is_named_it_asks_which(quick_bot: Bot, typed: str) -> None:
    assert await quick_bot.says(HENK, "Henk", typed) == ["Welke bedoel je?"]

    [said] = await quick_bot.says(HENK, "Henk", "Energiecafé, do 10 dec, 19.30 uur")

    assert said.startswith(("❗ Andere tijd: Energiecafé is op do 17 dec", "❗ Andere plek: Energiecafé."))


@pytest.mark.parametrize("typed", ["de borrel gaat toch door", "de borrel is toch leuk", "het is toch wat"])
async def test_what_says_no_other_moment_moves_nothing(quick_bot: Bot, typed: str) -> None:
    assert not any("❗" in said for said in await quick_bot.says(HENK, "Henk", typed))


async def test_what_is_on_no_agenda_is_not_moved(quick_bot: Bot) -> None:
    for sender, said in (("Henk", "het weer is niet mooi maar nat"), ("Fatma", "de borrel is verzet naar do 17 dec")):
        answers = await quick_bot.says(f"lindelaan/{sender}", sender, said)
        assert not any("❗" in answer for answer in answers)


@pytest.mark.parametrize(
    "typed", ["verzet de spelletjesavond naar vrijdag", "kun je de spelletjesavond een week verschuiven?"]
)
async def test_who_asks_to_move_what_is_not_there_hears_that_and_plans_nothing(quick_bot: Bot, typed: str) -> None:
    [said] = await quick_bot.says(HENK, "Henk", typed)

    assert said.startswith("Ik vind geen activiteit met die woorden.")
