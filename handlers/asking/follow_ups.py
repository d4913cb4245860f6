"""`En wat kost dat?`, soon after an answer: it is read with the subject of that answer in it."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from messages.content import Content, FAQEntry
from messages.incoming import Incoming
from messages.phrases import single_words
from messages.reply import Place, Reply
from messages.street import ChatKind
from messages.understanding import Candidate, Outcome, Reading
from messages.understanding.manner import manner_of
from messages.understanding.normalise import words_of
from messages.understanding.subject import knows_all, subject_of
from storage import Store

# Later it is another talk; but who replies to an answer shows which.
WITHIN, A_DAY = timedelta(minutes=10), timedelta(days=1)
MOST_WORDS = 9  # what is longer says what it is about
SURELY_OTHER = 0.9  # that another entry is meant than the one with which the subject is told
LAST_SAID = 3  # after an answer there may have been a `graag gedaan`, or something that was not understood

_SUGGESTED = re.compile(r"faq:([^:]+)")  # the button of a suggestion

Again = Callable[[str], Reading]  # reads the question with its subject, but for the entry with this id


def refers(text: str) -> bool:
    """Whether it is a short question that seems to leave out what it is about."""
    words = words_of(text)
    if not 0 < len(words) <= MOST_WORDS:
        return False
    goes_on = words[0] in single_words("follow_ups.going-on")
    stands_for = not single_words("follow_ups.referring").isdisjoint(words)
    return goes_on or (stands_for and asks(text))


def asks(text: str) -> bool:
    """Whether it is put as a question, in Dutch or another language."""
    return manner_of(text).is_question or not single_words("follow_ups.asking").isdisjoint(words_of(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The entries spoken of last: one that was given, or those that were suggested."""

    entries: tuple[str, ...]
    given: bool


NOTHING = Spoken(entries=(), given=False)


def spoken_of_last(incoming: Incoming, now: datetime, store: Store) -> Spoken:
    """What the message replies to, or else what this person was answered with or asked back just now."""
    chat, since = store.chats.find(incoming.chat), now - WITHIN
    if chat is None:
        return NOTHING
    answered = store.outbox.latest(chat, now - A_DAY, 1, external_id=incoming.reply_to) if incoming.reply_to else []
    if answered:
        return _spoken_of(answered)
    if incoming.chat_kind is ChatKind.GROUP:
        given = store.answers.last_of(chat, store.people.mark_of(incoming.sender), incoming.thread, since)
        return Spoken(entries=(given,), given=True)
    return _spoken_of(store.outbox.latest(chat, since, LAST_SAID, thread=incoming.thread))


def _spoken_of(said: list[Reply]) -> Spoken:
    """Of the last things said, newest first; a meeting is another subject."""
    for reply in said:
        if reply.about or any(isinstance(part, Place) for part in reply.parts):
            return Spoken(entries=(reply.about or "",), given=True)
        suggested = tuple(filter(None, (_SUGGESTED.match(choice.action) for choice in reply.choices)))
        if suggested:
            return Spoken(entries=tuple(found[1] for found in suggested), given=False)
    return NOTHING


def meant_by(spoken: Spoken, content: Content) -> FAQEntry | None:
    """The entry that the talk is about: of several suggestions one with the subject that most of them share."""
    entries = [entry for entry in map(content.faqs.get, spoken.entries) if entry]
    shared = Counter(map(subject_of, entries))
    return max(entries, key=lambda entry: shared[subject_of(entry)], default=None)


def read_on(
    text: str, alone: Reading, last: FAQEntry, content: Content, again: Again, *, given: bool = True
) -> Reading:
    """`alone`, or what it means about `last`, where that is clearer; who tells of debts is not brought back to that.

    What was not `given` yet, but suggested, may be what is meant itself.
    """
    is_sure, first = alone.outcome is Outcome.ANSWER, content.faqs.get(alone.likeliest)
    if first and (first.private or (is_sure and first.id == last.id)):
        return alone
    is_plain = is_sure and first is not None and subject_of(first) in words_of(text)
    joined = again("")
    if given and joined.likeliest == last.id:
        # The subject by itself looks like that entry. So another may be meant, or it has been said: then they choose.
        other = again(last.id)
        is_found = other.outcome is Outcome.ANSWER and not is_sure and other.confidence >= SURELY_OTHER
        if not is_found and not is_plain and knows_all(last, text, alone.language):
            return _asked_back(joined, alone, other)
        joined = other
    is_enough = joined.outcome is Outcome.ANSWER or joined.outcome is alone.outcome is Outcome.SUGGEST
    is_clearer = is_enough and joined.confidence > alone.confidence
    return replace(joined, language=alone.language) if is_clearer else alone


def _asked_back(joined: Reading, alone: Reading, other: Reading) -> Reading:
    """The likeliest of each."""
    firsts = (one for reading in (joined, alone, other) for one in reading.candidates[:1])
    each = {one.entry: min(one.probability, joined.confidence) for one in firsts}
    return replace(alone, outcome=Outcome.SUGGEST, candidates=tuple(Candidate(*one) for one in each.items()))
