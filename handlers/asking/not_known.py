"""What the bot cannot answer: kept without names in it, and passed on to a person only after a yes."""

import re
from collections.abc import Iterable
from dataclasses import replace

from handlers.asked import SILENCE, Asked
from handlers.asking.privately import is_nobodys_business
from handlers.chats.contacts import about_contact
from handlers.chats.street_choice import ask_which_street
from handlers.chats.telling import contacts_of, organisers_for, tell
from messages.content import Content
from messages.reply import Choice, Reply, say
from messages.scrubbing import scrub
from messages.street import Person, Role
from messages.wording import label, word
from storage import Store
from storage.questions import Question

MOST_OF_ONE = 20  # questions that are kept of one person; who asks more is testing us
LIKELY = 0.4  # that a private entry is meant
AFTER_STREET = "pass-"  # what goes on once the street is known


def admit(asked: Asked, store: Store) -> Reply | None:
    """An honest `dat weet ik niet`, and a person to ask; nothing where nobody asked the bot."""
    return offer(asked, keep(asked, store), store) if asked.incoming.addressed else SILENCE


def keep(asked: Asked, store: Store) -> int | None:
    """Keep the question; its key. None where nothing is left of it, or it is nobody else's business."""
    return None if _is_private(asked) else keep_text(asked, asked.whole_question, store)


def keep_text(asked: Asked, said: str, store: Store) -> int | None:
    """Keep what was said, without names; its key. None where nothing is left of it, or enough is kept of them."""
    names = (asked.incoming.sender.name, asked.street.contact_name if asked.street else "")
    text = scrub(said, names=names, familiar=_Familiar(asked.content))
    mark = store.people.mark_of(asked.incoming.sender)
    if not text or store.questions.count_of(mark, asked.chat) >= MOST_OF_ONE:
        return None
    return store.questions.keep(
        text,
        mark=mark,
        chat=asked.chat,
        street=asked.street.id if asked.street else None,
        now=asked.now,
        reply_to=asked.incoming.external_id if asked.in_group else None,
        thread=asked.incoming.thread,
    )


def offer(asked: Asked, key: int | None, store: Store) -> Reply:
    """`Dat weet ik niet. Ik geef je vraag door aan Henk, zonder je naam. Mag dat?`"""
    if asked.street is None and not asked.in_group and asked.role < Role.ORGANISER:
        return ask_which_street(asked, then=f"{AFTER_STREET}{key or 0}", before=asked.word("unknown"))
    return _offer(asked, key, f"{asked.word('unknown')} ", store)


def _offer(asked: Asked, key: int | None, before: str, store: Store) -> Reply:
    to = who_answers(asked, store) if key and asked.street else None
    if to is None and asked.role >= Role.ORGANISER:
        return say(f"{before}{_contact(asked, store) or asked.word('unknown-organiser')}")
    if to is None:
        return say(f"{before}{_contact(asked, store) or _neighbours(asked)}".strip())
    return ask_to_pass(asked, key, before + asked.word("pass-ask", **to))


def ask_to_pass(asked: Asked, key: int | None, text: str) -> Reply:
    """`text` says to whom it goes; nothing does before the yes."""
    choices = [
        Choice(label(asked.language, "pass-yes"), f"pass:yes:{key}"),
        Choice(label(asked.language, "no"), f"pass:no:{key}"),
    ]
    return say(text, choices=choices)


def offer_again(asked: Asked, argument: str, store: Store) -> Reply:
    """`Nee, iets anders`; `argument` is the language of the suggestion, and the question that it was for."""
    language, _, key = argument.partition(":")
    asked = replace(asked, language=language or asked.language)
    question = theirs(asked, key, store)
    return SILENCE if key and question is None and asked.in_group else offer(asked, _key(question), store)


def go_on(asked: Asked, then: str, store: Store) -> Reply:
    """The street is known now: `then` says of which question it was asked."""
    return _offer(asked, settle_street(asked, then.removeprefix(AFTER_STREET), store), "", store)


def settle_street(asked: Asked, key: str, store: Store) -> int | None:
    """What waited for its street gets it; its key again, if it is of whoever speaks now."""
    question = theirs(asked, key, store)
    if question and asked.street:
        store.questions.settle_street(question.key, asked.street.id)
    return _key(question)


