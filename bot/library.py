"""The understanding of the content as it is now: built anew, beside the event loop, when the content changes."""

import threading

from messages.content import Content, FAQEntry, UrgentAnswer
from messages.street import Street
from messages.understanding import LexicalUnderstanding, Reading, Understanding


class Library:
    """Builds an understanding once for each content. Safe to use from several threads."""

    def __init__(self, language: str = "nl") -> None:
        self._language = language
        self._lock = threading.Lock()
        self._content: Content | None = None
        self._understanding: Understanding | None = None

    def read(self, text: str, content: Content, street: Street | None, *, addressed: bool) -> Reading:
        """What `text` asks, among what this street may be told; without a street, what every street may."""
        return self._of(content).read(text, addressed=addressed, among=audible(content, street))

    def _of(self, content: Content) -> Understanding:
        with self._lock:
            if self._understanding is None or self._content is not content:
                self._understanding = understanding_of(content, self._language)
                self._content = content
            return self._understanding


def understanding_of(content: Content, language: str) -> Understanding:
    return LexicalUnderstanding(content.faqs.values(), content.urgent.values(), default_language=language)


def audible(content: Content, street: Street | None) -> frozenset[str]:
    """The ids of what a street may be told; without a street, of what every street may."""
    items: list[FAQEntry | UrgentAnswer] = [*content.faqs.values(), *content.urgent.values()]
    if street is None:
        return frozenset(item.id for item in items if not item.audience.streets and not item.audience.tags)
    return frozenset(item.id for item in items if item.audience.includes(street))
