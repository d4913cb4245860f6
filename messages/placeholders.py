"""The placeholders `{{street}}`, `{{contact}}` and `{{town}}` in what people write, filled per street."""

import re

from rapidfuzz.distance import OSA

from messages.markup import escape
from messages.street import Street

PLACEHOLDERS = ("street", "contact", "town")

_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_MEANT = {
    "straat": "street",
    "straatnaam": "street",
    "naam": "street",
    "name": "street",
    "contactpersoon": "contact",
    "straatcontact": "contact",
    "plaats": "town",
    "stad": "town",
    "dorp": "town",
    "gemeente": "town",
    "city": "town",
}
_SOMEBODY = {"nl": "het straatcontact", "en": "the street contact"}


def unknown_placeholders(text: str) -> tuple[str, ...]:
    """The placeholders in `text` that nothing fills, each once, as written; a lone `{{` is one too."""
    unknown = [found[0] for found in _PLACEHOLDER.finditer(text) if found[1] not in PLACEHOLDERS]
    rest = _PLACEHOLDER.sub("", text)
    lone = [braces for braces in ("{{", "}}") if braces in rest]
    return tuple(dict.fromkeys(unknown + lone))


def meant_placeholder(written: str) -> str | None:
    """The placeholder that `written` most likely stands for: other case, Dutch, or two letters wrong."""
    name = written.strip("{} \t\n").casefold()
    if name in PLACEHOLDERS:
        return name
    return _MEANT.get(name) or next((known for known in PLACEHOLDERS if OSA.distance(name, known) <= 2), None)


def uses_placeholder(text: str, name: str) -> bool:
    return any(found[1] == name for found in _PLACEHOLDER.finditer(text))


def fill(text: str, street: Street, language: str | None = None) -> str:
    """`text` in Markdown for one street; `language` is the text's own, where that is not the street's."""
    return _fill(text, {name: escape(value) for name, value in _values(street, language).items()})


def _fill(text: str, values: dict[str, str]) -> str:
    """One pass, so that a name with braces in it is not filled again."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


def _values(street: Street, language: str | None) -> dict[str, str]:
    """A street without a contact or town still gets a sentence without a hole in it."""
    spoken = (language or street.language).partition("-")[0]
    contact = street.contact.name if street.contact else _SOMEBODY.get(spoken, _SOMEBODY["nl"])
    return {"street": street.name, "contact": contact, "town": street.town or street.name}
