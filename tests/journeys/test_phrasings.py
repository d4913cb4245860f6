"""How people put it: learned for its entry after a yes, where no other entry is hurt."""

import pytest

from messages.content import Content
from messages.street import ChatAddress, ChatKind, Platform, Role
from storage import Store
from tests.doubles.bot import Bot

GROUP = "lindelaan"
FATMA, ALI, HENK, ORG = "lindelaan/Fatma", "lindelaan/Ali", "lindelaan/Henk", "lindelaan/Organisator"
PUT_SO = "warmtenet hoeveel geld"


async def published(bot: Bot) -> Content:
    return await bot.app.database.read(lambda store: store.content.published())


async def confirmed(bot: Bot, text: str, question: str, chat: str = FATMA) -> None:
    """Asked back about, and chosen."""
    await bot.says(chat, chat.partition("/")[2], text)
    await bot.presses(chat, chat.partition("/")[2], question)


async def test_what_somebody_meant_becomes_a_phrasing_after_a_yes(street_bot: Bot) -> None:
    await confirmed(street_bot, PUT_SO, "Wat kost een warmtenet?")
    assert PUT_SO not in (await published(street_bot)).faqs["warmtenet-kosten"].phrasings

    [questions] = await street_bot.says(HENK, "Henk", "vragen")
    [shown] = await street_bot.presses(HENK, "Henk", "Bekijk de zinnen")
    [kept] = await street_bot.presses(HENK, "Henk", "Ja, overnemen")

    assert questions == "Er zijn geen open vragen. Mooi! Eén nieuwe zin: overnemen?"
    assert f"“{PUT_SO}” hoort bij: Wat kost een warmtenet?" in shown
    assert kept == "Eén zin overgenomen."
    assert PUT_SO in (await published(street_bot)).faqs["warmtenet-kosten"].phrasings
    [answer] = await street_bot.says(ALI, "Ali", PUT_SO)
    assert "Je betaalt vaste kosten" in answer
    deeds = await street_bot.app.database.read(lambda store: store.content_log.of("faq", "warmtenet-kosten"))
    assert (deeds[-1].what, deeds[-1].by.role) == ("changed", Role.STREET_CONTACT)
    assert await street_bot.says(HENK, "Henk", "vragen") == ["Er zijn geen open vragen. Mooi!"]


async def test_after_a_no_it_is_gone(quick_bot: Bot) -> None:
    await confirmed(quick_bot, PUT_SO, "Wat kost een warmtenet?")
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.presses(HENK, "Henk", "Bekijk de zinnen")

    assert await quick_bot.presses(HENK, "Henk", "Nee, weg ermee") == ["Goed, ik neem ze niet over."]

    assert await quick_bot.says(HENK, "Henk", "vragen") == ["Er zijn geen open vragen. Mooi!"]


async def test_what_would_hurt_another_entry_is_not_offered(quick_bot: Bot) -> None:
    def mistaken(store: Store) -> None:
        """Somebody pressed the wrong button."""
        chat = store.chats.meet(ChatAddress(Platform.PLAYGROUND, FATMA), ChatKind.PRIVATE, quick_bot.clock())
        asked = {"mark": "x", "chat": chat, "street": "lindelaan", "now": quick_bot.clock()}
        store.questions.found_meaning(store.questions.keep("hoe werkt een warmtenet dan", **asked), "warmtenet-kosten")

    await quick_bot.app.database.write(mistaken)
    await quick_bot.says(HENK, "Henk", "vragen")

    [shown] = await quick_bot.presses(HENK, "Henk", "Bekijk de zinnen")

    assert shown == "Er zijn geen zinnen die ik veilig kan overnemen."
    assert (await published(quick_bot)).faqs["warmtenet-kosten"].phrasings == ("is een warmtenet duur",)


async def test_a_contact_who_leads_a_question_to_its_entry_teaches_it(quick_bot: Bot) -> None:
    await quick_bot.says(FATMA, "Fatma", "mag mijn duif op de buitenunit")
    await quick_bot.presses(FATMA, "Fatma", "Ja, door")
    await quick_bot.says(HENK, "Henk", "vragen")
    await quick_bot.says(HENK, "Henk", "1 is warmtepomp-geluid")

    [questions] = await quick_bot.says(HENK, "Henk", "vragen")

    assert questions.endswith("Eén nieuwe zin: overnemen?")


async def test_a_word_a_name_or_what_is_known_already_teaches_nothing(quick_bot: Bot) -> None:
    await confirmed(quick_bot, "warmtenet", "Wat kost een warmtenet?")

    assert await quick_bot.says(HENK, "Henk", "vragen") == ["Er zijn geen open vragen. Mooi!"]


async def test_forgetting_takes_them_too(quick_bot: Bot) -> None:
    await confirmed(quick_bot, PUT_SO, "Wat kost een warmtenet?")
    await quick_bot.says(FATMA, "Fatma", "/vergeet")
    await quick_bot.presses(FATMA, "Fatma", "Ja, wis alles")

    assert await quick_bot.says(HENK, "Henk", "vragen") == ["Er zijn geen open vragen. Mooi!"]


async def test_residents_cannot_teach(quick_bot: Bot) -> None:
    await confirmed(quick_bot, PUT_SO, "Wat kost een warmtenet?")

    [answer] = await quick_bot.says(FATMA, "Fatma", "/vragen")

    assert answer.startswith("Dat kan alleen het straatcontact.")


@pytest.mark.parametrize(("presser", "is_learned"), [("Ali", False), ("Fatma", True), ("Henk", True)])
async def test_in_a_group_only_whoever_asked_or_the_contact_confirms_what_was_meant(
    quick_bot: Bot, presser: str, is_learned: bool
) -> None:
    await quick_bot.says(GROUP, "Fatma", f"@straatbot {PUT_SO}")

    [answer] = await quick_bot.presses(GROUP, presser, "Wat kost een warmtenet?")

    assert "Je betaalt vaste kosten" in answer
    [questions] = await quick_bot.says(HENK, "Henk", "vragen")
    assert ("Eén nieuwe zin" in questions) is is_learned


async def test_who_asked_may_still_confirm_after_a_neighbour_has_looked(quick_bot: Bot) -> None:
    await quick_bot.says(GROUP, "Fatma", f"@straatbot {PUT_SO}")
    await quick_bot.presses(GROUP, "Ali", "Hoe werkt een warmtenet?")
    await quick_bot.presses(GROUP, "Fatma", "Wat kost een warmtenet?")

    await quick_bot.says(HENK, "Henk", "vragen")
    [shown] = await quick_bot.presses(HENK, "Henk", "Bekijk de zinnen")

    assert "hoort bij: Wat kost een warmtenet?" in shown
