"""`/onthoud`: what a person answered once, the bot knows from then on, after an organiser's yes."""

from datetime import date
from pathlib import Path

from handlers.steering.organising import bring_content
from messages.content import Content
from messages.street import Platform, Role
from storage import Database
from storage.content_file.examined import read_content, write_content
from tests.doubles.bot import Bot
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import running_groups

GROUP, FATMA, HENK, ORG = "lindelaan", "lindelaan/Fatma", "lindelaan/Henk", "lindelaan/Organisator"
PIGEON = "mag mijn duif op de buitenunit"
ID = "mag-mijn-duif-op-de-buitenunit"


async def published(bot: Bot) -> Content:
    return await bot.app.database.read(lambda store: store.content.published())


async def answered(bot: Bot, question: str = PIGEON) -> None:
    await bot.says(FATMA, "Fatma", question)
    await bot.presses(FATMA, "Fatma", "Ja, door")
    await bot.says(HENK, "Henk", "vragen")
    await bot.says(HENK, "Henk", "antwoord 1: Ja hoor, als hij niets sloopt.")


async def test_an_answer_becomes_an_entry_of_the_street_after_a_yes(street_bot: Bot) -> None:
    await answered(street_bot)
    [proposed] = await street_bot.presses(HENK, "Henk", "Onthoud dit antwoord")
    assert proposed.startswith("Dank je! Ik stel het voor aan de organisator.")
    assert ID not in (await published(street_bot)).faqs

    [waiting] = await street_bot.says(ORG, "Organisator", "vragen")
    assert waiting == "Er zijn geen open vragen. Mooi! Eén voorstel voor een nieuw antwoord wacht op je ja."
    [shown] = await street_bot.presses(ORG, "Organisator", "Bekijk het voorstel")
    assert "Mag mijn duif op de buitenunit?\n\nJa hoor, als hij niets sloopt." in shown
    [kept] = await street_bot.presses(ORG, "Organisator", "Ja, bewaar")
    assert kept.startswith("Bewaard. Vanaf nu antwoord ik op: Mag mijn duif op de buitenunit?")

    entry = (await published(street_bot)).faqs[ID]
    assert entry.audience.streets == ("lindelaan",)
    assert entry.source
    assert (entry.source.name, entry.source.checked_on) == ("Henk, straatcontact van Lindelaan", date(2026, 12, 1))
    [answer] = await street_bot.says("lindelaan/Ali", "Ali", f"{PIGEON}?")
    assert "Ja hoor, als hij niets sloopt." in answer
    assert answer.endswith("Bron: Henk, straatcontact van Lindelaan, gecheckt 12-2026.")
    deeds = await street_bot.app.database.read(lambda store: store.content_log.of("faq", ID))
    assert [(deed.what, deed.by.role) for deed in deeds] == [
        ("made", Role.STREET_CONTACT),
        ("changed", Role.ORGANISER),
    ]


async def test_a_neighbours_answer_in_the_group_is_remembered_without_names(quick_bot: Bot) -> None:
    said = "Dat mag gewoon, Fatma! Bel mij maar op 06-12345678."
    await quick_bot.says(GROUP, "Ali", said)

    [which] = await quick_bot.says(GROUP, "Henk", "/onthoud", reply_to=said)
    [proposed] = await quick_bot.says(GROUP, "Henk", f"/onthoud {PIGEON}?", reply_to=said)
    await quick_bot.says(ORG, "Organisator", "vragen")
    [shown] = await quick_bot.presses(ORG, "Organisator", "Bekijk het voorstel")

    assert which.startswith("Bij welke vraag hoort dit antwoord?")
    assert proposed.startswith("Dank je!")
    assert "Dat mag gewoon, […]! Bel mij maar op […]." in shown


