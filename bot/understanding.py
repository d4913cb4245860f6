"""Which understanding reads the messages: by meaning where the encoder is installed, else by words alone."""

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from bot.settings import SettingsError, UnderstandingBy
from messages.content import Content
from messages.understanding import LexicalUnderstanding, Understanding
from messages.understanding.encoder import Embedder, installed, is_installed
from messages.understanding.recalled import Recalled

if TYPE_CHECKING:
    from messages.understanding.encoded import Studio

log = logging.getLogger(__name__)

KEPT_IN = "understood.npz"

_loading = Lock()  # who begin at the same moment share one encoder

Maker = Callable[[Content], Understanding]


def maker_of(by: UnderstandingBy, language: str = "nl", folder: Path | None = None) -> Maker:
    """Makes an understanding of any content. The encoder itself is loaded at the first.

    What it makes of content is kept in `folder`, so that the next start is quicker.
    """
    if by is UnderstandingBy.ENCODER and not is_installed():
        raise SettingsError("UNDERSTANDING: the encoder is not installed; install requirements/run.lock, or use auto")
    if not by_meaning(by):
        return lambda content: by_words(content, language)
    return lambda content: _encoded(content, language, folder)


def by_meaning(by: UnderstandingBy) -> bool:
    """Otherwise by words alone."""
    return by is not UnderstandingBy.LEXICAL and is_installed()


def announce(by: UnderstandingBy) -> None:
    encoded = by_meaning(by)
    reason = "UNDERSTANDING=lexical" if by is UnderstandingBy.LEXICAL else "the encoder is not installed"
    told = "messages are understood by meaning" if encoded else f"messages are understood by words alone: {reason}"
    log.info(told, extra={"action": "understanding", "by": "encoder" if encoded else "lexical"})


def by_words(content: Content, language: str) -> Understanding:
    return LexicalUnderstanding(content.faqs.values(), content.urgent.values(), default_language=language)


def _encoded(content: Content, language: str, folder: Path | None) -> Understanding:
    with _loading:
        studio = _studio(folder)
    return studio.understanding(content.faqs.values(), content.urgent.values(), language)


@cache
def _studio(folder: Path | None) -> "Studio":
    # numpy and the encoder together are most of the memory of the process: not for those who do without.
    from messages.understanding import encoder, model
    from messages.understanding.encoded import Studio

    recalled = Recalled(folder / KEPT_IN, f"{encoder.edition()} {model.edition()}") if folder else None
    return Studio(Embedder(installed(), recalled), model.shipped())
