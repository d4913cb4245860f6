"""Ours → Telegram's: the pages that a reply becomes there; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from itertools import pairwise
from urllib.parse import quote_plus

from bot.platforms.telegram.characters import clean, clean_name
from bot.platforms.telegram.cutting import pieces, size
from messages.delivery import Delivery
from messages.markup import Block, Span, parse
from messages.reply import Attachment, Choice, Link, Paragraph, Place, Reply

PAGE_UNITS = 4096  # after entities parsing: https://core.telegram.org/bots/api#sendmessage
LABEL_LENGTH = 64  # ours: a telephone shows no more


@dataclass(frozen=True, slots=True)
class Button:
    """`data` comes back when it is pressed; at most 64 bytes (#inlinekeyboardbutton)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    html: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuePage:
    """A place on the map (https://core.telegram.org/bots/api#sendvenue); neither text may be empty."""

    title: str
    address: str
    lat: float
    lon: float
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    filename: str
    content: bytes
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePage:
    """No message, but one that is taken away."""

    message_id: int
    buttons: tuple[Button, ...] = ()


Page = TextPage | VenuePage | DocumentPage | GonePage


def render(delivery: Delivery) -> list[Page]:
    """First all that is text, then the places and files; the buttons hang under the last text."""
    reply = delivery.reply
    if reply.takes_back is not None:
        return [GonePage(message_id=int(reply.takes_back))]
    texts: list[Page] = [TextPage(html=html) for html in _texts(reply)]
    others = [page for part in reply.parts if (page := _page(part)) is not None]
    pages = [*texts, *others]
    if buttons := _buttons(reply.choices, delivery.key):
        pages = pages or [TextPage(html="👇")]
        last = (len(texts) or len(pages)) - 1
        pages[last] = replace(pages[last], buttons=buttons)
    return pages


@lru_cache(maxsize=64)  # a reply is asked for its pages before it is sent, and may go to many chats
def _texts(reply: Reply) -> tuple[str, ...]:
    return tuple(_html(blocks) for blocks in _pages(_blocks(reply)))


def _buttons(choices: Sequence[Choice], key: int) -> tuple[Button, ...]:
    return tuple(Button(_label(choice.label), f"{key}.{n}") for n, choice in enumerate(choices))


def _label(text: str) -> str:
    """At most `LABEL_LENGTH` characters, with whole words where it can be; never empty."""
    text = clean_name(text)
    if len(text) <= LABEL_LENGTH:
        return text or "…"
    head, _, _ = text[:LABEL_LENGTH].rpartition(" ")
    return (head if len(head) > LABEL_LENGTH // 2 else text[: LABEL_LENGTH - 1]).rstrip(" ,;:-") + "…"


def _page(part: object) -> Page | None:
    match part:
        case Place() if _is_on_the_map(part):
            name, where = clean_name(part.name), clean_name(part.address)
            return VenuePage(title=name or where, address=where or name, lat=part.lat or 0, lon=part.lon or 0)
        case Attachment() if part.text:
            return DocumentPage(filename=clean_name(part.filename), content=part.text.encode())
    return None


def _is_on_the_map(place: Place) -> bool:
    if place.lat is None or place.lon is None or not (clean_name(place.name) or clean_name(place.address)):
        return False
    return -90 <= place.lat <= 90 and -180 <= place.lon <= 180


def _blocks(reply: Reply) -> Iterable[Block]:
    for part in reply.parts:
        match part:
            case Paragraph():
                yield from parse(clean(part.text))
            case Link():
                yield Block(spans=(Span(text=clean_name(part.title) or part.url, link=part.url),))
            case Place() if not _is_on_the_map(part):
                name = ", ".join(filter(None, (clean_name(part.name), clean_name(part.address))))
                search = f"https://www.openstreetmap.org/search?query={quote_plus(name)}"
                yield Block(spans=(Span(text="📍 "), Span(text=name, link=search)) if name else ())


def _pages(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    """As many blocks on a page as fit; only what is longer than a page is itself cut."""
    page: list[Block] = []
    used = 0
    for block in blocks:
        for piece in pieces(block, PAGE_UNITS):
            gap = len(_gap(page[-1], piece)) if page else 0
            if page and used + gap + size(piece) > PAGE_UNITS:
                yield page
                page, used, gap = [], 0, 0
            page.append(piece)
            used += gap + size(piece)
    if page:
        yield page


def _gap(above: Block, below: Block) -> str:
    return "\n" if above.marker and below.marker else "\n\n"


def _html(blocks: list[Block]) -> str:
    parts = [_block_html(blocks[0])]
    for above, below in pairwise(blocks):
        parts += [_gap(above, below), _block_html(below)]
    return "".join(parts)


def _block_html(block: Block) -> str:
    marker = f"{block.marker} " if block.marker else ""
    return marker + "".join(map(_span_html, block.spans))


def _span_html(span: Span) -> str:
    """https://core.telegram.org/bots/api#html-style"""
    html = escape(span.text, quote=False)
    if span.italic:
        html = f"<i>{html}</i>"
    if span.bold:
        html = f"<b>{html}</b>"
    if span.link:
        html = f'<a href="{escape(span.link)}">{html}</a>'
    return html
