"""`/nieuw`: one line becomes a message or an event, told back first, and kept only after a yes."""

from datetime import timedelta

import pytest

from messages.content import Content
from messages.street import Person, Platform, Role
from storage import Database
from tests.doubles.bot import Bot, running_bot
from tests.doubles.clock import FakeClock

GROUP, FATMA, HENK, ORG = "lindelaan", "lindelaan/Fatma", "lindelaan/Henk", "lindelaan/Organisator"


async def published(bot: Bot) -> Content:
    return await bot.app.database.read(lambda store: store.content.published())


async def test_a_contact_plans_a_message_that_repeats(quick_bot: Bot) -> None:
    [told] = await quick_bot.says(HENK, "Henk", "nieuw elke 1e dinsdag om 19.00: Zet je ketel op 50 graden.")

    assert "Nieuw bericht" in told
    assert "Elke eerste dinsdag van de maand om 19.00 uur" in told
    assert "Zet je ketel op 50 graden." in told
    assert "De eerste keren: di 1 dec; di 5 jan; di 2 feb; di 2 mrt; di 6 apr." in told
    assert "Gaat naar: Lindelaan (1 gesprek)." in told
    assert "zet-je-ketel-op-50-graden" not in (await published(quick_bot)).announcements

    [kept] = await quick_bot.presses(HENK, "Henk", "Ja, plan het")

    assert kept.startswith("Gepland. Het gaat naar: Lindelaan.")
    item = (await published(quick_bot)).announcements["zet-je-ketel-op-50-graden"]
    assert item.audience.streets == ("lindelaan",)
    await quick_bot.later(hours=7, minutes=1)
    assert quick_bot.said(GROUP)[-1] == "Zet je ketel op 50 graden."


async def test_a_title_around_the_when_makes_an_event(quick_bot: Bot) -> None:
    [told] = await quick_bot.says(HENK, "Henk", "/nieuw warmtescan wo 20 jan 19.00-20.30, De Linde")

    assert "Nieuwe activiteit" in told
    assert "Warmtescan\nwo 20 jan, 19.00–20.30 uur\nDe Linde" in told
    assert "Ik vertel het op: wo 6 jan, 19.00 uur; wo 13 jan, 19.00 uur; di 19 jan, 19.00 uur; wo 20 jan" in told

    await quick_bot.presses(HENK, "Henk", "Ja, plan het")

    [agenda] = await quick_bot.says(GROUP, "Fatma", "/agenda")
    assert "Warmtescan: wo 20 jan, 19.00–20.30 uur, De Linde" in agenda


async def test_a_weekday_that_does_not_fit_its_date_is_asked(quick_bot: Bot) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "nieuw borrel do 11 dec 17u")
    assert asked.startswith("11 dec is een vrijdag. Bedoel je do 10 dec of vr 11 dec?")

    [told] = await quick_bot.presses(HENK, "Henk", "vr 11 dec, 17.00 uur")

    assert "Borrel\nvr 11 dec, 17.00 uur" in told


async def test_half_past_seven_is_asked_and_a_typed_number_answers(quick_bot: Bot) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "nieuw drie keer, om de week op woensdag half acht: Doe je mee?")
    assert asked.startswith("Bedoel je half acht 's ochtends of 's avonds?")

    [told] = await quick_bot.says(HENK, "Henk", "1")

    assert "om 19.30 uur" in told
    assert "De eerste keren: wo 2 dec; wo 16 dec; wo 30 dec." in told


async def test_when_in_doubt_it_asks_whether_it_is_a_message_or_an_event(quick_bot: Bot) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "nieuw morgen 8.30 koffie")
    assert asked.startswith("Is dit een bericht dat ik stuur, of een activiteit")

    [told] = await quick_bot.presses(HENK, "Henk", "Een bericht")

    assert "Nieuw bericht" in told
    assert "08.30 uur" in told


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("koffie bij Henk", "Ik zie niet wanneer."),
        ("31 februari 19.00: hoi", "31 februari bestaat niet."),
        (
            "elke dinsdag behalve in mei om 19.00: hoi",
            'Een uitzondering kan ik niet onthouden: "behalve in mei om 19.00".',
        ),
        ("elke 1e dinsdag om 19.00:", "Wat zal ik dan zeggen?"),
        ("morgen 19.00: hoi {{buurman}}", "Dit kan ik niet invullen: {{buurman}}."),
    ],
)
async def test_what_cannot_be_is_refused_kindly(quick_bot: Bot, line: str, why: str) -> None:
    [answer] = await quick_bot.says(HENK, "Henk", f"/nieuw {line}")

    assert answer.startswith(why)


async def test_without_a_line_it_shows_how(quick_bot: Bot) -> None:
    [how] = await quick_bot.says(HENK, "Henk", "/nieuw")

    assert "elke 1e dinsdag om 19.00" in how


async def test_residents_may_not(quick_bot: Bot) -> None:
    for chat in (FATMA, GROUP):
        [refused] = await quick_bot.says(chat, "Fatma", "/nieuw morgen 19.00: feest")

        assert refused.startswith("Dat kan alleen het straatcontact.")


