"""`En wat kost dat?`, soon after an answer, is about what that answer was about."""

from collections.abc import AsyncIterator

import pytest

from storage import Database, Store
from storage.content_file.starter import starter_content
from tests.doubles.bot import Bot, running_bot
from tests.doubles.clock import FakeClock

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"
HOW, COACH = "hoe werkt een warmtenet?", "wat doet een energiecoach?"
COSTS, NOISE = "Je betaalt vaste kosten en een prijs per gigajoule", "Hoeveel geluid mag een warmtepomp maken"
ABOUT_COACH = "Wat doet een energiecoach en hoe vraag ik er een aan?"
WHAT_IT_COSTS = "en wat kost dat?"


@pytest.fixture
async def street(quick_database: Database, clock: FakeClock) -> AsyncIterator[Bot]:
    """With the starter content, where a question has many answers that come near."""
    async with running_bot(quick_database, clock, starter_content(clock())) as running:
        yield running


async def test_what_is_asked_next_is_about_the_last_answer(street: Bot) -> None:
    await street.says(PRIVATE, "Fatma", HOW)

    [answer] = await street.says(PRIVATE, "Fatma", WHAT_IT_COSTS)

    assert answer.startswith(f"Wat kost warmte van een warmtenet?\n\n{COSTS}")


async def test_without_an_answer_before_it_is_not_known_what_is_meant(street: Bot) -> None:
    [asked_back] = await street.says(PRIVATE, "Fatma", WHAT_IT_COSTS)

    assert COSTS not in asked_back


async def test_a_thank_you_in_between_does_not_end_the_talk(street: Bot) -> None:
    await street.says(PRIVATE, "Fatma", HOW)
    await street.says(PRIVATE, "Fatma", "dank je")

    [answer] = await street.says(PRIVATE, "Fatma", WHAT_IT_COSTS)

    assert COSTS in answer


async def test_ten_minutes_later_it_is_another_talk(street: Bot) -> None:
    await street.says(PRIVATE, "Fatma", HOW)
    await street.later(minutes=11)

    [asked_back] = await street.says(PRIVATE, "Fatma", WHAT_IT_COSTS)

    assert COSTS not in asked_back


async def test_who_names_another_subject_is_answered_about_that(street: Bot) -> None:
    await street.says(PRIVATE, "Fatma", HOW)

    [answer] = await street.says(PRIVATE, "Fatma", "en maakt een warmtepomp veel geluid?")

    assert NOISE in answer


async def test_after_a_meeting_it_is_about_the_meeting(street: Bot) -> None:
    await street.says(PRIVATE, "Fatma", HOW)
    await street.says(PRIVATE, "Fatma", "wanneer is de borrel?")

    [answer] = await street.says(PRIVATE, "Fatma", "kost dat wat?")

    assert answer.startswith("Buurtborrel")


async def test_in_a_group_it_is_about_the_answer_to_the_same_person(bot: Bot) -> None:
    await bot.says(GROUP, "Fatma", f"@straatbot {HOW}")
    await bot.says(GROUP, "Ali", "@straatbot maakt een warmtepomp veel geluid?")

    [answer] = await bot.says(GROUP, "Fatma", f"@straatbot {WHAT_IT_COSTS}")

    assert answer.startswith(COSTS)


async def test_in_a_group_who_replies_to_an_answer_asks_about_that_one(street: Bot) -> None:
    [answer] = await street.says(GROUP, "Ali", f"@straatbot {HOW}")

    [costs] = await street.says(GROUP, "Fatma", WHAT_IT_COSTS, reply_to=answer)

    assert costs.startswith(COSTS)


async def test_in_a_group_who_was_pointed_to_an_answer_may_go_on_about_it(street: Bot) -> None:
    await street.says(GROUP, "Ali", f"@straatbot {HOW}")
    [pointer] = await street.says(GROUP, "Fatma", f"@straatbot {HOW}")

    [costs] = await street.says(GROUP, "Fatma", f"@straatbot {WHAT_IT_COSTS}")

    assert pointer.startswith("Zie mijn antwoord")
    assert costs.startswith(COSTS)


