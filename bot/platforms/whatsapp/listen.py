"""Twilio's forms → ours: a message heard, a receipt, or a person who is gone.

https://www.twilio.com/docs/messaging/guides/webhook-request
"""

import unicodedata
from collections.abc import Mapping
from datetime import datetime

from bot.platforms.whatsapp.errors import GONE
from messages.delivery import DeliveryState, Receipt
from messages.incoming import Change, ChatChange, Incoming
from messages.street import ChatAddress, ChatKind, Person, Platform

CHANNEL = "whatsapp:"
# The other statuses tell nothing that we do not know, or are newer than this table.
# https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
STATES = {
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.READ,
    "undelivered": DeliveryState.FAILED,
    "failed": DeliveryState.FAILED,
}


def to_incoming(form: Mapping[str, str], heard_at: datetime) -> Incoming | None:
    """The message in the form; its text is empty for what the bot cannot read, such as a picture or a place.

    None for what is no message: another channel than WhatsApp, or a mere reaction.
    """
    sender, sid = form.get("From", ""), form.get("MessageSid", "")
    if not sender.startswith(CHANNEL) or not sid or form.get("MessageType") == "reaction":
        return None
    text = form.get("ButtonText") or form.get("ListTitle") or form.get("Body", "")
    name = " ".join(_clean(form.get("ProfileName", "")).split())
    return Incoming(
        chat=ChatAddress(Platform.WHATSAPP, sender),
        chat_kind=ChatKind.PRIVATE,
        sender=Person(platform=Platform.WHATSAPP, id=sender, name=name),
        external_id=sid,
        text=_clean(text),
        heard_at=heard_at,
        addressed=True,
        choice=form.get("ButtonPayload") or form.get("ListId") or None,
        reply_to=form.get("OriginalRepliedMessageSid") or None,
    )


def to_receipt(form: Mapping[str, str], delivery: str) -> Receipt | None:
    """What the form says of a message of ours; `delivery` is the `KEY.PAGE` that we gave its callback."""
    state, sid = STATES.get(form.get("MessageStatus", "")), form.get("MessageSid", "")
    if state is None or not sid:
        return None
    key = delivery.partition(".")[0]
    failed = state is DeliveryState.FAILED
    return Receipt(
        state=state,
        external_id=sid,
        delivery=int(key) if key.isdecimal() else None,
        error=form.get("ErrorCode") or form["MessageStatus"] if failed else None,
    )


def to_change(form: Mapping[str, str], heard_at: datetime) -> ChatChange | None:
    """That the person cannot be reached any more, when a status form says so."""
    code, chat = form.get("ErrorCode", ""), form.get("To", "")
    if not code.isdecimal() or int(code) not in GONE or not chat.startswith(CHANNEL):
        return None
    return ChatChange(
        chat=ChatAddress(Platform.WHATSAPP, chat),
        chat_kind=ChatKind.PRIVATE,
        change=Change.LEFT,
        external_id=f"{form.get('MessageSid', '')}:{code}",
        heard_at=heard_at,
    )


def _clean(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) != "Cc").strip()
