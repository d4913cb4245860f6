"""One page of a reply, sent; and Telegram's errors as ours."""

from datetime import timedelta
from typing import Any

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.platforms.base import ChatGone, ChatMoved, ChatMuted, SendFailed, SlowDown, Unanswered
from bot.platforms.telegram.render import Button, DocumentPage, GonePage, Page, TextPage, VenuePage
from bot.platforms.telegram.request import NotWritten, TooManyRequests
from messages.delivery import Delivery
from messages.street import ChatAddress, Platform

Spoken = TextPage | VenuePage | DocumentPage

# Parts of what Telegram answers, in lower case. It documents none of them; see
# https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp (fail_query_with_error)
_MUTED = (
    "not enough rights",
    "have no rights to send",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_send_",
    "chat_admin_required",
    "chat_restricted",
    "topic_closed",
)
_GONE = (
    "chat not found",
    "chat was deactivated",
    "chat is deactivated",
    "peer_id_invalid",
    "channel_private",
    "user is deactivated",
)
_DELETED = ("message to delete not found", "message_id_invalid")
_THREAD_GONE = ("message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid")


class TokenRefused(SendFailed):
    """Nothing at all can be sent with this token."""


# https://core.telegram.org/bots/api#deletemessage; the hour is for what waits in the outbox.
DELETABLE = timedelta(hours=47)


async def send_page(bot: Bot, delivery: Delivery, page: Page, *, first: bool) -> str:
    """Telegram's id of the message; only the `first` page is shown as a reply to somebody."""
    if isinstance(page, GonePage):
        return await _take_back(bot, delivery.chat.id, page.message_id)
    options = _options(delivery, page.buttons, first=first)
    try:
        message = await _send_despite_topics(bot, delivery.chat.id, page, options)
    except TelegramError as error:
        raise _ours(error) from None
    except (LookupError, TypeError, ValueError, AttributeError):  # an answer that the library cannot read
        raise Unanswered("unreadable_answer") from None
    return str(message.message_id)


async def _take_back(bot: Bot, chat_id: str, message_id: int) -> str:
    """Safe to do twice, so what got no answer may go again."""
    try:
        await bot.delete_message(chat_id, message_id)
    except BadRequest as error:
        if not _says(error, _DELETED):
            raise _ours(error) from None
    except TelegramError as error:
        problem = _ours(error)
        raise (SendFailed("no_answer", retry=True) if isinstance(problem, Unanswered) else problem) from None
    return f"gone:{message_id}"


async def _send_despite_topics(bot: Bot, chat_id: str, page: Spoken, options: dict[str, Any]) -> Message:
    """A topic can be closed or deleted while we write; then it is said in the group itself."""
    try:
        return await _send(bot, chat_id, page, options)
    except BadRequest as error:
        if "message_thread_id" not in options or not _says(error, _THREAD_GONE):
            raise
        del options["message_thread_id"]
        return await _send(bot, chat_id, page, options)


async def _send(bot: Bot, chat_id: str, page: Spoken, options: dict[str, Any]) -> Message:
    match page:
        case TextPage():
            preview = LinkPreviewOptions(is_disabled=True)
            return await bot.send_message(
                chat_id, page.html, parse_mode=ParseMode.HTML, link_preview_options=preview, **options
            )
        case VenuePage():
            return await bot.send_venue(chat_id, page.lat, page.lon, page.title, page.address, **options)
        case DocumentPage():
            return await bot.send_document(chat_id, page.content, filename=page.filename, **options)


def _options(delivery: Delivery, buttons: tuple[Button, ...], *, first: bool) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if delivery.reply.silent:
        options["disable_notification"] = True
    if delivery.thread:
        options["message_thread_id"] = int(delivery.thread)
    if first and (message_id := _message_id(delivery)):
        options["reply_parameters"] = ReplyParameters(message_id, allow_sending_without_reply=True)
    if buttons:
        rows = [[InlineKeyboardButton(button.label, callback_data=button.data)] for button in buttons]
        options["reply_markup"] = InlineKeyboardMarkup(rows)
    return options


def _message_id(delivery: Delivery) -> int | None:
    """From `17`, or from our own `chat:17` where that is this chat; a pressed button is no message."""
    chat, _, message = (delivery.reply_to or "").rpartition(":")
    if chat not in ("", delivery.chat.id) or not message.isdecimal():
        return None
    return int(message)


def _ours(error: TelegramError) -> Exception:
    """What to do about it. What may have been done is `Unanswered`: never sent again by itself."""
    match error:
        case TooManyRequests():
            return SlowDown(error.after)
        case ChatMigrated():
            return ChatMoved(ChatAddress(Platform.TELEGRAM, str(error.new_chat_id)))
        case NotWritten():
            return SendFailed(error.message, retry=True)
        case InvalidToken():
            return TokenRefused("token", retry=False)
        case BadRequest() | Forbidden() if _says(error, _MUTED):
            return ChatMuted(error.message)
        case Forbidden():
            return ChatGone(error.message)
        case BadRequest() if _says(error, _GONE):
            return ChatGone(error.message)
        case BadRequest():
            return SendFailed(error.message, retry=False)
        case NetworkError():
            return Unanswered(error.message)
    return Unanswered(type(error).__name__)


def _says(error: TelegramError, parts: tuple[str, ...]) -> bool:
    message = error.message.lower()
    return any(part in message for part in parts)
