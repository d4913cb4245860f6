"""A smell of gas: answered at once, wherever and whenever, before anything else."""

import pytest

from messages.content import Content
from storage import Database
from tests.doubles.bot import Bot, running_bot
from tests.doubles.clock import FakeClock

GROUP, PRIVATE = "lindelaan", "lindelaan/Fatma"
ANSWER = "Ramen open. Geen vuur of licht. Naar buiten. Bel 0800-9009."


@pytest.mark.parametrize("chat", [GROUP, PRIVATE])
async def test_a_smell_of_gas_is_answered_although_nobody_named_the_bot(quick_bot: Bot, chat: str) -> None:
    assert await quick_bot.says(chat, "Fatma", "ik ruik gas in de gang") == [ANSWER]


@pytest.mark.parametrize("typed", ["gaslugt bij de voordeur!!", "IK RUIK GAS", "ruik ik nou gas?", "ik ruikk gas"])
async def test_a_typing_error_does_not_stand_in_the_way(quick_bot: Bot, typed: str) -> None:
    assert await quick_bot.says(GROUP, "Fatma", typed) == [ANSWER]


async def test_at_night_it_is_answered_just_the_same(quick_bot: Bot) -> None:
    quick_bot.clock.set("2026-12-02T03:00:00+01:00")

    assert await quick_bot.says(GROUP, "Fatma", "ik ruik gas") == [ANSWER]


async def test_it_goes_before_a_command_that_holds_it(quick_bot: Bot) -> None:
    for said in ("/vraag ik ruik gas, wat nu", "/stil ik ruik gas", "stop, ik ruik gas"):
        assert await quick_bot.says(PRIVATE, "Fatma", said) == [ANSWER]


async def test_it_is_answered_in_the_language_in_which_it_is_said(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "help, I smell gas in the kitchen")

    assert answer == "Open windows. No fire or light. Go outside. Call 0800-9009."


async def test_it_is_answered_while_the_bot_is_told_to_be_silent(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "/stil 7")

    assert await quick_bot.says(PRIVATE, "Fatma", "ik ruik gas") == [ANSWER]


async def test_talk_about_getting_rid_of_gas_is_no_alarm(quick_bot: Bot) -> None:
    for chatter in ("wij willen van het gas af", "gas wordt steeds duurder", "wat vinden jullie van koken zonder gas"):
        assert ANSWER not in await quick_bot.says(GROUP, "Fatma", chatter)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("Hilfe, es riecht hier stark nach Gas", "Gasgeruch?"),
        ("Mutfakta çok kötü gaz kokusu var", "Gaz kokusu mu var?"),
        ("Pomocy, w kuchni bardzo śmierdzi gazem", "Czujesz gaz?"),
        ("أشم رائحة غاز في المطبخ", "رائحة غاز؟"),
    ],
)
async def test_who_tells_of_gas_in_another_language_first_reads_in_it_what_to_do(
    quick_bot: Bot, said: str, first: str
) -> None:
    for chat in (GROUP, PRIVATE):
        [answer] = await quick_bot.says(chat, "Fatma", said)
        theirs, ours = answer.split("\n\n", 1)

        assert theirs.startswith(first)
        assert "0800-9009" in theirs
        assert "112" in theirs
        assert ours == ANSWER


async def test_who_chose_a_language_reads_it_first_although_the_danger_was_told_in_dutch(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "/taal tr")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "ik ruik gas")

    assert answer.startswith("Gaz kokusu mu var?")
    assert answer.endswith(ANSWER)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_who_tells_of_danger_in_the_language_of_the_answer_reads_it_once(
    quick_database: Database, clock: FakeClock, street_content: Content, language: str
) -> None:
    async with running_bot(quick_database, clock, street_content, default_language=language) as bot:
        assert await bot.says("beukenhof", "Fatma", "ik ruik gas in de gang") == [ANSWER]


ABOVE = "Gevaar? Doe nu wat hierboven staat, van 12.00 uur. Bel: 0800-9009."


async def test_a_joke_about_what_was_just_said_in_the_group_gets_a_line_and_not_the_card_again(quick_bot: Bot) -> None:
    assert await quick_bot.says(GROUP, "Fatma", "ik ruik gas") == [ANSWER]
    await quick_bot.later(minutes=2)

    for joker in ("Jan", "Ali", "Jan"):
        assert await quick_bot.says(GROUP, joker, "gaslucht bij mij op de bank") == [ABOVE]
    assert [said.reply_to for said in quick_bot.playground.heard_back(GROUP)[1:]] == [
        quick_bot.playground.heard_back(GROUP)[0].id
    ] * 3


async def test_a_danger_is_told_of_in_full_again_when_the_card_has_scrolled_away(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", "ik ruik gas")
    await quick_bot.later(hours=3)

    assert await quick_bot.says(GROUP, "Jan", "ik ruik gas in de hal") == [ANSWER]


async def test_in_private_and_in_another_group_the_card_comes_each_time(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", "ik ruik gas")

    assert await quick_bot.says("eikenlaan", "Fatma", "ik ruik gas") == [ANSWER]
    for _ in range(2):
        assert await quick_bot.says(PRIVATE, "Fatma", "ik ruik gas") == [ANSWER]


async def test_who_tells_of_it_in_another_language_gets_the_card_in_that(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Jan", "ik ruik gas")

    [turkish] = await quick_bot.says(GROUP, "Fatma", "Mutfakta çok kötü gaz kokusu var")
    [english] = await quick_bot.says(GROUP, "John", "help, I smell gas in the kitchen")

    assert turkish.startswith("Gaz kokusu mu var?")
    assert english == "Open windows. No fire or light. Go outside. Call 0800-9009."


async def test_another_danger_gets_its_own_card(bot: Bot) -> None:
    [gas] = await bot.says(GROUP, "Fatma", "ik ruik gas in de gang")

    [fire] = await bot.says(GROUP, "Fatma", "brand! er komen vlammen uit het dak")

    assert gas.startswith("Ruik je gas?")
    assert fire.startswith("Brand, rook of vonken?")


async def test_the_card_is_not_taken_away_by_who_says_that_it_is_wrong(quick_bot: Bot) -> None:
    [card] = await quick_bot.says(GROUP, "Fatma", "ik ruik gas")

    await quick_bot.says(GROUP, "Fatma", "klopt niet", reply_to=card)

    assert card in quick_bot.said(GROUP)
