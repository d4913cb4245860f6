"""What the bot does not know: kept without names, passed on after a yes, and gone again."""

import pytest

from messages.content import Content
from storage import Database
from tests.doubles.bot import Bot
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import running_groups

GROUP, FATMA, ALI, HENK, ORG = (
    "lindelaan",
    "lindelaan/Fatma",
    "lindelaan/Ali",
    "lindelaan/Henk",
    "lindelaan/Organisator",
)
PIGEON = "mag mijn duif op de buitenunit"


async def kept(bot: Bot) -> list[str]:
    return [question.text for question in await bot.app.database.read(lambda store: store.questions.unanswered(None))]


async def passed_on(bot: Bot, chat: str, sender: str, text: str) -> None:
    await bot.says(chat, sender, text)
    await bot.presses(chat, sender, "Ja, door")


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


async def test_never_mind_withdraws_a_question_and_nothing_else(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", "aanmelden")
    await quick_bot.presses(FATMA, "Fatma", "Ja")
    await passed_on(quick_bot, FATMA, "Fatma", "wat is de hoofdstad van peru")
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)

    [withdrawn] = await quick_bot.says(FATMA, "Fatma", "Laat maar!")

    assert quick_bot.said(FATMA)[-2].endswith("Wil je het toch niet meer weten? Typ laat maar.")
    assert withdrawn == f"Goed, deze vraag heb ik ingetrokken: “{PIGEON}”"
    assert await kept(quick_bot) == ["wat is de hoofdstad van peru"]
    await quick_bot.later(days=1)
    assert "Tip: radiatorfolie" in quick_bot.said(FATMA)[-1]


async def test_never_mind_after_something_else_first_asks_about_what_still_waits(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)
    await quick_bot.says(FATMA, "Fatma", "is een warmtepomp luid")

    [asked] = await quick_bot.says(FATMA, "Fatma", "laat maar")
    [left] = await quick_bot.says(FATMA, "Fatma", "laat maar")
    again = [answer for _ in range(3) for answer in await quick_bot.says(FATMA, "Fatma", "laat maar")]
    [withdrawn] = await quick_bot.presses(FATMA, "Fatma", "Trek in")

    assert asked == f"Goed. Deze vraag wacht nog op antwoord: “{PIGEON}” Wil je die intrekken?"
    assert left == "Goed, ik laat die vraag staan."
    assert again == ["Goed. Vragen mag altijd."] * 3
    assert withdrawn == f"Goed, deze vraag heb ik ingetrokken: “{PIGEON}”"
    assert await kept(quick_bot) == []


async def test_a_second_never_mind_withdraws_no_older_question(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", "wat is de hoofdstad van peru")
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)

    for _ in range(3):
        await quick_bot.says(FATMA, "Fatma", "laat maar")

    assert await kept(quick_bot) == ["wat is de hoofdstad van peru"]


