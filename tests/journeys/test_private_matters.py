"""Money worries and illness: one kind line in the group, the rest where nobody reads along, and nothing is kept."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from messages.content import Content
from messages.street import Platform
from storage import Database, Store
from storage.tables import metadata
from tests.doubles.bot import Bot, running_bot
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import running_groups

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"
OFFER = "Daar help ik je graag mee, zonder dat iedereen meeleest."


@pytest.fixture
async def street(database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Bot]:
    async with running_bot(database, clock, street_content) as running:
        yield running


@pytest.mark.parametrize(
    "said",
    [
        "ik heb schulden, kan ik nog een warmtenet betalen?",
        "mijn vrouw heeft astma, maakt een warmtepomp veel geluid?",
        "I can't pay my gas bill, what now?",
        "faturamı ödeyemiyorum",
    ],
)
async def test_in_the_group_there_is_an_offer_and_no_answer(quick_bot: Bot, said: str) -> None:
    [offer] = await quick_bot.says(GROUP, "Fatma", f"@straatbot {said}")

    assert OFFER in offer or "without everybody reading along" in offer
    for answer in ("40 dB", "gigajoule", "leverancier"):
        assert answer not in offer


async def test_money_worries_that_are_overheard_get_the_offer_when_no_neighbour_speaks(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "ik kan de rekening niet meer betalen")
    assert street.said(GROUP) == []

    await street.later(seconds=90)

    [offer] = street.said(GROUP)
    assert offer.startswith(OFFER)


async def test_who_then_tells_the_bot_itself_gets_one_offer(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "ik kan de rekening niet meer betalen")
    await street.says(GROUP, "Fatma", "@straatbot ik kan de rekening niet meer betalen")

    await street.later(minutes=5)

    assert len(street.said(GROUP)) == 1


async def test_illness_that_is_overheard_is_left_alone(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "mijn vader heeft kanker")
    await street.later(minutes=5)

    assert street.said(GROUP) == []


async def test_in_private_it_is_answered_like_anything_else(street: Bot) -> None:
    [answer] = await street.says(PRIVATE, "Fatma", "ik kan de rekening niet meer betalen")

    assert "Je bent niet de enige." in answer


async def test_nothing_of_it_is_kept_anywhere(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "@straatbot mijn zwaluwstaart en ik hebben schulden")
    await street.says(GROUP, "Fatma", "mijn zwaluwstaart heeft astma")

    everything = await street.app.database.read(all_rows)

    assert "zwaluwstaart" not in everything
    assert not await street.app.database.read(lambda store: store._connection.execute(select(QUESTIONS)).all())


async def test_the_button_leads_to_a_private_chat_that_goes_on_about_it(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers="telegram:9") as groups:
        await groups.hears("-100", "9", "/koppel lindelaan")
        [offer] = await groups.hears("-100", "5", "ik kan de rekening niet betalen")
        [open_offer] = await groups.hears("-100", "5", "ik heb astma, is dat een probleem")

        assert offer.links == ("https://t.me/straatbot?start=faq-rekening-niet-betalen",)
        assert open_offer.links == ("https://t.me/straatbot?start=prive",)
        [answer] = await groups.hears("5", "5", "/start faq-rekening-niet-betalen")
        [here] = await groups.hears("5", "5", "/start prive")
        assert "Je bent niet de enige." in answer.text
        assert here.text == "Hier leest niemand mee. Wat wil je weten?"


async def test_in_the_playground_the_link_types_the_same(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "faq-rekening-niet-betalen")
    [here] = await quick_bot.says(PRIVATE, "Fatma", "prive")

    assert "Je bent niet de enige." in answer
    assert here == "Hier leest niemand mee. Wat wil je weten?"


async def test_on_whatsapp_everything_is_private_already(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    fatma = "whatsapp:+31600000003"
    async with running_groups(quick_database, clock, street_content, claiming=Platform.WHATSAPP) as chats:
        await chats.hears(fatma, fatma, "Lindelaan")

        [answer] = await chats.hears(fatma, fatma, "ik kan de rekening niet betalen")

        assert "Je bent niet de enige." in answer.text


async def test_a_wrong_answer_about_it_is_taken_away_but_the_question_is_not_remembered(street: Bot) -> None:
    await street.says(PRIVATE, "Fatma", "ik kan de rekening niet betalen")
    await street.presses(PRIVATE, "Fatma", "Klopt niet")

    wrong_for = await street.app.database.read(lambda store: store.objections.questions(GROUP, "rekening-niet-betalen"))

    assert street.said(PRIVATE)[0].startswith("Sorry")
    assert wrong_for == []


QUESTIONS = metadata.tables["questions"]


def all_rows(store: Store) -> str:
    return "".join(str(store._connection.execute(select(table)).all()) for table in metadata.sorted_tables)
