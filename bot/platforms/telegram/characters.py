"""Text as Telegram counts it: in UTF-16 code units, without characters that it refuses or replaces."""

import re

# All control characters but the tab and the newline, and halves of surrogate pairs, which no database takes.
_UNSAYABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # these turn round the text that follows a name


def units(text: str) -> int:
    """The length of `text` in UTF-16 code units (https://core.telegram.org/api/entities#entity-length)."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def place(text: str, offset: int) -> int:
    """Where in `text` the UTF-16 offset `offset` is."""
    encoded = text.encode("utf-16-le", "surrogatepass")[: 2 * offset]
    return len(encoded.decode("utf-16-le", "replace"))


def clean(text: str) -> str:
    """`text` without characters that cannot be said or stored; emoji and any script stay."""
    return _UNSAYABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_name(text: str) -> str:
    """A name on one line, unable to turn round what comes after it."""
    return " ".join(_TURNING.sub("", clean(text)).split())
