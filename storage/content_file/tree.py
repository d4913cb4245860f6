"""YAML as a tree that knows its lines: every plain value is kept as it was typed.

YAML 1.1 reads `21:30` as a number, `no` as false and a date as a date. Here only the content format says what
a value means, so nothing is guessed before it is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from storage.content_file.words import in_plain_words

MAX_DEPTH = 12
MAX_NODES = 500_000  # with every alias written out
_KNOWN = ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
_TAGS = {None, "!", *(f"tag:yaml.org,2002:{name}" for name in _KNOWN)}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TreeError(Exception):
    """The text is no YAML that we read; `line` counts from one."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(slots=True)
class Node:
    """One value. `key_lines` and `repeated` (key, line, line of the first) belong to a mapping."""

    line: int
    value: "str | list[Node] | dict[str, Node] | None"
    key_lines: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int, int]] = field(default_factory=list)
    size: int = 1  # nodes, with itself
    height: int = 0  # of the tallest below it

    def plain(self) -> Any:
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items()}
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        return self.value

    def line_of(self, path: tuple[int | str, ...]) -> int:
        """The line of what `path` leads to, or of the nearest thing around it that is there."""
        node, line = self, self.line
        for step in path:
            if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
                node, line = node.value[step], node.key_lines[step]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.line
            else:
                break
        return line

    def all_repeated(self) -> Iterator[tuple[str, int, int]]:
        yield from self.repeated
        children = self.value.values() if isinstance(self.value, dict) else self.value
        for child in children if children and not isinstance(children, str) else ():
            yield from child.all_repeated()


def read_tree(text: str) -> Node | None:
    """The one document in `text`, None when there is nothing in it."""
    grower = _Grower()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            grower.take(event)
    except yaml.MarkedYAMLError as error:
        raise TreeError(*in_plain_words(error, text)) from error
    except yaml.YAMLError as error:
        raise TreeError(1, f"this is not YAML: {error}") from error
    return grower.root


class _Grower:
    """Builds the tree from the parser's events without recursion, so that depth cannot break it."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[tuple[Node, str | None, int]] = []  # node, anchor, nodes counted before it
        self._key: list[tuple[str, int] | None] = []  # the key that waits for its value, for each open node
        self._anchors: dict[str, Node] = {}
        self._nodes = 0

    def take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.MappingStartEvent():
                self._begin(event, Node(line, {}), line)
            case yaml.SequenceStartEvent():
                self._begin(event, Node(line, []), line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._alias(event, line)
            case yaml.DocumentStartEvent() if self.root:
                raise TreeError(line, "a second document begins here (---): put it in a file of its own")

    def _scalar(self, event: Any, line: int) -> None:
        self._check_tag(event, line)
        if self._awaits_key():
            self._take_key(event.value, line)
            return
        empty = event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL")
        node = Node(line, None if empty else event.value)
        if event.anchor:
            self._anchors[event.anchor] = node
        self._add(node, line)

    def _take_key(self, key: str, line: int) -> None:
        if key == "<<":
            raise TreeError(line, "<< is not used here: write the keys themselves")
        node = self._open[-1][0]
        if key in node.key_lines:
            node.repeated.append((key, line, node.key_lines[key]))
        self._key[-1] = (key, line)

    def _begin(self, event: Any, node: Node, line: int) -> None:
        self._check_tag(event, line)
        if self._awaits_key():
            raise TreeError(line, "a key must be a word: put text that begins with {{ or [ between quotes")
        self._check_depth(0, line)
        before = self._nodes
        self._add(node, line)
        self._open.append((node, event.anchor, before))
        self._key.append(None)

    def _end(self) -> None:
        node, anchor, before = self._open.pop()
        self._key.pop()
        node.size = self._nodes - before
        self._raise_parent(node)
        if anchor:
            self._anchors[anchor] = node

    def _alias(self, event: Any, line: int) -> None:
        node = self._anchors.get(event.anchor)
        if node is None:
            raise TreeError(line, f"*{event.anchor} is not known here: text that begins with * needs quotes")
        if self._awaits_key():
            raise TreeError(line, f"*{event.anchor} cannot be a key: write the key itself")
        self._check_depth(node.height, line)
        self._nodes += node.size - 1
        self._add(node, line)
        self._raise_parent(node)

    def _add(self, node: Node, line: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise TreeError(line, "too much for one file, once every alias (*) is written out: split it")
        parent = self._open[-1][0] if self._open else None
        if parent is None:
            self.root = node
        elif isinstance(parent.value, list):
            parent.value.append(node)
        elif isinstance(parent.value, dict) and (waiting := self._key[-1]):
            key, key_line = waiting
            parent.value.setdefault(key, node)
            parent.key_lines.setdefault(key, key_line)
            self._key[-1] = None

    def _check_depth(self, height: int, line: int) -> None:
        if len(self._open) + height >= MAX_DEPTH:
            raise TreeError(line, f"lists and keys are nested more than {MAX_DEPTH} deep: write it simpler")

    def _raise_parent(self, node: Node) -> None:
        if self._open:
            parent = self._open[-1][0]
            parent.height = max(parent.height, node.height + 1)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][0].value, dict) and self._key[-1] is None

    @staticmethod
    def _check_tag(event: Any, line: int) -> None:
        if event.tag not in _TAGS:
            raise TreeError(line, f"{event.tag} is not used here: text that begins with ! needs quotes")
