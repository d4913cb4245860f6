"""Messages of the street in private: only after a yes, signed, and never again after a stop."""

import pytest

from tests.doubles.bot import Bot

PRIVATE = "lindelaan/Fatma"
TIP = "Tip: radiatorfolie kost weinig in Lindelaan."
LATE_TIP = "Goedemorgen! Trek een trui aan."


async def test_whoever_says_yes_gets_the_messages_of_the_street_with_how_to_stop(quick_bot: Bot) -> None:
    [question] = await quick_bot.says(PRIVATE, "Fatma", "aanmelden")
    [thanks] = await quick_bot.presses(PRIVATE, "Fatma", "Ja")

    await quick_bot.later(days=1)

    assert "Stoppen kan altijd: typ stop." in question
    assert thanks.startswith("Mooi!")
    signature = "Je krijgt dit omdat je je hebt aangemeld voor Lindelaan. Geen berichten meer? Typ stop."
    assert quick_bot.said(PRIVATE)[-1] == f"{TIP}\n\n{signature}"
    assert quick_bot.said("lindelaan")[-1] == TIP


async def test_a_typed_yes_counts_as_well(quick_bot: Bot) -> None:
    for yes in ("ja", "Ja.", "ja!", "1"):
        await quick_bot.says(PRIVATE, "Fatma", "aanmelden")

        [answer] = await quick_bot.says(PRIVATE, "Fatma", yes)

        assert answer.startswith("Mooi!")
        await quick_bot.says(PRIVATE, "Fatma", "stop")


async def test_without_a_yes_nothing_is_sent(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "aanmelden")
    await quick_bot.says("lindelaan/Ali", "Ali", "aanmelden")
    [answer] = await quick_bot.presses("lindelaan/Ali", "Ali", "Nee")

    await quick_bot.later(days=1)

    assert answer == "Goed. Ik stuur je niets uit mezelf. Vragen mag altijd."
    assert TIP not in "".join(quick_bot.said(PRIVATE) + quick_bot.said("lindelaan/Ali"))


async def test_after_a_stop_nothing_more_comes(quick_bot: Bot) -> None:
    await _subscribe(quick_bot)
    for stop in ("stop", "STOP", "stop.", "/stop", "afmelden", "Meld me af"):
        [confirmed] = await quick_bot.says(PRIVATE, "Fatma", stop)
        assert confirmed.startswith(("Klaar. Ik stuur je niets meer", "Ik stuur je al niets"))

    await quick_bot.later(days=1)

    assert TIP not in "".join(quick_bot.said(PRIVATE))


async def test_a_stop_also_stops_what_was_already_waiting(quick_bot: Bot) -> None:
    await _subscribe(quick_bot)
    quick_bot.clock.set("2026-12-02T22:29:00+01:00")
    await quick_bot.later(minutes=5)  # decided now, to be sent at eight

    await quick_bot.says(PRIVATE, "Fatma", "stop")
    await quick_bot.later(hours=10)

    assert LATE_TIP not in "".join(quick_bot.said(PRIVATE))
    assert LATE_TIP in quick_bot.said("lindelaan")


async def test_whoever_is_subscribed_is_not_asked_again(quick_bot: Bot) -> None:
    await _subscribe(quick_bot)

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "aanmelden")

    assert answer == "Je bent al aangemeld voor Lindelaan. Stoppen? Typ stop."


async def test_whoever_stopped_may_come_back(quick_bot: Bot) -> None:
    await _subscribe(quick_bot)
    await quick_bot.says(PRIVATE, "Fatma", "stop")
    await _subscribe(quick_bot)

    await quick_bot.later(days=1)

    assert TIP in quick_bot.said(PRIVATE)[-1]


async def test_muting_skips_the_messages_of_those_days_only(quick_bot: Bot) -> None:
    await _subscribe(quick_bot)
    [answer] = await quick_bot.says(PRIVATE, "Fatma", "/stil 2 dagen")

    await quick_bot.later(days=1)
    during = quick_bot.said(PRIVATE)[:]
    await quick_bot.later(days=2)

    assert answer == "Ik ben 2 dagen stil. Op vragen geef ik wel antwoord. Toch weer berichten? Typ /stil 0."
    assert TIP not in "".join(during)
    assert any(TIP in said for said in quick_bot.said(PRIVATE))


async def test_muting_understands_how_people_say_it(quick_bot: Bot) -> None:
    for said, days in (("/stil", 7), ("stil", 7), ("stil 3", 3), ("/stil 2 weken", 14), ("stil een maand", 30)):
        [answer] = await quick_bot.says(PRIVATE, "Fatma", said)
        assert answer.startswith(f"Ik ben {days} dagen stil.")

    assert (await quick_bot.says(PRIVATE, "Fatma", "/stil 1"))[0].startswith("Ik ben een dag stil.")
    assert (await quick_bot.says(PRIVATE, "Fatma", "/stil 0"))[0].startswith("Ik ben niet meer stil.")


