"""Another place, another name or a line more, typed under a draft: `plek: de school`, `noem het kerstborrel`."""

import re
from collections.abc import Mapping
from typing import Any

from handlers.steering.composing import EVENT, MESSAGE

Option = Mapping[str, Any]
_MORE = r"(?:(?:nee|toch|liever|maar|oh|sorry)[ ,]+)*"
_IS = r"(?: (?:is|wordt))?[: ]+"
_NO_TIME = r"(?!.*(?:ochtend|middag|avond|nacht|week|maand|vakantie|zomer|winter))"
_PLACE = (
    rf"{_MORE}(?:(?:de|een|op een|andere?|nieuwe) )*(?:plek|locatie|plaats|adres){_IS}"
    r"(?:in |op )?(?P<place>.{2,60}?)",
    rf"{_MORE}(?:(?:het|dat) is )?(?P<place>(?:bij|in de|in het|op het) {_NO_TIME}[^\d?]{{2,50}}?)",
)
_TITLE = (
    rf"{_MORE}(?:de )?(?:titel|naam){_IS}(?P<title>.{{2,60}}?)",
    rf"{_MORE}(?:noem het|noem hem|het heet|hij heet) (?:maar )?(?P<title>.{{2,60}}?)",
)
_ADDED = (rf"{_MORE}(?:en )?(?:voeg (?:er |nog )?(?:aan )?toe|zet er ?bij|erbij)[: ]+(?:dat )?(?P<added>.{{3,60}}?)",)
_PATTERNS = tuple(re.compile(rf"{said}[ .!]*", re.IGNORECASE) for said in (*_PLACE, *_TITLE, *_ADDED))


def reworded(option: Option, said: str) -> Option | None:
    """The same with what was said in its place, or None where nothing of the kind was."""
    found = next(filter(None, (pattern.fullmatch(said.strip()) for pattern in _PATTERNS)), None)
    if found is None or "?" in said:
        return None
    (part, words), written = next(iter(found.groupdict().items())), option["written"]
    if part == "added" and option["kind"] == MESSAGE:
        return {**option, "written": {**written, "wordings": [f"{written['wordings'][0]}\n\n{words}"]}}
    if option["kind"] != EVENT:
        return None
    if part == "added":
        return {**option, "written": {**written, "text": f"{written.get('text', '')}\n\n{words}".strip()}}
    value = {"name": words} if part == "place" else words[:1].upper() + words[1:]
    return {**option, "written": {**written, part: value}}