async def test_in_a_group_nobody_else_can_press_the_yes(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Henk", "/nieuw morgen 19.00: feest")

    assert await quick_bot.presses(GROUP, "Fatma", "Ja, plan het") == []
    assert "feest" not in (await published(quick_bot)).announcements

    await quick_bot.presses(GROUP, "Henk", "Ja, plan het")

    assert "feest" in (await published(quick_bot)).announcements


async def test_an_order_before_the_line_may_name_streets(quick_bot: Bot) -> None:
    [two] = await quick_bot.says(ORG, "Organisator", "stuur naar Eikenlaan en Beukenhof: morgen 19.00: feest")
    [within] = await quick_bot.says(ORG, "Organisator", "stuur morgen om 19:00: feest, straten Lindelaan+Eikenlaan")

    assert "Gaat naar: Eikenlaan, Beukenhof (2 gesprekken)." in two
    assert "19.00 uur" in within
    assert "Gaat naar: Lindelaan, Eikenlaan (2 gesprekken)." in within


async def test_busy_days_and_holidays_are_told(quick_bot: Bot) -> None:
    [told] = await quick_bot.says(HENK, "Henk", "nieuw vr 25 dec 19.00: Fijne kerst!")

    assert "⚠️ Let op, op deze dag is er nog iets: vr 25 dec." in told
    assert "⚠️ Let op, dan is het schoolvakantie: vr 25 dec (Kerstvakantie)." in told
    assert "⚠️ Let op, dat is een feestdag: vr 25 dec (Eerste kerstdag)." in told


async def test_change_gives_the_line_back_and_away_keeps_nothing(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw morgen 19.00: feest")
    [again] = await quick_bot.presses(HENK, "Henk", "Veranderen")
    assert again.endswith("/nieuw morgen 19.00: feest")

    await quick_bot.says(HENK, "Henk", "nieuw morgen 20.00: feest")
    assert await quick_bot.presses(HENK, "Henk", "Weg") == ["Goed, ik plan het niet."]
    assert (await quick_bot.presses(HENK, "Henk", "Ja, plan het"))[0].startswith("Dat voorstel is er niet meer.")
    assert "feest" not in (await published(quick_bot)).announcements


async def test_a_draft_survives_a_restart_but_not_a_day(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_bot(quick_database, clock, street_content) as bot:
        await bot.says(HENK, "Henk", "nieuw over 3 dagen 19.00: feest")

    async with running_bot(quick_database, clock) as bot:
        await bot.says(HENK, "Henk", "ja")
        assert "feest" in (await published(bot)).announcements

        await bot.says(HENK, "Henk", "nieuw over 3 dagen 20.00: taart")
        clock.advance(hours=25)
        [late] = await bot.presses(HENK, "Henk", "Ja, plan het")
        assert late.startswith("Dat voorstel is er niet meer.")


async def test_who_made_it_is_recorded_and_it_stays_when_they_go(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw morgen 19.00: feest")
    await quick_bot.presses(HENK, "Henk", "Ja, plan het")
    [made] = await quick_bot.app.database.read(lambda store: store.content_log.of("announcement", "feest"))
    assert (made.what, made.by.role) == ("made", Role.STREET_CONTACT)
    assert made.by.mark

    await quick_bot.says(HENK, "Henk", "/vergeet")
    await quick_bot.presses(HENK, "Henk", "Ja, wis alles")

    assert "feest" in (await published(quick_bot)).announcements
    [made] = await quick_bot.app.database.read(lambda store: store.content_log.of("announcement", "feest"))
    assert made.by.mark == ""


async def test_the_same_words_twice_are_two_items(quick_bot: Bot) -> None:
    for _ in range(2):
        await quick_bot.says(HENK, "Henk", "nieuw morgen 19.00: feest")
        await quick_bot.presses(HENK, "Henk", "Ja, plan het")

    assert {"feest", "feest-2"} <= set((await published(quick_bot)).announcements)


async def test_old_drafts_are_forgotten(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw morgen 19.00: feest")
    later = quick_bot.clock() + timedelta(days=2)

    assert await quick_bot.app.database.write(lambda store: store.drafts.forget_before(later)) == 1


async def test_a_mark_tells_nobody_who_it_is(quick_bot: Bot) -> None:
    henk = Person(platform=Platform.TELEGRAM, id="12345")

    mark = await quick_bot.app.database.read(lambda store: store.people.mark_of(henk))

    assert "12345" not in mark


@pytest.mark.parametrize(
    "said", ["ja plan het maar", "doe maar", "Ja, plan het!", "plan het", "is goed", "ja hoor prima"]
)
async def test_a_yes_in_other_words_plans_it(quick_bot: Bot, said: str) -> None:
    await quick_bot.says(HENK, "Henk", "/nieuw soep eten vr 15 jan 17.00, Pleintje")

    [kept] = await quick_bot.says(HENK, "Henk", said)

    assert kept.startswith("Het staat op de agenda: Soep eten.")


async def test_what_names_the_line_is_no_part_of_its_title(quick_bot: Bot) -> None:
    [shown] = await quick_bot.says(HENK, "Henk", "nieuwe activiteit: soepavond op 20 dec om 18.00, De Linde")

    assert shown.startswith("Nieuwe activiteit\n\nSoepavond\nzo 20 dec, 18.00 uur")
