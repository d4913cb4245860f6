"""The small Markdown that content is written in, as spans that each platform renders in its own way.

`**bold**`, `_italic_`, `[title](https://…)`, `- ` lists; a blank line begins a new paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SPECIAL = re.compile(r"([\\*_\[\]<>&`])|^(\s*)(\d*)([-+.)])(?=\s|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of text in one style; `link` is where it points."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, or one item of a list (`marker` is its bullet, such as `•` or `2.`)."""

    spans: tuple[Span, ...]
    marker: str | None = None


def parse(text: str) -> list[Block]:
    """The paragraphs and list items of `text`, in order; an empty text has none."""
    return list(_blocks(parser().parse(text)))


@cache
def parser() -> "MarkdownIt":
    """Loaded for the first text that is read, which comes after the start."""
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["emphasis", "link", "list", "escape", "newline", "entity"])


def escape(text: str) -> str:
    """`text` such that `parse` gives it back as it is: for names and titles that people typed."""
    return _SPECIAL.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}{m[3]}\\{m[4]}", text)


def plain(text: str) -> str:
    """`text` without its markup: paragraphs apart by a blank line, links as their title and address."""
    return "\n\n".join("".join(_plain_span(span) for span in block.spans) for block in parse(text))


def _plain_span(span: Span) -> str:
    return f"{span.text} ({span.link})" if span.link and span.link != span.text else span.text


def _blocks(tokens: Iterable["Token"]) -> Iterator[Block]:
    counters: list[int | None] = []
    marker: str | None = None
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                counters.append(None)
            case "ordered_list_open":
                counters.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                counters.pop()
            case "list_item_open":
                marker = _marker(counters)
            case "inline":
                yield Block(spans=tuple(_merge(_spans(token.children or ()))), marker=marker)
                marker = None


def _marker(counters: list[int | None]) -> str:
    number = counters[-1]
    if number is None:
        return "•"
    counters[-1] = number + 1
    return f"{number}."


def _spans(children: Iterable["Token"]) -> Iterator[Span]:
    bold = italic = False
    link: str | None = None
    for token in children:
        match token.type:
            case "text" | "text_special":
                yield Span(text=token.content, bold=bold, italic=italic, link=link)
            case "softbreak" | "hardbreak":
                yield Span(text="\n", bold=bold, italic=italic, link=link)
            case "strong_open" | "strong_close":
                bold = token.nesting == 1
            case "em_open" | "em_close" if token.markup == "*":  # one asterisk is no markup of ours
                yield Span(text="*", bold=bold, italic=italic, link=link)
            case "em_open" | "em_close":
                italic = token.nesting == 1
            case "link_open":
                link = str(token.attrGet("href"))
            case "link_close":
                link = None


def _merge(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbouring spans of one style as one: the parser cuts at every escape."""
    held: Span | None = None
    for span in spans:
        if held and (held.bold, held.italic, held.link) == (span.bold, span.italic, span.link):
            held = Span(text=held.text + span.text, bold=span.bold, italic=span.italic, link=span.link)
            continue
        if held and held.text:
            yield held
        held = span
    if held and held.text:
        yield held
