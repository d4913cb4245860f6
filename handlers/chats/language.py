"""`/taal`: the language in which a private chat is answered; and a word of excuse where that is Dutch after all."""

from dataclasses import replace

from babel import Locale

from handlers.asked import Asked
from handlers.commands import Command
from handlers.likeness import is_like
from messages.phrases import by_heading, phrases, single_words
from messages.reply import Choice, Paragraph, Reply, say
from messages.wording import in_short, languages, word
from storage import Store

SHORTEST_NAME = 3  # letters: `de` and `en` are other words


def choose_language(asked: Asked, store: Store) -> Reply | None:
    wanted = _asked_for(asked) if asked.command is None else asked.argument.casefold().strip(" .!")
    if wanted is None or asked.command not in (None, Command.LANGUAGE):
        return None
    if asked.in_group:
        return say(asked.word("language-in-private"))
    named = next((code for code in _on_offer() if wanted in _names(code)), None)
    if named:
        return set_language(asked, named, store)
    choices = [Choice(own_name(code), f"language:{code}") for code in _on_offer()]
    return say(asked.word("language-choose"), choices=choices)


def _asked_for(asked: Asked) -> str | None:
    """The language in `türkçe` or `spreek je Engels?`; "" of who only says that it should not be Dutch."""
    if asked.incoming.choice or not asked.incoming.addressed:
        return None
    if is_like(asked.question, phrases("language.no-dutch")):
        return ""
    named = [word for word in asked.words if word not in single_words("language.asking")]
    is_language = len(named) == 1 and len(named[0]) > SHORTEST_NAME
    return named[0] if is_language and any(named[0] in _names(code) for code in _on_offer()) else None


def set_language(asked: Asked, code: str, store: Store) -> Reply:
    if code not in _on_offer():
        return say(asked.word("choice-unknown"))
    store.chats.change(asked.chat, language=code)
    return say(word(code, "language-set"))


def own_name(code: str) -> str:
    """`Nederlands`, `English`"""
    return (Locale.parse(code).get_display_name(code) or code).capitalize()


def _names(code: str) -> set[str]:
    """What people may call a language: its code, and its name in each of the languages we speak."""
    locale = Locale.parse(code)
    named = {(locale.get_display_name(other) or code).casefold() for other in (code, *languages())}
    return {code, *named, *by_heading("language_names").get(code, ())}


def _on_offer() -> tuple[str, ...]:
    """Those that the bot speaks, and those in which it has at least some answers."""
    return (*languages(), *in_short())


def excuse(asked: Asked, reply: Reply) -> Reply:
    """A question in a language that the bot does not speak gets a sentence in it, before the Dutch; see also `faq`."""
    is_question = asked.reading is not None and asked.command in (None, Command.ASK) and not asked.incoming.choice
    if not is_question or reply.about in asked.content.faqs or asked.languages[0] not in in_short():
        return reply
    in_it = (word(asked.languages[0], "welcome-back"), *(word(code, "language-set") for code in _on_offer()))
    if any(reply.parts == say(said).parts for said in in_it):  # in that language already, or in the one just chosen
        return reply
    return replace(reply, parts=(Paragraph(word(asked.languages[0], "only-dutch")), *reply.parts))
