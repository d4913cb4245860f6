"""What the bot can ask of the pretended Telegram, and what that changes there."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.doubles.telegram_chats import Chat, Flood, Json, Limits
from tests.doubles.telegram_html import Refused, formatted


@dataclass
class Call:
    """One request; `status` is what it was answered, 0 when it was not."""

    method: str
    params: Json
    status: int = 0


@dataclass
class Upload:
    filename: str
    media_type: str
    content: bytes

    def json(self) -> Json:
        size = len(self.content)
        told = {"file_name": self.filename, "mime_type": self.media_type, "file_size": size}
        return {"file_id": "file", "file_unique_id": "unique", **told}


@dataclass
class Sent:
    """One message of the bot's, as the chat shows it."""

    method: str
    params: Json
    message: Json

    @property
    def text(self) -> str:
        return str(self.message.get("text", ""))

    @property
    def buttons(self) -> list[Json]:
        rows = self.message.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]


@dataclass
class Webhook:
    url: str = ""
    secret: str = ""
    error: str = ""


class BotMethods:
    """One method per Bot API method, `_do_` before its name in lower case."""

    def __init__(
        self, token: str, username: str, overhears: bool, limits: Limits | None, clock: Callable[[], float]
    ) -> None:
        self.token, self.overhears, self.clock = token, overhears, clock
        self.bot: Json = {"id": int(token.split(":")[0]), "is_bot": True, "first_name": "Straatbot"}
        self.bot["username"] = username
        self.calls: list[Call] = []
        self.all_sent: list[Sent] = []
        self.commands: list[Json] = []
        self.pending: list[Json] = []
        self.allowed: list[str] = []
        self.webhook = Webhook()
        self.stopped = asyncio.Event()
        self._chats: dict[int, Chat] = {}
        self._queries: dict[str, bool] = {}
        self._flood = Flood(limits or Limits())
        self._poller: asyncio.Event | None = None

    def _do_getme(self, params: Json) -> Json:
        rights = dict.fromkeys(("can_connect_to_business", "has_main_web_app", "supports_inline_queries"), False)
        return self.bot | rights | {"can_join_groups": True, "can_read_all_group_messages": self.overhears}

    def _do_setmycommands(self, params: Json) -> bool:
        self.commands = params["commands"]
        return True

    def _do_sendmessage(self, params: Json) -> Json:
        text, entities = formatted(params["text"], params.get("parse_mode"), most=4096)
        return self._send("sendMessage", params, text=text, entities=entities or None)

    def _do_sendvenue(self, params: Json) -> Json:
        where = {"latitude": params["latitude"], "longitude": params["longitude"]}
        venue = {"location": where, "title": params["title"], "address": params["address"]}
        return self._send("sendVenue", params, venue=venue, location=where)

    def _do_senddocument(self, params: Json) -> Json:
        caption, _ = formatted(params.get("caption", ""), params.get("parse_mode"), most=1024, empty=True)
        file = params["document"]
        if not isinstance(file, Upload) or not file.content:
            raise Refused("file must be non-empty")
        return self._send("sendDocument", params, document=file.json(), caption=caption or None)

    def _send(self, method: str, params: Json, **content: Any) -> Json:
        chat, thread = self._chat(params), params.get("message_thread_id")
        chat.check_writable(thread)
        reply = params.get("reply_parameters") or {}
        replied = chat.messages.get(reply.get("message_id", 0))
        if reply and replied is None and not reply.get("allow_sending_without_reply"):
            raise Refused("message to be replied not found")
        self._flood.check(chat, self.clock())
        content |= {"reply_to_message": replied, "reply_markup": params.get("reply_markup")}
        message = chat.add(self.bot, self.clock(), thread, **content)
        self.all_sent.append(Sent(method, params, message))
        return message

    def _do_editmessagetext(self, params: Json) -> Json:
        text, entities = formatted(params["text"], params.get("parse_mode"), most=4096)
        return self._edit(params, {"text": text, "entities": entities})

    def _do_editmessagereplymarkup(self, params: Json) -> Json:
        return self._edit(params, {})

    def _edit(self, params: Json, content: Json) -> Json:
        message = self._chat(params).messages.get(params["message_id"])
        if message is None:
            raise Refused("message to edit not found")
        if message["from"]["id"] != self.bot["id"]:
            raise Refused("message can't be edited")
        before = dict(message)
        message.pop("reply_markup", None)
        message.update(content, **{"reply_markup": params["reply_markup"]} if "reply_markup" in params else {})
        message.setdefault("entities", [])
        if message == {"entities": [], **before}:
            raise Refused("message is not modified: specified new message content and reply markup are the same")
        message["edit_date"] = int(self.clock())
        return message

    def _do_deletemessage(self, params: Json) -> bool:
        if self._chat(params).messages.pop(params["message_id"], None) is None:
            raise Refused("message to delete not found")
        return True

    def _do_answercallbackquery(self, params: Json) -> bool:
        if self._queries.get(params["callback_query_id"], True):
            raise Refused("query is too old and response timeout expired or query ID is invalid")
        self._queries[params["callback_query_id"]] = True
        return True

    def _do_sendchataction(self, params: Json) -> bool:
        self._chat(params).check_writable(params.get("message_thread_id"))
        return True

    def _do_getchat(self, params: Json) -> Json:
        more = {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(_GIFTS, False),
        }
        return self._chat(params).json() | more

    def _do_getchatmember(self, params: Json) -> Json:
        if params["user_id"] != self.bot["id"]:
            raise Refused("PARTICIPANT_ID_INVALID")
        return self._chat(params).bot_member(self.bot)

    def _do_leavechat(self, params: Json) -> bool:
        self._chat(params).status = "left"
        return True

    def _do_setwebhook(self, params: Json) -> bool:
        url = params["url"]
        if url and not url.startswith(("https://", "http://127.0.0.1:")):
            raise Refused("bad webhook: An HTTPS URL must be provided for webhook")
        self.allowed = params.get("allowed_updates", self.allowed)
        self.webhook = Webhook(url, params.get("secret_token", ""))
        return True

    def _do_deletewebhook(self, params: Json) -> bool:
        self.webhook = Webhook()
        return True

    def _do_getwebhookinfo(self, params: Json) -> Json:
        told: Json = {"url": self.webhook.url, "has_custom_certificate": False}
        told |= {"pending_update_count": len(self.pending), "allowed_updates": self.allowed}
        if self.webhook.error:
            told |= {"last_error_message": self.webhook.error, "last_error_date": int(self.clock())}
        return told

    async def _do_getupdates(self, params: Json) -> list[Json]:
        """The offset confirms; a second poller ends the first."""
        if self.webhook.url:
            raise Refused("can't use getUpdates method while webhook is active; use deleteWebhook first", 409)
        if self._poller:
            self._poller.set()
        ended = self._poller = asyncio.Event()
        self.allowed = params.get("allowed_updates", self.allowed)
        offset = params.get("offset", 0)
        self.pending = [u for u in self.pending if u["update_id"] >= offset][min(offset, 0) :]
        deadline = time.monotonic() + params.get("timeout", 0)
        while not self.pending and time.monotonic() < deadline and not self.stopped.is_set():
            if ended.is_set():
                raise Refused("terminated by other getUpdates request; make sure only one bot is running", 409)
            await asyncio.sleep(0.005)
        self._poller = None if self._poller is ended else self._poller
        return self.pending[: params.get("limit", 100)]

    def _chat(self, params: Json) -> Chat:
        try:
            return self._chats[int(params["chat_id"])]
        except (KeyError, ValueError):
            raise Refused("chat not found") from None


_GIFTS = ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"]
