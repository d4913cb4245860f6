"""In the terminal one is a resident: lines become messages, numbers press buttons."""

import asyncio
import os
from collections.abc import Awaitable, Callable

import pytest

from bot.commands.terminal import Terminal, talk
from bot.platforms.playground import PlaygroundAdapter
from messages.incoming import Incoming
from messages.reply import Choice, Reply, say
from tests.doubles.patience import SECONDS

Conversation = Callable[..., Awaitable[list[str]]]


@pytest.fixture
def talk_through(playground: PlaygroundAdapter) -> Conversation:
    """Talk these lines as Fatma, and give back what was written."""

    async def run(*lines: str, piped: bool = True, patience: float = SECONDS) -> list[str]:
        waiting = iter(lines)
        written: list[str] = []

        async def read_line() -> str | None:
            return next(waiting, None)

        await talk(
            playground, "lindelaan", "Fatma", read_line, written.append, piped=piped, quiet=0.01, patience=patience
        )
        return written

    return run


def ask_back(heard: Incoming) -> Reply:
    if heard.choice:
        return say(f"Je koos {heard.text}.")
    return say("Bedoel je:", choices=[Choice("Subsidie", "a"), Choice("Warmtenet", "b")])


async def test_a_piped_talk_writes_only_what_the_bot_says(talk_through, ear):
    ear.answer = lambda _: say("Hoogstens **40 dB**.")

    assert await talk_through("hoeveel herrie?\n", "\n") == ["straatbot: Hoogstens 40 dB."]
    assert ear.last.chat.id == "lindelaan/Fatma"


async def test_an_answer_that_takes_a_moment_is_waited_for(talk_through, ear, playground, new_delivery):
    def later(heard: Incoming) -> None:
        answer = new_delivery(say("Even gezocht."), heard.chat.id)
        loop = asyncio.get_running_loop()
        loop.call_later(0.05, lambda: loop.create_task(playground.send(answer, 0)))

    ear.answer = later

    assert await talk_through("hoeveel herrie?") == ["straatbot: Even gezocht."]


async def test_a_number_presses_the_button(talk_through, ear):
    ear.answer = ask_back

    written = await talk_through("sub", "2")

    assert written == [
        "straatbot: Bedoel je:\n  1  Subsidie\n  2  Warmtenet",
        "straatbot: Je koos Warmtenet.",
    ]


@pytest.mark.parametrize("number", ["0", "3", "²", "9" * 5_000])
async def test_a_number_without_a_button_is_just_said(talk_through, ear, number):
    ear.answer = ask_back

    await talk_through("sub", number)

    assert (ear.last.choice, ear.last.text) == (None, number)


async def test_one_may_become_somebody_else_and_speak_in_the_group(talk_through, ear):
    lines = ("/als Henk", "hoi", "/groep", "dag buren", "/prive", "weer hier", "/stop", "te laat")
    await talk_through(*lines, patience=0.05)  # nobody answers

    assert [(heard.chat.id, heard.text) for heard in ear.heard_things] == [
        ("lindelaan/Henk", "hoi"),
        ("lindelaan", "dag buren"),
        ("lindelaan/Henk", "weer hier"),
    ]


async def test_messages_in_other_chats_of_the_street_say_where(talk_through, ear, playground, new_delivery):
    async def announce() -> None:
        for chat in ("lindelaan", "lindelaan/Henk", "eikenlaan"):
            await playground.send(new_delivery(say("Borrel!"), chat), 0)

    def answer(_: Incoming) -> None:
        ear.announcing = asyncio.create_task(announce())

    ear.answer = answer

    assert await talk_through("hoi") == ["straatbot (groep): Borrel!", "straatbot (aan Henk): Borrel!"]


async def test_what_is_refused_is_told(talk_through, ear):
    assert await talk_through("/als bot", "hoi") == ["Zo heet de bot zelf. Kies een andere naam."]


async def test_a_person_at_a_terminal_is_told_how_it_works(talk_through, ear):
    [welcome] = await talk_through(piped=False)

    assert "Je praat als Fatma" in welcome


async def test_lines_come_from_a_pipe_until_it_closes(tmp_path):
    out = tmp_path / "out"
    reading, writing = os.pipe()
    with os.fdopen(reading) as source, out.open("w") as target:
        terminal = Terminal(source, target)
        os.write(writing, "één\n\ntwee".encode())
        os.close(writing)

        lines = [await terminal.read_line() for _ in range(4)]
        terminal.write("klaar")

    assert lines == ["één\n", "\n", "twee", None]
    assert out.read_text() == "klaar\n"
