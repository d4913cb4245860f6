"""One item of the content, found by words of it, among those that somebody may do something to."""

from collections.abc import Iterable

from handlers.asked import Asked
from handlers.chats.whom import may_speak_in
from handlers.likeness import is_part_of, words_of
from messages.content import Announcement, Content, Event
from messages.markup import plain
from messages.reply import Reply, say
from storage import Store

LONGEST_TITLE = 60  # characters
# Said before the name of a thing, and no part of it: `verplaats de borrel`.
_ARTICLES = frozenset({"de", "het", "een", "onze", "ons", "the", "our", "a"})
Item = Announcement | Event


def items_with(asked: Asked, words: str, among: Iterable[Item], store: Store) -> list[Item]:
    """Those that this person may steer and that have all the words; where one has this id or title, that alone."""
    mine = steered(asked, among, store)
    named = words_of(words)
    exact = [item for item in mine if words.strip().casefold() == item.id or _is_called(item, named)]
    return exact or [item for item in mine if _has(item, named)]


def steered(asked: Asked, among: Iterable[Item], store: Store) -> list[Item]:
    """Those that this person may do something to."""
    return [item for item in among if _may_steer(asked, item, store)]


def is_for_more_streets(asked: Asked, words: str, store: Store) -> bool:
    """Whether an event of this street has all the words, and none that this person may steer does."""
    here = [one for one in asked.content.events.values() if asked.street and one.audience.includes(asked.street)]
    return any(_has(event, words_of(words)) for event in here) and not items_with(asked, words, here, store)


def no_event(asked: Asked, words: str, store: Store) -> Reply:
    """Says why this person finds no event with these words: it is for more streets than theirs, or a message."""
    if is_for_more_streets(asked, words, store):
        return say(asked.word("item-for-more-streets"))
    if items_with(asked, words, asked.content.announcements.values(), store):
        return say(asked.word("item-is-message", words=words.strip()))
    return say(asked.word("cancel-nothing-found"))


def items_of(content: Content) -> list[Item]:
    return [*content.announcements.values(), *content.events.values()]


def kind_of(item: Item) -> str:
    return "event" if isinstance(item, Event) else "announcement"


def title_of(asked: Asked, item: Item) -> str:
    """The title of an event, or how a message begins; without a full stop, so that it fits in a sentence."""
    text = item.title if isinstance(item, Event) else " ".join(plain(asked.fill(item.wordings[0].text)).split())
    text = text.rstrip(" .")
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1].rstrip()}…"


def _may_steer(asked: Asked, item: Item, store: Store) -> bool:
    """A street contact steers what is for the own street alone."""
    streets = asked.content.streets_for(item.audience)
    return bool(streets) and may_speak_in(asked, streets, store)


def has_words(item: Item, words: str) -> bool:
    """All of them, but for little words."""
    return _has(item, words_of(words))


def _is_called(item: Item, words: list[str]) -> bool:
    return isinstance(item, Event) and words_of(item.title) == words


def _has(item: Item, words: list[str]) -> bool:
    texts = [item.title] if isinstance(item, Event) else [wording.text for wording in item.wordings]
    own = {word for text in (item.id, *texts) for word in words_of(text)}
    telling = [word for word in words if word not in _ARTICLES]
    return bool(telling) and all(is_part_of(word, own) for word in telling)