@pytest.mark.parametrize("said", ["niet stil", "praat maar weer", "Je mag weer praten!", "weer aan", "/stil uit"])
async def test_a_muted_bot_speaks_again_when_it_is_told_so(quick_bot: Bot, said: str) -> None:
    await _subscribe(quick_bot)
    await quick_bot.says(PRIVATE, "Fatma", "/stil 2 dagen")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", said)
    await quick_bot.later(days=1)

    assert answer == "Ik ben niet meer stil. Je krijgt weer berichten van je straat, als je die wilde."
    assert TIP in quick_bot.said(PRIVATE)[-1]


async def test_who_is_not_muted_says_how_messages_come(quick_bot: Bot) -> None:
    [stopped] = await quick_bot.says(PRIVATE, "Fatma", "praat maar weer")
    await _subscribe(quick_bot)
    [not_muted] = await quick_bot.says(PRIVATE, "Fatma", "praat maar weer")

    assert stopped == "Ik ben niet stil. Vraag maar! Wil je ook berichten van je straat? Typ aanmelden."
    assert not_muted == "Ik ben niet stil. Vraag maar!"


async def test_in_a_group_only_the_contact_has_it_speak_again(quick_bot: Bot) -> None:
    await quick_bot.says("lindelaan", "Henk", "/stil 3")

    [refused] = await quick_bot.says("lindelaan", "Fatma", "@straatbot praat maar weer")
    [answer] = await quick_bot.says("lindelaan", "Henk", "@straatbot je mag weer praten")
    assert await quick_bot.says("lindelaan", "Henk", "je mag weer praten") == []
    await quick_bot.later(days=1)

    assert refused.startswith("Alleen het straatcontact kan mij hier weer berichten laten sturen.")
    assert answer == "Ik ben niet meer stil. Hier komen weer berichten van de straat."
    assert TIP in quick_bot.said("lindelaan")


async def test_a_muted_bot_still_answers(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "/stil")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "maakt een warmtepomp veel geluid")

    assert "40 dB" in answer


async def test_a_group_is_muted_by_its_contact_alone(quick_bot: Bot) -> None:
    [refused] = await quick_bot.says("lindelaan", "Fatma", "/stil")
    assert refused.startswith("Alleen het straatcontact")

    [answer] = await quick_bot.says("lindelaan", "Henk", "/stil 3")
    await quick_bot.later(days=1)

    assert answer.startswith("Ik ben 3 dagen stil.")
    assert TIP not in quick_bot.said("lindelaan")


async def test_in_a_group_nobody_is_subscribed_or_stopped(quick_bot: Bot) -> None:
    [subscribing] = await quick_bot.says("lindelaan", "Fatma", "/aanmelden")
    [stopping] = await quick_bot.says("lindelaan", "Fatma", "/stop")
    await quick_bot.later(days=1)

    assert "privégesprek" in subscribing
    assert stopping.startswith("Dit is een groep.")
    assert TIP in quick_bot.said("lindelaan")


@pytest.mark.parametrize(
    "stop",
    [
        "@straatbot stop",
        "@straatbot, hou op!",
        "@straatbot stop met die berichten",
        "@straatbot afmelden",
        "@straatbot kun je stil zijn?",
        "@straatbot ga weg",
        "@straatbot no more messages please",
    ],
)
async def test_who_tells_the_bot_in_a_group_to_stop_hears_how_it_stops(bot: Bot, stop: str) -> None:
    [stopping] = await bot.says("lindelaan", "Fatma", stop)

    assert stopping == (
        "Dit is een groep. Wil je hier geen meldingen? Zet de groep dan stil in je telefoon. "
        "Krijg je ook privé berichten van mij? Typ dan stop in ons eigen gesprek. "
        "Moet ik hier voor iedereen stil zijn? Vraag dat aan Henk."
    )


async def test_a_stop_under_an_answer_in_a_group_is_a_stop_too(bot: Bot) -> None:
    [answer] = await bot.says("lindelaan", "Fatma", "@straatbot wat kost een warmtepomp?")

    [stopping] = await bot.says("lindelaan", "Fatma", "stop", reply_to=answer)

    assert stopping.startswith("Dit is een groep.")


async def test_who_may_silence_the_bot_in_a_group_hears_how(quick_bot: Bot) -> None:
    [stopping] = await quick_bot.says("lindelaan", "Henk", "@straatbot ben je nou eens stil")

    assert stopping.endswith("Moet ik hier voor iedereen stil zijn? Typ /stil 7.")


async def test_a_stop_among_neighbours_is_not_for_the_bot(quick_bot: Bot) -> None:
    assert await quick_bot.says("lindelaan", "Fatma", "stop") == []
    assert await quick_bot.says("lindelaan", "Fatma", "hou op") == []


async def test_in_a_group_a_command_needs_no_slash_behind_the_name_of_the_bot(quick_bot: Bot) -> None:
    for command, answer in (("agenda", "Agenda Lindelaan"), ("contact", "Vraag het aan Henk"), ("help", "Dit kan ik")):
        [said] = await quick_bot.says("lindelaan", "Fatma", f"@straatbot {command}")
        assert said.startswith(answer)


async def _subscribe(bot: Bot) -> None:
    await bot.says(PRIVATE, "Fatma", "aanmelden")
    await bot.presses(PRIVATE, "Fatma", "Ja")
