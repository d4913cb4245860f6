"""The transcript numbers, remembers, forgets the oldest, and wakes whoever follows."""

import asyncio
from datetime import UTC, datetime

from bot.platforms.playground import Button, Message, Transcript
from tests.doubles.patience import SECONDS

NOON = datetime(2026, 12, 10, 11, 0, tzinfo=UTC)


def write(transcript: Transcript, text: str, chat: str = "lindelaan", choices: tuple[Button, ...] = ()) -> Message:
    return transcript.add(chat=chat, sender="bot", text=text, html=text, at=NOON, choices=choices)


def test_numbers_rise_over_all_chats():
    transcript = Transcript()

    assert [write(transcript, "a").id, write(transcript, "b", "eikenlaan").id] == [1, 2]
    assert [message.text for message in transcript.since(chat="eikenlaan")] == ["b"]


def test_only_the_last_messages_are_remembered_and_numbers_go_on():
    transcript = Transcript(remembered=3)
    for text in "abcde":
        write(transcript, text)

    assert [message.id for message in transcript.since()] == [3, 4, 5]
    assert [message.id for message in transcript.since(4)] == [5]
    assert transcript.since(99) == []
    assert transcript.find("lindelaan", 1) is None
    assert transcript.find("lindelaan", 4).text == "d"
    assert transcript.find("eikenlaan", 4) is None


def test_a_button_is_found_only_in_its_own_chat():
    transcript = Transcript()
    button = Button("3.0", "Ja")
    message = write(transcript, "Kom je?", choices=(button,))

    assert transcript.offering("lindelaan", "3.0") == (message, button)
    assert transcript.offering("eikenlaan", "3.0") is None


async def test_a_follower_gets_what_was_and_what_comes_and_goes_home_at_the_close():
    transcript = Transcript()
    for text in ("a", "b"):
        write(transcript, text)
    got: list[str] = []

    async def follow() -> None:
        async for message in transcript.follow(after=1):
            got.append(message.text)
            if message.text == "b":
                write(transcript, "c")
            if message.text == "c":
                asyncio.get_running_loop().call_soon(write, transcript, "d")
            if message.text == "d":
                transcript.close()

    await asyncio.wait_for(follow(), SECONDS)

    assert got == ["b", "c", "d"]


async def test_what_is_taken_back_is_gone_and_whoever_follows_is_told():
    transcript = Transcript()
    kept, wrong = write(transcript, "a"), write(transcript, "b", choices=(Button("3.0", "Klopt niet"),))
    got: list[tuple[str, bool]] = []

    async def follow() -> None:
        async for message in transcript.follow():
            got.append((message.text, message.gone))
            if message.text == "b":
                transcript.take_back("lindelaan", wrong.id)
                write(transcript, "c")
            if message.text == "c":
                transcript.close()

    await asyncio.wait_for(follow(), SECONDS)

    assert got == [("a", False), ("b", False), ("", True), ("c", False)]
    assert [message.text for message in transcript.since()] == ["a", "c"]
    assert transcript.since(kept.id)[0].id == wrong.id + 1
    assert transcript.offering("lindelaan", "3.0") is None


async def test_of_what_was_taken_back_no_more_is_remembered_than_of_what_was_said():
    transcript = Transcript(remembered=3)
    got: list[tuple[int, bool]] = []

    async def follow() -> None:
        async for message in transcript.follow():
            got.append((message.id, message.gone))
            if message.id < 8 and not message.gone:
                transcript.take_back("lindelaan", message.id)
                write(transcript, "b")
            elif message.id == 8:
                transcript.close()

    write(transcript, "a")
    await asyncio.wait_for(follow(), SECONDS)

    assert got == [seen for id_ in range(1, 8) for seen in ((id_, False), (id_, True))] + [(8, False)]
    assert len(transcript._gone) == 3