async def test_overheard_nothing_is_taken_for_a_next_question(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {HOW}")

    await street.says(GROUP, "Fatma", "en wat kost dat eigenlijk per jaar?")
    await street.later(minutes=20)

    assert not any(COSTS in said for said in street.said(GROUP))


@pytest.mark.parametrize("said", ["dat weet ik al", "dat is duur zeg", "ok dat is duidelijk", "ik snap het niet"])
async def test_what_is_no_question_is_heard_as_before(street: Bot, said: str) -> None:
    before = await street.says("lindelaan/Ali", "Ali", said)
    await street.says(PRIVATE, "Fatma", HOW)

    assert await street.says(PRIVATE, "Fatma", said) == before


async def test_danger_goes_before_what_was_spoken_of(street: Bot) -> None:
    await street.says(PRIVATE, "Fatma", HOW)

    [answer] = await street.says(PRIVATE, "Fatma", "en als ik gas ruik?")

    assert answer.startswith("Ruik je gas? Doe dit nu:")


async def test_where_it_may_be_the_same_answer_that_is_offered_too(bot: Bot) -> None:
    await bot.says(PRIVATE, "Fatma", COACH)

    [asked_back] = await bot.says(PRIVATE, "Fatma", "is dat gratis?")

    assert asked_back.startswith("Bedoel je")
    assert bot.playground.heard_back(PRIVATE)[-1].choices[0].label == ABOUT_COACH


async def test_only_a_question_that_refers_costs_another_look_into_the_database(
    street: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await street.says(PRIVATE, "Fatma", HOW)
    looked = []
    reading = street.app.database.read

    async def counted(work: object) -> object:
        looked.append(work)
        return await reading(work)  # type: ignore[arg-type]

    monkeypatch.setattr(street.app.inbox._reader, "_database", type("Counting", (), {"read": staticmethod(counted)}))

    await street.says(PRIVATE, "Fatma", "wat kost een warmtenet?")
    assert len(looked) == 0
    await street.says(PRIVATE, "Fatma", "en hoe werkt dat dan?")
    assert len(looked) == 1


async def test_such_a_question_is_not_learned_as_a_way_to_ask(bot: Bot) -> None:
    await bot.says(PRIVATE, "Fatma", COACH)
    await bot.says(PRIVATE, "Fatma", "is dat gratis?")
    await bot.presses(PRIVATE, "Fatma", ABOUT_COACH)

    def kept(store: Store) -> int:
        return len(store.questions.meant(None))

    assert await bot.app.database.read(kept) == 0


async def test_what_is_asked_after_suggestions_is_about_their_subject(street: Bot) -> None:
    [suggested] = await street.says(PRIVATE, "Fatma", "warmtepomp")
    assert suggested.startswith("Bedoel je een van deze vragen?")

    [answer] = await street.says(PRIVATE, "Fatma", "en hoelang gaat ie mee")

    assert "zo'n 15 jaar" in answer


@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
async def test_what_is_asked_after_a_button_is_about_what_that_brought(street: Bot, chat: str) -> None:
    await street.says(chat, "Fatma", "@straatbot warmtepomp")
    await street.presses(chat, "Fatma", "Wat doet een warmtepomp precies?")

    [answer] = await street.says(chat, "Fatma", "@straatbot en hoelang gaat ie mee")

    assert "zo'n 15 jaar" in answer


async def test_in_a_group_it_may_be_a_reply_to_the_suggestions(street: Bot) -> None:
    [suggested] = await street.says(GROUP, "Fatma", "@straatbot warmtepomp")

    [answer] = await street.says(GROUP, "Fatma", "en hoelang gaat ie mee", reply_to=suggested)

    assert "zo'n 15 jaar" in answer


@pytest.mark.parametrize("said", ["is that free?", "does it cost anything", "ist das kostenlos", "bu ücretsiz mi"])
async def test_in_another_language_what_the_answer_may_hold_is_asked_back(street: Bot, said: str) -> None:
    await street.says(PRIVATE, "Fatma", "what does an energy coach do?")

    await street.says(PRIVATE, "Fatma", said)

    shown = [choice.label for choice in street.playground.heard_back(PRIVATE)[-1].choices]
    assert any("coach" in label for label in shown), shown
