"""What can be wrong with a file as a whole, and how it is told."""

import time
from pathlib import Path

import pytest

from messages.reply import Place
from storage.content_file.examined import read_content
from tests.doubles.content_file import EVENT, problems, written

MISTAKES = [
    ("", 1, "the file is empty: begin with straatbot: 1"),
    ("# only this\n", 1, "the file is empty: begin with straatbot: 1"),
    ("- a\n", 1, "the file must begin with keys, the first straatbot: 1"),
    ("tekst\n", 1, "the file must begin with keys, the first straatbot: 1"),
    ("streets: []\n", 1, "the version is missing: begin the file with straatbot: 1"),
    ("faqs: []\nstraatbot: een\n", 2, "the version must be 1: write straatbot: 1"),
    (
        "straatbot: 2\nvragen: []\n",
        1,
        "the file is for a newer Straatbot (2), and this one reads 1: update Straatbot",
    ),
    ("straatbot: 1\nevent: []\n", 2, 'unknown key "event"; did you mean "events"?'),
    (
        "straatbot: 1\nxyz: 1\n",
        2,
        'unknown key "xyz": take it out; the keys are streets, faqs, urgent, events, announcements',
    ),
    ("straatbot: 1\nfaqs:\n  id: a\n", 2, "faqs must be a list: begin each of them with '- id:'"),
    ("straatbot: 1\nfaqs: []\nfaqs: []\n", 3, "faqs is already in line 2: keep one of the two"),
    ("straatbot: 1\nfaqs:\n\t- id: a\n", 3, "a tab: indent with spaces"),
    ("straatbot: 1\nfaqs: [a, b\nx: y\n", 3, "the bracket of line 2 is not closed, or a comma is missing"),
    ("straatbot: 1\nx: 'open\ny: z\n", 2, "a quote is opened here and never closed"),
    (
        "straatbot: 1\nx: a: b\n",
        2,
        'a colon too many: put text with ": " between quotes, and begin keys in one column',
    ),
    (
        "straatbot: 1\nx: {{street}} feest\n",
        2,
        "a key must be a word: put text that begins with {{ or [ between quotes",
    ),
    ("straatbot: 1\nx: - b\n", 2, "a list begins on the line of its key: begin it on the next, indented"),
    ("straatbot: 1\nx: **vet**\n", 2, "text that begins with & or * needs quotes around it"),
    ("straatbot: 1\nx: *vet\n", 2, "*vet is not known here: text that begins with * needs quotes"),
    ("straatbot: 1\nx: @henk\n", 2, "text that begins with @ needs quotes around it"),
    ("straatbot: 1\nx: !leuk a\n", 2, "!leuk is not used here: text that begins with ! needs quotes"),
    (
        'straatbot: 1\nx: "C:\\data"\n',
        2,
        "a backslash between double quotes means something else: use single quotes",
    ),
    (
        "straatbot: 1\na:\n  - b\n c: d\n",
        4,
        "this does not fit what is above it: check the indentation and the quotes",
    ),
    (
        "straatbot: 1\nx: >nu\n",
        2,
        "this is not YAML (did not find expected comment or line break): check the indentation and the quotes",
    ),
    ("straatbot: 1\n---\nfaqs: []\n", 2, "a second document begins here (---): put it in a file of its own"),
    ("straatbot: 1\n<<: {faqs: []}\n", 2, "<< is not used here: write the keys themselves"),
    ("straatbot: 1\nx: " + "[" * 5000, 2, "lists and keys are nested more than 12 deep: write it simpler"),
    ("straatbot: 1\nx: a\x07b\n", 2, "holds the control character U+0007: take it out"),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_told_once_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    assert problems(written(tmp_path, text)) == [f"content.yaml:{line}: {message}"]


def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "content.yaml"
    file.write_bytes("straatbot: 1\nx: caf\xe9\n".encode("latin-1"))
    assert problems(file) == ["content.yaml:2: this is not UTF-8: save the file as UTF-8"]


def test_a_missing_file_an_empty_folder_and_a_huge_file_are_told(tmp_path: Path) -> None:
    assert problems(tmp_path / "weg.yaml") == ["weg.yaml: there is no such file"]
    (tmp_path / "leeg").mkdir()
    assert problems(tmp_path / "leeg") == ["leeg: there is no .yaml file in this folder"]
    assert problems(written(tmp_path, "#" * 5_000_001)) == ["content.yaml: the file is larger than 5 MB: split it"]


@pytest.mark.parametrize("wide", [True, False])
def test_a_bomb_of_aliases_is_refused_at_once(tmp_path: Path, wide: bool) -> None:
    width, height = (10, 8) if wide else (1, 3000)
    lines = ["straatbot: 1", "a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, height)]
    began = time.perf_counter()
    told = problems(written(tmp_path, "\n".join(lines)))
    assert "too much for one file" in told[0] if wide else "nested more than 12 deep" in told[0]
    assert time.perf_counter() - began < 5


def test_an_alias_stands_for_what_it_names(tmp_path: Path) -> None:
    text = f"{EVENT}    place: &linde {{name: De Linde}}\n  - id: b\n    title: B\n"
    text += "    starts_at: 2027-01-01T10:00\n    place: *linde\n"
    assert read_content(written(tmp_path, text)).events["b"].place == Place("De Linde")
