"""The understanding of the content as it is now: made anew, beside the event loop, when the content changes."""

import logging
import threading
from pathlib import Path

from bot.memory import give_back_freed
from bot.settings import UnderstandingBy
from bot.understanding import Maker, by_meaning, by_words, maker_of
from messages.content import Content, FAQEntry, UrgentAnswer
from messages.street import Street
from messages.understanding import Reading, Understanding

# Seconds that a message waits for what has changed to be understood by meaning; all of the content may take a minute.
PATIENCE = 2.0

log = logging.getLogger(__name__)


class Library:
    """Makes an understanding once for each content. Safe to use from several threads."""

    def __init__(
        self, language: str = "nl", by: UnderstandingBy = UnderstandingBy.AUTO, folder: Path | None = None
    ) -> None:
        self._make: Maker = maker_of(by, language, folder)
        self._makes_words = not by_meaning(by)
        self._making = threading.Lock()
        self._audible_in: tuple[Content | None, dict[Street | None, frozenset[str]]] = (None, {})
        self._current: tuple[Content, Understanding] | None = None
        self._language = language
        self._making_by_words = threading.Lock()
        self._words: tuple[Content, Understanding] | None = None

    def read(self, text: str, content: Content, street: Street | None, *, addressed: bool, but: str = "") -> Reading:
        """What `text` asks, among what this street may be told; without a street, what every street may.

        `but` is an entry that is not meant.
        """
        among = self._audible(content, street)
        return self._of(content).read(text, addressed=addressed, among=among - {but} if but else among)

    def prepare(self, content: Content) -> None:
        """Make the understanding now. Meanwhile whoever asks is understood by words alone, which is made first."""
        self._of(content, patience=None)

    def _by_words(self, content: Content) -> Understanding:
        with self._making_by_words:
            if self._words is None or self._words[0] is not content:
                self._words = (content, by_words(content, self._language))
            return self._words[1]

    def _audible(self, content: Content, street: Street | None) -> frozenset[str]:
        """Reckoned once for each street and content: every message asks for it."""
        known, audible_in = self._audible_in
        if known is not content:
            self._audible_in = (content, audible_in := {})
        if street not in audible_in:
            audible_in[street] = audible(content, street)
        return audible_in[street]

    def _of(self, content: Content, patience: float | None = PATIENCE) -> Understanding:
        """While one thread makes the new understanding, the others go on with the old one, or by words alone.

        So does whoever was first to ask for it, when it takes longer than `patience` in seconds: what they say may be
        urgent. Words alone are soon made: for those they wait, and where nothing was before so do the others, who then
        do not wait for the encoder as well.
        """
        current = self._current
        if current is not None and current[0] is content:
            return current[1]
        if current is None and not self._makes_words:
            self._by_words(content)  # first: beside the encoder it would take three times as long
            patience = None if patience is None else 0.0
        if self._making.acquire(blocking=current is None and self._makes_words):
            made = threading.Event()
            # A thread of its own, that a stop need not wait for.
            threading.Thread(target=self._make_anew, args=(content, made), daemon=True).start()
            made.wait(None if self._makes_words else patience)
            current = self._current
        return current[1] if current else self._by_words(content)

    def _make_anew(self, content: Content, made: threading.Event) -> None:
        try:
            if self._current is None or self._current[0] is not content:
                self._current = (content, self._made(content))
                self._words = None
                give_back_freed()
        finally:
            self._making.release()
            made.set()

    def _made(self, content: Content) -> Understanding:
        """By words alone where it cannot be made: trying it again at each message would hold up everybody."""
        try:
            return self._make(content)
        except Exception:
            told = "messages are understood by words alone until the content changes"
            log.exception(told, extra={"action": "understanding", "by": "lexical"})
            return self._by_words(content)


def audible(content: Content, street: Street | None) -> frozenset[str]:
    """The ids of what a street may be told; without a street, of what every street may."""
    items: list[FAQEntry | UrgentAnswer] = [*content.faqs.values(), *content.urgent.values()]
    if street is None:
        return frozenset(item.id for item in items if not item.audience.streets and not item.audience.tags)
    return frozenset(item.id for item in items if item.audience.includes(street))