async def test_never_mind_at_the_offer_lets_go_of_that_question_and_calls_nothing_withdrawn(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", "wat is de hoofdstad van peru")
    for offered in ([PIGEON], ["warmtenet"], ["warmtenet", "nee, iets anders"]):
        for said in offered:
            await quick_bot.says(FATMA, "Fatma", said)

        assert await quick_bot.says(FATMA, "Fatma", "laat maar") == ["Goed. Vragen mag altijd."]
        assert await kept(quick_bot) == ["wat is de hoofdstad van peru"]


async def test_what_was_passed_on_can_be_withdrawn_with_its_button_much_later(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", PIGEON)
    await quick_bot.presses(FATMA, "Fatma", "Ja, door")
    await quick_bot.later(days=2)

    [withdrawn] = await quick_bot.presses(FATMA, "Fatma", "Trek in")

    assert withdrawn == f"Goed, deze vraag heb ik ingetrokken: “{PIGEON}”"
    assert await kept(quick_bot) == []


async def test_never_mind_where_nothing_waits_withdraws_nothing(quick_bot: Bot) -> None:
    await passed_on(quick_bot, ALI, "Ali", PIGEON)

    [answer] = await quick_bot.says(FATMA, "Fatma", "laat maar")

    assert answer == "Goed. Vragen mag altijd."
    assert await kept(quick_bot) == [PIGEON]


async def test_stop_ends_the_messages_and_says_that_it_withdraws_the_question_too(quick_bot: Bot) -> None:
    await passed_on(quick_bot, FATMA, "Fatma", PIGEON)

    [stopped] = await quick_bot.says(FATMA, "Fatma", "stop")
    [again] = await quick_bot.says(FATMA, "Fatma", "stop")

    assert stopped == "Ik stuur je al niets uit mezelf. Je vraag heb ik ook ingetrokken. Vragen mag altijd."
    assert again == "Ik stuur je al niets uit mezelf. Vragen mag altijd."
    assert await kept(quick_bot) == []


async def test_stop_calls_nothing_withdrawn_that_was_not_passed_on(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", PIGEON)

    [stopped] = await quick_bot.says(FATMA, "Fatma", "stop")

    assert stopped == "Ik stuur je al niets uit mezelf. Vragen mag altijd."
    assert await kept(quick_bot) == []


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


async def test_whoever_is_the_one_to_ask_is_not_told_to_ask_themselves(quick_bot: Bot) -> None:
    assert await quick_bot.says(HENK, "Henk", PIGEON) == ["Dat weet ik niet."]
    mine = "Dat ben jij: straatcontact van Lindelaan. Kom je er niet uit? Vraag het aan de organisator."
    assert await quick_bot.says(HENK, "Henk", "contact") == [mine]
    assert await quick_bot.says(GROUP, "Henk", "/contact") == ["Vraag het aan Henk (bel gerust tot negen uur)."]


async def test_an_organiser_is_offered_the_contact_of_the_street(quick_bot: Bot) -> None:
    [offer] = await quick_bot.says(ORG, "Organisator", PIGEON)
    assert offer == "Dat weet ik niet. Ik geef je vraag door aan Henk, het straatcontact, zonder je naam. Mag dat?"

    [passed] = await quick_bot.says(ORG, "Organisator", "ja")
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.says(HENK, "Henk", "antwoord 1: Ja hoor.")

    assert passed.startswith("Doorgegeven aan Henk")
    assert quick_bot.said(ORG)[-1].endswith("Antwoord van Henk:\n\nJa hoor.")


async def test_who_is_organiser_and_contact_asks_another_organiser(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers="telegram:7,telegram:9") as groups:
        await groups.hears("-100", "9", "/koppel lindelaan")
        [invitation] = await groups.hears("9", "9", "/koppel lindelaan")
        await groups.hears("7", "7", "/start " + invitation.links[0].partition("start=")[2])

        [to_nine] = await groups.hears("-100", "9", PIGEON)
        told = await groups.hears("-100", "9", "ja")
        [to_seven] = await groups.hears("7", "7", "wat is de hoofdstad van peru")
        told_of_seven = await groups.hears("7", "7", "ja")

    assert to_nine.text.startswith("Dat weet ik niet. Ik geef je vraag door aan Henk, het straatcontact")
    assert {one.chat for one in told} == {"-100", "7"}
    assert to_seven.text.startswith("Dat weet ik niet. Ik geef je vraag door aan de organisator")
    assert {one.chat for one in told_of_seven} == {"7", "9"}


@pytest.mark.parametrize("organiser", ["9", "7"])
async def test_a_street_contact_is_offered_the_organisers_and_an_organiser_only_another(
    quick_database: Database, clock: FakeClock, street_content: Content, organiser: str
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers=f"telegram:{organiser}") as groups:
        await groups.hears("-100", organiser, "/koppel lindelaan")
        [invitation] = await groups.hears(organiser, organiser, "/koppel lindelaan")
        await groups.hears("7", "7", "/start " + invitation.links[0].partition("start=")[2])

        [said] = await groups.hears("7", "7", PIGEON)
        if organiser == "7":
            assert said.text == "Dat weet ik niet."
            return
        assert said.text == "Dat weet ik niet. Ik geef je vraag door aan de organisator, zonder je naam. Mag dat?"
        told = await groups.hears("7", "7", "ja")

        assert "9" in {one.chat for one in told}


@pytest.mark.parametrize("said", ["ja", "Nee.", "misschien", "ja hoor!"])
async def test_an_answer_to_nothing_is_no_question_and_is_not_kept(quick_bot: Bot, said: str) -> None:
    [answer] = await quick_bot.says(FATMA, "Fatma", said)

    assert answer == "Waar zeg je dat op? Stel je vraag gerust in woorden."
    assert await kept(quick_bot) == []
