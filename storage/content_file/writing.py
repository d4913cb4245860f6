"""The content file, written so that a volunteer likes to read it."""

from collections.abc import Iterable
from textwrap import indent
from typing import Any

import yaml

from messages.content import Content, Status
from storage.content_file.fields import tidy
from storage.content_file.shapes import Item, to_json

VERSION = 1
SECTIONS = {
    "streets": "street",
    "faqs": "faq",
    "urgent": "urgent",
    "events": "event",
    "announcements": "announcement",
}  # the keys of the file in order, and what each holds

_BARE = {"starts_at", "ends_at", "checked_on", "expires_on", "until"}
_IN_ONE_LINE = {"tags", "streets", "except", "keywords", "triggers", "contact", "place", "rsvp", "source"}
_QUOTED_LISTS = {"announce", "reminders"}
_LONGEST_LINE = 100
_STR = "tag:yaml.org,2002:str"
_REPRESENTER = yaml.representer.SafeRepresenter()


class _Dumper(yaml.SafeDumper):
    """With the dash of a list indented under its key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def write_content(content: Content) -> str:
    """What is published, as one file; `read_content` gives the same content back."""
    written = [f"straatbot: {VERSION}\n"]
    for section in SECTIONS:
        items = [_item(item) for item in getattr(content, section).values() if _is_published(item)]
        if items:
            between = "" if section == "streets" else "\n"
            written.append(f"\n{section}:\n" + between.join(items))
    return "".join(written)


def _is_published(item: Item) -> bool:
    return getattr(item, "status", Status.PUBLISHED) is Status.PUBLISHED


def _item(item: Item) -> str:
    nodes = _mapping({"id": item.id, **to_json(item)})
    sequence = yaml.SequenceNode("tag:yaml.org,2002:seq", [nodes], flow_style=False)
    text: str = yaml.serialize(sequence, Dumper=_Dumper, allow_unicode=True, width=float("inf"))
    return indent(text, "  ")


def _mapping(values: dict[str, Any], *, flow: bool = False) -> yaml.MappingNode:
    pairs = [(_scalar(key), _value(key, value)) for key, value in values.items()]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)


def _value(key: str, value: Any) -> yaml.Node:
    flow = key in _QUOTED_LISTS or (key in _IN_ONE_LINE and _fits_one_line(value))
    if isinstance(value, dict):
        return _mapping(value, flow=flow)
    if isinstance(value, list):
        parts = [_quoted(part) if key in _QUOTED_LISTS else _value("", part) for part in value]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", parts, flow_style=flow)
    if key == "repeats" or (key == "quiet_hours" and ":" in value):
        return _quoted(value)
    return _scalar(value, bare=key in _BARE)


def _fits_one_line(value: dict[str, Any] | list[Any]) -> bool:
    words: Iterable[Any] = [*value, *value.values()] if isinstance(value, dict) else value
    return sum(len(str(word)) + 2 for word in words) <= _LONGEST_LINE


def _quoted(text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode(_STR, text, style='"')


def _scalar(value: Any, *, bare: bool = False) -> yaml.Node:
    """`bare` keeps dates without quotes, which other YAML writers and readers do too."""
    if not isinstance(value, str):
        return _REPRESENTER.represent_data(value)
    if bare:
        is_yaml_time = "T" not in value or value.count(":") == 2  # YAML knows no time without seconds
        return yaml.ScalarNode(f"tag:yaml.org,2002:{'timestamp' if is_yaml_time else 'str'}", value)
    text = tidy(value)
    if "\n" in text:
        return yaml.ScalarNode(_STR, f"{text}\n", style="|")
    return yaml.ScalarNode(_STR, text)
