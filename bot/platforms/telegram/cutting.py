"""A paragraph that is too long, in pieces: cut after a sentence, else after a word, else where it must."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.platforms.telegram.characters import units
from messages.markup import Block, Span

_SENTENCE_END = re.compile(r"[.!?…][)\"'’”]*\s+|\n+")
_WORD_END = re.compile(r"\s+")
# What belongs to the character before it: combining marks, joiners, variation selectors, skin tones.
_ATTACHED = re.compile("[\u0300-\u036f\u200d\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")


def pieces(block: Block, limit: int) -> Iterator[Block]:
    """`block` in pieces of at most `limit` UTF-16 units, none of them blank; the first keeps the marker."""
    rest = replace(block, spans=_trimmed(block.spans))
    while size(rest) > limit:
        head, tail = _split(rest.spans, _cut_position(rest.spans, limit - _marker_size(rest)))
        yield replace(rest, spans=_trimmed(head))
        rest = Block(spans=_trimmed(tail))
    if rest.spans:
        yield rest


def size(block: Block) -> int:
    return _marker_size(block) + sum(units(span.text) for span in block.spans)


def _marker_size(block: Block) -> int:
    return len(block.marker) + 1 if block.marker else 0


def _cut_position(spans: tuple[Span, ...], limit: int) -> int:
    """How many characters come before the cut; inside bold, italic or a link only for want of better."""
    text = "".join(span.text for span in spans)
    longest = _longest(text, limit)
    styled = _styled(spans)
    sentences = [match.end() for match in _SENTENCE_END.finditer(text, longest // 2, longest)]
    words = [match.end() for match in _WORD_END.finditer(text, 0, longest)]
    for ends in (_outside(styled, sentences), _outside(styled, words), words):
        if ends:
            return ends[-1]
    return _before_attached(text, longest)


def _outside(runs: list[tuple[int, int]], ends: list[int]) -> list[int]:
    return [end for end in ends if not any(start < end < stop for start, stop in runs)]


def _longest(text: str, limit: int) -> int:
    """The most characters of `text` that fit in `limit` UTF-16 units."""
    used = 0
    for index, character in enumerate(text):
        used += units(character)
        if used > limit:
            return index
    return len(text)


def _before_attached(text: str, position: int) -> int:
    """Not between an emoji and its skin tone, nor in a family of emoji."""
    start = position
    while position > 1 and (_ATTACHED.match(text[position]) or text[position - 1] == "\u200d"):
        position -= 1
    return position if position > 1 else start


def _styled(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """From where to where each run in a style goes."""
    runs, start = [], 0
    for span in spans:
        stop = start + len(span.text)
        if span.bold or span.italic or span.link:
            runs.append((start, stop))
        start = stop
    return runs


def _split(spans: tuple[Span, ...], position: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    head: list[Span] = []
    tail: list[Span] = []
    for span in spans:
        before, after = span.text[: max(position, 0)], span.text[max(position, 0) :]
        head += [replace(span, text=before)] if before else []
        tail += [replace(span, text=after)] if after else []
        position -= len(span.text)
    return tuple(head), tuple(tail)


def _trimmed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without white space at either end: Telegram drops it too."""
    left = list(spans)
    while left and not (text := left[0].text.lstrip()):
        left.pop(0)
    if left:
        left[0] = replace(left[0], text=text)
    while left and not (text := left[-1].text.rstrip()):
        left.pop()
    if left:
        left[-1] = replace(left[-1], text=text)
    return tuple(left)
