"""A sigh, a laugh and a swearword are no questions; in a group nobody waits for an answer to them."""

import pytest

from tests.doubles.bot import Bot
from tests.journeys.test_feelings import FATMA, GROUP, HENK_HELPS, says


@pytest.mark.parametrize("said", ["pfff", "pffffff", "nou ja", "hmmm", "tja..."])
async def test_who_sighs_is_asked_what_they_want_to_know(quick_bot: Bot, said: str) -> None:
    assert await says(quick_bot, said) == (
        f"Kom je er niet uit? Zeg in een paar woorden wat je wilt weten. Of v{HENK_HELPS}"
    )


async def test_a_question_with_a_rude_word_in_it_is_a_question(quick_bot: Bot) -> None:
    [answer] = await quick_bot.says(FATMA, "Fatma", "is dat slecht?")

    assert "Ik snap dat je baalt" not in answer


@pytest.mark.parametrize("said", ["haha", "pfff", "goeie vraag", "boeiend"])
async def test_in_a_group_a_sound_gets_no_answer_also_when_it_is_made_to_the_bot(quick_bot: Bot, said: str) -> None:
    [answer] = await quick_bot.says(GROUP, "Fatma", "@straatbot hoe weet ik of ik een spouwmuur heb?")

    assert await quick_bot.says(GROUP, "Fatma", said, reply_to=answer) == []
