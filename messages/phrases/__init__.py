"""What people say that the bot knows by its words; a file for each subject, read once when first needed.

A file has the name of the handler that listens for what is in it. Under each `[heading]` stands one phrase on a line,
or where a remark says so, words. What follows a `#` is a remark.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_HEADING = re.compile(r"\[([a-z-]+)\]")


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """Those of one kind: for `feelings.cross` what stands under `[cross]` in `feelings.txt`."""
    file, _, heading = kind.partition(".")
    try:
        return by_heading(file)[heading]
    except KeyError:
        raise LookupError(f"messages/phrases/{file}.txt has no [{heading}]") from None


@cache
def single_words(kind: str) -> frozenset[str]:
    """The words of one kind, however many stand on a line."""
    return frozenset(" ".join(phrases(kind)).split())


@cache
def by_heading(file: str) -> Mapping[str, tuple[str, ...]]:
    """All that is in one file, in its order."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in files(__name__).joinpath(f"{file}.txt").read_text(encoding="utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if named := _HEADING.fullmatch(text):
            heading = named[1]
            if heading in found:
                raise ValueError(f"messages/phrases/{file}.txt has [{heading}] twice")
            found[heading] = []
        elif text:
            found[heading].append(text)
    return {heading: tuple(lines) for heading, lines in found.items()}
