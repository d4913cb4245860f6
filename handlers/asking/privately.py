"""Debts and illness are not talked about in the group: one kind line, and a way to where nobody reads along."""

from handlers.asked import SILENCE, Asked
from handlers.commands import Command
from handlers.likeness import words_of
from messages.content import FAQEntry
from messages.reply import Link, Reply, say
from messages.understanding import Outcome
from messages.understanding.lexicon import private_words
from messages.understanding.private_matters import PrivateMatter, private_matter
from messages.wording import label
from storage import Store

HERE = "prive"
LIKELY = 0.5


def offer(asked: Asked, store: Store) -> Reply | None:
    """Nothing is asked back and nothing kept. Of what was overheard only money worries, or what is a question to us."""
    if not asked.in_group or asked.reading is None or asked.command not in (None, Command.ASK):
        return None
    matter = private_matter(asked.question)
    if matter is None:
        return None
    if asked.incoming.addressed or matter is PrivateMatter.DEBTS or asked.reading.outcome is Outcome.ANSWER:
        return lead_away(asked, _meant(asked, matter))
    return SILENCE


def lead_away(asked: Asked, entry: FAQEntry | None = None) -> Reply:
    """A button to the private chat, which goes on about `entry` there."""
    link = asked.house.link(asked.chat.address, f"faq-{entry.id}" if entry else HERE)
    if link is None:
        return say(asked.word("private-please"))
    return say(asked.word("private-offer"), Link(label(asked.language, "private-link"), link))


def is_nobodys_business(text: str, entry: FAQEntry | None) -> bool:
    """Whether it is not to be kept: rather too much than too little, so also by a single word."""
    has_word = not private_words().isdisjoint(words_of(text))
    return has_word or private_matter(text) is not None or bool(entry and entry.private)


def arrive(asked: Asked, store: Store) -> Reply | None:
    """Whoever followed the link; the playground only types what is in it."""
    word = asked.argument if asked.command is Command.START else asked.incoming.text.strip()
    return say(asked.word("private-here")) if word == HERE and not asked.in_group else None


def _meant(asked: Asked, matter: PrivateMatter) -> FAQEntry | None:
    """The private entry that is meant; for illness only a likely one, for most of them are about money."""
    found = asked.reading.candidates if asked.reading else ()
    likely = [candidate for candidate in found if matter is PrivateMatter.DEBTS or candidate.probability >= LIKELY]
    entries = (asked.content.faqs.get(candidate.entry) for candidate in likely)
    return next((entry for entry in entries if entry and entry.private), None)
