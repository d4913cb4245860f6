"""What there is to do, when and where, and whom to ask: from the agenda, never from the FAQ."""

import pytest

from tests.doubles.bot import Bot

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"


async def test_the_agenda_lists_what_is_coming_soonest_first(quick_bot: Bot) -> None:
    [agenda] = await quick_bot.says(PRIVATE, "Fatma", "/agenda")

    assert agenda == (
        "Agenda Lindelaan\n\n"
        "• Buurtborrel: vr 4 dec, 17.00–19.00 uur, Pleintje\n"
        "• Energiecafé: do 10 dec, 19.30–21.00 uur, De Linde"
    )


async def test_what_has_ended_is_gone_from_the_agenda(quick_bot: Bot) -> None:
    quick_bot.clock.set("2026-12-04T18:59:00+01:00")
    assert "Buurtborrel" in (await quick_bot.says(PRIVATE, "Fatma", "agenda"))[0]

    quick_bot.clock.set("2026-12-04T19:00:00+01:00")
    assert "Buurtborrel" not in (await quick_bot.says(PRIVATE, "Fatma", "agenda"))[0]


async def test_an_empty_agenda_invites_ideas(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says("eikenlaan/Ali", "Ali", "/agenda")

    assert answer.startswith("Er staat nog niets op de agenda voor Eikenlaan.")


@pytest.mark.parametrize(
    "asked",
    [
        "hoe laat is het energiecafé",
        "Wanneer is het energiecafe?",
        "waar is dat energiecafé ook alweer",
        "hoe laat begint het energiecaffe in de lindelaan",
    ],
)
async def test_when_a_meeting_is_can_be_asked_by_its_name(quick_bot: Bot, asked: str) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert answer.startswith("Energiecafé\ndo 10 dec, 19.30–21.00 uur\nDe Linde, Lindelaan 1, Amersfoort")
    assert "Henk is er ook." in answer
    assert "openstreetmap.org" in answer


@pytest.mark.parametrize(
    "asked",
    [
        "hoe laat",
        "waar is het ook alweer",
        "wanneer is de volgende bijeenkomst",
    ],
)
async def test_without_a_name_the_next_meeting_is_meant(quick_bot: Bot, asked: str) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert answer.startswith("Buurtborrel\nvr 4 dec, 17.00–19.00 uur")


@pytest.mark.parametrize(
    "asked", ["moet ik me aanmelden?", "kan ik iemand meenemen", "is er parkeren", "kost de avond wat"]
)
async def test_practical_questions_get_the_next_meeting_and_a_person(quick_bot: Bot, asked: str) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert answer.startswith("Buurtborrel")
    assert "Staat je antwoord er niet bij? Vraag het aan Henk." in answer


async def test_part_of_a_title_is_enough(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(GROUP, "Fatma", "@straatbot wanneer is de borrel?")

    assert answer.startswith("Buurtborrel")


async def test_what_is_on_gives_the_whole_agenda(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(GROUP, "Fatma", "@straatbot wat is er te doen?")

    assert answer.startswith("Agenda Lindelaan")


@pytest.mark.parametrize(
    "asked", ["Wann ist das Treffen?", "toplantı ne zaman", "kiedy jest spotkanie?", "متى الاجتماع؟"]
)
async def test_who_asks_for_the_meeting_in_another_language_gets_the_agenda(quick_bot: Bot, asked: str) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert "Agenda Lindelaan" in answer


async def test_neighbours_who_ask_each_other_are_not_interrupted(quick_bot: Bot) -> None:
    assert await quick_bot.says(GROUP, "Fatma", "hoe laat kom jij vanavond?") == []


async def test_the_contact_is_named_by_command_and_in_ordinary_words(quick_bot: Bot) -> None:
    for asked in ("/contact", "contact", "wie is onze straatcontact?", "ik wil een mens spreken"):
        assert await quick_bot.says(PRIVATE, "Fatma", asked) == ["Vraag het aan Henk (bel gerust tot negen uur)."]


async def test_a_street_without_a_contact_says_that_one_is_wanted(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says("beukenhof/Ali", "Ali", "/contact")

    assert answer.startswith("There is no street contact for Beukenhof yet.")


@pytest.mark.parametrize(
    "asked",
    [
        "waar is dat",
        "hoe laat begint het?",
        "is er oppas",
        "is er eten",
        "mag ik mijn zus meenemen",
        "kan mijn moeder ook komen",
        "hoe lang duurt het",
        "kost dat wat",
        "kost het wat",
    ],
)
async def test_what_is_asked_next_is_about_the_meeting_that_was_told_of(quick_bot: Bot, asked: str) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "wanneer is het energiecafé")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert answer.startswith("Energiecafé\ndo 10 dec")
    [again] = await quick_bot.says(PRIVATE, "Fatma", "waar is dat")
    assert again.startswith("Energiecafé\ndo 10 dec")
    [next_one] = await quick_bot.says(PRIVATE, "Fatma", "wanneer is de volgende bijeenkomst")
    assert next_one.startswith("Buurtborrel\nvr 4 dec")


@pytest.mark.parametrize(
    "asked", ["wanneer is ook alweer die avond over energie", "waar is die energie avond met koffie"]
)
async def test_a_meeting_is_found_by_what_it_is_about(quick_bot: Bot, asked: str) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert answer.startswith("Energiecafé\ndo 10 dec")


@pytest.mark.parametrize(
    "asked", ["gaat de borrel nog door?", "weet je of de buurtborrel doorgaat", "gaat de borrel vrijdag niet door"]
)
async def test_whether_a_meeting_goes_on_tells_of_it(quick_bot: Bot, asked: str) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert answer.startswith("Buurtborrel\nvr 4 dec")


async def test_whether_something_else_goes_on_is_no_question_about_a_meeting(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "gaat het lawaai van de pomp door de muur")

    assert "dec" not in answer


async def test_what_is_asked_after_another_answer_is_not_about_the_meeting_before_it(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "wanneer is het energiecafé")
    await quick_bot.says(PRIVATE, "Fatma", "is een warmtepomp luid")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "kost dat wat")

    assert "Energiecafé" not in answer


async def test_an_hour_later_the_next_meeting_is_meant(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "wanneer is het energiecafé")
    quick_bot.clock.advance(hours=1)

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "waar is dat")

    assert answer.startswith("Buurtborrel\nvr 4 dec")


async def test_in_a_group_a_reply_to_an_invitation_is_about_that_meeting(quick_bot: Bot) -> None:
    await quick_bot.later(days=2, hours=8)
    invitation = next(text for text in quick_bot.said(GROUP) if text.startswith("Energiecafé"))
    await quick_bot.later(hours=3)

    [answer] = await quick_bot.says(GROUP, "Fatma", "hoe laat begint het?", reply_to=invitation)

    assert answer.startswith("Energiecafé\ndo 10 dec")


@pytest.mark.parametrize(
    "asked", ["hoe laat is het vanavond", "waar is het vanavond ook alweer", "is het morgen nou wel of niet"]
)
async def test_for_a_day_without_a_meeting_it_says_so_first(quick_bot: Bot, asked: str) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert answer.startswith("Dan staat er niets op de agenda. Dit komt eerst:\n\nBuurtborrel\nvr 4 dec")


@pytest.mark.parametrize("asked", ["hoe laat is de borrel vrijdag", "waar is het vrijdag"])
async def test_for_a_weekday_it_tells_of_the_meeting_on_that_day(quick_bot: Bot, asked: str) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "wanneer is het energiecafé")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", asked)

    assert answer.startswith("Buurtborrel\nvr 4 dec")


async def test_what_something_costs_is_no_question_about_a_meeting_that_was_not_told_of(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "wat kost het")

    assert "Buurtborrel" not in answer


async def test_for_a_day_with_a_meeting_it_tells_of_that_one(quick_bot: Bot) -> None:
    quick_bot.clock.set("2026-12-09T10:00:00+01:00")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "waar is het morgen")

    assert answer.startswith("Energiecafé\ndo 10 dec")
