"""What a plain bot would use to find an entry: fuzzy comparison, and full-text search."""

import re
import sqlite3
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

from messages.content import FAQEntry

_Ranked = Callable[[str], Sequence[str]]
_MOST = 3


def token_set_ratio(entries: Sequence[FAQEntry]) -> _Ranked:
    said = [(text, entry.id) for entry in entries for text in (entry.question, *entry.phrasings)]
    texts = [text.lower() for text, _ in said]

    def ranked(text: str) -> list[str]:
        found = process.extract(text.lower(), texts, scorer=fuzz.token_set_ratio, limit=60)
        return list(dict.fromkeys(said[place][1] for _, _, place in found))[:_MOST]

    return ranked


def fts5(entries: Sequence[FAQEntry]) -> _Ranked:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE said USING fts5(entry UNINDEXED, text, tokenize='unicode61')")
    rows = [(entry.id, " ".join((entry.question, *entry.phrasings, *entry.keywords))) for entry in entries]
    database.executemany("INSERT INTO said VALUES (?, ?)", rows)

    def ranked(text: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text.lower()))
        query = "SELECT entry FROM said WHERE said MATCH ? ORDER BY rank LIMIT ?"
        return [entry for (entry,) in database.execute(query, (words, _MOST))] if words else []

    return ranked


PLAIN_BOTS = {"rapidfuzz token_set_ratio": token_set_ratio, "SQLite FTS5": fts5}
