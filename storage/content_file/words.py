"""What is wrong with a content file, in words for a volunteer instead of those of pydantic and YAML."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

import yaml
from rapidfuzz import fuzz, process

Path = tuple[int | str, ...]


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 60) -> str:
    """`; did you mean "answer"?`, or nothing when no known word is near."""
    near = process.extractOne(word.casefold(), list(known), scorer=fuzz.ratio, score_cutoff=cutoff)
    return f'; did you mean "{near[0]}"?' if near else ""


def one_of(word: str, known: Iterable[str]) -> str:
    choices = list(known)
    return f'must be {" or ".join(choices)}, not "{word}"{did_you_mean(word, choices)}'


def named(path: Path) -> str:
    """`schedule.starts_at`, `wordings number 2`."""
    words = ""
    for step in path:
        words += f" number {step + 1}" if isinstance(step, int) else f".{step}" if words else step
    return words


_EMPTY = "is empty: write something there, or leave the line out"
_SENTENCES: dict[str, str] = {
    "missing": "is missing: add it",
    "string_type": "must be text; put it between quotes if it holds a colon or begins with a bracket",
    "int": "must be a whole number",
    "float": "must be a number, such as 52.18",
    "bool": "must be true or false",
    "finite": "must be a number, such as 52.18",
    "together": "and lat go together: write both or neither",
    "tuple_type": "must be a list, such as [one, two]",
    "dict_type": "must hold keys of its own, indented under it",
    "model_type": "must hold keys of its own, indented under it",
}


def sentences(error: Mapping[str, Any], keys: Callable[[Path], Iterable[str]]) -> list[str]:
    """What one pydantic error says of its field, a sentence each; `keys` tells which fit at a path."""
    kind, path = str(error["type"]), tuple(error["loc"])
    context = error.get("ctx", {})
    if kind == "extra_forbidden":
        return [_unknown_key(path, list(keys(path[:-1])))]
    if error["input"] is None and kind not in ("missing", "together"):
        return [f"{named(path)} {_EMPTY}"]
    if kind == "value_error":
        return [f"{named(path)} {line}" for line in str(context["error"]).splitlines()]
    return [f"{named(path)} {_about(kind, context, error['input'])}"]


def _unknown_key(path: Path, keys: list[str]) -> str:
    key = str(path[-1])
    where = f" in {named(path[:-1])}" if path[:-1] else ""
    hint = did_you_mean(key, keys) or f": take it out; the keys are {', '.join(keys)}"
    return f'unknown key "{key}"{where}{hint}'


def _about(kind: str, context: Mapping[str, Any], written: object) -> str:
    if kind == "greater_than_equal":
        return f"must be {context['ge']:g} or more, not {written}"
    if kind == "less_than_equal":
        return f"must be {context['le']:g} or less, not {written}"
    plain = _SENTENCES.get(kind) or _SENTENCES.get(kind.partition("_")[0]) or "cannot be read: write it anew"
    return f'{plain}, not "{written}"' if isinstance(written, str) and len(written) < 60 else plain


_YAML = (
    ("mapping values", 'a colon too many: put text with ": " between quotes, and begin keys in one column'),
    ("sequence entries", "a list begins on the line of its key: begin it on the next, indented"),
    ("anchor", "text that begins with & or * needs quotes around it"),
    ("alias", "text that begins with & or * needs quotes around it"),
    ("',' or", "the bracket of line {opened} is not closed, or a comma is missing"),
    ("expected ':'", "a key without a colon after it, or text that is not indented under its key"),
    ("simple key", "a key without a colon after it, or text that is not indented under its key"),
    ("expected key", "this does not fit what is above it: check the indentation and the quotes"),
    ("expected '-'", "this does not fit the list above it: begin with '- ', in the same column"),
    ("escape", "a backslash between double quotes means something else: use single quotes"),
)


def in_plain_words(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line at which the YAML parser stumbled, counted from one, and the mend."""
    mark, opened = error.problem_mark, error.context_mark
    number = mark.line if mark else 0
    line = next(islice(text.split("\n"), number, None), "")
    problem = error.problem or ""
    if "\t" in line[: len(line) - len(line.lstrip())] or "tab character" in problem:
        return number + 1, "a tab: indent with spaces"
    if ": {{" in line or "- {{" in line:
        return number + 1, "text that begins with {{ needs quotes around it"
    if "cannot start any token" in problem and mark:
        return (
            number + 1,
            f"text that begins with {line[mark.column : mark.column + 1]} needs quotes around it",
        )
    if opened and any(end in problem for end in ("end of stream", "document indicator")):
        return opened.line + 1, "a quote is opened here and never closed"
    said = f"{error.context} {problem}"
    words = next(
        (words for part, words in _YAML if part in said),
        f"this is not YAML ({problem}): check the indentation and the quotes",
    )
    return number + 1, words.replace("{opened}", str(opened.line + 1 if opened else number + 1))
