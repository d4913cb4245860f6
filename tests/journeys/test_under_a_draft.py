"""What a street contact types right under a draft is about that draft: an answer to what it asks, or a line anew."""

import pytest

from tests.doubles.bot import Bot

HENK = "lindelaan/Henk"


@pytest.mark.parametrize("typed", ["dan wel met mooi weer", "en neem een kom mee"])
async def test_what_is_typed_right_under_a_draft_is_about_it_and_is_not_passed_on(quick_bot: Bot, typed: str) -> None:
    await quick_bot.says(HENK, "Henk", "soepavond do 10 dec 17.00")

    [said] = await quick_bot.says(HENK, "Henk", typed)

    assert said.endswith("Dit was hem: /nieuw soepavond do 10 dec 17.00")
    assert await quick_bot.app.database.read(lambda store: store.questions.unanswered(None)) == []


async def test_another_activity_under_a_draft_does_not_take_its_place(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "soepavond do 10 dec 17.00")

    said = await quick_bot.says(HENK, "Henk", "er is een borrel bij mij thuis vrijdag om 5 uur")

    assert not any("Soepavond" in each for each in said)


@pytest.mark.parametrize("typed", ["half 6", "om 17.30", "17.30 graag"])
async def test_a_time_of_their_own_answers_how_late_it_is(quick_bot: Bot, typed: str) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "nieuw soepavond do 10 dec")
    assert asked.startswith("Hoe laat?")

    said = await quick_bot.says(HENK, "Henk", typed)
    if said[0].startswith("Bedoel je"):
        said = await quick_bot.says(HENK, "Henk", "17.30 uur")

    assert "Soepavond\ndo 10 dec, 17.30 uur" in said[0]


async def test_a_yes_to_which_half_of_the_day_has_that_asked_again_and_forgets_no_time(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "nieuw soepavond do 10 dec")
    [which] = await quick_bot.says(HENK, "Henk", "half 8")

    assert await quick_bot.says(HENK, "Henk", "ja, plan het") == [which]
    [told] = await quick_bot.says(HENK, "Henk", "'s avonds")

    assert which.startswith("Bedoel je half 8")
    assert "Soepavond\ndo 10 dec, 19.30 uur" in told


async def test_a_time_does_not_answer_which_day_it_is(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "borrel do 11 dec 17u")

    said = await quick_bot.says(HENK, "Henk", "om 18.30")

    assert not any("18.30" in each for each in said)


async def test_a_time_while_it_is_open_what_kind_it_is_has_that_asked_again(quick_bot: Bot) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "nieuw do 10 dec 19.30 borrel")

    assert await quick_bot.says(HENK, "Henk", "om 20.00") == [asked]


@pytest.mark.parametrize("typed", ["ja, plan het", "doe maar", "prima zo", "ja hoor"])
async def test_a_yes_while_it_is_open_what_kind_it_is_has_that_asked_again(quick_bot: Bot, typed: str) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "nieuw do 10 dec 19.30 borrel")

    assert await quick_bot.says(HENK, "Henk", typed) == [asked]


async def test_a_yes_chooses_no_half_of_the_day(quick_bot: Bot) -> None:
    [asked] = await quick_bot.says(HENK, "Henk", "borrel do 10 dec half 8")

    assert await quick_bot.says(HENK, "Henk", "doe maar") == [asked]


@pytest.mark.parametrize("typed", ["ja, plan het", "doe maar", "prima zo", "zet het maar op de agenda", "klopt zo"])
async def test_a_yes_under_a_draft_plans_it(quick_bot: Bot, typed: str) -> None:
    await quick_bot.says(HENK, "Henk", "soepavond do 10 dec 17.00")

    [said] = await quick_bot.says(HENK, "Henk", typed)

    assert said.startswith("Het staat op de agenda: Soepavond.")


