"""A group and its street: who may link them, and what is said in the meantime."""

from collections.abc import AsyncIterator

import pytest

from messages.content import Content
from messages.incoming import Change
from storage import Database
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import Groups, running_groups

GROUP, ORGANISER, HENK, FATMA = "-100", "1", "2", "3"


@pytest.fixture
async def groups(quick_database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Groups]:
    """Added to one group that is not linked yet; one organiser."""
    async with running_groups(quick_database, clock, street_content, organisers=f"telegram:{ORGANISER}") as running:
        await running.changes(GROUP, Change.JOINED, overhears=False)
        yield running


async def test_a_bot_that_was_added_says_one_thing_and_then_nothing(groups: Groups) -> None:
    [hello] = groups.in_chat(GROUP)
    for said in ("hoi bot", "@straatbot wat doe jij", "/agenda", "/help", "/vraag maakt een warmtepomp geluid"):
        assert await groups.hears(GROUP, FATMA, said) == []

    assert hello.text.startswith("Hoi! Ik ben Straatbot, een bot.")
    assert "/koppel lindelaan" in hello.text


async def test_only_a_smell_of_gas_makes_it_speak_before_that(groups: Groups) -> None:
    [answer] = await groups.hears(GROUP, FATMA, "ik ruik gas!", addressed=False)

    assert "0800-9009" in answer.text


async def test_an_organiser_links_at_once(groups: Groups) -> None:
    [greeting] = await groups.hears(GROUP, ORGANISER, "/koppel lindelaan")

    assert greeting.chat == GROUP
    assert greeting.text.startswith("Gelukt! Deze groep hoort nu bij Lindelaan.")
    assert "Het straatcontact is Henk." in greeting.text


@pytest.mark.parametrize("typed", ["/koppel Lindelaan", "/koppel lindelan", "/link LINDELAAN"])
async def test_the_name_of_a_street_need_not_be_spelled_as_its_id(groups: Groups, typed: str) -> None:
    [greeting] = await groups.hears(GROUP, ORGANISER, typed)

    assert "Lindelaan" in greeting.text


async def test_without_a_street_it_says_which_there_are(groups: Groups) -> None:
    for typed in ("/koppel", "/koppel dorpsstraat"):
        [answer] = await groups.hears(GROUP, ORGANISER, typed)

        assert answer.text.endswith("Deze straten ken ik: lindelaan, eikenlaan, beukenhof.")


async def test_a_strangers_wish_is_put_to_the_organiser_and_the_group_hears_nothing(groups: Groups) -> None:
    sent = await groups.hears(GROUP, FATMA, "/koppel lindelaan")

    [question] = sent
    assert question.chat == ORGANISER
    assert question.text.startswith("Iemand wil een groep koppelen aan Lindelaan. Mag dat?")
    assert [choice.label for choice in question.choices] == ["Ja, koppelen", "Nee"]


async def test_asking_again_does_not_bother_the_organiser_again(groups: Groups) -> None:
    await groups.hears(GROUP, FATMA, "/koppel lindelaan")

    assert await groups.hears(GROUP, FATMA, "/koppel lindelaan") == []


async def test_after_a_yes_the_group_is_linked_and_greeted(groups: Groups) -> None:
    await groups.hears(GROUP, FATMA, "/koppel lindelaan")

    told, greeting = sorted(
        await groups.presses(ORGANISER, ORGANISER, "Ja, koppelen"), key=lambda sent: -int(sent.chat)
    )

    assert (told.chat, told.text) == (ORGANISER, "Gelukt. De groep hoort nu bij Lindelaan.")
    assert greeting.chat == GROUP
    assert greeting.text.startswith("Gelukt! Deze groep hoort nu bij Lindelaan.")
    assert len(await groups.hears(GROUP, FATMA, "/agenda")) == 1


async def test_after_a_no_it_stays_silent(groups: Groups) -> None:
    await groups.hears(GROUP, FATMA, "/koppel lindelaan")

    [told] = await groups.presses(ORGANISER, ORGANISER, "Nee")

    assert told.text == "Goed, ik koppel die groep niet. Ik blijf er stil."
    assert await groups.hears(GROUP, FATMA, "/agenda") == []


async def test_an_answer_given_twice_counts_once(groups: Groups) -> None:
    await groups.hears(GROUP, FATMA, "/koppel lindelaan")
    await groups.presses(ORGANISER, ORGANISER, "Nee")

    [told] = await groups.presses(ORGANISER, ORGANISER, "Ja, koppelen")

    assert told.text == "Die vraag is al beantwoord."
    assert await groups.hears(GROUP, FATMA, "/agenda") == []


