"""The answer of a person to an open question: it goes back to everybody who asked, where they asked it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.asked import Asked
from handlers.asking.faq import answer
from handlers.asking.open_questions import LISTED, is_any
from handlers.asking.phrasings import confirm
from handlers.asking.remembering import offer
from handlers.chats.linking import role_in
from messages.content import FAQEntry
from messages.delivery import Urgency
from messages.reply import Choice, Paragraph, Reply, say
from messages.street import Chat, ChatKind, ChatState, Role
from messages.wording import label, word
from storage import Store
from storage.drafts import Draft
from storage.questions import Question

LONGEST = 2000  # characters
# What is typed later than this after a button is about something else.
WAITS = timedelta(minutes=30)
ANSWERING = "answering"  # what the draft of an answer holds: the keys of the questions

_ANSWER = re.compile(r"/?(?:antwoord|answer)\s+(?:op\s+|to\s+)?(\d{1,2})\s*[:.,–-]\s*(.+)", re.IGNORECASE | re.DOTALL)
_ANSWER_ALONE = re.compile(r"/?(?:antwoord|answer)\s+(?:op\s+|to\s+)?(\d{1,2})\W*", re.IGNORECASE)
_LEAVE = re.compile(r"/?(?:laat(?: maar)? zitten|leave)\s+(\d{1,2})\W*", re.IGNORECASE)
_MEANS = re.compile(r"(\d{1,2})\s+(?:is|=)\s+([a-z0-9]+(?:-[a-z0-9]+)*)\W*", re.IGNORECASE)


def steer(asked: Asked, store: Store) -> Reply | None:
    """`antwoord 2: …`, `laat zitten 2` and `2 is warmtepomp-geluid`; the numbers are those of the last list."""
    if asked.in_group or asked.incoming.choice or asked.role < Role.STREET_CONTACT:
        return None
    text = asked.incoming.text.strip()
    if typed := _ANSWER.fullmatch(text):
        return _on_line(asked, int(typed[1]), store, lambda questions: send(asked, questions, typed[2].strip(), store))
    if alone := _ANSWER_ALONE.fullmatch(text):
        return _on_line(asked, int(alone[1]), store, lambda questions: _ask_for(asked, questions, store))
    if left := _LEAVE.fullmatch(text):
        return _on_line(asked, int(left[1]), store, lambda questions: _leave(asked, questions, store))
    means = _MEANS.fullmatch(text)
    entry = asked.content.faqs.get(means[2].casefold()) if means else None
    if means and entry:
        return _on_line(asked, int(means[1]), store, lambda questions: _point_to(asked, questions, entry, store))
    return say(asked.word("answer-no-entry", entry=means[2])) if means and "-" in means[2] else None


def is_meant(asked: Asked) -> bool:
    """`Antwoord 1`, of whoever may answer questions: the first of those, not the first of some choices."""
    is_contact = asked.role >= Role.STREET_CONTACT and not asked.in_group
    return is_contact and _ANSWER_ALONE.fullmatch(asked.incoming.text.strip()) is not None


def begin(asked: Asked, argument: str, store: Store) -> Reply:
    """The button `Antwoord 2`: what is typed next is the answer. `argument` is the list and the number in it."""
    draft, _, number = argument.partition(":")
    questions = _questions(asked, store.drafts.get(int(draft), asked.chat, asked.now), int(number), store)
    if not questions:
        return say(asked.word("answer-gone"))
    return _ask_for(asked, questions, store)


def _ask_for(asked: Asked, questions: Sequence[Question], store: Store) -> Reply:
    body = {ANSWERING: [question.key for question in questions], "until": (asked.now + WAITS).isoformat()}
    store.drafts.add(asked.chat, store.people.mark_of(asked.incoming.sender), body, asked.now)
    return say(asked.word("answer-type", question=questions[-1].text))


def read_as_answer(asked: Asked, store: Store) -> Asked:
    """While an answer is waited for, `nieuw is de ketel pas ...` is no command: only one alone is, or with a slash."""
    is_alone = not asked.argument or asked.incoming.text.lstrip().startswith("/")
    return asked if is_alone or not _waiting(asked, store) else replace(asked, command=None, argument="")


def let_go(asked: Asked, store: Store) -> bool:
    """Wait for their answer no longer; whether one was waited for, or shown before it would go."""
    if asked.in_group or asked.role < Role.STREET_CONTACT:
        return False
    draft = store.drafts.latest(asked.chat, store.people.mark_of(asked.incoming.sender), ANSWERING, asked.now)
    if draft is None or datetime.fromisoformat(draft.body["until"]) < asked.now:
        return False
    store.drafts.remove(draft.key)
    return True


def take(asked: Asked, store: Store) -> Reply | None:
    """What is typed after that button, told back before it goes."""
    text = asked.incoming.text.strip()[:LONGEST]
    draft = _waiting(asked, store) if text and not asked.command else None
    if draft is None:
        return None
    store.drafts.change(draft.key, {**draft.body, "text": text})
    choices = [
        Choice(label(asked.language, "answer-send"), f"answer:{draft.key}:send"),
        Choice(label(asked.language, "answer-away"), f"answer:{draft.key}:away"),
    ]
    return say(f"{asked.word('answer-told-back')}\n\n{text}", choices=choices)


def _waiting(asked: Asked, store: Store) -> Draft | None:
    """What was begun with that button, while it waits for the answer."""
    if asked.in_group or asked.incoming.choice or asked.role < Role.STREET_CONTACT:
        return None
    draft = store.drafts.latest(asked.chat, store.people.mark_of(asked.incoming.sender), ANSWERING, asked.now)
    if draft is None or "text" in draft.body or datetime.fromisoformat(draft.body["until"]) < asked.now:
        return None
    return draft


def press(asked: Asked, argument: str, store: Store) -> Reply:
    """Under what was told back: it goes, or it does not."""
    key, _, verb = argument.partition(":")
    draft = store.drafts.get(int(key), asked.chat, asked.now)
    if draft is None:
        return say(asked.word("answer-gone"))
    store.drafts.remove(draft.key)
    if verb != "send":
        return say(asked.word("answer-not-sent"))
    questions = _known(asked, draft.body[ANSWERING], store)
    return send(asked, questions, draft.body["text"], store) if questions else say(asked.word("answer-gone"))


def send(asked: Asked, questions: Sequence[Question], text: str, store: Store) -> Reply:
    """Give everybody who waits for it this answer, and strike the questions off."""
    text = text[:LONGEST]
    sent = _to_everybody(asked, questions, lambda chat, language: (Paragraph(text),), store)
    store.questions.remove([question.key for question in questions])
    newest = questions[-1]
    return say(asked.word("answer-sent", count=sent), choices=offer(asked, newest.text, text, newest.street, store))


def _point_to(asked: Asked, questions: Sequence[Question], entry: FAQEntry, store: Store) -> Reply:
    """It is a question that has an answer already: they get that one."""

    def parts(chat: Chat, language: str) -> Sequence[object]:
        street = asked.content.streets.get(questions[0].street or "")
        there = replace(asked, chat=chat, street=street, language=language, reading=None)
        return answer(there, entry).parts

    sent = _to_everybody(asked, questions, parts, store)
    for question in questions:
        confirm(question, entry, asked, store)
    return say(asked.word("answer-sent", count=sent))


def _leave(asked: Asked, questions: Sequence[Question], store: Store) -> Reply:
    store.questions.remove([question.key for question in questions])
    return say(asked.word("answer-left"))


def _to_everybody(
    asked: Asked, questions: Sequence[Question], parts: Callable[[Chat, str], Sequence[object]], store: Store
) -> int:
    """How many chats that were; where several asked in one group, it is said once in each of its topics."""
    passed_on = [question for question in questions if question.passed_on]
    waiting = {(question.chat, question.thread): question for question in passed_on if question.chat}
    sent = 0
    for (key, thread), question in waiting.items():
        chat = store.chats.get(key) if key else None
        if chat and chat.state is ChatState.LINKED:
            street = asked.content.streets.get(question.street or "")
            language = chat.language or (street.language if street else asked.house.language)
            signed = _signed(asked, question, chat, language, store)
            quiet = bool(street and street.quiet_hours and asked.local_now.time() in street.quiet_hours)
            sent += store.outbox.add(
                chat,
                Reply((Paragraph(signed), *parts(chat, language)), silent=quiet),  # type: ignore[arg-type]
                urgency=Urgency.REPLY,
                cause=f"answered:{asked.cause}:{chat.key}{f':{thread}' if thread else ''}",
                now=asked.now,
                reply_to=question.reply_to,
                thread=thread,
            )
    return sent


def _signed(asked: Asked, question: Question, chat: Chat, language: str, store: Store) -> str:
    """Who says it; and in a private chat, where nothing shows it, to which question."""
    street = asked.content.streets.get(question.street or "")
    is_contact = street and role_in(asked, street, store) is Role.STREET_CONTACT
    name = (street.contact.name if street.contact else asked.incoming.sender.name) if is_contact and street else ""
    asked_for = word(language, "answer-you-asked", question=question.text) if chat.kind is ChatKind.PRIVATE else ""
    return "\n\n".join(filter(None, (asked_for, word(language, "answer-from", name=name))))


def _on_line(asked: Asked, number: int, store: Store, do: Callable[[list[Question]], Reply]) -> Reply:
    draft = store.drafts.latest(asked.chat, store.people.mark_of(asked.incoming.sender), LISTED, asked.now)
    if draft is None:
        return say(asked.word("answer-list-first" if is_any(asked, store) else "questions-none"))
    questions = _questions(asked, draft, number, store)
    return do(questions) if questions else say(asked.word("answer-gone" if is_any(asked, store) else "questions-none"))


def _questions(asked: Asked, draft: Draft | None, number: int, store: Store) -> list[Question]:
    """Those on a line of a list, as far as they are there still."""
    listed = draft.body[LISTED] if draft else []
    return _known(asked, listed[number - 1], store) if 1 <= number <= len(listed) else []


def _known(asked: Asked, keys: Sequence[int], store: Store) -> list[Question]:
    """The questions that this person may answer now: roles change."""
    found = (store.questions.get(key) for key in keys)
    return [question for question in found if question and question.entry is None and _may(asked, question, store)]


def _may(asked: Asked, question: Question, store: Store) -> bool:
    street = asked.content.streets.get(question.street or "")
    return asked.role is Role.ORGANISER or bool(street and role_in(asked, street, store) >= Role.STREET_CONTACT)
