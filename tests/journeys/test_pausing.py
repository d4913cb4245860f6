"""`/pauze` and `/hervat`: at once, also for what waits, and without a backlog."""

from datetime import timedelta

import pytest

from messages.plan import plan_street
from tests.doubles.bot import Bot

GROUP, FATMA, HENK, ORG = "lindelaan", "lindelaan/Fatma", "lindelaan/Henk", "lindelaan/Organisator"
TIP = "Tip: radiatorfolie kost weinig in Lindelaan."
MORNING = "Goedemorgen! Trek een trui aan."


async def test_a_paused_street_hears_nothing_and_no_backlog_afterwards(quick_bot: Bot) -> None:
    [paused] = await quick_bot.says(GROUP, "Henk", "/pauze")
    assert paused == "Gepauzeerd: Lindelaan. Op vragen geef ik wel antwoord. Weer verder? Typ /hervat."
    before = len(quick_bot.said(GROUP))
    await quick_bot.later(days=2, minutes=1)
    assert quick_bot.said(GROUP)[before:] == []

    [resumed] = await quick_bot.says(GROUP, "Henk", "/hervat")
    assert resumed == "Ik ga weer verder: Lindelaan. Wat er in de pauze was, haal ik niet in."
    before = len(quick_bot.said(GROUP))
    await quick_bot.later(minutes=2)
    assert quick_bot.said(GROUP)[before:] == []
    await quick_bot.later(days=1)
    assert TIP in quick_bot.said(GROUP)[before:]


async def test_a_contact_pauses_the_street_and_goes_on_in_ordinary_words(quick_bot: Bot) -> None:
    assert await quick_bot.says(HENK, "Henk", "Zet de bot even op pauze") == [
        "Gepauzeerd: Lindelaan. Op vragen geef ik wel antwoord. Weer verder? Typ /hervat."
    ]
    assert await quick_bot.says(HENK, "Henk", "Haal de pauze er maar weer af") == [
        "Ik ga weer verder: Lindelaan. Wat er in de pauze was, haal ik niet in."
    ]


async def test_who_is_no_contact_pauses_nothing_by_ordinary_words(quick_bot: Bot) -> None:
    said = await quick_bot.says(FATMA, "Fatma", "Zet de bot even op pauze")

    assert not any("Gepauzeerd" in text for text in said)


