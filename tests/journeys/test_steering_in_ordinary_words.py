"""A text to pass on, and how many streets and people there are, in the words of street contacts and organisers."""

import pytest

from tests.doubles.bot import Bot

FATMA, HENK, SANNE = "lindelaan/Fatma", "lindelaan/Henk", "lindelaan/Organisator"
HOW = "Hieronder staat een bericht voor de WhatsApp-groep van Lindelaan."


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("geef me een tekst over de borrel", "Buurtborrel\nvr 4 dec"),
        ("heb je een tekst voor in de app", "Buurtborrel\nvr 4 dec"),
        ("heb je iets voor de whatsappgroep?", "Buurtborrel\nvr 4 dec"),
        ("mag ik een tekst om door te sturen", "Buurtborrel\nvr 4 dec"),
        ("kun je een tekstje maken over het energiecafe", "Energiecafé\ndo 10 dec"),
        ("stuur me een appje over het energiecafé", "Energiecafé\ndo 10 dec"),
        ("heb je een tekst over de tip", "Tip: radiatorfolie kost weinig in Lindelaan."),
        ("/doorsturen energiecafe", "Energiecafé\ndo 10 dec"),
    ],
)
async def test_a_text_to_pass_on_is_about_what_is_named(quick_bot: Bot, typed: str, text: str) -> None:
    how, given = await quick_bot.says(HENK, "Henk", typed)

    assert how.startswith(HOW)
    assert given.startswith(text)


async def test_a_text_about_what_is_on_no_agenda_is_a_question_as_any_other(quick_bot: Bot) -> None:
    said = await quick_bot.says(HENK, "Henk", "geef me een tekst over warmtepompen")

    assert not any(each.startswith(HOW) for each in said)


@pytest.mark.parametrize(
    "typed", ["welke straten zijn er", "hoeveel mensen doen mee?", "geef een overzicht van alle straten"]
)
async def test_an_organiser_hears_of_all_streets_and_a_contact_of_the_own(quick_bot: Bot, typed: str) -> None:
    await quick_bot.says(FATMA, "Fatma", "aanmelden")
    await quick_bot.says(FATMA, "Fatma", "ja")

    [all_of_them] = await quick_bot.says(SANNE, "Organisator", typed)
    [own] = await quick_bot.says(HENK, "Henk", typed)

    assert all_of_them.startswith("Dit zijn je 3 straten:")
    assert "Eikenlaan, straatcontact Noor: 1 groep, nog niemand aangemeld" in all_of_them
    assert own == "Dit is je straat:\n\n• Lindelaan, straatcontact Henk: 1 groep, 1 bewoner aangemeld"


@pytest.mark.parametrize("typed", ["hoeveel mensen doen mee", "welke straten zijn er"])
async def test_a_resident_hears_no_numbers(quick_bot: Bot, typed: str) -> None:
    assert not any("aangemeld" in said for said in await quick_bot.says(FATMA, "Fatma", typed))


@pytest.mark.parametrize("typed", ["stuur een berichtje naar de groep", "stuur even een bericht naar de groep"])
async def test_to_send_a_message_is_not_to_send_none(quick_bot: Bot, typed: str) -> None:
    [said] = await quick_bot.says(HENK, "Henk", typed)

    assert said.startswith("Zet het erachter, in één regel.")


@pytest.mark.parametrize(
    "typed", ["wat staat er gepland in de Eikenlaan", "planning eikenlaan", "planning voor de Eikenlaan"]
)
async def test_an_organiser_names_the_street_whose_plan_is_wanted(quick_bot: Bot, typed: str) -> None:
    [said] = await quick_bot.says(SANNE, "Organisator", typed)

    assert said == "De komende twee weken zeg ik uit mezelf niets. Straat: Eikenlaan."


@pytest.mark.parametrize("typed", ["wat vragen de bewoners", "zijn er vragen gesteld", "welke vragen staan open?"])
async def test_what_residents_ask_is_listed_and_the_first_is_answered(quick_bot: Bot, typed: str) -> None:
    await quick_bot.says(FATMA, "Fatma", "mag mijn duif op de buitenunit")
    await quick_bot.says(FATMA, "Fatma", "ja")

    [listed] = await quick_bot.says(HENK, "Henk", typed)
    assert "1. “mag mijn duif op de buitenunit”" in listed

    for number in ("de eerste", "1"):
        await quick_bot.says(HENK, "Henk", "laat maar")
        await quick_bot.says(HENK, "Henk", typed)
        [asked] = await quick_bot.says(HENK, "Henk", number)
    assert asked.startswith("Wat is je antwoord op “mag mijn duif op de buitenunit”?")


@pytest.mark.parametrize(
    "typed", ["pauzeer energiecafe", "zet het energiecafé even stil", "stop maar even met het energiecafé"]
)
async def test_one_thing_is_paused_by_its_name(quick_bot: Bot, typed: str) -> None:
    [said] = await quick_bot.says(HENK, "Henk", typed)

    assert said.startswith("Gepauzeerd: Energiecafé.")


@pytest.mark.parametrize(
    "typed",
    [
        "de borrel gaat vrijdag niet door",
        "het energiecafé kan volgende week niet doorgaan",
        "borrel afzeggen",
        "ik wil de borrel afzeggen",
        "zeg de borrel van vrijdag af",
        "schrap de borrel",
        "de borrel is geannuleerd",
        "de borrel vervalt",
        "geen borrel vrijdag",
        "haal het energiecafe van de agenda",
    ],
)
async def test_what_is_called_off_may_be_named_in_many_words(quick_bot: Bot, typed: str) -> None:
    [shown] = await quick_bot.says(HENK, "Henk", typed)

    assert shown.startswith("❗ Gaat niet door:")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("koffie elke dinsdag 10.00 behalve in de vakantie", "Een uitzondering kan ik niet onthouden:"),
        ("elke dinsdag om 10.00 behalve in de vakantie: koffie", "Een uitzondering kan ik niet onthouden:"),
        ("koffie elke dinsdag 10.00 tot de kerst", '"tot de kerst" begrijp ik niet.'),
        ("borrel eind van de maand", 'Welke dag bedoel je met "eind van de maand"?'),
        ("borrel 30 februari 17.00", "30 februari bestaat niet."),
    ],
)
async def test_what_cannot_be_planned_is_no_question_and_says_why(quick_bot: Bot, typed: str, told: str) -> None:
    [said] = await quick_bot.says(HENK, "Henk", typed)

    assert said.startswith(told)


@pytest.mark.parametrize(
    ("order", "reach"),
    [
        ("stuur vrijdag om 10.00 naar de Eikenlaan en Lindelaan: hoi", "Gaat naar: Lindelaan, Eikenlaan"),
        ("stuur vrijdag om 10.00 naar iedereen: hoi", "Gaat naar: Lindelaan, Eikenlaan, Beukenhof"),
    ],
)
async def test_an_organiser_says_for_whom_in_the_order(quick_bot: Bot, order: str, reach: str) -> None:
    [told] = await quick_bot.says(SANNE, "Organisator", order)

    assert told.startswith("Nieuw bericht\n\nEén keer: vr 4 dec, 10.00 uur\n\nhoi")
    assert reach in told
