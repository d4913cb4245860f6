"""`/onthoud`: a question and a person's answer become an entry of the street, after an organiser's yes."""

import re
from dataclasses import replace

from handlers.asked import Asked
from handlers.chats.telling import contacts_of, organisers_for, tell
from handlers.commands import Command
from handlers.likeness import words_of
from handlers.steering.drafting import new_id
from handlers.steering.organising import bring_content
from messages.content import Content, FAQEntry, Status
from messages.markup import escape, plain
from messages.reply import Choice, Reply, say
from messages.scrubbing import GAP, scrub
from messages.street import Role, Street
from messages.wording import label, word
from storage import Store
from storage.content_file.shapes import check_item
from storage.content_log import Author

LONGEST_ANSWER = 2000  # characters
REMEMBER = "remember"  # what the draft under an answer holds
_BOTH = re.compile(r"(?P<question>[^?]{3,300}\?)\s*(?P<answer>\S.*)", re.DOTALL)


def remember(asked: Asked, store: Store) -> Reply | None:
    """As a reply to an answer, with its question behind it; or `/onthoud vraag? antwoord`."""
    if asked.command is not Command.REMEMBER or asked.role < Role.STREET_CONTACT:
        return None
    said, both = _unsigned(asked), _BOTH.fullmatch(asked.argument)
    if both:
        return propose(asked, both["question"], both["answer"], asked.street, store)
    if said and asked.argument:
        # Written by a neighbour, not for everybody and for always: nobody's name goes along.
        return propose(asked, asked.argument, scrub(said, longest=LONGEST_ANSWER), asked.street, store)
    return say(asked.word("remember-which" if said else "remember-how"))


def offer(asked: Asked, question: str, answer: str, street_id: str | None, store: Store) -> list[Choice]:
    """The button under an answer that was sent; none where the question cannot be kept as it is."""
    if GAP in question:
        return []
    body = {REMEMBER: {"question": question, "answer": answer, "street": street_id}}
    draft = store.drafts.add(asked.chat, store.people.mark_of(asked.incoming.sender), body, asked.now)
    return [Choice(label(asked.language, "remember-this"), f"remember:{draft}")]


def press(asked: Asked, argument: str, store: Store) -> Reply:
    draft = store.drafts.get(int(argument), asked.chat, asked.now)
    if draft is None or asked.role < Role.STREET_CONTACT:
        return say(asked.word("choice-unknown"))
    store.drafts.remove(draft.key)
    found = draft.body[REMEMBER]
    street = asked.content.streets.get(found["street"] or "")
    return propose(asked, found["question"], found["answer"], street, store)


def propose(asked: Asked, question: str, answer: str, street: Street | None, store: Store) -> Reply:
    """Keep it as a draft, and ask the organisers; an organiser is asked here."""
    question = " ".join(question.split())
    question = question[:1].upper() + question[1:].rstrip("?.! ") + "?"
    if there := _same(asked, question, street):
        return say(asked.word("remember-there", entry=there.id))
    if street is None and asked.role < Role.ORGANISER:
        return say(asked.word("not-allowed", role="organiser"))
    written: dict[str, object] = {
        "id": new_id(question, store.content.ids()),
        "question": question,
        "answer": answer.strip(),
    }
    written |= {"source": _source(asked, street), "streets": [street.id] if street else []}
    entry, problems = check_item("faq", written)
    if not isinstance(entry, FAQEntry):
        return say(asked.word("remember-bad", problem="; ".join(said for _, said in problems)))
    draft = replace(entry, status=Status.DRAFT)
    store.content.save(Content(faqs={draft.id: draft}), now=asked.now, by=_author(asked, store))
    if asked.role is Role.ORGANISER and not asked.in_group:
        return _shown(draft, asked.language)
    shown = _shown(draft, asked.house.language)
    tell(organisers_for(asked, store), shown, cause=f"proposal:{asked.cause}", now=asked.now, store=store)
    return say(asked.word("remember-proposed"))


def decide(asked: Asked, argument: str, store: Store) -> Reply:
    """An organiser's `Ja, bewaar` or `Nee`; `next` shows what waits longest."""
    if asked.role < Role.ORGANISER:
        return say(asked.word("not-allowed", role="organiser"))
    verb, _, id_ = argument.partition(":")
    drafts = store.content.drafts()
    draft = next(iter(drafts.values()), None) if verb == "next" else drafts.get(id_)
    if draft is None:
        return say(asked.word("remember-decided"))
    if verb == "next":
        return _shown(draft, asked.language)
    if verb != "yes":
        store.content.discard_draft(draft.id)
        return say(asked.word("remember-refused"))
    entry = replace(draft, status=Status.PUBLISHED)
    bring_content(Content(faqs={entry.id: entry}), False, asked.now, store, by=_author(asked, store))
    _tell_contacts(entry, asked, store)
    return say(asked.word("remember-kept", question=entry.question, entry=entry.id))


def _tell_contacts(entry: FAQEntry, asked: Asked, store: Store) -> None:
    for id_ in entry.audience.streets:
        if street := asked.content.streets.get(id_):
            told = say(word(street.language, "remember-told", question=entry.question), silent=True)
            contacts = contacts_of(asked, id_, store)
            tell(contacts, told, cause=f"proposal-kept:{entry.id}:{id_}", now=asked.now, store=store)


def _shown(draft: FAQEntry, language: str) -> Reply:
    choices = [
        Choice(label(language, "remember-yes"), f"proposal:yes:{draft.id}"),
        Choice(label(language, "no"), f"proposal:no:{draft.id}"),
    ]
    name = draft.source.name if draft.source else ""
    asked = word(language, "remember-ask", source=name)
    return say(f"{asked}\n\n**{escape(draft.question)}**\n\n{draft.answer}", choices=choices)


def _same(asked: Asked, question: str, street: Street | None) -> FAQEntry | None:
    """The entry that asks just this in that street."""
    words = words_of(question)
    here = (entry for entry in asked.content.faqs.values() if street is None or entry.audience.includes(street))
    return next((entry for entry in here if words in (words_of(entry.question), words_of(entry.id))), None)


def _source(asked: Asked, street: Street | None) -> dict[str, str]:
    """Whose answer it is, and of when: as a content file tells it."""
    name = asked.word("remember-organiser")
    if street:
        contact = street.contact.name if street.contact and asked.role is Role.STREET_CONTACT else ""
        name = asked.word("remember-source", name=contact, street=street.name)
    return {"name": name, "checked_on": asked.local_now.date().isoformat()}


def _unsigned(asked: Asked) -> str:
    """What the answered message says; an answer that the bot passed on, without whose it was."""
    said, contact = asked.incoming.reply_text, asked.street.contact if asked.street else None
    for name in (contact.name if contact else "", ""):
        said = said.removeprefix(plain(word(asked.language, "answer-from", name=name))).strip()
    return said


def _author(asked: Asked, store: Store) -> Author:
    return Author(store.people.mark_of(asked.incoming.sender), asked.role)
