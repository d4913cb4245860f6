"""The pass-on post: a text that a street contact forwards by hand to a WhatsApp group, where no bot can be."""

from dataclasses import replace
from datetime import datetime

from handlers.asked import Asked
from handlers.chats.street_choice import ask_which_street, find_street
from handlers.chats.whom import in_named_street
from handlers.commands import Command
from handlers.likeness import words_of
from handlers.meetings import coming, described
from handlers.steering.finding import has_words
from messages.delivery import Urgency
from messages.phrases import single_words
from messages.placeholders import fill
from messages.reply import Paragraph, Reply, say
from messages.street import Platform, Role, Street
from messages.wording import word
from storage import Store


def give_text(asked: Asked, store: Store) -> Reply | None:
    """`/doorsturen`: what comes next, or what is named, as a clean text."""
    if asked.command is not Command.FORWARD or asked.role < Role.STREET_CONTACT:
        return None
    there = in_named_street(asked, store)
    named = "" if there is not asked or find_street(asked, asked.argument) else asked.argument
    if there.street is None:
        return ask_which_street(asked, then="doorsturen")
    text = _text(there, there.street, named)
    if text:
        return _handed(there, there.street, text, store)
    return say(asked.word("cancel-nothing-found") if named else asked.word("agenda-empty", street=there.street.name))


def hear_of_it(asked: Asked, store: Store) -> Reply | None:
    """`Geef me een tekst over de borrel`, `heb je iets voor in de app`."""
    if asked.in_group or asked.command or asked.incoming.choice or asked.role < Role.STREET_CONTACT:
        return None
    words = words_of(asked.question)
    text, post, me = single_words("forwarding.text"), single_words("forwarding.post"), single_words("forwarding.for-me")
    is_one = not text.isdisjoint(words) or not (post.isdisjoint(words) or me.isdisjoint(words))
    if not is_one or words[0] not in single_words("forwarding.asking"):
        return None
    named = " ".join(word for word in words if word not in text | post | me | single_words("forwarding.beside"))
    if named and not (asked.street and _text(asked, asked.street, named)) and not find_street(asked, named):
        return None
    return give_text(replace(asked, command=Command.FORWARD, argument=named), store)


def _text(asked: Asked, street: Street, named: str) -> str:
    """Of the first meeting, or with these words in its title; else of the message with them."""
    now = asked.wall_clock
    for meeting in coming(asked.content, street, now):
        if not named or has_words(meeting.event, named):
            return described(meeting, street, street.language)
    messages = [one for one in asked.content.announcements.values() if one.audience.includes(street)]
    found = next((one for one in messages if named and has_words(one, named)), None)
    return fill(found.wordings[0].text, street, street.language) if found else ""


def _handed(asked: Asked, street: Street, text: str, store: Store) -> Reply:
    """What is not for the group is said in another message."""
    explanation = say(asked.word("forward-how", street=street.name))
    cause = f"forward:{asked.cause}"
    store.outbox.add(asked.chat, explanation, urgency=Urgency.REPLY, cause=cause, now=asked.now)
    return say(text)


def hand_over(
    reply: Reply,
    street: Street,
    *,
    cause: str,
    due_at: datetime,
    now: datetime,
    store: Store,
    expires_at: datetime | None = None,
) -> int:
    """Give a post to the street's contacts on WhatsApp, to pass on by hand; how many messages that makes."""
    contacts = [person for person in store.people.contacts(street.id) if person.platform is Platform.WHATSAPP]
    chats = store.chats.reachable(contacts)
    post = Reply(tuple(part for part in reply.parts if isinstance(part, Paragraph)))
    made = 0
    for chat in chats:
        how = say(word(street.language, "forward-how", street=street.name))
        for message, name in ((how, f"{cause}:{chat.key}:how"), (post, f"{cause}:{chat.key}")):
            made += store.outbox.add(
                chat, message, urgency=Urgency.EVENT, cause=name, now=now, due_at=due_at, expires_at=expires_at
            )
    return made
