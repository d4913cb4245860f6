"""`ja graag`, `doe maar`, `prima zo`: a yes, in the words that people have for it."""

import re

from messages.phrases import phrases, single_words


def to_the_point(text: str) -> str:
    """`ja graag` is a yes, and so are `ja hoor, doe maar` and `doe maar`; anything else stays as it is."""
    text = text.strip(" \n.!,").casefold()
    if text in phrases("typed_choices.agreed"):
        return "ja"
    yes = single_words("typed_choices.yes")
    first, *others = re.findall(r"[^\s,.!]+", text) or [""]
    if first in yes and " ".join(others) in phrases("typed_choices.agreed"):
        return str(first)
    is_polite_yes = first in yes and others and (yes | single_words("typed_choices.polite")).issuperset(others)
    return str(first) if is_polite_yes else text


def is_agreed(text: str) -> bool:
    return to_the_point(text) in single_words("typed_choices.yes")