def press(asked: Asked, argument: str, store: Store) -> Reply:
    """The yes or no of whoever asked; in a group everybody can press."""
    answer, _, key = argument.partition(":")
    question = theirs(asked, key, store)
    if question is None:
        return SILENCE if asked.in_group else say(asked.word("choice-unknown"))
    if answer != "yes":
        store.questions.remove([question.key])
        return say(" ".join(filter(None, (asked.word("pass-refused"), _contact(asked, store)))))
    store.questions.pass_on(question.key, asked.now)
    _tell(asked, question, store)
    return _say_passed(asked, question, store)


def _say_passed(asked: Asked, question: Question, store: Store) -> Reply:
    passed = asked.word("passed", **(who_answers(asked, store) or {"to": "contact", "name": ""}))
    if asked.in_group:
        return say(passed)
    choices = [Choice(label(asked.language, "question-withdraw"), f"withdraw:{question.key}")]
    return say(f"{passed} {asked.word('passed-withdraw')}", choices=choices)


def theirs(asked: Asked, key: str, store: Store) -> Question | None:
    """The question, if it is of whoever speaks now and waits for nothing else."""
    question = store.questions.get(int(key)) if key.isdecimal() else None
    is_theirs = question and question.mark == store.people.mark_of(asked.incoming.sender)
    return question if is_theirs and question and question.entry is None else None


def _key(question: Question | None) -> int | None:
    return question.key if question else None


def _contact(asked: Asked, store: Store) -> str:
    return "" if _is_contact(asked, store) else about_contact(asked)


def _neighbours(asked: Asked) -> str:
    return "" if asked.role >= Role.STREET_CONTACT else asked.word("unknown-no-contact")


def who_answers(asked: Asked, store: Store) -> dict[str, str] | None:
    """Whom the bot can really reach, in the words of `pass-ask`: who knows the street before who knows the initiative.

    So an organiser is offered the street's contact, and the contact an organiser; nobody asks themselves.
    """
    if _reaches_contact(asked, store):
        contact = asked.street.contact if asked.street else None
        return {"to": "contact", "name": contact.name if contact else ""}
    return {"to": "organiser", "name": ""} if _but_them(asked, organisers_for(asked, store)) else None


def _reaches_contact(asked: Asked, store: Store) -> bool:
    if asked.street is None or _is_contact(asked, store):
        return False
    return bool(contacts_of(asked, asked.street.id, store))


def _is_contact(asked: Asked, store: Store) -> bool:
    """Also who is an organiser as well, in their own street."""
    contacts = contacts_of(asked, asked.street.id, store) if asked.street else []
    return asked.role is Role.STREET_CONTACT or len(_but_them(asked, contacts)) < len(contacts)


def _but_them(asked: Asked, people: Iterable[Person]) -> list[Person]:
    me = asked.incoming.sender
    return [person for person in people if (person.platform, person.id) != (me.platform, me.id)]


def _tell(asked: Asked, question: Question, store: Store) -> None:
    """Once a day, without a sound: the list itself is there to be looked at."""
    street = asked.content.streets.get(question.street or "")
    if street is None:
        return
    language = street.language
    choices = [Choice(label(language, "questions-show"), f"questions:{street.id}")]
    told = say(word(language, "questions-new", street=street.name), choices=choices, silent=True)
    cause = f"questions:{street.id}:{asked.now:%Y%m%d}"
    whom = [] if _is_contact(asked, store) else contacts_of(asked, street.id, store)
    tell(whom or _but_them(asked, organisers_for(asked, store)), told, cause=cause, now=asked.now, store=store)


def _is_private(asked: Asked) -> bool:
    """Money worries and illness are not kept, and not passed on."""
    reading = asked.reading
    entry = asked.content.faqs.get(reading.likeliest) if reading and reading.confidence >= LIKELY else None
    return is_nobodys_business(asked.whole_question, entry)


class _Familiar:
    """The words that the content itself uses in its questions, and the names of its streets."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def __contains__(self, name: object) -> bool:
        whole = re.compile(rf"\b{re.escape(str(name))}\b", re.IGNORECASE)
        faqs, streets, events = self._content.faqs, self._content.streets, self._content.events
        asked = (text for e in faqs.values() for text in (e.question, *e.phrasings, *e.keywords))
        named = (text for s in streets.values() for text in (s.name, s.town))
        titles = (event.title for event in events.values())
        return any(whole.search(text) for texts in (named, titles, asked) for text in texts)
