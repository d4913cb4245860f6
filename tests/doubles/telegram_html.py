"""Telegram's HTML, read as strictly as Telegram does: https://core.telegram.org/bots/api#html-style."""

import re
from dataclasses import dataclass, field
from typing import Any

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}  # "currently supports only" these
_ENTITY = re.compile(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|(lt|gt|amp|quot));?")
_TAG = re.compile(r"<(/?)([^\s>/]*)((?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w.-]+)|\s+expandable)*)\s*>")
_ATTRIBUTE = re.compile(r"([^\s=>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.-]+))")


class Refused(Exception):
    """What Telegram answers instead of a result."""

    def __init__(self, description: str, status: int = 400, **parameters: int) -> None:
        prefix = {400: "Bad Request: ", 403: "Forbidden: ", 409: "Conflict: "}.get(status, "")
        super().__init__(prefix + description.removeprefix(prefix))
        self.status = status
        self.parameters = parameters


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@dataclass
class _Reader:
    html: str
    text: str = ""
    open: list[tuple[str, str, int]] = field(default_factory=list)  # tag, attributes, where its text begins
    entities: list[dict[str, Any]] = field(default_factory=list)

    def read(self) -> None:
        position = 0
        while position < len(self.html):
            character = self.html[position]
            if character == "<":
                position = self._tag(position)
            elif character == "&" and (match := _ENTITY.match(self.html, position)):
                self.text += _character(match)
                position = match.end()
            else:
                self.text += character
                position += 1
        if self.open:
            raise _unreadable(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')

    def _tag(self, position: int) -> int:
        offset = len(self.html[:position].encode())
        match = _TAG.match(self.html, position)
        if match is None:
            raise _unreadable(f"Unclosed start tag at byte offset {offset}")
        closing, name, attributes = match[1], match[2].lower(), match[3]
        if closing:
            self._close(name, offset)
        elif name not in TAGS:
            raise _unreadable(f'Unsupported start tag "{name}" at byte offset {offset}')
        elif name == "span" and _attributes(attributes).get("class") != "tg-spoiler":
            raise _unreadable(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        else:
            self.open.append((name, attributes, len(self.text)))
        return match.end()

    def _close(self, name: str, offset: int) -> None:
        if not self.open:
            raise _unreadable(f"Unexpected end tag at byte offset {offset}")
        opened, attributes, start = self.open.pop()
        if name not in ("", opened):
            raise _unreadable(f'Unmatched end tag at byte offset {offset}, expected "</{opened}>", found "</{name}>"')
        said = self.text[start:]
        if not said:
            return
        entity = {"type": TAGS[opened], "offset": units(self.text[:start]), "length": units(said)}
        if opened == "a":
            entity["url"] = _attributes(attributes).get("href") or said
            if not re.match(r"(https?|tg|mailto|tel)://?", entity["url"]):
                return  # Telegram drops such a link and keeps its text
        self.entities.append(entity)


def _attributes(text: str) -> dict[str, str]:
    values = {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(text)}
    return {name: _ENTITY.sub(_character, value) for name, value in values.items()}


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3]]
    return chr(int(match[1]) if match[1] else int(match[2], 16))


def _unreadable(why: str) -> Refused:
    return Refused(f"can't parse entities: {why}")


def formatted(text: str, parse_mode: str | None, *, most: int, empty: bool = False) -> tuple[str, list[dict[str, Any]]]:
    """The text and entities as shown; `most` counts UTF-16 units after parsing."""
    reader = _Reader(text)
    if parse_mode == "HTML":
        reader.read()
    elif parse_mode:
        raise Refused("unsupported parse_mode")
    else:
        reader.text = text
    shown = re.sub(r"[\x00-\x09\x0b\x0c\x0e-\x1f]", " ", reader.text).replace("\r", "")
    cut = units(shown) - units(shown.lstrip())
    shown = shown.strip()
    if not shown and not empty:
        raise Refused("message text is empty")
    if units(shown) > most:
        raise Refused("message is too long" if not empty else "message caption is too long")
    return shown, [_moved(entity, cut, units(shown)) for entity in reader.entities]


def _moved(entity: dict[str, Any], cut: int, end: int) -> dict[str, Any]:
    start, stop = max(entity["offset"] - cut, 0), min(entity["offset"] + entity["length"] - cut, end)
    return {**entity, "offset": start, "length": stop - start}
