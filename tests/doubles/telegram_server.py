"""A pretended Telegram on a free port of 127.0.0.1: strict about what it takes, and with a memory."""

import asyncio
import inspect
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.doubles.telegram_chats import Chat, Json, Limits, Person, entities_in
from tests.doubles.telegram_html import Refused
from tests.doubles.telegram_methods import BotMethods, Call, Sent, Upload
from tests.doubles.telegram_schema import Unknown, as_text, validated

ALL_BUT_ASKED = ("chat_member", "message_reaction", "message_reaction_count")  # only when named
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@dataclass
class Fault:
    """`hang` and `cut` do what was asked, and then never answer, or end the connection."""

    status: int = 500
    description: str = "Internal Server Error"
    retry_after: int | None = None
    html: bool = False
    hang: bool = False
    cut: bool = False
    times: int = 1


class TelegramServer(BotMethods):
    """Use it with `async with`; leaving it fails when something was asked that no Bot API knows."""

    def __init__(
        self,
        *,
        token: str = "123456:TEST-token",  # noqa: S107
        username: str = "straatbot",
        overhears: bool = False,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.time,
        redeliver_after: float = 0.02,
    ) -> None:
        super().__init__(token, username, overhears, limits, clock)
        self.complaints: list[str] = []
        self.connections: set[object] = set()
        self._people: dict[str, Person] = {}
        self._faults: dict[str, list[Fault]] = {}
        self._ids, self._update_ids = count(1001), count(500_001)
        self._redeliver_after = redeliver_after

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=50_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._pusher = asyncio.create_task(self._push())
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.stopped.set()
        self._pusher.cancel()
        await asyncio.gather(self._pusher, return_exceptions=True)
        await self._runner.cleanup()
        if kind is None and self.complaints:
            raise AssertionError(f"no Bot API takes this: {'; '.join(self.complaints)}")

    # What a test does.

    def person(self, name: str, language: str = "nl") -> Person:
        return self._people.setdefault(name, Person(next(self._ids), name, language))

    def group(self, title: str, members: tuple[str, ...] | list[str] = (), *, supergroup: bool = False) -> Chat:
        """A group with the bot in it already."""
        number = next(self._ids)
        chat = Chat(-number, "group", title)
        if supergroup:
            chat = Chat(-1000000000000 - number, "supergroup", title)
        for name in members:
            self.person(name)
        return self._chats.setdefault(chat.id, chat)

    def private(self, name: str) -> Chat:
        person = self.person(name)
        return self._chats.setdefault(person.id, Chat(person.id, "private", name))

    def topic(self, group: Chat) -> int:
        thread = group.add(self.person("Henk").json(), self.clock(), forum_topic_created={})["message_id"]
        group.topics[thread] = True
        return int(thread)

    def says(
        self,
        chat: Chat,
        name: str,
        text: str,
        *,
        reply_to: Json | None = None,
        thread: int | None = None,
        **more: Any,
    ) -> Json:
        """Somebody writes; the bot hears of it as far as privacy mode lets it."""
        sender, entities = self.person(name).json(), entities_in(text) or None
        message = chat.add(
            sender, self.clock(), thread, text=text, entities=entities, reply_to_message=reply_to, **more
        )
        if self._hears(chat, message):
            self.tells(message=message)
        return message

    def presses(self, message: Json, n: int, name: str = "Fatma") -> str:
        """Button `n` under `message`; the id of the query."""
        buttons = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
        query = str(4_000_000 + next(self._ids))
        self._queries[query] = False
        told = {"id": query, "from": self.person(name).json(), "message": message, "chat_instance": "1"}
        self.tells(callback_query=told | {"data": buttons[n]["callback_data"]})
        return query

    def joins(self, group: Chat, *names: str) -> None:
        people = [self.person(name).json() for name in names]
        self.tells(message=group.add(people[0], self.clock(), new_chat_members=people))

    def becomes(self, chat: Chat, status: str, *, by: str = "Henk", can_write: bool = True) -> None:
        """The bot's own place in a chat changes."""
        change = {"chat": chat.json(), "from": self.person(by).json(), "date": int(self.clock())}
        change["old_chat_member"] = chat.bot_member(self.bot)
        chat.status, chat.can_write = status, can_write
        self.tells(my_chat_member=change | {"new_chat_member": chat.bot_member(self.bot)})

    def kick(self, chat: Chat) -> None:
        """Out of the group; in private: blocked."""
        self.becomes(chat, "kicked", by=chat.title if chat.is_private else "Henk")

    def migrate(self, group: Chat) -> Chat:
        """The group becomes a supergroup, with all the updates that Telegram makes of it."""
        new = self.group(group.title, supergroup=True)
        group.migrated_to, new.status = new.id, "left"
        self.becomes(new, "member")
        self.tells(message=group.add(self.person("Henk").json(), self.clock(), migrate_to_chat_id=new.id))
        origin = {"sender_chat": new.json(), "migrate_from_chat_id": group.id}
        self.tells(message=new.add(ANONYMOUS, self.clock(), **origin))
        return new

    def tells(self, **update: Any) -> int:
        """Any update at all; its id."""
        kind = next(iter(update))
        update_id = next(self._update_ids)
        if kind in self.allowed if self.allowed else kind not in ALL_BUT_ASKED:
            self.pending.append({"update_id": update_id, **update})
        return update_id

    def fails(self, method: str, status: int = 500, **how: Any) -> None:
        """The next `times` calls of `method` go wrong."""
        self._faults.setdefault(method.lower(), []).append(Fault(status, **how))

    def sent(self, chat: Chat | None = None) -> list[Sent]:
        return [sent for sent in self.all_sent if chat is None or sent.message["chat"]["id"] == chat.id]

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def _hears(self, chat: Chat, message: Json) -> bool:
        """https://core.telegram.org/bots/features#privacy-mode"""
        if self.overhears or chat.is_private or chat.status == "administrator":
            return chat.status not in ("left", "kicked")
        us = f"@{self.bot['username']}".lower()
        text, reply = message["text"].lower(), message.get("reply_to_message") or {}
        command, _, other = text.split()[0].partition("@") if text.strip() else ("", "", "")
        meant = command.startswith("/") and (not other or f"@{other}" == us)
        return meant or us in text or reply.get("from", {}).get("id") == self.bot["id"]

    # What the bot asks.

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fields, files = await _fields(request)
        call = Call(method, dict(fields))
        self.calls.append(call)
        self.connections.add(request.get_extra_info("peername"))
        fault = self._fault(method)
        try:
            self._refuse(request.match_info["token"], fault)
            call.params = validated(method, fields, set(files)) | files
            result = await self._do(method, call.params)
        except Refused as refused:
            if isinstance(refused, Unknown):
                self.complaints.append(str(refused))
            call.status = refused.status
            return _refusal(refused, html=fault is not None and fault.html)
        if fault:
            await self._spoil(request, fault)
        call.status = 200
        return web.json_response({"ok": True, "result": result})

    def _refuse(self, token: str, fault: Fault | None) -> None:
        if token != self.token:
            raise Refused("Unauthorized", 401)
        if fault and not (fault.hang or fault.cut):
            more = {"retry_after": fault.retry_after} if fault.retry_after else {}
            raise Refused(fault.description, fault.status, **more)

    def _fault(self, method: str) -> Fault | None:
        faults = self._faults.get(method.lower(), [])
        if not faults:
            return None
        faults[0].times -= 1
        return faults[0] if faults[0].times else faults.pop(0)

    async def _spoil(self, request: web.Request, fault: Fault) -> None:
        if fault.hang:
            await self.stopped.wait()
        if request.transport:
            request.transport.abort()

    async def _do(self, method: str, params: Json) -> Any:
        do = getattr(self, f"_do_{method.lower()}", None)
        if do is None:
            raise Unknown(f"{method} is not pretended here", 404)
        result = do(params)
        return await result if inspect.isawaitable(result) else result

    async def _push(self) -> None:
        """Bring each update to the webhook until it is answered with 2xx."""
        async with aiohttp.ClientSession() as session:
            while True:
                if self.webhook.url and self.pending and await self._bring(session, self.pending[0]):
                    self.pending.pop(0)
                await asyncio.sleep(self._redeliver_after if self.webhook.error else 0.002)

    async def _bring(self, session: aiohttp.ClientSession, update: Json) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.secret}
        try:
            async with session.post(self.webhook.url, json=update, headers=headers) as response:
                wrong = "" if response.ok else f"Wrong response from the webhook: {response.status}"
        except aiohttp.ClientError:
            wrong = "Connection refused"
        self.webhook.error = wrong
        return not wrong


async def _fields(request: web.Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """From the address, a form or JSON, as the Bot API takes them; and the uploads."""
    fields, files = dict(request.query), {}
    if request.content_type == "application/json":
        return fields | {name: as_text(value) for name, value in (await request.json()).items()}, {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            fields[name] = str(value)
    return fields, files


def _refusal(refused: Refused, *, html: bool) -> web.Response:
    if html:
        return web.Response(status=refused.status, text="<html><h1>Bad Gateway</h1></html>", content_type="text/html")
    body = {"ok": False, "error_code": refused.status, "description": str(refused)}
    if refused.parameters:
        body["parameters"] = refused.parameters
    return web.json_response(body, status=refused.status)
