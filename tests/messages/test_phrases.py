"""What people say that the bot knows by its words: all of it is listened for, and none means two things."""

import ast
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from handlers.commands import Command
from handlers.talking.ordinary_words import ASKED_FOR
from messages.phrases import by_heading, phrases, single_words

HANDLERS = Path(__file__).parent.parent.parent / "handlers"
CODE = "\n".join(file.read_text(encoding="utf-8") for file in HANDLERS.rglob("*.py"))
READ_AS_A_WHOLE = set(re.findall(r'\bby_heading\("(.+?)"\)', CODE))  # their headings are commands, or languages
FILES = {file.name.removesuffix(".txt") for file in files("messages.phrases").iterdir() if file.name.endswith(".txt")}
KINDS = {f"{file}.{heading}" for file in FILES - READ_AS_A_WHOLE for heading in by_heading(file)}


def _texts() -> set[str]:
    """Every text in the code of the handlers that may be the name of a kind."""
    nodes = (node for file in HANDLERS.rglob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if re.fullmatch(r"[a-z_]+\.[a-z-]+", text)}


def _whole() -> set[str]:
    """The kinds of which a message is compared with whole phrases."""
    return set(re.findall(r'\bphrases\("(.+?)"\)', CODE))


def test_what_a_handler_listens_for_is_there_and_what_is_there_is_listened_for() -> None:
    assert _texts() == KINDS


def test_every_heading_has_something_under_it() -> None:
    assert [kind for kind in KINDS if not phrases(kind)] == []


def test_no_phrase_means_two_things() -> None:
    words = [" ".join(re.findall(r"\w+", phrase.casefold())) for kind in _whole() for phrase in phrases(kind)]

    assert [phrase for phrase, times in Counter(words).items() if times > 1] == []


def test_every_file_that_is_read_as_a_whole_is_there() -> None:
    assert READ_AS_A_WHOLE <= FILES


def test_what_stands_for_a_command_is_under_the_name_of_one() -> None:
    assert set(by_heading("commands")) <= set(Command)
    assert set(by_heading("ordinary_words")) == set(ASKED_FOR)


def test_a_kind_that_is_not_there_is_told_by_its_name() -> None:
    with pytest.raises(LookupError, match=r"feelings\.txt has no \[hungry\]"):
        phrases("feelings.hungry")


def test_words_may_stand_on_several_lines() -> None:
    assert {"hoi", "merhaba"} <= single_words("small_talk.greetings")
