"""What somebody dictated to a telephone that writes the names of the signs: `ik heb een vraag punt`."""

import re

# As a sign is called, and as it is written.
_SIGNS = {"komma": ",", "punt": ".", "vraagteken": "?", "uitroepteken": "!", "dubbele punt": ":"}
_ENDS = ("punt", "vraagteken", "uitroepteken")
# What makes a thing of it: `dat is een punt`, `nul komma vijf`.
_THING = (
    r"(?:een|het|t|dit|dat|die|de|deze|elk|geen|goed|ander|belangrijk|laatste|eerste|\d+|nul|een|twee|drie|vier|vijf)"
)
_NAMED = re.compile(
    rf"(?<!\w)(?P<before>{_THING}\s+)?(?P<sign>{'|'.join(sorted(_SIGNS, reverse=True))})(?!\w)", re.IGNORECASE
)
_WRITTEN = re.compile(r"[.,?!:;]")


def as_written(text: str) -> str:
    """With the signs for their names, where it ends with one and has no signs of its own."""
    words = text.casefold().split()
    if len(words) < 3 or words[-1] not in _ENDS or _WRITTEN.search(text):
        return text
    return re.sub(r"\s+([.,?!:])", r"\1", _NAMED.sub(_sign, text))


def _sign(named: re.Match[str]) -> str:
    sign, before = named["sign"].casefold(), named["before"] or ""
    is_thing = before and (sign == "punt" or named.end() < len(named.string.rstrip()))
    return named[0] if is_thing else before + _SIGNS[sign]
