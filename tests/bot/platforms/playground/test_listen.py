"""What is typed in the playground becomes one thing heard, or is refused with a reason."""

import pytest

from bot.platforms.playground import Refused
from bot.platforms.playground.listen import cut_mention, number_of, post, read_post
from messages.reply import say
from messages.street import ChatKind, Person, Platform


async def test_a_private_message_is_always_addressed(playground, ear):
    await playground.say("lindelaan/Fatma", "Fatma", "krijg ik subsidie?")

    assert ear.last.addressed
    assert ear.last.chat_kind is ChatKind.PRIVATE
    assert ear.last.chat.id == "lindelaan/Fatma"


async def test_a_person_has_the_same_id_in_the_group_and_in_private(playground, ear):
    await playground.say("lindelaan", "Fatma", "hoi")
    await playground.say("lindelaan/Fatma", "Fatma", "hoi")

    senders = {heard.sender for heard in ear.heard_things}
    assert senders == {Person(platform=Platform.PLAYGROUND, id="lindelaan/Fatma", name="Fatma")}


async def test_talk_among_neighbours_is_not_addressed(playground, ear):
    await playground.say("lindelaan", "Fatma", "de straatbot is ziek, mail hem op hulp@straatbot.nl")

    assert not ear.last.addressed


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("@straatbot hoeveel db mag dat", "hoeveel db mag dat"),
        ("@Straatbot, hoeveel db mag dat", "hoeveel db mag dat"),
        ("hoeveel db mag dat @STRAATBOT", "hoeveel db mag dat"),
        ("weet jij het, @straatbot?", "weet jij het, ?"),
        ("/agenda", "/agenda"),
        ("/vraag@straatbot krijg ik subsidie", "/vraag krijg ik subsidie"),
        ("@straatbot /agenda", "/agenda"),
        ("@straatbot", ""),
    ],
)
async def test_a_command_or_the_name_of_the_bot_addresses_it_and_the_name_is_cut(playground, ear, typed, heard):
    said = await playground.say("lindelaan", "Ali", typed)

    assert ear.last.addressed
    assert ear.last.text == heard
    assert said.text == typed


@pytest.mark.parametrize("text", ["@straatbotje hoi", "hoi x@straatbot", "straatbot"])
def test_what_only_looks_like_the_name_is_left_alone(text):
    assert cut_mention(text) == (text, False)


async def test_a_reply_to_the_bot_is_addressed_and_one_to_a_neighbour_is_not(playground, ear, new_delivery):
    neighbour = await playground.say("lindelaan", "Ali", "wie weet dat?")
    bot = await playground.send(new_delivery(say("Ik.")), 0)

    await playground.say("lindelaan", "Fatma", "ik niet", reply_to=neighbour.id)
    assert not ear.last.addressed
    await playground.say("lindelaan", "Fatma", "echt?", reply_to=playground.heard_back("lindelaan")[-1].id)
    assert ear.last.addressed
    assert ear.last.reply_to == bot


async def test_external_ids_differ_between_two_runs(playground, new_playground, ear):
    await playground.say("lindelaan", "Fatma", "hoi")
    other = new_playground()
    await other.start(ear)
    await other.say("lindelaan", "Fatma", "hoi")

    first, second = ear.heard_things
    assert first.external_id != second.external_id
    assert number_of(first.external_id, playground.run) == 1
    assert number_of(first.external_id, other.run) is None


def test_names_are_compared_as_they_look():
    assert post("lindelaan/Zoe\u0308", "Zo\u00eb", "hoi").sender == "Zoë"
    assert post("lindelaan/ Jan  Piet", "Jan\tPiet\x00", "hoi").chat == "lindelaan/Jan Piet"


def test_control_characters_are_cut_and_lines_kept():
    assert post("lindelaan", "Ali", "a\x00b\x1b[31m\r\nc\td\r").text == "ab[31m\nc\td"


def test_a_text_of_ten_thousand_characters_is_accepted():
    assert len(post("lindelaan", "Ali", "é" * 10_000).text) == 10_000


def test_a_number_in_text_is_a_number():
    assert read_post(b'{"chat": "a", "sender": "Ali", "text": "x", "reply_to": "12"}').reply_to == 12


async def test_nothing_is_heard_after_the_stop(playground, ear):
    await playground.stop()

    with pytest.raises(Refused) as refused:
        await playground.say("lindelaan", "Fatma", "hoi")
    assert refused.value.status == 503
