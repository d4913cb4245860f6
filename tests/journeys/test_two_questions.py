"""Two questions in one message get two answers."""

from collections.abc import AsyncIterator

import pytest

from handlers.asking.two_questions import parts_of
from storage import Database
from storage.content_file.starter import starter_content
from tests.doubles.bot import Bot, running_bot
from tests.doubles.clock import FakeClock

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"
HOW, NOISE = "Wat doet een warmtepomp precies?", "Hoeveel geluid mag een warmtepomp maken"


@pytest.fixture
async def street(quick_database: Database, clock: FakeClock) -> AsyncIterator[Bot]:
    async with running_bot(quick_database, clock, starter_content(clock())) as running:
        yield running


@pytest.mark.parametrize("chat", [GROUP, PRIVATE])
async def test_both_are_answered_each_under_its_own_question(street: Bot, chat: str) -> None:
    [answer] = await street.says(chat, "Fatma", "@straatbot hoe werkt een warmtepomp en maakt dat veel herrie?")

    assert answer.startswith(HOW)
    assert answer.index("als een koelkast") < answer.index(NOISE) < answer.index("40 dB")
    assert [choice.label for choice in street.playground.heard_back(chat)[-1].choices] == ["Klopt niet"]


async def test_two_ways_to_ask_one_thing_get_one_answer(street: Bot) -> None:
    [answer] = await street.says(PRIVATE, "Fatma", "wat kost een warmtepomp en hoe lang gaat hij mee?")

    assert answer.count("Bron:") == 1


async def test_danger_is_heard_in_either(street: Bot) -> None:
    [card] = await street.says(PRIVATE, "Fatma", "wat kost een warmtepomp en waarom ruik ik gas in de keuken?")

    assert card.startswith("Ruik je gas?")


@pytest.mark.parametrize(
    "text", ["is een warmtepomp stil en zuinig?", "wat kost dubbel glas en een warmtepomp", "dat is mooi en goed"]
)
def test_one_question_about_two_things_is_one(text: str) -> None:
    assert parts_of(text) is None


def test_in_a_long_story_no_two_questions_are_looked_for() -> None:
    assert parts_of("wat kost een warmtepomp en hoeveel herrie maakt hij") is not None
    assert parts_of("wat kost een warmtepomp en hoeveel herrie maakt hij" + " en dan nog iets" * 20) is None
