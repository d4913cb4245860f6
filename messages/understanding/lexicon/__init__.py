"""The word lists that come with the understanding, each read once when first needed."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def shorthand() -> dict[str, str]:
    """How people shorten words in a chat, and what they mean."""
    return dict(json.loads(_text("shorthand.nl.json")))


@cache
def stopwords() -> frozenset[str]:
    return _listed("stopwords.nl.txt")


@cache
def ordinary_words() -> frozenset[str]:
    return _listed("ordinary.nl.txt")


@cache
def first_names() -> frozenset[str]:
    """Names that are nothing else."""
    return frozenset(name for name in _listed("first_names.txt") if not name.endswith("*"))


@cache
def first_names_and_words() -> frozenset[str]:
    """Names that are also ordinary words: only a capital tells them apart."""
    return frozenset(name[:-1] for name in _listed("first_names.txt") if name.endswith("*"))


@cache
def no_persons() -> frozenset[str]:
    """What has a capital letter, and is nobody's name."""
    return _listed("no_persons.txt")


@cache
def private_matters() -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """For debts and for health the ways to speak of it: one word of each set; an asterisk stands for any ending."""
    return {
        matter: tuple(tuple(frozenset(words.split()) for words in way) for way in ways)
        for matter, ways in json.loads(_text("private_matters.json")).items()
    }


@cache
def private_words() -> frozenset[str]:
    """Words of what is nobody else's business: debts, illness, trouble at home."""
    return _listed("private.txt")


@cache
def talk(kind: str) -> frozenset[str]:
    """The words of one `kind` by which the manner of a message is known."""
    return frozenset(json.loads(_text("talk.json"))[kind].split())


@cache
def words_by_language() -> dict[str, frozenset[str]]:
    """Frequent words of each language, without accents."""
    return {language: frozenset(words.split()) for language, words in json.loads(_text("languages.json")).items()}


@cache
def glossary() -> dict[str, dict[str, str]]:
    """For each subject the words that mean it: Dutch ones under `nl`, those of all others under `other`.

    Words of one term are joined by a hyphen; an asterisk stands for any ending.
    """
    return dict(json.loads(_text("glossary.json")))


@cache
def danger_words() -> dict[str, dict[str, str]]:
    """The words by which danger is told of, by kind: Dutch ones under `nl`, those of all others under `other`.

    An asterisk stands for any ending.
    """
    return dict(json.loads(_text("danger_words.json")))


@cache
def circumstances() -> dict[str, dict[str, Any]]:
    """Under `danger` the kinds of words of danger that count as one here; under `around` what may be told around it.

    Words of one term are joined by a hyphen.
    """
    return dict(json.loads(_text("circumstances.json")))


@cache
def emergencies() -> dict[str, dict[str, Any]]:
    """For each danger what names it, what is said when it is only talked about, and the ways to tell of it.

    Of each kind of words in `heard` one is said close to the others; a bar is between kinds of which either will do.
    """
    return dict(json.loads(_text("emergencies.json")))


@cache
def harmless() -> dict[str, dict[str, Any]]:
    """Under `words` what shows by kind that there is no danger, or that there is; under `ways` how these go together.

    Words of one term are joined by a hyphen.
    """
    return dict(json.loads(_text("harmless.json")))


def _listed(name: str) -> frozenset[str]:
    lines = _text(name).splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
