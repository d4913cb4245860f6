"""What Telegram tells, as what was heard: pure, and safe to do twice with the same update.

Updates are read as the JSON they are: building the library's objects costs far more than the rest of
hearing (they are made for every field), and one it cannot build would spoil the whole batch.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.platforms.telegram.characters import clean, clean_name
from bot.platforms.telegram.membership import membership_changes
from bot.platforms.telegram.said import Account, Json, Said
from messages.incoming import Change, ChatChange, Heard, Incoming
from messages.street import ChatAddress, ChatKind, Person, Platform

# What we ask Telegram for; the rest never leaves it. https://core.telegram.org/bots/api#update
KINDS = ("message", "callback_query", "my_chat_member")


def to_heard(update: Json, account: Account, now: datetime) -> list[Heard]:
    """What `update` says to us, in order; empty when nothing. `now` is when a button counts as pressed."""
    if (message := update.get("message")) is not None:
        return list(_message(message, account))
    if (query := update.get("callback_query")) is not None:
        return list(_button(query, account, now))
    if (member := update.get("my_chat_member")) is not None and (kind := chat_kind(member["chat"])):
        return membership_changes(member, update["update_id"], kind, account)
    return []


def chat_kind(chat: Json) -> ChatKind | None:
    """None for a channel: nobody talks there."""
    kinds = {"group": ChatKind.GROUP, "supergroup": ChatKind.GROUP, "private": ChatKind.PRIVATE}
    return kinds.get(chat["type"])


def address(chat_id: int, account: Account) -> ChatAddress:
    return ChatAddress(Platform.TELEGRAM, str(chat_id), account.bot)


def _message(message: Json, account: Account) -> Iterator[Heard]:
    kind = chat_kind(message["chat"])
    if kind is None:
        return
    if change := _change(message, kind, account):
        yield change
    sender = _sender(message)
    said = Said.of(message) or (Said.without_words(message) if kind is ChatKind.PRIVATE else None)
    if sender is None or said is None or said.is_for_another_bot(account):
        return
    text, named = said.without_our_name(account)
    yield Incoming(
        chat=address(message["chat"]["id"], account),
        chat_kind=kind,
        sender=sender,
        external_id=_external_id(message),
        text=clean(text).strip(),
        heard_at=_moment(message),
        addressed=kind is ChatKind.PRIVATE or named or said.is_command or _replies_to_us(message, account),
        reply_to=str(reply["message_id"]) if (reply := _replied(message)) else None,
        reply_text=clean(reply.get("text") or reply.get("caption") or "").strip() if reply else "",
        thread=_thread(message),
        language=_language(message.get("from")),
    )


def _button(query: Json, account: Account, now: datetime) -> Iterator[Incoming]:
    """A pressed button, as https://core.telegram.org/bots/api#callbackquery tells of it."""
    message = query.get("message")
    if message is None or "data" not in query or (kind := chat_kind(message["chat"])) is None:
        return
    yield Incoming(
        chat=address(message["chat"]["id"], account),
        chat_kind=kind,
        sender=_person(query["from"]),
        external_id=f"callback:{query['id']}",
        text=_label(message, query["data"]),
        heard_at=now,
        addressed=True,
        choice=query["data"],
        reply_to=str(message["message_id"]),
        question=_question(message, account),
        thread=_thread(message),
        language=_language(query["from"]),
    )


def _question(message: Json, account: Account) -> str:
    """What the message with the button answers; Telegram shows no message that is older than 48 hours."""
    said = Said.of(message.get("reply_to_message") or {})
    return clean(said.without_our_name(account)[0]).strip() if said else ""


def _label(message: Json, data: str) -> str:
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    labels = (button["text"] for row in rows for button in row if button.get("callback_data") == data)
    return clean_name(next(labels, ""))


def _change(message: Json, kind: ChatKind, account: Account) -> ChatChange | None:
    """What a service message tells. That we came or went comes as `my_chat_member`."""
    chat_id, title = message["chat"]["id"], clean_name(message["chat"].get("title", ""))
    if new := message.get("migrate_to_chat_id"):
        return _moved(message, kind, (chat_id, new), account, title)
    if old := message.get("migrate_from_chat_id"):
        return _moved(message, kind, (old, chat_id), account, title)
    newcomers = tuple(
        clean_name(user["first_name"])
        for user in message.get("new_chat_members", ())
        if not user["is_bot"] and user["id"] != account.id
    )
    if not newcomers:
        return None
    return ChatChange(
        chat=address(chat_id, account),
        chat_kind=kind,
        change=Change.NEWCOMERS,
        external_id=_external_id(message),
        heard_at=_moment(message),
        by=_sender(message),
        title=title,
        newcomers=newcomers,
    )


def _moved(message: Json, kind: ChatKind, way: tuple[int, int], account: Account, title: str) -> ChatChange:
    """Told twice, in the old group and in the new one: both times under the same id."""
    old, new = way
    return ChatChange(
        chat=address(old, account),
        chat_kind=kind,
        change=Change.MOVED,
        external_id=f"moved:{old}:{new}",
        heard_at=_moment(message),
        title=title,
        moved_to=address(new, account),
    )


def _sender(message: Json) -> Person | None:
    """Who speaks; None for bots and for what a linked channel posts by itself.

    Anonymous admins, and people who speak as their channel, come as a bot of Telegram's with a `sender_chat`.
    """
    if message.get("is_automatic_forward"):
        return None
    if chat := message.get("sender_chat"):
        return Person(platform=Platform.TELEGRAM, id=str(chat["id"]), name=clean_name(chat.get("title", "")))
    user = message.get("from")
    return None if user is None or user["is_bot"] else _person(user)


def _person(user: Json) -> Person:
    return Person(platform=Platform.TELEGRAM, id=str(user["id"]), name=clean_name(user["first_name"]))


def _replied(message: Json) -> Json | None:
    """The message that this one answers; in a topic, Telegram also names the one that opened the topic."""
    reply: Json | None = message.get("reply_to_message")
    if reply is None or (_thread(message) and reply["message_id"] == message["message_thread_id"]):
        return None
    return reply


def _replies_to_us(message: Json, account: Account) -> bool:
    reply = _replied(message)
    return reply is not None and bool(reply.get("from", {}).get("id") == account.id)


def _thread(message: Json) -> str | None:
    return str(message["message_thread_id"]) if message.get("is_topic_message") else None


def _language(user: Json | None) -> str | None:
    """`pt-br` is told as `pt`."""
    code = (user or {}).get("language_code") or ""
    return code.split("-")[0].lower() or None


def _external_id(message: Json) -> str:
    return f"{message['chat']['id']}:{message['message_id']}"


def _moment(message: Json) -> datetime:
    return datetime.fromtimestamp(message["date"], UTC)
