"""A reply as the playground shows it: plain text for machines and the terminal, safe HTML for the page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise
from typing import assert_never
from urllib.parse import quote, urlsplit

from bot.platforms.playground.transcript import Button
from messages import markup
from messages.reply import Attachment, Choice, Choices, Link, Paragraph, Part, Place, Reply, Retraction

CLICKABLE = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """One block to read; two `close` ones stand under each other without a blank line."""

    text: str
    html: str
    close: bool = False


def render(reply: Reply) -> tuple[str, str]:
    """The reply as text and as HTML, without its buttons."""
    pieces = [piece for part in reply.parts for piece in _part(part)]
    text = pieces[0].text if pieces else ""
    for before, piece in pairwise(pieces):
        text += ("\n" if before.close and piece.close else "\n\n") + piece.text
    return text, "".join(piece.html for piece in pieces)


def render_said(text: str) -> str:
    """What a resident typed, as HTML; nothing in it is markup."""
    return f"<p>{_lines(text)}</p>"


def buttons(key: int, choices: Iterable[Choice]) -> tuple[Button, ...]:
    """The buttons of delivery `key`, numbered from 0."""
    return tuple(Button(f"{key}.{number}", choice.label) for number, choice in enumerate(choices))


def _part(part: Part) -> Iterator[_Piece]:
    match part:
        case Paragraph():
            yield from _paragraphs(part.text)
        case Choices() | Retraction():
            pass  # shown as buttons, or not at all
        case Link():
            yield _Piece(f"{part.title} ({part.url})", f"<p>{_anchor(escape(part.title), part.url)}</p>", close=True)
        case Place():
            yield _place(part)
        case Attachment():
            yield _attachment(part)
        case _:
            assert_never(part)


def _paragraphs(text: str) -> Iterator[_Piece]:
    for kind, group in groupby(markup.parse(text), key=_list_kind):
        blocks = list(group)
        if kind is None:
            yield from (_Piece(_plain(block), f"<p>{_html(block)}</p>") for block in blocks)
        else:
            yield _list(kind, blocks)


def _list_kind(block: markup.Block) -> str | None:
    if block.marker is None:
        return None
    return "ul" if block.marker == "•" else "ol"


def _list(kind: str, blocks: list[markup.Block]) -> _Piece:
    text = "\n".join(f"{block.marker} {_plain(block)}" for block in blocks)
    items = "".join(f"<li>{_html(block)}</li>" for block in blocks)
    first = (blocks[0].marker or "1.").rstrip(".")
    start = f' start="{first}"' if kind == "ol" and first != "1" else ""
    return _Piece(text, f"<{kind}{start}>{items}</{kind}>")


def _plain(block: markup.Block) -> str:
    return "".join(
        f"{span.text} ({span.link})" if span.link and span.link != span.text else span.text for span in block.spans
    )


def _html(block: markup.Block) -> str:
    return "".join(_span(span) for span in block.spans)


def _span(span: markup.Span) -> str:
    html = _lines(span.text)
    if span.bold:
        html = f"<strong>{html}</strong>"
    if span.italic:
        html = f"<em>{html}</em>"
    return _anchor(html, span.link) if span.link else html


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _anchor(html: str, url: str) -> str:
    """A link that opens elsewhere; an address that a browser should not follow stays text."""
    if not _clickable(url):
        return f"{html} ({escape(url)})"
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{html}</a>'


def _clickable(url: str) -> bool:
    try:
        return urlsplit(url).scheme in CLICKABLE
    except ValueError:
        return False


def _place(place: Place) -> _Piece:
    where = ", ".join(filter(None, (place.name, place.address)))
    text, html = f"📍 {where}", f"📍 {escape(where)}"
    if place.lat is not None and place.lon is not None:
        url = f"https://www.openstreetmap.org/?mlat={place.lat}&mlon={place.lon}&zoom=18"
        text, html = f"{text} ({url})", f"{html} · {_anchor('op de kaart', url)}"
    return _Piece(text, f"<p>{html}</p>", close=True)


def _attachment(file: Attachment) -> _Piece:
    name = escape(file.filename)
    data = escape(f"data:{file.media_type};charset=utf-8,{quote(file.text)}")
    return _Piece(f"📎 {file.filename}", f'<p>📎 <a href="{data}" download="{name}">{name}</a></p>', close=True)