async def test_a_yes_after_something_else_was_said_shows_it_once_more(quick_bot: Bot) -> None:
    [told] = await quick_bot.says(HENK, "Henk", "soepavond do 10 dec 17.00")
    await quick_bot.says(HENK, "Henk", "Werken mijn pannen op inductie?")

    assert await quick_bot.says(HENK, "Henk", "prima zo") == [told]


async def test_another_rhythm_keeps_the_day(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "koffie elke dinsdag 10.00 tot eind maart, De Linde")

    [told] = await quick_bot.says(HENK, "Henk", "om de week")

    assert "om de twee weken op dinsdag om 10.00 uur, tot en met 31 maart 2027" in told


async def test_a_day_of_the_month_alone_is_in_the_month_of_the_old_date(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "borrel op 20 jan om 16.00")

    [told] = await quick_bot.says(HENK, "Henk", "nee de 21e")

    assert "Borrel\ndo 21 jan, 16.00 uur" in told


async def test_a_no_with_something_more_is_no_question_either(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "koffie elke dinsdag 10.00, De Linde")

    [said] = await quick_bot.says(HENK, "Henk", "maar niet in de kerstvakantie")

    assert said.endswith("Dit was hem: /nieuw koffie elke dinsdag 10.00, De Linde")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("nee zondag", "zo 13 jun, 14.00–22.00 uur"),
        ("toch vrijdag", "vr 11 jun, 14.00–22.00 uur"),
        ("nee vrijdagavond 20.00", "vr 11 jun, 20.00 uur"),
        ("nee morgen", "wo 2 dec, 14.00–22.00 uur"),
    ],
)
async def test_a_weekday_alone_is_near_the_old_date(quick_bot: Bot, typed: str, told: str) -> None:
    await quick_bot.says(HENK, "Henk", "straatfeest zaterdag 12 juni 2027 van 14 tot 22 uur, Pleintje")

    [again] = await quick_bot.says(HENK, "Henk", typed)

    assert f"Straatfeest\n{told}" in again


async def test_a_weekday_with_another_just_as_near_is_asked_back(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "straatfeest zaterdag 12 juni 2027 van 14 tot 22 uur, Pleintje")
    assert await quick_bot.says(HENK, "Henk", "nee maandag") == ['Welke dag bedoel je met "maandag"?']

    [told] = await quick_bot.presses(HENK, "Henk", "ma 14 jun 2027, 14.00 uur")

    assert "Straatfeest\nma 14 jun, 14.00–22.00 uur" in told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("bij mij thuis", "Soepavond\ndo 10 dec, 17.00 uur\nbij Henk thuis\n"),
        ("andere plek: De Linde", "Soepavond\ndo 10 dec, 17.00 uur\nDe Linde\n"),
        ("plek is de school", "Soepavond\ndo 10 dec, 17.00 uur\nde school\n"),
        ("noem het kerstsoep", "Kerstsoep\ndo 10 dec, 17.00 uur\n"),
        ("titel: kerstsoep", "Kerstsoep\ndo 10 dec, 17.00 uur\n"),
        ("zet erbij: neem een kom mee", "Soepavond\ndo 10 dec, 17.00 uur\n\nneem een kom mee\n"),
    ],
)
async def test_another_place_name_or_a_line_more_is_typed_under_it(quick_bot: Bot, typed: str, told: str) -> None:
    await quick_bot.says(HENK, "Henk", "soepavond do 10 dec 17.00")

    [again] = await quick_bot.says(HENK, "Henk", typed)

    assert told in again


async def test_a_message_gets_a_line_more(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "elke dinsdag 19.00: Doe je mee?")

    [again] = await quick_bot.says(HENK, "Henk", "voeg toe: neem een kom mee")

    assert "Doe je mee?\n\nneem een kom mee" in again


async def test_a_part_of_the_day_is_no_place(quick_bot: Bot) -> None:
    await quick_bot.says(HENK, "Henk", "soepavond do 10 dec 17.00")

    said = await quick_bot.says(HENK, "Henk", "in de ochtend")

    assert not any("Soepavond\ndo 10 dec, 17.00 uur\nin de ochtend" in each for each in said)
