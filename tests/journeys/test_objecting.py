"""`Klopt niet`: anybody takes an answer away, and the same question does not get it outright again."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from messages.content import Content
from messages.delivery import Delivery
from messages.street import Platform
from storage import Database, Store
from storage.answer_tables import objections
from tests.doubles.bot import Bot, running_bot
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import running_groups

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"
QUESTION, ANSWER = "maakt een warmtepomp veel geluid?", "Bij de erfgrens hoogstens 40 dB"
WRONG = "Klopt niet"
FIVE = (
    "wat kost een warmtenet",
    "hoe werkt een warmtenet",
    "hoe weet ik of ik een spouwmuur heb",
    "werken mijn pannen op inductie",
    "wanneer stopt salderen",
)


@pytest.fixture
async def street(database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Bot]:
    async with running_bot(database, clock, street_content) as running:
        yield running


async def test_anybody_takes_an_answer_away(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")

    await street.presses(GROUP, "Jan", WRONG)

    assert street.said(GROUP) == []


async def test_the_same_question_then_gets_it_no_more_unasked_and_only_as_a_suggestion_when_asked(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    await street.presses(GROUP, "Jan", WRONG)

    await street.says(GROUP, "Ali", "maakt een warmtepomp veel geluit?")
    await street.later(minutes=5)
    assert street.said(GROUP) == []
    [asked_back] = await street.says(GROUP, "Ali", f"@straatbot {QUESTION}")
    assert asked_back.startswith("Bedoel je")


async def test_another_question_about_it_is_answered_as_before(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    await street.presses(GROUP, "Jan", WRONG)

    [answer] = await street.says(GROUP, "Ali", "@straatbot hoeveel herrie maakt zo'n ding buiten")

    assert answer.startswith(ANSWER)


async def test_in_another_street_nothing_changes(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    await street.presses(GROUP, "Jan", WRONG)

    [answer] = await street.says("eikenlaan", "Ali", f"@straatbot {QUESTION}")

    assert answer.startswith(ANSWER)


async def test_in_private_it_is_taken_away_with_an_apology(street: Bot) -> None:
    await street.says(PRIVATE, "Fatma", QUESTION)

    answers = await street.presses(PRIVATE, "Fatma", WRONG)

    assert street.said(PRIVATE) == [
        "Sorry, dan begreep ik je verkeerd. Ik heb mijn antwoord weggehaald. Vraag het nog eens, in andere woorden. "
        "Of vraag het aan Henk (bel gerust tot negen uur)."
    ]
    assert answers == []  # one gone and one come


async def test_in_private_the_words_do_as_well_as_the_button_but_klopt_is_a_yes(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", QUESTION)

    await quick_bot.says(PRIVATE, "Fatma", "klopt")
    assert ANSWER in quick_bot.said(PRIVATE)[0]

    await quick_bot.says(PRIVATE, "Fatma", QUESTION)
    await quick_bot.says(PRIVATE, "Fatma", "klopt niet!")
    assert quick_bot.said(PRIVATE)[-1].startswith("Sorry, dan begreep ik je verkeerd.")


async def test_what_is_remembered_of_the_question_holds_no_name_number_or_address(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION[:-1]} bij Kees, Lindelaan 12, 06 12345678?")
    assert street.said(GROUP)
    await street.presses(GROUP, "Jan", WRONG)

    [text] = await street.app.database.read(lambda store: store.objections.questions(GROUP, "warmtepomp-geluid"))
    [row] = await street.app.database.read(remembered)

    assert "warmtepomp" not in row.text  # encrypted
    assert text.startswith("maakt een warmtepomp veel geluid bij")
    for secret in ("Kees", "12", "06", "Fatma", "Jan"):
        assert secret not in text


async def test_the_street_contact_hears_once_a_day_what_went_away(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers="telegram:9") as groups:
        await groups.hears("-100", "9", "/koppel lindelaan")
        [invitation] = await groups.hears("9", "9", "/koppel lindelaan")
        await groups.hears("7", "7", "/start " + invitation.links[0].partition("start=")[2])

        told = []
        for question in (QUESTION, "hoeveel herrie maakt zo'n ding buiten"):
            await groups.hears("-100", "5", question)
            told += await groups.presses("-100", "6", WRONG, question=question)
            groups.clock.advance(hours=5)

        assert [(one.chat, one.text) for one in told] == [
            (
                "7",
                "In Lindelaan vond iemand mijn antwoord niet kloppen. "
                "De vraag was: “Maakt een warmtepomp veel geluid?” Ik heb mijn antwoord weggehaald.",
            )
        ]


async def test_the_street_contact_is_not_told_that_it_went_away_where_it_stays(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers="telegram:9") as groups:
        await groups.hears("-100", "9", "/koppel lindelaan")
        [invitation] = await groups.hears("9", "9", "/koppel lindelaan")
        await groups.hears("7", "7", "/start " + invitation.links[0].partition("start=")[2])
        await groups.hears("-100", "5", QUESTION)
        groups.clock.advance(hours=48)

        told = await groups.presses("-100", "6", WRONG, question=QUESTION)

    [text] = [one.text for one in told if one.chat == "7"]
    assert text.endswith("De vraag was: “Maakt een warmtepomp veel geluid?” Weghalen kon ik mijn antwoord niet.")


async def test_one_person_does_not_take_everything_away(street: Bot) -> None:
    for question in FIVE:
        await street.says(PRIVATE, "Fatma", question)
        await street.presses(PRIVATE, "Fatma", WRONG)
    await street.says(GROUP, "Ali", f"@straatbot {QUESTION}")

    [answer] = await street.presses(GROUP, "Fatma", WRONG)
    assert answer.startswith("Je vond vandaag al vijf antwoorden niet kloppen.")
    assert street.said(GROUP)[0].startswith(ANSWER)

    street.clock.advance(days=1)
    await street.presses(GROUP, "Fatma", WRONG)
    assert ANSWER not in street.said(GROUP)[0]


async def test_pressed_twice_it_is_taken_back_once(street: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    button = street.playground.heard_back(GROUP)[-1].choices[0].id
    both_pressed = asyncio.Event()
    send = street.playground.send

    async def send_once_both_pressed(delivery: Delivery, page: int) -> str:
        await both_pressed.wait()
        return await send(delivery, page)

    monkeypatch.setattr(street.playground, "send", send_once_both_pressed)
    await street.playground.press(GROUP, "Jan", button)
    await street.playground.press(GROUP, "Ali", button)
    both_pressed.set()
    await street.delivered()

    assert street.said(GROUP) == []
    assert len(await street.app.database.read(remembered)) == 1


async def test_who_objected_is_forgotten_after_a_day_and_what_was_asked_after_half_a_year(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    await street.presses(GROUP, "Jan", WRONG)

    street.clock.advance(days=2)
    await street.app.clock.forget()
    [row] = await street.app.database.read(remembered)
    assert (row.by_hash, bool(row.text)) == ("", True)

    street.clock.advance(days=180)
    await street.app.clock.forget()
    assert await street.app.database.read(remembered) == []


async def test_on_telegram_it_is_deleted_unless_it_is_too_old(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers="telegram:9") as groups:
        await groups.hears("-100", "9", "/koppel lindelaan")
        await groups.hears("-100", "5", QUESTION)
        assert await groups.presses("-100", "6", WRONG, question=QUESTION) == []
        assert groups.platform.gone == ["2"]

        [old] = await groups.hears("-100", "5", "hoe werkt een warmtenet")
        groups.clock.advance(hours=48)
        [sorry] = await groups.presses("-100", "6", WRONG)

        assert sorry.text.startswith("Sorry, dan begreep ik je verkeerd. Vraag het nog eens")
        assert len(groups.platform.gone) == 1
        assert old.delivery.key != sorry.delivery.key


async def test_on_whatsapp_nothing_can_be_deleted_so_it_says_sorry(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    fatma = "whatsapp:+31600000003"
    async with running_groups(quick_database, clock, street_content, claiming=Platform.WHATSAPP) as chats:
        chats.platform.identity = replace(chats.platform.identity, takes_back_for=None)
        await chats.hears(fatma, fatma, "Lindelaan")
        await chats.hears(fatma, fatma, QUESTION)

        [sorry] = await chats.hears(fatma, fatma, "klopt niet")

        assert sorry.text.startswith("Sorry, dan begreep ik je verkeerd. Vraag het nog eens, in andere woorden.")
        assert chats.platform.gone == []


def remembered(store: Store) -> list[object]:
    return list(store._connection.execute(select(objections)))
