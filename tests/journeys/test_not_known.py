"""What the bot does not know: kept without names, passed on after a yes, and gone again."""

import pytest

from tests.doubles.bot import Bot
from tests.journeys.questions import FATMA, GROUP, HENK, PIGEON, kept, passed_on


async def test_nothing_is_passed_on_or_shown_without_a_yes(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", PIGEON)
    [questions] = await quick_bot.says(HENK, "Henk", "vragen")
    assert questions == "Er zijn geen open vragen. Mooi! Eén vraag is niet doorgegeven. Die laat ik niet zien."
    assert await kept(quick_bot) == [PIGEON]

    [refused] = await quick_bot.presses(FATMA, "Fatma", "Nee")

    assert refused == "Goed, ik geef niets door. Vraag het aan Henk (bel gerust tot negen uur)."
    assert await kept(quick_bot) == []


async def test_in_a_group_only_whoever_asked_decides(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", f"@straatbot {PIGEON}")

    assert await quick_bot.presses(GROUP, "Ali", "Ja, door") == []
    assert await quick_bot.presses(GROUP, "Ali", "Nee") == []
    assert (await quick_bot.presses(GROUP, "Fatma", "Ja, door"))[0].startswith("Doorgegeven")


@pytest.mark.parametrize("addressed", ["@straatbot", "a reply"])
async def test_in_a_group_a_typed_yes_counts_too_but_only_of_whoever_asked(quick_bot: Bot, addressed: str) -> None:
    [offer] = await quick_bot.says(GROUP, "Fatma", f"@straatbot {PIGEON}")

    async def says(name: str, text: str) -> list[str]:
        named, to = (f"@straatbot {text}", None) if addressed == "@straatbot" else (text, offer)
        return await quick_bot.says(GROUP, name, named, reply_to=to)

    assert await quick_bot.says(GROUP, "Fatma", "ja") == []  # to a neighbour, as far as anybody can tell
    assert await says("Ali", "ja") == []
    assert await kept(quick_bot) == [PIGEON]
    assert await says("Fatma", "Ja graag!") == ["Doorgegeven aan Henk, zonder je naam. Het antwoord komt hier."]


async def test_in_a_group_a_typed_no_passes_nothing_on(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", f"@straatbot {PIGEON}")

    assert await quick_bot.says(GROUP, "Ali", "@straatbot nee") == []
    [refused] = await quick_bot.says(GROUP, "Fatma", "@straatbot nee")

    assert refused.startswith("Goed, ik geef niets door.")
    assert await kept(quick_bot) == []


async def test_in_a_group_a_reply_says_yes_to_what_it_replies_to(quick_bot: Bot) -> None:
    [offer] = await quick_bot.says(GROUP, "Fatma", f"@straatbot {PIGEON}")
    await quick_bot.says(GROUP, "Ali", "@straatbot warmtenet")

    [what] = await quick_bot.says(GROUP, "Fatma", "@straatbot ja")
    [passed] = await quick_bot.says(GROUP, "Fatma", "ja", reply_to=offer)

    assert what.startswith("Waar zeg je dat op?")
    assert passed.startswith("Doorgegeven aan Henk")


async def test_in_a_group_never_mind_lets_go_of_the_question_of_whoever_asked(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", f"@straatbot {PIGEON}")

    assert await quick_bot.says(GROUP, "Ali", "@straatbot laat maar") == ["Goed. Vragen mag altijd."]
    assert await kept(quick_bot) == [PIGEON]
    await quick_bot.says(GROUP, "Fatma", f"@straatbot {PIGEON} dan")
    assert await quick_bot.says(GROUP, "Fatma", "@straatbot laat maar") == ["Goed. Vragen mag altijd."]
    assert await kept(quick_bot) == [PIGEON]
    assert await quick_bot.says(GROUP, "Fatma", "laat maar") == []


async def test_in_a_group_a_typed_number_is_the_choice(quick_bot: Bot) -> None:
    [choices] = await quick_bot.says(GROUP, "Fatma", "@straatbot warmtenet")
    assert choices.startswith("Bedoel je een van deze vragen?")

    [answer] = await quick_bot.says(GROUP, "Fatma", "@straatbot nummer 1")

    assert answer == "Er komt warm water door buizen in de straat."


async def test_what_is_kept_and_shown_has_nobodys_name_number_or_address(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", "mag fatma een duif op het dak van Lindelaan 12? bel 06-12345678")

    [questions] = await quick_bot.says(HENK, "Henk", "vragen")

    assert "1. “mag […] een duif op het dak van […]? bel […]”" in questions


async def test_nee_iets_anders_offers_to_pass_it_on(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", "warmtenet")
    [offer] = await quick_bot.presses(FATMA, "Fatma", "Nee, iets anders")
    assert offer.endswith("zonder je naam. Mag dat?")

    await quick_bot.presses(FATMA, "Fatma", "Ja, door")

    assert "“warmtenet”" in (await quick_bot.says(HENK, "Henk", "vragen"))[0]


async def test_a_suggestion_that_was_chosen_leaves_nothing_behind_to_answer(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", "warmtenet")
    assert await kept(quick_bot) == ["warmtenet"]

    await quick_bot.presses(FATMA, "Fatma", "Wat kost een warmtenet?")

    assert await kept(quick_bot) == []


async def test_money_worries_and_illness_are_not_kept(quick_bot: Bot) -> None:
    for said in ("er staat een deurwaarder voor mijn deur", "mag mijn zuurstof naast de buitenunit"):
        [answer] = await quick_bot.says(FATMA, "Fatma", said)

        assert answer == "Dat weet ik niet. Vraag het aan Henk (bel gerust tot negen uur)."
        assert await kept(quick_bot) == []


@pytest.mark.parametrize("said", ["ik sta al maanden rood, wat nu", "faturamı ödeyemiyorum", "I have asthma, mag dat"])
async def test_nor_are_they_without_one_telling_word_or_in_another_language(quick_bot: Bot, said: str) -> None:
    await quick_bot.says(FATMA, "Fatma", said)

    assert await kept(quick_bot) == []


async def test_my_data_counts_them_and_forgetting_takes_them_from_the_group_too(street_bot: Bot) -> None:
    await passed_on(street_bot, FATMA, "Fatma", PIGEON)
    await street_bot.says(GROUP, "Fatma", "@straatbot wat is de hoofdstad van peru")
    [data] = await street_bot.says(FATMA, "Fatma", "/mijngegevens")
    assert "Ik bewaar 2 vragen van je waarop ik geen antwoord wist." in data

    await street_bot.says(FATMA, "Fatma", "/vergeet")
    await street_bot.presses(FATMA, "Fatma", "Ja, wis alles")

    assert await kept(street_bot) == []


async def test_after_thirty_days_a_question_is_gone(street_bot: Bot) -> None:
    await passed_on(street_bot, FATMA, "Fatma", PIGEON)

    street_bot.clock.advance(days=29, hours=23)
    await street_bot.app.clock.forget()
    assert await kept(street_bot) == [PIGEON]
    street_bot.clock.advance(hours=2)
    await street_bot.app.clock.forget()
    assert await kept(street_bot) == []


async def test_one_person_does_not_fill_the_list(quick_bot: Bot) -> None:
    for number in range(25):
        await quick_bot.says(FATMA, "Fatma", f"wat is hoofdstad nummer{'x' * number} van peru")

    assert len(await kept(quick_bot)) == 20


@pytest.mark.parametrize("said", ["ja", "Nee.", "misschien", "ja hoor!"])
async def test_an_answer_to_nothing_is_no_question_and_is_not_kept(quick_bot: Bot, said: str) -> None:
    [answer] = await quick_bot.says(FATMA, "Fatma", said)

    assert answer == "Waar zeg je dat op? Stel je vraag gerust in woorden."
    assert await kept(quick_bot) == []