async def test_a_stranger_cannot_silence_or_move_a_group_that_is_linked(groups: Groups) -> None:
    await groups.hears(GROUP, ORGANISER, "/koppel lindelaan")
    await groups.hears(GROUP, FATMA, "/koppel eikenlaan")

    [agenda] = await groups.hears(GROUP, FATMA, "/agenda")
    await groups.presses(ORGANISER, ORGANISER, "Nee")
    [afterwards] = await groups.hears(GROUP, FATMA, "/agenda")

    assert agenda.text.startswith("Agenda Lindelaan")
    assert afterwards.text.startswith("Agenda Lindelaan")


async def test_a_contact_who_was_invited_links_at_once(groups: Groups) -> None:
    [invitation] = await groups.hears(ORGANISER, ORGANISER, "/koppel lindelaan")
    code = invitation.links[0].removeprefix("https://t.me/straatbot?start=")

    [welcome] = await groups.hears(HENK, HENK, f"/start {code}")
    [greeting] = await groups.hears(GROUP, HENK, "/koppel lindelaan")

    assert "Je bent nu straatcontact. Je straat: Lindelaan." in welcome.text
    assert greeting.text.startswith("Gelukt! Deze groep hoort nu bij Lindelaan.")


async def test_a_contact_speaks_for_the_own_street_only(groups: Groups) -> None:
    await _make_contact(groups)

    [question] = await groups.hears(GROUP, HENK, "/koppel eikenlaan")

    assert question.chat == ORGANISER
    assert question.text.startswith("Iemand wil een groep koppelen aan Eikenlaan.")


async def test_an_invitation_works_once_and_for_a_week(groups: Groups) -> None:
    code = await _make_contact(groups)
    [used] = await groups.hears(FATMA, FATMA, f"/start {code}")
    [invitation] = await groups.hears(ORGANISER, ORGANISER, "/koppel eikenlaan")
    await groups.later(days=7, minutes=1)
    [late] = await groups.hears(FATMA, FATMA, f"/start {invitation.links[0].partition('start=')[2]}")

    assert used.text == late.text == "Deze uitnodiging werkt niet (meer). Vraag de organisator om een nieuwe."


async def test_an_invitation_may_be_typed_without_the_command(groups: Groups) -> None:
    [invitation] = await groups.hears(ORGANISER, ORGANISER, "/koppel lindelaan")

    [welcome] = await groups.hears(HENK, HENK, invitation.links[0].partition("start=")[2])

    assert welcome.text.startswith("Welkom! Je bent nu straatcontact.")


async def test_a_contact_who_leaves_is_missed_by_the_organiser(groups: Groups) -> None:
    await _make_contact(groups)
    await groups.hears(HENK, HENK, "/vergeet")

    sent = {message.chat: message.text for message in await groups.presses(HENK, HENK, "Ja, wis alles")}

    assert sent[ORGANISER].startswith("Het straatcontact van Lindelaan is gestopt.")
    assert (await groups.hears(HENK, HENK, "/planning"))[0].text.startswith("Dat kan alleen het straatcontact.")


async def test_what_only_begins_like_an_invitation_is_a_question(groups: Groups) -> None:
    [answer] = await groups.hears(FATMA, FATMA, "contact-gegevens van Henk?")

    assert "uitnodiging" not in answer.text


async def test_it_says_what_it_can_overhear(groups: Groups) -> None:
    [deaf] = await groups.hears(GROUP, ORGANISER, "/koppel lindelaan")
    await groups.changes("-200", Change.JOINED, overhears=True)
    [hearing] = await groups.hears("-200", ORGANISER, "/koppel eikenlaan")

    assert "Ik lees hier alleen wat voor mij is" in deaf.text
    assert "Ik kan meelezen in deze groep." in hearing.text


async def test_without_an_organiser_the_group_hears_whom_to_look_for(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers="") as groups:
        await groups.changes(GROUP, Change.JOINED)

        [answer] = await groups.hears(GROUP, FATMA, "/koppel lindelaan")

    assert answer.text.startswith("Een organisator moet deze groep koppelen aan Lindelaan.")


async def test_whoever_comes_in_private_is_asked_for_the_street_first(groups: Groups) -> None:
    [hello] = await groups.hears(FATMA, FATMA, "/start")
    [settled] = await groups.presses(FATMA, FATMA, "Eikenlaan")

    assert hello.text.startswith("Hoi! Ik ben de straatbot.")
    assert [choice.label for choice in hello.choices] == ["Lindelaan", "Eikenlaan", "Beukenhof"]
    assert "Eikenlaan" in settled.text
    assert "Noor" in settled.text


async def test_what_was_asked_goes_on_once_the_street_is_known(groups: Groups) -> None:
    await groups.hears(FATMA, FATMA, "/agenda")

    [agenda] = await groups.presses(FATMA, FATMA, "Lindelaan")

    assert agenda.text.startswith("Agenda Lindelaan")


async def _make_contact(groups: Groups) -> str:
    [invitation] = await groups.hears(ORGANISER, ORGANISER, "/koppel lindelaan")
    code = invitation.links[0].partition("start=")[2]
    await groups.hears(HENK, HENK, f"/start {code}")
    return code
