"""Who is lost, cross, amused, coming or leaving gets a kind word, and nothing of it is kept as a question."""

import pytest

from tests.doubles.bot import Bot

GROUP, FATMA, HENK = "lindelaan", "lindelaan/Fatma", "lindelaan/Henk"
HENK_HELPS = "raag het aan Henk (bel gerust tot negen uur)."


async def says(bot: Bot, text: str) -> str:
    [answer] = await bot.says(FATMA, "Fatma", text)
    assert await bot.app.database.read(lambda store: store.questions.unanswered(None)) == []
    return answer


@pytest.mark.parametrize(
    "said",
    [
        "pfff wat een lap tekst",
        "te lang",
        "ik snap niet",
        "Ik snap het niet!",
        "wat betekent dat?",
        "te moeilijk",
        "anlamadım",
    ],
)
async def test_who_is_lost_is_asked_to_say_it_otherwise_or_to_ask_a_person(quick_bot: Bot, said: str) -> None:
    answer = await says(quick_bot, said)

    assert "Sorry, dat was niet duidelijk." in answer
    assert answer.endswith(f"Of v{HENK_HELPS}")


@pytest.mark.parametrize(
    "said",
    [
        "wat een onzin",
        "allemaal oplichterij!!",
        "stomme bot",
        "pffff wat een gedoe",
        "ik vertrouw het niet",
        "belachelijk",
        "super slecht antwoord dit",
        "wat een waardeloze bot zeg",
        "wat een rotding ben jij",
        "jij bent echt een stom apparaat",
        "useless bot",
        "ik haat jullie allemaal",
    ],
)
async def test_who_is_cross_is_taken_seriously(quick_bot: Bot, said: str) -> None:
    assert await says(quick_bot, said) == f"Ik snap dat je baalt. Wil je er met een mens over praten? V{HENK_HELPS}"


async def test_in_a_group_a_grumble_to_nobody_gets_no_answer(quick_bot: Bot) -> None:
    assert await quick_bot.says(GROUP, "Fatma", "allemaal oplichterij") == []
    assert await quick_bot.says(GROUP, "Fatma", "doei") == []


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("ik kom ook", "Leuk! Ik houd zelf geen lijst bij. Geef het even door aan Henk."),
        ("ik kom ook met 2 kinderen", "Leuk! Ik houd zelf geen lijst bij."),
        ("wij komen met z'n vieren", "Leuk! Ik houd zelf geen lijst bij."),
        ("oké doei", "Dag! Vragen mag altijd."),
        ("je hebt het weer fout", "Ik snap dat je baalt."),
        ("Ik kan helaas niet komen", "Jammer, een andere keer dan."),
        ("doei!", "Dag! Vragen mag altijd."),
        ("hahaha", "Haha! Vragen mag altijd."),
        ("😂😂", "Haha! Vragen mag altijd."),
        ("lol wat saai", "Haha! Vragen mag altijd."),
        ("vertel eens een mop", "Haha! Vragen mag altijd."),
        ("ik vind het eng", "Dat snap ik. Je hoeft het niet alleen uit te zoeken."),
        ("boeiend", "Goed. Vragen mag altijd."),
        ("interessant", "Graag gedaan!"),
        ("oké duidelijk", "Graag gedaan!"),
        ("ok clear", "Graag gedaan!"),
        ("goeie vraag", "Graag gedaan!"),
        ("ah dat wist ik nog niet", "Graag gedaan!"),
        ("hoi bot, ik heb een vraag", "Hier leest niemand mee. Wat wil je weten?"),
        ("ok boomer", "Goed. Vragen mag altijd."),
        ("dank je wel jongen", "Graag gedaan!"),
        ("thx bro", "Graag gedaan!"),
        ("dankjewel voor de uitleg van gisteren, ik heb er veel aan gehad!", "Graag gedaan!"),
        ("super fijn dat dit er is", "Graag gedaan!"),
        ("je bent geweldig", "Graag gedaan!"),
        ("mooi, dat wist ik nog niet", "Graag gedaan!"),
        ("U spreekt met mevrouw Jansen, ik ben 80 jaar oud.", "Hoi! Ik ben de straatbot"),
        ("complimenten voor henk", "Graag gedaan!"),
        ("fijne avond nog", "Dag! Vragen mag altijd."),
        ("ik had nog een vraagje", "Hier leest niemand mee. Wat wil je weten?"),
        ("mag ik iets vragen?", "Hier leest niemand mee. Wat wil je weten?"),
        ("klopt niet", "Sorry. Wat bedoel je dan?"),
        ("verwijder mij", "Zal ik alles wissen wat ik van je weet?"),
        ("yo", "Hoi! Ik ben de straatbot"),
        ("hoe gaat het met je?", "Hoi! Ik ben de straatbot"),
        ("Goedemiddag, u spreekt met Jan de Vries, ik ben 71 jaar", "Hoi! Ik ben de straatbot"),
        ("goedemiddag straatbot komma ik ben henk punt", "Hoi! Ik ben de straatbot"),
        ("kan iemand mij bellen", f"V{HENK_HELPS}"),
        ("dat is te moeilijk voor mij. kan iemand mij even bellen?", f"V{HENK_HELPS}"),
        ("henk bellen", f"V{HENK_HELPS}"),
        ("wat is het nummer van Henk?", f"V{HENK_HELPS}"),
        ("ja is goed", "Waar zeg je dat op?"),
        ("niemand luistert", "Ik snap dat je baalt."),
        ("dag hoor", "Dag! Vragen mag altijd."),
        ("saai", "Goed. Vragen mag altijd."),
        ("thnx", "Graag gedaan!"),
    ],
)
async def test_what_people_say_beside_their_questions(quick_bot: Bot, said: str, answer: str) -> None:
    assert (await says(quick_bot, said)).startswith(answer)