async def test_resuming_sends_nothing_of_the_time_that_the_bot_was_away(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Henk", "/pauze")
    quick_bot.clock.advance(hours=25)  # nobody looks at the clock meanwhile
    await quick_bot.says(GROUP, "Henk", "/hervat")
    before = len(quick_bot.said(GROUP))

    await quick_bot.later(minutes=1)

    assert quick_bot.said(GROUP)[before:] == []


async def test_what_waits_for_the_morning_is_dropped(quick_bot: Bot) -> None:
    await quick_bot.later(hours=24, minutes=1)
    await quick_bot.later(hours=10, minutes=31)  # the late tip is decided, and waits for 8.00
    [paused] = await quick_bot.says(HENK, "Henk", "/pauze trui")

    assert paused.startswith(f"Gepauzeerd: {MORNING} Eén bericht dat klaarstond, gaat niet door.")
    await quick_bot.later(hours=12)
    assert MORNING not in quick_bot.said(GROUP)
    [plan] = await quick_bot.says(HENK, "Henk", "/planning")
    assert "(gaat niet door: gepauzeerd)" in plan


async def test_one_item_is_found_by_its_words_and_the_rest_goes_on(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "/pauze radiatorfolie")
    await quick_bot.later(days=2, hours=1)

    said = quick_bot.said(GROUP)
    assert TIP not in said
    assert any(text.startswith("Buurtborrel") for text in said)


@pytest.mark.parametrize("stop", ["stop maar met de herinnering over radiatorfolie", "zet de radiatorfolie even stil"])
@pytest.mark.parametrize("go_on", ["ga maar weer door met de radiatorfolie", "zet de radiatorfolie maar weer aan"])
async def test_one_item_is_paused_and_resumed_in_ordinary_words(quick_bot: Bot, stop: str, go_on: str) -> None:
    [paused] = await quick_bot.says(HENK, "Henk", stop)
    [resumed] = await quick_bot.says(HENK, "Henk", go_on)

    assert paused.startswith("Gepauzeerd: Tip: radiatorfolie kost weinig in Lindelaan.")
    assert resumed.startswith("Ik ga weer verder: Tip: radiatorfolie")


@pytest.mark.parametrize("typed", ["begin met radiatorfolie", "zet de radiatorfolie aan"])
async def test_to_begin_with_something_is_not_to_go_on_with_it(quick_bot: Bot, typed: str) -> None:
    said = await quick_bot.says(HENK, "Henk", typed)

    assert not any("gepauzeerd" in each for each in said)


async def test_a_paused_event_says_nothing(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "/pauze buurtborrel")
    await quick_bot.later(days=1, hours=6)

    assert not any(text.startswith("Buurtborrel") for text in quick_bot.said(GROUP))


async def test_several_that_fit_are_asked_for(quick_bot: Bot) -> None:
    for line in ("morgen 19.00: feest met taart", "morgen 20.00: feest zonder taart"):
        await quick_bot.says(HENK, "Henk", f"nieuw {line}")
        await quick_bot.presses(HENK, "Henk", "Ja, plan het")
    [which] = await quick_bot.says(HENK, "Henk", "/pauze feest")
    assert which.startswith("Welke bedoel je?")

    [paused] = await quick_bot.presses(HENK, "Henk", "feest zonder taart")

    assert paused.startswith("Gepauzeerd: feest zonder taart.")
    await quick_bot.later(hours=33)
    assert quick_bot.said(GROUP).count("feest met taart") == 1
    assert "feest zonder taart" not in quick_bot.said(GROUP)


async def test_everything_is_for_organisers(quick_bot: Bot) -> None:
    [refused] = await quick_bot.says(HENK, "Henk", "pauze alles")
    assert refused.startswith("Dat kan alleen een organisator.")

    [paused] = await quick_bot.says(ORG, "Organisator", "pauze alles")
    assert paused.startswith("Gepauzeerd: alles.")
    before = len(quick_bot.said(GROUP))
    await quick_bot.later(days=3)
    assert quick_bot.said(GROUP)[before:] == []
    [still] = await quick_bot.says(GROUP, "Henk", "/hervat")
    assert still == "Nog gepauzeerd: alles."


async def test_residents_may_not(quick_bot: Bot) -> None:
    for command in ("/pauze", "/pauze alles", "/hervat"):
        [refused] = await quick_bot.says(GROUP, "Fatma", command)

        assert refused.startswith("Dat kan alleen het straatcontact.")


async def test_a_contact_pauses_nothing_of_another_street(quick_bot: Bot) -> None:
    [refused] = await quick_bot.says(HENK, "Henk", "/pauze eikenlaan")

    assert refused.startswith("Dat kan alleen een organisator.")


async def test_the_plan_and_the_record_say_so(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "/pauze")
    content = await quick_bot.app.database.read(lambda store: store.content.published())
    day = quick_bot.clock().date()
    lines = plan_street(content.streets["lindelaan"], content, day, day + timedelta(days=10))

    assert lines
    assert {line.reason for line in lines} == {"paused"}
    kept = await quick_bot.app.database.read(lambda store: store.content.kept())
    assert not kept.streets["lindelaan"].paused
    [deed] = await quick_bot.app.database.read(lambda store: store.content_log.of("street", "lindelaan")[-1:])
    assert deed.what == "paused"


async def test_twice_is_said_once(quick_bot: Bot) -> None:
    assert (await quick_bot.says(HENK, "Henk", "/hervat")) == ["Dat was niet gepauzeerd: Lindelaan."]
    await quick_bot.says(HENK, "Henk", "/pauze")

    assert (await quick_bot.says(HENK, "Henk", "/pauze"))[0].startswith("Dat was al gepauzeerd: Lindelaan.")
