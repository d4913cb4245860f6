"""From a file or folder to the items in it, each with its place and all that is wrong with it alone."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from storage.content_file.checks import Found, Problem, Where
from storage.content_file.shapes import check_item
from storage.content_file.tree import Node, TreeError, read_tree
from storage.content_file.words import did_you_mean
from storage.content_file.writing import SECTIONS, VERSION

LARGEST_FILE = 5_000_000  # bytes; more than that is not the work of volunteers
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Unreadable(Exception):
    """A file of which nothing can be used."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


def files_in(path: Path) -> Iterator[tuple[str, Path]]:
    """The files and how to call them; what begins with a dot, such as `.github`, is not content."""
    if not path.is_dir():
        yield path.name, path
        return
    found = False
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path)
        hidden = any(part.startswith(".") for part in inside.parts)
        if file.suffix.lower() in (".yaml", ".yml") and not hidden and file.is_file():
            found = True
            yield inside.as_posix(), file
    if not found:
        raise Unreadable(Problem(path.name, 0, "", "there is no .yaml file in this folder"))


def read_items(name: str, file: Path, defaults: Mapping[str, str], problems: list[Problem]) -> Iterator[Found]:
    """The items of one file; what is wrong with them goes to `problems`. `defaults` is for streets."""
    tree = _tree(name, file)
    if newer := _newer_version(tree):
        message = f"the file is for a newer Straatbot ({newer}), and this one reads {VERSION}: update Straatbot"
        raise Unreadable(Problem(name, tree.line_of(("straatbot",)), "", message))
    problems += _version_problems(name, tree)
    yield from _sections(name, tree, defaults, problems)


def _tree(name: str, file: Path) -> Node:
    text = _text(name, file)
    try:
        tree = read_tree(text)
    except TreeError as error:
        raise Unreadable(Problem(name, error.line, "", error.message)) from error
    if tree is None or tree.value is None:
        raise Unreadable(Problem(name, 1, "", f"the file is empty: begin with straatbot: {VERSION}"))
    if not isinstance(tree.value, dict):
        raise Unreadable(Problem(name, tree.line, "", f"the file must begin with keys, the first straatbot: {VERSION}"))
    return tree


def _text(name: str, file: Path) -> str:
    data = _bytes(name, file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(Problem(name, line, "", "this is not UTF-8: save the file as UTF-8")) from error
    lines = {text.count("\n", 0, found.start()) + 1: ord(found[0]) for found in _CONTROL.finditer(text)}
    if lines:
        faults = [(line, f"holds the control character U+{code:04X}: take it out") for line, code in lines.items()]
        raise Unreadable(*(Problem(name, line, "", message) for line, message in faults))
    return text


def _bytes(name: str, file: Path) -> bytes:
    try:
        if not file.exists():
            raise Unreadable(Problem(name, 0, "", "there is no such file"))
        with file.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Unreadable(Problem(name, 0, "", f"the file cannot be read: {error.strerror}")) from error
    if len(data) > LARGEST_FILE:
        raise Unreadable(Problem(name, 0, "", "the file is larger than 5 MB: split it"))
    return data


def _sections(name: str, tree: Node, defaults: Mapping[str, str], problems: list[Problem]) -> Iterator[Found]:
    if not isinstance(tree.value, dict):
        return
    problems += [_twice(name, "", repeated) for repeated in tree.repeated]
    for key, section in tree.value.items():
        line = tree.key_lines[key]
        if key == "straatbot":
            continue
        if key not in SECTIONS:
            hint = did_you_mean(key, SECTIONS) or f": take it out; the keys are {', '.join(SECTIONS)}"
            problems.append(Problem(name, line, "", f'unknown key "{key}"{hint}'))
        elif isinstance(section.value, list):
            for number, node in enumerate(section.value, start=1):
                yield _item(Where(name, SECTIONS[key], number), node, defaults, problems)
        elif section.value is not None:
            problems.append(Problem(name, line, "", f"{key} must be a list: begin each of them with '- id:'"))


def _item(where: Where, node: Node, defaults: Mapping[str, str], problems: list[Problem]) -> Found:
    written = node.plain()
    if where.kind == "street" and isinstance(written, dict):
        written = {**defaults, **written}
    noun, complaints = check_item(where.kind, written)
    found = Found(where=where, node=node, written=written, noun=noun)
    if isinstance(written, dict):
        problems += [found.problem(message, path) for path, message in complaints]
    else:
        problems.append(found.problem("must be keys with their values: begin it with '- id:'"))
    problems += [_twice(where.file, found.name, repeated) for repeated in node.all_repeated()]
    return found


def _twice(name: str, item: str, repeated: tuple[str, int, int]) -> Problem:
    key, line, first = repeated
    return Problem(name, line, item, f"{key} is already in line {first}: keep one of the two")


def _newer_version(tree: Node) -> str | None:
    version = _version(tree)
    return version if version and version.isdecimal() and int(version[:9]) > VERSION else None


def _version_problems(name: str, tree: Node) -> Iterator[Problem]:
    version = _version(tree)
    if version is None:
        yield Problem(name, tree.line, "", f"the version is missing: begin the file with straatbot: {VERSION}")
    elif version != str(VERSION):
        line = tree.line_of(("straatbot",))
        yield Problem(name, line, "", f"the version must be {VERSION}: write straatbot: {VERSION}")


def _version(tree: Node) -> str | None:
    node = tree.value.get("straatbot") if isinstance(tree.value, dict) else None
    return None if node is None else str(node.plain())
