"""`/taal`: the language in which a private chat is answered."""

from babel import Locale

from handlers.asked import Asked
from handlers.commands import Command
from messages.reply import Choice, Reply, say
from messages.wording import languages, word
from storage import Store


def choose_language(asked: Asked, store: Store) -> Reply | None:
    if asked.command is not Command.LANGUAGE:
        return None
    if asked.in_group:
        return say(asked.word("language-in-private"))
    wanted = asked.argument.casefold().strip(" .!")
    named = next((code for code in languages() if wanted in _names(code)), None)
    if named:
        return set_language(asked, named, store)
    choices = [Choice(own_name(code), f"language:{code}") for code in languages()]
    return say(asked.word("language-choose"), choices=choices)


def set_language(asked: Asked, code: str, store: Store) -> Reply:
    if code not in languages():
        return say(asked.word("choice-unknown"))
    store.chats.change(asked.chat, language=code)
    return say(word(code, "language-set"))


def own_name(code: str) -> str:
    """`Nederlands`, `English`"""
    return (Locale.parse(code).get_display_name(code) or code).capitalize()


def _names(code: str) -> set[str]:
    """What people may call a language: its code, and its name in each of the languages we speak."""
    locale = Locale.parse(code)
    return {code, *((locale.get_display_name(other) or code).casefold() for other in languages())}
