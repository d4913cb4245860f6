"""What one person types in several lines within seconds is one question."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from messages.content import Content
from storage import Database, Store
from storage.answer_tables import lines
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET, Bot, running_bot
from tests.doubles.clock import FakeClock

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"
FIRST, SECOND, ANSWER = "maakt zo een ding", "veel geluid?", "Bij de erfgrens hoogstens 40 dB"


@pytest.fixture
async def street(database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Bot]:
    async with running_bot(database, clock, street_content) as running:
        yield running


async def test_two_lines_are_one_question_that_is_left_to_the_neighbours_first(street: Bot) -> None:
    await street.says(GROUP, "Fatma", FIRST)
    street.clock.advance(seconds=4)
    await street.says(GROUP, "Fatma", SECOND)
    assert street.said(GROUP) == []

    await street.later(seconds=90)

    assert street.said(GROUP)[0].startswith(ANSWER)
    last = street.playground.transcript.since(chat=GROUP)[1]
    assert street.playground.heard_back(GROUP)[0].reply_to == last.id


async def test_in_private_what_comes_after_an_answer_is_about_that_answer(street: Bot) -> None:
    await street.says(PRIVATE, "Fatma", "hoe werkt dat")

    [asked_back] = await street.says(PRIVATE, "Fatma", "warmtenet?")

    assert asked_back.startswith("Bedoel je")


async def test_who_names_the_bot_in_the_first_line_need_not_name_it_again(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "@straatbot")
    street.clock.advance(seconds=5)

    [answer] = await street.says(GROUP, "Fatma", "maakt een warmtepomp veel geluid?")

    assert answer.startswith(ANSWER)


async def test_danger_in_two_lines_is_danger(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "help ik ruik")

    [answer] = await street.says(GROUP, "Fatma", "gas in de gang")

    assert answer.startswith("Ramen open.")


async def test_what_is_not_known_is_kept_and_passed_on_whole(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "mag mijn duif eigenlijk")
    street.clock.advance(seconds=4)
    await street.says(GROUP, "Fatma", "@straatbot op de buitenunit zitten?")
    await street.presses(GROUP, "Fatma", "Ja, door")

    [questions] = await street.says("lindelaan/Henk", "Henk", "vragen")

    assert "1. “mag mijn duif eigenlijk op de buitenunit zitten?”" in questions


async def test_what_was_asked_back_about_is_learned_whole(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "hoeveel geld")
    await street.says(GROUP, "Fatma", "@straatbot warmtenet")
    await street.presses(GROUP, "Fatma", "Wat kost een warmtenet?")

    await street.says("lindelaan/Henk", "Henk", "vragen")
    [shown] = await street.presses("lindelaan/Henk", "Henk", "Bekijk de zinnen")

    assert "“hoeveel geld warmtenet” hoort bij: Wat kost een warmtenet?" in shown


@pytest.mark.parametrize(("who", "seconds"), [("Jan", 4), ("Fatma", 11)])
async def test_somebody_elses_line_or_a_later_one_is_another_thought(street: Bot, who: str, seconds: int) -> None:
    await street.says(GROUP, "Fatma", FIRST)
    street.clock.advance(seconds=seconds)
    await street.says(GROUP, who, SECOND)

    await street.later(minutes=3)

    assert street.said(GROUP) == []


async def test_another_process_that_hears_the_second_line_knows_the_first(
    database: Database, database_url: str, clock: FakeClock, street_content: Content
) -> None:
    async with open_database(database_url, Seal(SECRET)) as other_database:
        async with running_bot(database, clock, street_content) as one:
            await one.says(GROUP, "Fatma", FIRST)
        async with running_bot(other_database, clock, street_content) as other:
            await other.says(GROUP, "Fatma", SECOND)
            await other.later(seconds=90)

            assert other.said(GROUP)[0].startswith(ANSWER)


async def test_a_line_is_kept_encrypted_and_for_less_than_a_minute(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "mijn geheime woord is zwaluwstaart")
    [kept] = await street.app.database.read(texts)
    assert "zwaluwstaart" not in kept

    street.clock.advance(seconds=29)
    await street.app.clock.forget_lines()

    assert await street.app.database.read(texts) == []


async def test_what_is_nobodys_business_is_not_kept_for_a_second(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "ik heb schulden bij de energie")
    await street.says(PRIVATE, "Fatma", "mijn vrouw heeft astma en het huis is koud")

    assert await street.app.database.read(texts) == []


def texts(store: Store) -> list[str]:
    return list(store._connection.scalars(select(lines.c.text)))
