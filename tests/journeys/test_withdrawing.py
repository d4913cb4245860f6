"""`Laat maar` and `stop`: a question that was passed on is withdrawn, and nothing is called withdrawn that was not."""

from tests.doubles.bot import Bot
from tests.journeys.questions import ALI, FATMA, PIGEON, kept, passed_on


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
