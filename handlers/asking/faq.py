"""Answers a question from the FAQ; keeps quiet in a group when not sure enough to speak."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from handlers.asked import SILENCE, Asked
from handlers.asking.not_known import keep
from handlers.asking.phrasings import confirm
from handlers.asking.privately import lead_away
from messages.content import FAQEntry, Translation
from messages.markup import escape
from messages.reply import Choice, Reply, say
from messages.street import Role
from messages.understanding import Outcome, Reading
from messages.wording import FALLBACK, in_short, label, languages, word
from storage import Store
from storage.questions import Question

MOST_SOURCES = 500
AT_ONCE = timedelta(minutes=1)


def answer_surely(asked: Asked, store: Store) -> Reply | None:
    """The answer, when it is clear which one is asked for."""
    if asked.reading is None or asked.reading.outcome is not Outcome.ANSWER:
        return None
    entries = _entries(asked, asked.reading)[: asked.reading.asked]
    if len(entries) > 1 and not any(entry.private for entry in entries):
        return _answer_all(asked, entries)
    return answer(asked, entries[0]) if entries else None


def suggest(asked: Asked, store: Store) -> Reply | None:
    """`Bedoel je…`, with a button for each question that may be meant; in a group none about a private matter."""
    if asked.reading is None or asked.reading.outcome is not Outcome.SUGGEST:
        return None
    entries = _entries(asked, asked.reading)
    if not entries:
        return None
    private = [entry for entry in entries if entry.private and asked.in_group]
    if private and private[0] in entries[:2]:  # whoever is ashamed of a question is not asked twice
        return lead_away(asked, private[0])
    shown = [entry for entry in entries if entry not in private]
    kept = keep(asked, store) or ""  # for when it is none of these
    choices = [Choice(_question(asked, entry), f"faq:{entry.id}:{asked.languages[0]}:{kept}") for entry in shown]
    choices.append(Choice(label(asked.language, "suggest-none"), f"none:{asked.language}:{kept}"))
    hint = [asked.word("suggest-private")] if private else []
    return say("\n\n".join([asked.word("suggest", count=len(shown)), *hint]), choices=choices)


def choose(asked: Asked, argument: str, store: Store) -> Reply:
    """One of the suggested questions: `entry:language:key`, the last two of the suggestion and what it was for."""
    id_, language, kept, *_ = *argument.split(":"), "", ""
    entry = asked.content.faqs.get(id_)
    if entry is None:
        return say(asked.word("choice-unknown"))
    if not asked.in_group and _was_just_given(asked, entry, store):
        return SILENCE
    question = store.questions.get(int(kept)) if kept.isdecimal() else None
    if question and question.entry is None and _knows_what_was_meant(asked, question, store):
        confirm(question, entry, asked, store)
    return answer(replace(asked, language=language or asked.language), entry)


def _was_just_given(asked: Asked, entry: FAQEntry, store: Store) -> bool:
    """The button was pressed twice."""
    return any(said.about == entry.id for said in store.outbox.latest(asked.chat, asked.now - AT_ONCE, 1))


def _knows_what_was_meant(asked: Asked, question: Question, store: Store) -> bool:
    """In a group others press too, and read the answer: that tells what they want to know, not what was asked."""
    return asked.role >= Role.STREET_CONTACT or question.mark == store.people.mark_of(asked.incoming.sender)


def answer(asked: Asked, entry: FAQEntry) -> Reply:
    """The answer as it is shown; a private matter is only offered in a group."""
    if entry.private and asked.in_group:
        return lead_away(asked, entry)
    told = (_excuse(asked, entry), "" if asked.in_group else _heading(asked, entry), _told(asked, entry))
    return _with_objection(asked, "\n\n".join(filter(None, told)), entry)


def _answer_all(asked: Asked, entries: Sequence[FAQEntry]) -> Reply:
    """Each under its own question; what is asked next is about the first."""
    excuse = next(filter(None, (_excuse(asked, entry) for entry in entries)), "")
    told = [f"{_heading(asked, entry)}\n\n{_told(asked, entry)}" for entry in entries]
    return _with_objection(asked, "\n\n".join(filter(None, (excuse, *told))), entries[0])


def _with_objection(asked: Asked, text: str, entry: FAQEntry) -> Reply:
    wrong = Choice(label(asked.language, "answer-wrong"), "wrong")
    return replace(say(text, choices=[wrong]), about=entry.id)


def _told(asked: Asked, entry: FAQEntry) -> str:
    translation = _translation(asked, entry)
    text = asked.fill(translation[1].answer, translation[0]) if translation else asked.fill(entry.answer)
    return "\n\n".join(filter(None, (text.strip(), _provenance(asked, entry))))


def _heading(asked: Asked, entry: FAQEntry) -> str:
    return f"**{escape(_question(asked, entry))}**"


def _excuse(asked: Asked, entry: FAQEntry) -> str:
    return "" if _translation(asked, entry) else _only_in_dutch(asked)


def _entries(asked: Asked, reading: Reading) -> list[FAQEntry]:
    """The candidates; one that was retired since the message was read is none any more."""
    found = (asked.content.faqs.get(candidate.entry) for candidate in reading.candidates)
    return [entry for entry in found if entry]


def _translation(asked: Asked, entry: FAQEntry) -> tuple[str, Translation] | None:
    """The best translation of the answer and its language; None where the entry's own words are as good."""
    for language in asked.languages:
        translation = entry.translations.get(language)
        if translation and translation.answer:
            return language, translation
        if language == FALLBACK:
            return None
    return None


def _only_in_dutch(asked: Asked) -> str:
    """A sentence in the language of whoever asked, or in English; nothing for whoever reads Dutch."""
    theirs = asked.languages[0]
    if theirs in (FALLBACK, asked.street.language if asked.street else FALLBACK):
        return ""
    return word(theirs if theirs in (*languages(), *in_short()) else "en", "only-dutch")


def _question(asked: Asked, entry: FAQEntry) -> str:
    translation = _translation(asked, entry)
    return (translation and translation[1].question) or entry.question


def _provenance(asked: Asked, entry: FAQEntry) -> str:
    """Where the answer comes from, and whether it may be old."""
    source = entry.source
    if entry.expires_on and asked.local_now.date() > entry.expires_on:
        name, url = (source.name, source.url or "") if source else ("", "")
        return asked.word("answer-expired", source=name, url=url)
    if source is None:
        return ""
    return _told_source(asked.language, source.name, source.checked_on)


@lru_cache(MOST_SOURCES)
def _told_source(language: str, source: str, checked_on: date | None) -> str:
    """The same few under every answer."""
    checked = checked_on.strftime("%m-%Y") if checked_on else ""
    return word(language, "answer-source", source=source, checked=checked)
