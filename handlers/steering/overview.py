"""`Welke straten zijn er`, `hoeveel mensen doen mee`: the streets of whoever asks, with how many hear the bot."""

from collections.abc import Collection

from handlers.asked import Asked
from handlers.chats.whom import may_speak_in
from handlers.likeness import words_of
from messages.phrases import single_words
from messages.reply import Reply, say
from messages.street import Role, Street
from storage import Store

MOST_LISTED = 30


def tell_of_streets(asked: Asked, store: Store) -> Reply | None:
    """Numbers, and never who."""
    if asked.in_group or asked.command or asked.incoming.choice or asked.role < Role.STREET_CONTACT:
        return None
    if not _is_asked(words_of(asked.question)):
        return None
    streets = [street for street in asked.content.streets.values() if may_speak_in(asked, [street], store)]
    lines = [_line(asked, street, store) for street in streets[:MOST_LISTED]]
    if more := len(streets) - len(lines):
        lines.append(f"- {asked.word('overview-more', count=more)}")
    return say("\n\n".join((asked.word("overview", count=len(streets)), "\n".join(lines))))


def _is_asked(words: Collection[str]) -> bool:
    """Only of such words, so that `welke straten zijn van het gas af` is a question as any other."""
    about = single_words("overview.streets") | single_words("overview.people")
    asking = single_words("overview.asking")
    known = about | asking | single_words("overview.beside")
    return not about.isdisjoint(words) and not asking.isdisjoint(words) and known.issuperset(words)


def _line(asked: Asked, street: Street, store: Store) -> str:
    groups, people = len(store.chats.groups_of(street.id)), len(store.subscriptions.of_street(street.id))
    told = asked.word("overview-line", street=street.name, contact=street.contact_name, groups=groups, people=people)
    return f"- {told}"
