"""What an entry is about, in one word: with it a question can be asked that leaves its subject out."""

from collections import Counter
from functools import lru_cache

from messages.content import FAQEntry
from messages.understanding.language import language_of
from messages.understanding.matching import telling_words
from messages.understanding.normalise import words_of


def subject_of(entry: FAQEntry) -> str:
    """Of the telling words of its question the one that most ways to ask it share; a keyword where none tells."""
    return _subject(entry.question, entry.phrasings, entry.keywords)


@lru_cache(500)  # all its phrasings are read for it, which takes milliseconds
def _subject(question: str, phrasings: tuple[str, ...], keywords: tuple[str, ...]) -> str:
    ways = Counter(word for text in (*phrasings, *keywords) for word in set(words_of(text)))
    telling = telling_words(words_of(question), language_of(question, "nl"))
    return max(telling, key=lambda word: ways[word], default=next(iter(keywords), ""))


def knows_all(entry: FAQEntry, text: str, language: str) -> bool:
    """Whether it has, in its questions or its answer, every word of a message that tells something.

    Of words in another language that cannot be told: then it may.
    """
    if language != language_of(entry.question, "nl"):
        return True
    known = _known((entry.question, *entry.phrasings, *entry.keywords, entry.answer))
    return known.issuperset(telling_words(words_of(text), language))


@lru_cache(500)  # as above
def _known(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for said in texts for word in words_of(said))
