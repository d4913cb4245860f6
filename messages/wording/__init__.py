"""Every fixed sentence that the bot says, per language, by name.

The sentences are in the `.ftl` files beside this one (Project Fluent: https://projectfluent.org). Their text is
the small Markdown of `messages.markup`; what is filled in is escaped, so a name cannot become markup. A value
that is an empty text counts as `none`, so that a sentence can do without it. Of the languages in `in_short` there are
only the few sentences that tell somebody why the rest comes in Dutch.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from messages.markup import escape

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

FALLBACK = "nl"
NONE = "none"
IN_SHORT = "in_short"


@cache
def languages() -> tuple[str, ...]:
    """The languages that have wordings, the fallback first."""
    found = {entry.name.removesuffix(".ftl") for entry in files(__name__).iterdir() if entry.name.endswith(".ftl")}
    return (FALLBACK, *sorted(found - {FALLBACK}))


@cache
def in_short() -> tuple[str, ...]:
    """The languages of which the bot has no more than a few sentences."""
    folder = files(__name__).joinpath(IN_SHORT)
    return tuple(sorted(file.name.removesuffix(".ftl") for file in folder.iterdir() if file.name.endswith(".ftl")))


def word(language: str, name: str, /, **values: object) -> str:
    """The sentence `name` in `language`, or in Dutch where that language lacks it; KeyError when nobody has it."""
    return _fill(_bundle_with(language, name), name, values) if values else _unfilled(language, name)


def label(language: str, name: str, /) -> str:
    """The wording `name` for a button or a title, where markup is not read."""
    return word(language, name)


@cache
def _unfilled(language: str, name: str) -> str:
    return _fill(_bundle_with(language, name), name, {})


def _bundle_with(language: str, name: str) -> "FluentBundle":
    found = next((bundle for bundle in _bundles(language) if bundle.has_message(name)), None)
    if found is None:
        raise KeyError(name)
    return found


def _fill(bundle: "FluentBundle", name: str, values: Mapping[str, object]) -> str:
    pattern = bundle.get_message(name).value
    if pattern is None:
        raise KeyError(name)
    escaped = {key: escape(value) or NONE if isinstance(value, str) else value for key, value in values.items()}
    text, errors = bundle.format_pattern(pattern, escaped)
    if errors:
        raise KeyError(f"{name}: {errors[0]}")
    return str(text)


def _bundles(language: str) -> list["FluentBundle"]:
    known = [code for code in dict.fromkeys((language.split("-")[0].lower(), FALLBACK)) if code in _spoken()]
    return [_bundle(code) for code in known]


def _spoken() -> tuple[str, ...]:
    return (*languages(), *in_short())


@cache
def _bundle(language: str) -> "FluentBundle":
    # With it comes babel: a start, which says nothing, does without.
    from fluent.runtime import FluentBundle, FluentResource
    from fluent.syntax.ast import Junk

    bundle = FluentBundle([language], use_isolating=False)
    folder = files(__name__) if language in languages() else files(__name__).joinpath(IN_SHORT)
    resource = FluentResource(folder.joinpath(f"{language}.ftl").read_text(encoding="utf-8"))
    unreadable = [entry.content for entry in resource.body if isinstance(entry, Junk)]
    if unreadable:
        raise ValueError(f"{language}.ftl: cannot be read: {unreadable[0]}")
    bundle.add_resource(resource)
    return bundle
