"""The golden questions: what every entry asks must find that entry first, and no other."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from messages.content import FAQEntry
from messages.understanding.matching import Entries, telling_words
from messages.understanding.normalise import words_of
from messages.understanding.shelf import lexical_shelf

LANGUAGE = "nl"
TELLING = 2  # words; a phrasing of one, such as "subsidie?", is nobody's in particular
# So many golden questions that are most like a new phrasing are asked with it and without it, of so many entries.
TRIED, RIVALS = 20, 6
# Likeness: less than NEAR is chance, and from SAME on two questions are one.
NEAR, SAME = 0.4, 0.6

Together = Callable[[FAQEntry, FAQEntry], bool]


class Theft(NamedTuple):
    """`text` is the question of `entry` (0) or one of its phrasings (from 1), and finds `finder` first."""

    entry: str
    number: int
    text: str
    finder: str


def golden_questions(entry: FAQEntry) -> tuple[str, ...]:
    return (entry.question, *entry.phrasings)


def thefts(faqs: Sequence[FAQEntry], together: Together) -> Iterator[Theft]:
    """By words alone. `together` tells whether there is a street that hears both."""
    from messages.understanding.postings import Shelver  # numpy: who only wants to know `hurt_by` does without

    entries = Entries(faqs, LANGUAGE, Shelver().shelf)
    by_id = {entry.id: entry for entry in faqs}
    for place, entry in enumerate(faqs):
        for number, text in enumerate(golden_questions(entry)):
            is_telling = not number or len(telling_words(words_of(text), LANGUAGE)) >= TELLING
            if is_telling and not _finds(entries, text, place):
                best = (by_id[match.entry] for match in entries.matches(text, LANGUAGE).best)
                first = next((one for one in best if one is entry or together(one, entry)), entry)
                if first is not entry:
                    yield Theft(entry.id, number, text, first.id)


def _finds(entries: Entries, text: str, place: int) -> bool:
    """Whether the entry at `place` is the most alike: then nothing else needs to be reckoned."""
    [(shelf, words)] = entries.heard(text, LANGUAGE)
    likeness = shelf.likeness(words)
    return bool(likeness[place] >= max(likeness))


def hurt_by(phrasing: str, entry: FAQEntry, faqs: Sequence[FAQEntry]) -> str | None:
    """The other entry that would lose one of its questions if `entry` had this phrasing, or that it means already.

    Each question that is near is asked as if its entry had all its other words but this: with the phrasing and without.
    """
    rivals = _rivals(phrasing, [other for other in faqs if other.id != entry.id])
    said = [(one.id, text) for one in (entry, *rivals) for text in golden_questions(one)]
    shelf = lexical_shelf([*((text,) for _, text in said), (phrasing,)])
    own = range(len(golden_questions(entry)))
    heard = shelf.likeness(words_of(phrasing))
    others = sorted(range(len(own), len(said)), key=lambda place: -heard[place])[:TRIED]
    if others and heard[others[0]] >= max(SAME, *(heard[place] for place in own)):
        return said[others[0]][0]
    for place in others:
        id_, question = said[place]
        like = shelf.likeness(words_of(question))
        before = max((like[n] for n, (other, _) in enumerate(said) if other == id_ and n != place), default=0.0)
        if before > max(like[n] for n in own) and like[-1] >= max(NEAR, before):
            return id_
    return None


def _rivals(phrasing: str, others: Sequence[FAQEntry]) -> list[FAQEntry]:
    """The few entries with a question that is most like it."""
    golden = [(other, text) for other in others for text in golden_questions(other)]
    texts = [text for _, text in golden]
    found = process.extract(phrasing, texts, scorer=fuzz.token_sort_ratio, processor=default_process, limit=2 * TRIED)
    return list({golden[place][0].id: golden[place][0] for _, _, place in found}.values())[:RIVALS]
