"""`/privacy`, `/mijngegevens` and `/vergeet`: what is kept of somebody, and how it goes."""

from handlers.asked import Asked
from handlers.chats.language import own_name
from handlers.chats.telling import tell_organisers
from handlers.commands import Command
from handlers.likeness import is_like
from messages.dates import short_date
from messages.phrases import phrases
from messages.reply import Choice, Reply, say
from messages.street import Chat
from messages.wording import label, word
from storage import Store


def explain(asked: Asked, store: Store) -> Reply | None:
    return say(asked.word("privacy")) if asked.command is Command.PRIVACY else None


def show(asked: Asked, store: Store) -> Reply | None:
    """What is kept; said in private only."""
    if asked.command is not Command.MY_DATA:
        return None
    if asked.in_group:
        return say(asked.word("in-private-please", command="/mijngegevens"))
    known = asked.content.streets
    chats = _chats_of(asked, store)
    lines = [asked.word("my-data-messages", count=sum(map(store.outbox.count, chats)))]
    if lives_in := known.get(asked.chat.street or ""):
        lines.append(asked.word("my-data-street", street=lives_in.name))
    if asked.chat.language:
        lines.append(asked.word("my-data-language", language=own_name(asked.chat.language)))
    if asked.chat.muted_until and asked.chat.muted_until > asked.now:
        until = short_date(asked.chat.muted_until.astimezone(asked.local_now.tzinfo), asked.language)
        lines.append(asked.word("my-data-muted", until=until))
    streets = sorted({id_ for chat in chats for id_ in store.subscriptions.of_chat(chat)})
    subscribed = (known[id_].name if id_ in known else id_ for id_ in streets)
    lines += [asked.word("my-data-subscription", street=name) for name in subscribed]
    if questions := store.questions.count_of(store.people.mark_of(asked.incoming.sender), asked.chat):
        lines.append(asked.word("my-data-questions", count=questions))
    if asked.role:
        lines.append(asked.word("my-data-role", role=asked.role.name.lower()))
    return say(asked.word("my-data") + "\n\n" + "\n".join(f"- {line}" for line in lines))


def forget(asked: Asked, store: Store) -> Reply | None:
    """Ask once more, because it cannot be undone."""
    may_say_so = asked.incoming.addressed and asked.command is None
    says_so = may_say_so and is_like(asked.question, phrases("privacy.forgetting"))
    if asked.command is not Command.FORGET and not says_so:
        return None
    if asked.in_group:
        return say(asked.word("in-private-please", command="/vergeet"))
    choices = [
        Choice(label(asked.language, "forget-yes"), "forget"),
        Choice(label(asked.language, "no"), "decline:forgetting"),
    ]
    return say(asked.word("forget-ask"), choices=choices)


def erase(asked: Asked, store: Store) -> Reply:
    """Erase the chat, its consent, its messages and its roles; the goodbye itself is all that is left."""
    for street in store.people.streets_of(asked.incoming.sender):
        name = asked.content.streets[street].name if street in asked.content.streets else street
        gone = say(word(asked.house.language, "contact-left", street=name))
        tell_organisers(gone, cause=f"contact-left:{asked.cause}:{street}", now=asked.now, store=store)
    _unname(store.people.mark_of(asked.incoming.sender), store)
    store.questions.forget_of(store.people.mark_of(asked.incoming.sender), asked.chat)
    store.people.forget(asked.incoming.sender)
    for chat in _chats_of(asked, store):
        store.chats.erase(chat)
    # On WhatsApp the goodbye may only be sent to whom has just been heard.
    store.chats.change(asked.chat, last_heard_at=asked.now)
    return say(asked.word("forgotten"))


def _chats_of(asked: Asked, store: Store) -> list[Chat]:
    """This one, and those with others of our bots where there are several."""
    others = [chat for chat in store.chats.all_private_of(asked.incoming.sender) if chat.key != asked.chat.key]
    return [asked.chat, *others]


def _unname(mark: str, store: Store) -> None:
    """What somebody made for the street stays, for it is the organisation's; that they made it goes."""
    store.drafts.forget_of(mark)
    store.answers.forget(mark)
    store.objections.forget(mark)
    store.content_log.forget(mark)
    store.pauses.forget(mark)
