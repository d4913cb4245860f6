"""Ours → WhatsApp's: a reply as pages of text, and a template's variables.

Formatting: https://faq.whatsapp.com/539178204879377. Buttons become numbered lines, links bare addresses.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import quote_plus

from messages.markup import Block, Span, parse
from messages.reply import Choice, Link, Paragraph, Part, Place, Reply, Template

# Twilio takes 1600 and counts an emoji as more than one: https://www.twilio.com/docs/api/errors/21617
PAGE = 1500
# WhatsApp takes 1024 for the whole filled-in template: https://www.twilio.com/docs/api/errors/63021
VARIABLES = 900
ZERO_WIDTH_SPACE = "\u200b"

_URL = re.compile(r"(https?://\S+)")
_OPENER = re.compile(r"(?<![^\W_])([*_~`])(?=\S)")  # would begin markup: before a word, not in one
_AFTER_LINK = re.compile(r"\s|[.,;:!?)]+(?:\s|$)")


def render(reply: Reply, *, closing: str) -> list[str]:
    """The reply as messages of at most 1500 UTF-16 units; `closing` is the line under numbered choices.

    Nothing is added to a text without choices, so that it can be forwarded as it is.
    """
    texts = [text for part in reply.parts if (text := _part(part))]
    if reply.choices:
        texts.append(_choices(reply.choices, closing))
    return list(_pages(_printable("\n\n".join(texts)).strip()))


def variables(template: Template) -> str:
    """The template's variables as the JSON that Twilio takes."""
    return json.dumps({str(i): value for i, value in enumerate(flat(template), start=1)}, ensure_ascii=False)


def flat(template: Template) -> list[str]:
    """The variables without line breaks, none empty, and not too much in all: the longest are shortened.

    https://www.twilio.com/docs/api/errors/63013
    """
    values = [" ".join(_printable(value).split()) or "–" for value in template.variables]
    while (excess := sum(map(units, values)) - VARIABLES) > 0:
        longest = max(range(len(values)), key=lambda i: units(values[i]))
        values[longest] = _first(values[longest], units(values[longest]) - excess - 1) + "…"
    return values


def units(text: str) -> int:
    """The length of `text` in UTF-16 units."""
    return len(text) + sum(ord(c) > 0xFFFF for c in text)


def _part(part: Part) -> str:
    match part:
        case Paragraph():
            return _paragraph(part.text)
        case Link():
            return _link(part.title, part.url)
        case Place():
            return _place(part)
        case _:  # choices come last; an attachment would need an address on the web
            return ""


def _paragraph(text: str) -> str:
    written = ""
    for block in parse(text):
        apart = "\n" if block.marker else "\n\n"
        written += (apart if written else "") + _block(block)
    return written


def _block(block: Block) -> str:
    marker = f"{block.marker} " if block.marker else ""
    text = marker + _inline(block.spans)
    if units(text) > PAGE:  # it will be cut, perhaps between two marks
        text = marker + _inline([Span(text=span.text, link=span.link) for span in block.spans])
    return text


def _inline(spans: Sequence[Span]) -> str:
    written = ""
    for i, span in enumerate(spans):
        following = spans[i + 1].text if i + 1 < len(spans) else ""
        text = _span(span, before=written[-1:], after=following[:1])
        apart = " " if span.link and following and not _AFTER_LINK.match(following) else ""
        written += text + apart
    return written


def _span(span: Span, *, before: str, after: str) -> str:
    if span.link and _address(span.link) == span.text:
        return span.text
    text = _guard(span.text)
    after = ":" if span.link else after
    for mark, wanted in (("_", span.italic), ("*", span.bold)):
        if wanted:
            text = _marked(text, mark, before, after)
    return f"{text}: {_address(span.link)}" if span.link else text


def _marked(text: str, mark: str, before: str, after: str) -> str:
    """`text` between marks, each line by itself; bare where WhatsApp would show the marks as they are."""
    core = text.strip()
    lead, _, trail = text.partition(core)
    glued = (not lead and before.isalnum()) or (not trail and after.isalnum())
    if not core or glued or mark in core:
        return text
    lines = (line.strip() for line in core.split("\n"))
    return lead + "\n".join(f"{mark}{line}{mark}" if line else "" for line in lines) + trail


def _guard(text: str) -> str:
    """A zero-width space after what would begin markup; addresses stay as they are."""
    pieces = _URL.split(text)
    pieces[::2] = [_OPENER.sub(rf"\1{ZERO_WIDTH_SPACE}", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _address(url: str) -> str:
    return url.removeprefix("mailto:").removeprefix("tel:")


def _link(title: str, url: str) -> str:
    return url if title in ("", url) else f"{_guard(title)}: {url}"


def _place(place: Place) -> str:
    name = ", ".join(_guard(text) for text in dict.fromkeys((place.name, place.address)) if text)
    return "\n".join(line for line in (name, _map(place)) if line)


def _map(place: Place) -> str:
    if place.lat is not None and place.lon is not None:
        at = f"{place.lat:.5f}/{place.lon:.5f}"
        return f"https://www.openstreetmap.org/?mlat={place.lat:.5f}&mlon={place.lon:.5f}#map=18/{at}"
    if place.address:
        return f"https://www.openstreetmap.org/search?query={quote_plus(place.address)}"
    return ""


def _choices(options: Sequence[Choice], closing: str) -> str:
    lines = "\n".join(f"{i}. {_guard(option.label)}" for i, option in enumerate(options, start=1))
    return f"{lines}\n\n{closing}"


def _pages(text: str) -> Iterator[str]:
    while units(text) > PAGE:
        head = _first(text, PAGE)
        at = _cut(head)
        yield text[:at].rstrip()
        text = text[at:].lstrip()
    if text:
        yield text


def _cut(head: str) -> int:
    """Where to end the page: between paragraphs if it is half full by then, else lines, sentences, words."""
    paragraph = head.rfind("\n\n")
    if paragraph > len(head) // 2:
        return paragraph
    for separator in ("\n", ". ", " "):
        at = head.rfind(separator)
        if at > 0:
            return at + len(separator.rstrip())
    return len(head)


def _first(text: str, room: int) -> str:
    """The beginning of `text`, in at most `room` UTF-16 units."""
    for end, c in enumerate(text):
        room -= 2 if ord(c) > 0xFFFF else 1
        if room < 0:
            return text[:end]
    return text


def _printable(text: str) -> str:
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
