"""For which streets something is planned: named before the line, in it, or beside when."""

import pytest

from tests.doubles.bot import Bot

HENK, ORG = "lindelaan/Henk", "lindelaan/Organisator"


async def test_a_contact_speaks_for_the_own_street_only(quick_bot: Bot) -> None:
    for line in ("lindelaan, eikenlaan: morgen 19.00: feest", "alle straten: morgen 19.00: feest"):
        [refused] = await quick_bot.says(HENK, "Henk", f"/nieuw {line}")

        assert refused.startswith("Dat kan alleen een organisator.")


async def test_an_organiser_names_the_streets(quick_bot: Bot) -> None:
    [two] = await quick_bot.says(ORG, "Organisator", "nieuw lindelaan, eikenlaan: morgen 19.00: feest")
    [within] = await quick_bot.says(
        ORG,
        "Organisator",
        "nieuw: warmtescan wo 20 jan 19.00, start De Linde, straten Lindelaan+Eikenlaan, reserve do 21 jan",
    )
    [every] = await quick_bot.says(ORG, "Organisator", "/nieuw alle straten: morgen 19.00: feest")

    assert "Gaat naar: Lindelaan, Eikenlaan (2 gesprekken)." in two
    assert "Gaat naar: Lindelaan, Eikenlaan (2 gesprekken)." in within
    assert "Warmtescan\nwo 20 jan, 19.00 uur\nDe Linde\n\nReserve: do 21 jan." in within
    assert "Gaat naar: Lindelaan, Eikenlaan, Beukenhof (3 gesprekken)." in every


@pytest.mark.parametrize(
    ("line", "reach"),
    [
        ("stuur alle straten morgen 10 uur: de subsidie is hoger", "Lindelaan, Eikenlaan, Beukenhof (3 gesprekken)"),
        ("stuur morgen om 10 uur naar alle straten: de subsidie is hoger", "Lindelaan, Eikenlaan, Beukenhof"),
        ("zeg morgen 10 uur in alle straten dat de subsidie hoger is", "Lindelaan, Eikenlaan, Beukenhof"),
        ("eikenlaan morgen 10 uur: de subsidie is hoger", "Eikenlaan (1 gesprek)"),
        ("morgen 10 uur eikenlaan: de subsidie is hoger", "Eikenlaan (1 gesprek)"),
    ],
)
async def test_where_it_goes_is_said_beside_when(quick_bot: Bot, line: str, reach: str) -> None:
    [told] = await quick_bot.says(ORG, "Organisator", line)

    assert told.startswith("Nieuw bericht")
    assert f"Gaat naar: {reach}" in told


async def test_a_contact_who_says_all_streets_hears_who_may(quick_bot: Bot) -> None:
    [refused] = await quick_bot.says(HENK, "Henk", "stuur alle straten morgen 10 uur: de subsidie is hoger")

    assert refused.startswith("Dat kan alleen een organisator.")