async def test_an_answer_that_the_bot_passed_on_is_remembered_without_whose_it_was(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", f"@straatbot {PIGEON}")
    await quick_bot.presses(GROUP, "Fatma", "Ja, door")
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.says(HENK, "Henk", "antwoord 1: Dat mag gewoon.")

    await quick_bot.says(GROUP, "Henk", f"/onthoud {PIGEON}?", reply_to="Antwoord van Henk:\n\nDat mag gewoon.")
    await quick_bot.says(ORG, "Organisator", "vragen")
    [shown] = await quick_bot.presses(ORG, "Organisator", "Bekijk het voorstel")

    assert "Mag mijn duif op de buitenunit?\n\nDat mag gewoon." in shown


async def test_a_no_keeps_nothing_and_it_can_be_decided_once(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", f"onthoud {PIGEON}? Ja, dat mag.")
    await quick_bot.says(ORG, "Organisator", "vragen")
    await quick_bot.presses(ORG, "Organisator", "Bekijk het voorstel")

    assert await quick_bot.presses(ORG, "Organisator", "Nee") == ["Goed, ik bewaar het niet."]

    assert await quick_bot.presses(ORG, "Organisator", "Ja, bewaar") == ["Daar is al over beslist."]
    assert ID not in await quick_bot.app.database.read(lambda store: store.content.ids())


async def test_an_organiser_is_asked_at_once(quick_bot: Bot) -> None:
    [shown] = await quick_bot.says(ORG, "Organisator", f"/onthoud {PIGEON}? Ja, dat mag.")
    await quick_bot.presses(ORG, "Organisator", "Ja, bewaar")

    assert shown.startswith("Zal ik dit voortaan zelf antwoorden? Het komt van: bewoners van Lindelaan.")
    assert ID in (await published(quick_bot)).faqs


async def test_what_cannot_be_kept_is_refused_kindly(quick_bot: Bot) -> None:
    [how] = await quick_bot.says(HENK, "Henk", "/onthoud")
    [there] = await quick_bot.says(HENK, "Henk", "/onthoud Maakt een warmtepomp veel geluid? Nee hoor.")
    [bad] = await quick_bot.says(HENK, "Henk", f"/onthoud {PIGEON}? Vraag het aan {{{{buurman}}}}.")
    [refused] = await quick_bot.says(FATMA, "Fatma", f"/onthoud {PIGEON}? Ja, dat mag.")

    assert how.startswith("Zo bewaar je een goed antwoord:")
    assert there == "Op die vraag heb ik al een antwoord. Het heet warmtepomp-geluid."
    assert bad.startswith("Zo kan ik het niet bewaren:")
    assert refused.startswith("Dat kan alleen het straatcontact.")


async def test_a_question_with_something_taken_out_cannot_become_an_entry_as_it_is(quick_bot: Bot) -> None:
    await answered(quick_bot, "mag fatma een duif op het dak van Lindelaan 12?")

    assert quick_bot.playground.heard_back(HENK)[-1].choices == ()


async def test_export_shows_it_and_an_import_without_it_leaves_it_alone(street_bot: Bot, tmp_path: Path) -> None:
    await street_bot.says(ORG, "Organisator", f"/onthoud {PIGEON}? Ja, dat mag.")
    await street_bot.presses(ORG, "Organisator", "Ja, bewaar")
    database, file = street_bot.app.database, tmp_path / "out.yaml"
    now = street_bot.clock()

    file.write_text(write_content(await database.read(lambda store: store.content.kept())), encoding="utf-8")
    assert ID in read_content(file).faqs

    journeys = read_content(Path(__file__).parent / "content.yaml")
    await database.write(lambda store: bring_content(journeys, False, now, store))
    assert ID in (await published(street_bot)).faqs
    await database.write(lambda store: bring_content(journeys, True, now, store))
    assert ID not in (await published(street_bot)).faqs


async def test_a_proposal_that_nobody_decides_about_is_gone_after_thirty_days(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", f"/onthoud {PIGEON}? Ja, dat mag.")
    quick_bot.clock.advance(days=31)

    await quick_bot.app.clock.forget()

    assert ID not in await quick_bot.app.database.read(lambda store: store.content.ids())


async def test_on_telegram_the_organiser_gets_it_and_the_contact_hears_of_the_yes(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    organiser, henk, group = "9", "2", "-1"
    async with running_groups(quick_database, clock, street_content, organisers=f"telegram:{organiser}") as chats:
        [invitation] = await chats.hears(organiser, organiser, "koppel lindelaan")
        await chats.hears(henk, henk, invitation.links[0].partition("start=")[2])
        await chats.hears(group, organiser, "/koppel lindelaan")
        sent = await chats.hears(group, henk, f"/onthoud {PIGEON}?", reply_text="Ja hoor, dat mag.")
        told = await chats.presses(organiser, organiser, "Ja, bewaar")

    assert [message.chat for message in sent] == [organiser, group]
    assert "Het komt van: Henk, straatcontact van Lindelaan." in sent[0].text
    assert {message.chat: message.text.split(".")[0] for message in told} == {
        organiser: "Bewaard",
        henk: "De organisator zei ja",
    }


async def test_what_was_refused_can_be_proposed_again(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    organiser, henk = "9", "2"
    async with running_groups(quick_database, clock, street_content, organisers=f"telegram:{organiser}") as chats:
        [invitation] = await chats.hears(organiser, organiser, "koppel lindelaan")
        await chats.hears(henk, henk, invitation.links[0].partition("start=")[2])
        await chats.hears(henk, henk, f"/onthoud {PIGEON}? Ja.")
        await chats.presses(organiser, organiser, "Nee")

        sent = await chats.hears(henk, henk, f"/onthoud {PIGEON}? Ja, als hij niets sloopt.")

    [shown] = [message for message in sent if message.chat == organiser]
    assert "Ja, als hij niets sloopt." in shown.text


async def test_on_whatsapp_it_is_typed_in_one_go(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    organiser = "whatsapp:+31612345678"
    async with running_groups(
        quick_database, clock, street_content, organisers=organiser, claiming=Platform.WHATSAPP
    ) as chats:
        await chats.hears(organiser, organiser, "Lindelaan")
        [shown] = await chats.hears(organiser, organiser, f"onthoud: {PIGEON}? Ja, dat mag.")
        [kept] = await chats.hears(organiser, organiser, "ja")

    assert "Mag mijn duif op de buitenunit?\n\nJa, dat mag." in shown.text
    assert kept.text.startswith("Bewaard.")
