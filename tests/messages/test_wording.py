"""The fixed sentences: all there in every language, all used, all readable."""

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from messages.markup import plain
from messages.understanding.dangers import dangers
from messages.wording import in_short, languages, word

ROOT = Path(__file__).parent.parent.parent
LONGEST_SENTENCE = 18  # words
MAY_BE_ABSENT = frozenset({"note", "contact", "place", "url", "checked"})
SAYING = {"say", "Paragraph", "Choice", "Link"}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def _sentences(language: str) -> dict[str, frozenset[str]]:
    """The names of the sentences of a language, with the variables of each."""
    text = files("messages.wording").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    found = {}
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, Message):
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = frozenset(variables.found)
    return found


def _code(*more: str) -> Iterator[ast.Module]:
    for folder in ("bot", "handlers", *more):
        for file in (ROOT / folder).rglob("*.py"):
            yield ast.parse(file.read_text(encoding="utf-8"))


def _calls(names: set[str]) -> Iterator[ast.Call]:
    for module in _code():
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in names:
                    yield node


def test_every_language_says_everything_with_the_same_variables() -> None:
    dutch = _sentences("nl")

    assert len(languages()) > 1
    for language in languages():
        assert _sentences(language) == dutch


def test_the_languages_in_short_have_the_same_few_sentences_and_are_no_others() -> None:
    few = {language: _sentences(f"in_short/{language}") for language in in_short()}

    assert set(few) == {"de", "tr", "ar", "pl"}
    assert not set(few) & set(languages())
    assert all(sentences == few["de"] for sentences in few.values())
    assert few["de"].items() <= _sentences("nl").items()
    assert len({word(language, "only-dutch") for language in (*few, *languages())}) == len(few) + len(languages())


def test_every_danger_that_is_known_has_a_line_of_its_own_in_every_language() -> None:
    for danger in dangers():
        lines = {word(language, f"danger-{danger}") for language in (*languages(), *in_short())}

        assert len(lines) == len(languages()) + len(in_short())
        assert all("112" in line for line in lines)


def test_every_sentence_that_the_code_asks_for_exists() -> None:
    known = _sentences("nl")
    asked = [argument.value for call in _calls({"word", "label"}) for argument in call.args if _is_text(argument)]

    assert {name for name in asked if name not in known} <= set(languages())


def test_every_sentence_is_asked_for() -> None:
    constants = {node.value for module in _code("messages/spoken") for node in ast.walk(module) if _is_text(node)}
    patterns = [
        "".join(re.escape(part.value) if _is_text(part) else ".+" for part in node.values)
        for call in _calls({"word", "label"})
        for node in call.args
        if isinstance(node, ast.JoinedStr)
    ]

    unused = [
        name
        for name in _sentences("nl")
        if name not in constants and not any(re.fullmatch(pattern, name) for pattern in patterns)
    ]

    assert unused == []


def test_nothing_is_said_that_is_not_in_a_wording_file() -> None:
    said = [text for call in _calls(SAYING) if call.args for text in _literals(call.args[0])]

    assert [text for text in said if re.search(r"[a-zA-Z]", text)] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("absent", [frozenset(), MAY_BE_ABSENT], ids=["with all", "without"])
def test_every_sentence_can_be_said_and_leaves_no_markup_behind(language: str, absent: frozenset[str]) -> None:
    for name, variables in _sentences(language).items():
        said = plain(word(language, name, **{known: "" if known in absent else "Iets" for known in variables}))

        assert said
        assert not re.search(r"\*\*|[{}_]|  |\bnone\b", said), (name, said)


@pytest.mark.parametrize("language", languages())
def test_sentences_are_short(language: str) -> None:
    for name, variables in _sentences(language).items():
        said = plain(word(language, name, **dict.fromkeys(variables, "Iets")))
        for sentence in re.split(r"[.?!:]\s|\n", said):
            assert len(sentence.split()) <= LONGEST_SENTENCE, (name, sentence)


def test_people_are_spoken_to_as_neighbours() -> None:
    text = files("messages.wording").joinpath("nl.ftl").read_text(encoding="utf-8")

    assert re.findall(r"\b(?:u|uw|gelieve|dient|indien|middels|derhalve)\b", text, re.IGNORECASE) == []


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _literals(node: ast.AST) -> Iterator[str]:
    """The text in an expression that is said as it stands, not what is handed to other calls."""
    if _is_text(node):
        yield node.value  # type: ignore[attr-defined]
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("join", "strip"):
            for inner in (node.func.value, *node.args):
                yield from _literals(inner)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _literals(child)
