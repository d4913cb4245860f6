"""What is kept of somebody: explained, shown and forgotten."""

from sqlalchemy import MetaData, select

from storage.tables import metadata
from tests.doubles.bot import Bot

PRIVATE = "lindelaan/Fatma"


async def test_privacy_says_what_is_kept_and_how_it_goes(quick_bot: Bot) -> None:
    for chat in (PRIVATE, "lindelaan"):
        [answer] = await quick_bot.says(chat, "Fatma", "/privacy")

        assert answer.startswith("Wat ik bewaar")
        assert "Wat je verder schrijft, bewaar ik niet." in answer
        assert "/mijngegevens" in answer
        assert "/vergeet" in answer


async def test_my_data_shows_all_there_is(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "aanmelden")
    await quick_bot.presses(PRIVATE, "Fatma", "Ja")
    await quick_bot.says(PRIVATE, "Fatma", "taal nederlands")
    await quick_bot.says(PRIVATE, "Fatma", "stil 3")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "/mijngegevens")

    assert answer == (
        "Dit weet ik van je:\n\n"
        "• Ik heb 4 berichten van mij aan jou bewaard, hoogstens dertig dagen.\n"
        "• Je straat is Lindelaan.\n"
        "• Je koos een taal: Nederlands.\n"
        "• Ik stuur je niets uit mezelf tot vr 4 dec.\n"
        "• Je bent aangemeld voor de berichten van Lindelaan."
    )


async def test_what_is_personal_is_not_shown_in_a_group(quick_bot: Bot) -> None:
    for command in ("/mijngegevens", "/vergeet"):
        [answer] = await quick_bot.says("lindelaan", "Fatma", command)

        assert answer == f"Dat doe ik liever niet in de groep. Stuur mij een privébericht: {command}"


async def test_forgetting_is_asked_twice_and_a_no_keeps_all(quick_bot: Bot) -> None:
    await quick_bot.says(PRIVATE, "Fatma", "aanmelden")
    await quick_bot.presses(PRIVATE, "Fatma", "Ja")
    [question] = await quick_bot.says(PRIVATE, "Fatma", "/vergeet")

    [answer] = await quick_bot.says(PRIVATE, "Fatma", "nee")

    assert question.startswith("Zal ik alles wissen wat ik van je weet?")
    assert answer == "Goed, ik wis niets."
    assert "aangemeld" in (await quick_bot.says(PRIVATE, "Fatma", "mijn gegevens"))[0]


async def test_forgetting_can_be_asked_in_ordinary_words(quick_bot: Bot) -> None:
    dutch = ("vergeet mij", "wis alles", "wis mij", "ik wil dat je alles van mij wist", "verwijder mijn gegevens")
    for said in (*dutch, "forget me please", "beni unut", "lösche meine Daten", "usuń moje dane", "احذف بياناتي"):
        [question] = await quick_bot.says(PRIVATE, "Fatma", said)

        assert "Zal ik alles wissen" in question or "Shall I erase everything" in question


async def test_after_a_yes_all_is_gone_from_every_table(bot: Bot) -> None:
    await bot.says(PRIVATE, "Fatma", "maakt een warmtepomp veel geluid?")
    await bot.says(PRIVATE, "Fatma", "aanmelden")
    await bot.presses(PRIVATE, "Fatma", "Ja")
    await bot.says(PRIVATE, "Fatma", "taal en")
    await bot.says(PRIVATE, "Fatma", "forget")

    [goodbye] = await bot.presses(PRIVATE, "Fatma", "Yes, erase everything")

    assert goodbye.startswith("Done. Everything I knew about you has been erased.")
    kept = await bot.app.database.read(lambda store: _rows_about_private_chats(store))
    assert kept["subscriptions"] == []
    assert kept["roles"] == []
    [chat] = kept["chats"]
    assert (chat["street"], chat["language"], chat["muted_until"], chat["welcomed_at"]) == (None, None, None, None)
    assert chat["last_heard_at"]  # or WhatsApp would not let the goodbye go
    [delivery] = kept["deliveries"]  # the goodbye itself
    assert delivery["state"] == "sent"


async def test_what_somebody_wrote_and_who_they_are_is_in_no_table(bot: Bot) -> None:
    await bot.says(PRIVATE, "Fatma", "mijn geheime woord is zwaluwstaart")
    await bot.says("lindelaan", "Fatma", "@straatbot zwaluwstaart")

    everything = await bot.app.database.read(_everything)

    assert "zwaluwstaart" not in everything
    assert "Fatma" not in everything


async def test_what_the_bot_said_or_keeps_for_one_person_is_in_no_table(street_bot: Bot) -> None:
    await street_bot.says("lindelaan/Fatma", "Fatma", "mag mijn zwaluwstaart op de buitenunit")
    await street_bot.presses("lindelaan/Fatma", "Fatma", "Ja, door")
    await street_bot.says("lindelaan/Henk", "Henk", "vragen")
    await street_bot.presses("lindelaan/Henk", "Henk", "Antwoord 1")
    [told_back] = await street_bot.says("lindelaan/Henk", "Henk", "Ja, mits in een duivenhok.")
    assert "duivenhok" in told_back

    before = await street_bot.app.database.read(_everything)
    await street_bot.presses("lindelaan/Henk", "Henk", "Versturen")
    after = await street_bot.app.database.read(_everything)

    assert "duivenhok" in street_bot.said("lindelaan/Fatma")[-1]
    assert "zwaluwstaart" not in before + after
    assert "duivenhok" not in before + after


def _rows_about_private_chats(store: object) -> dict[str, list[dict[str, object]]]:
    connection = store._connection  # type: ignore[attr-defined]
    tables = metadata.tables
    private = select(tables["chats"].c.key).where(tables["chats"].c.kind == "private")
    found: dict[str, list[dict[str, object]]] = {"roles": _all(connection, select(tables["roles"]))}
    for name, column in (("chats", "key"), ("deliveries", "chat"), ("subscriptions", "chat")):
        found[name] = _all(connection, select(tables[name]).where(tables[name].c[column].in_(private)))
    return found


def _everything(store: object) -> str:
    connection = store._connection  # type: ignore[attr-defined]
    known: MetaData = metadata
    return "".join(str(_all(connection, select(table))) for table in known.tables.values())


def _all(connection: object, query: object) -> list[dict[str, object]]:
    return [dict(row._mapping) for row in connection.execute(query)]  # type: ignore[attr-defined]