@pytest.mark.parametrize(
    ("thanks", "answer"),
    [
        ("teşekkürler", "Rica ederim!"),
        ("çok teşekkür ederim", "Rica ederim!"),
        ("شكراً جزيلاً", "على الرحب والسعة!"),
    ],
)
async def test_thanks_are_returned_in_their_language(quick_bot: Bot, thanks: str, answer: str) -> None:
    assert (await says(quick_bot, thanks)).startswith(answer)


async def test_a_question_behind_thanks_is_answered(quick_bot: Bot) -> None:
    assert "40 dB" in await says(quick_bot, "bedankt, is een warmtepomp luid")


async def test_praise_with_a_question_in_it_is_a_question(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(FATMA, "Fatma", "mooi zeg maar wat kost een warmtenet nou")

    assert "Graag gedaan" not in answer


@pytest.mark.parametrize(
    "said",
    [
        "super slecht antwoord dit",
        "super vervelend dat koken niet lukt",
        "leuk maar ik wil weten over een warmtenet",
        "dank je en kun je ook vertellen over de kosten van een warmtenet",
        "fijn is anders",
        "leuk is het niet",
    ],
)
async def test_what_only_begins_like_praise_or_thanks_is_none(quick_bot: Bot, said: str) -> None:
    [answer] = await quick_bot.says(FATMA, "Fatma", said)

    assert "Graag gedaan" not in answer


@pytest.mark.parametrize("said", ["wij kunnen niet komen", "ik kom ook niet", "ik kan er niet bij zijn"])
async def test_who_does_not_come_is_not_taken_for_who_comes(quick_bot: Bot, said: str) -> None:
    assert (await says(quick_bot, said)).startswith("Jammer, een andere keer dan.")


async def test_a_contact_who_stops_hears_how_to_stop_as_contact(quick_bot: Bot) -> None:
    [stopped] = await quick_bot.says(HENK, "Henk", "stop")

    assert "Je bent nog wel straatcontact. Wil je daarmee stoppen? Typ /vergeet." in stopped


@pytest.mark.parametrize(
    "said",
    [
        "de borrel gaat niet door",
        "de borrel gaat niet door want het regent",
        "de borrel gaat niet door, ik ben ziek",
        "De borrel is afgelast. Sorry allemaal!",
        "Buurtborrel is afgelast!",
    ],
)
async def test_a_contact_says_in_ordinary_words_that_something_is_off(quick_bot: Bot, said: str) -> None:
    [shown] = await quick_bot.says(HENK, "Henk", said)

    assert shown.startswith("❗ Gaat niet door: Buurtborrel, vr 4 dec, 17.00 uur.")
    assert not any("Gaat niet door" in text for text in quick_bot.said(GROUP))


async def test_a_contact_who_names_nothing_is_asked_which(quick_bot: Bot) -> None:
    [which] = await quick_bot.says(HENK, "Henk", "het gaat niet door")

    assert which.startswith("Welke bedoel je?")


async def test_whether_something_is_off_is_a_question(quick_bot: Bot) -> None:
    for said in ("de borrel gaat niet door?", "de borrel gaat niet door, klopt dat?"):
        [answer] = await quick_bot.says(HENK, "Henk", said)

        assert "Gaat niet door" not in answer


@pytest.mark.parametrize(
    "said",
    ["meld mij aan voor de borrel", "Schrijf ons ook maar in voor de warmtescan", "ik wil me opgeven voor de borrel"],
)
async def test_who_signs_up_hears_who_keeps_the_list(quick_bot: Bot, said: str) -> None:
    [answer] = await quick_bot.says("lindelaan/Fatma", "Fatma", said)

    assert answer == "Leuk! Ik houd zelf geen lijst bij. Geef het even door aan Henk."


@pytest.mark.parametrize(
    "said",
    ["wie komen er allemaal?", "hoeveel mensen komen er naar de borrel", "wie heeft zich aangemeld voor de borrel"],
)
async def test_who_asks_who_comes_hears_that_there_is_no_list(quick_bot: Bot, said: str) -> None:
    [answer] = await quick_bot.says("lindelaan/Fatma", "Fatma", said)
    [to_contact] = await quick_bot.says("lindelaan/Henk", "Henk", said)

    assert answer == "Dat weet ik niet: ik houd geen lijst bij van wie er komt. Vraag het aan Henk."
    assert to_contact == "Dat weet ik niet: ik houd geen lijst bij van wie er komt."


@pytest.mark.parametrize("said", ["wie ben jij?", "Wie bent u?", "goedendag ik ben mevrouw de vries van nummer 12"])
async def test_who_asks_who_it_is_or_says_who_they_are_is_greeted(quick_bot: Bot, said: str) -> None:
    assert (await says(quick_bot, said)).startswith("Hoi! Ik ben de straatbot")
    [in_group] = await quick_bot.says(GROUP, "Fatma", "@straatbot wie ben jij?")
    assert in_group.startswith("Hoi! Ik ben de straatbot.")


async def test_who_was_told_to_ask_may_ask(quick_bot: Bot) -> None:
    assert (
        await says(quick_bot, "mijn kleinzoon zegt dat ik u iets kan vragen")
        == "Hier leest niemand mee. Wat wil je weten?"
    )
    assert (await says(quick_bot, "goeie vraag")).startswith("Graag gedaan!")


@pytest.mark.parametrize("said", ["om half acht", "half 8", "8 uur", "om 20.00 uur", "kwart voor acht."])
async def test_a_time_alone_is_an_answer_to_nothing_and_no_question(quick_bot: Bot, said: str) -> None:
    assert await says(quick_bot, said) == "Waar zeg je dat op? Stel je vraag gerust in woorden."
