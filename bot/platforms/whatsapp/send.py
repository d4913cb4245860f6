"""The calls of Twilio that say something: one message out, and one looked up again."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from twilio.rest import Client  # type: ignore[import-untyped]

from bot.platforms.base import SendFailed, Unanswered, WindowClosed
from bot.platforms.whatsapp.errors import translated
from bot.platforms.whatsapp.render import flat, variables
from messages.delivery import Delivery
from messages.reply import Template

# Free text is only allowed for 24 hours after the person's last message; the margin is for Twilio's queue.
# https://www.twilio.com/docs/whatsapp/key-concepts
WINDOW = timedelta(hours=24)
MARGIN = timedelta(minutes=10)
# A message that we lost sight of was made at Twilio between these, seen from when we began to send it.
CLOCKS_APART = timedelta(seconds=10)
MADE_WITHIN = timedelta(minutes=2)
LOOKED_THROUGH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Free text, for inside the window."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """An approved template, filled in; `content_variables` is JSON."""

    content_sid: str
    content_variables: str


Message = Text | Approved


def window_open(delivery: Delivery, now: datetime) -> bool:
    heard_at = delivery.last_heard_at
    return heard_at is not None and now < heard_at + WINDOW - MARGIN


def as_template(delivery: Delivery, templates: Mapping[str, str], now: datetime) -> Approved | None:
    """The template that goes instead of the reply, when its window is closed and there is one.

    Never once a page has gone as text: what was begun is ended as text, in the next window if need be.
    """
    template: Template | None = delivery.reply.template
    if template is None or template.name not in templates:
        return None
    if delivery.pages_sent or window_open(delivery, now):
        return None
    return Approved(content_sid=templates[template.name], content_variables=variables(template))


def compose(delivery: Delivery, page: int, text: str, templates: Mapping[str, str], now: datetime) -> Message:
    """What goes out for this page; raises WindowClosed when nothing may."""
    approved = as_template(delivery, templates, now) if page == 0 else None
    if approved:
        return approved
    if not window_open(delivery, now):
        raise WindowClosed("24_hours")
    if not text:
        raise SendFailed("empty", retry=False)
    return Text(body=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """One WhatsApp number of one account. `status_url` is where Twilio tells how a message fares."""

    client: Client
    number: str
    status_url: str
    seconds: float

    async def send(self, delivery: Delivery, page: int, message: Message) -> str:
        """Send it once, and return Twilio's id; a repeated POST would be a second message."""
        content = (
            {"body": message.body}
            if isinstance(message, Text)
            else {"content_sid": message.content_sid, "content_variables": message.content_variables}
        )
        with translated():
            async with asyncio.timeout(self.seconds):
                made = await self.client.messages.create_async(
                    to=delivery.chat.id,
                    from_=self.number,
                    status_callback=f"{self.status_url}?delivery={delivery.key}.{page}",
                    **content,
                )
        if not made.sid:
            raise Unanswered("no_id")
        return str(made.sid)

    async def find(self, chat: str, wanted: Callable[[str], bool], since: datetime) -> str | None:
        """The id of the message to `chat` whose body is `wanted`, made at about `since`.

        Without a filter on the date of sending, for what is still queued has none; the newest come first.
        """
        with translated():
            async with asyncio.timeout(self.seconds):
                listed = await self.client.messages.list_async(
                    to=chat, from_=self.number, limit=LOOKED_THROUGH, page_size=LOOKED_THROUGH
                )
        made = {m.sid: _utc(m.date_created) for m in listed if m.date_created and wanted(m.body or "")}
        near = {sid: at for sid, at in made.items() if since - CLOCKS_APART <= at <= since + MADE_WITHIN}
        return min(near, key=lambda sid: abs(near[sid] - since), default=None)


def is_it(body: str, text: str, template: Template | None) -> bool:
    """Whether a message at Twilio is this text, or this template with its variables filled in."""
    if text and body.strip() == text.strip():
        return True
    filled = flat(template) if template else []
    return bool(filled) and all(value in body for value in filled)


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
