"""A small Twilio on 127.0.0.1: keeps messages and windows, refuses as Twilio does, and calls back, signed."""

import asyncio
import itertools
import json
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from urllib.parse import urlencode

import httpx
from aiohttp import BasicAuth, web
from starlette.types import ASGIApp

from tests.doubles.twilio_shapes import (
    Fault,
    Message,
    Step,
    error,
    incoming_form,
    message_json,
    sign,
    status_form,
)

ACCOUNT = "AC" + "0" * 31 + "1"
TOKEN = "a-token-of-nobody"
NUMBER = "+3197000000001"
PUBLIC_URL = "https://bot.example.nl"

# What Messages accepts: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
PARAMETERS = {"To", "From", "Body", "ContentSid", "ContentVariables", "StatusCallback", "ValidityPeriod"}
LONGEST = 1600
WINDOW = timedelta(hours=24)


class TwilioServer:
    """`async with TwilioServer() as twilio`: `twilio.url` is the API, `twilio.attach(app)` names the bot."""

    def __init__(self, *, account_sid: str = ACCOUNT, auth_token: str = TOKEN, number: str = NUMBER) -> None:
        self.account_sid, self.auth_token, self.number = account_sid, auth_token, number
        self.posts: list[dict[str, str]] = []
        self.messages: dict[str, Message] = {}
        self.faults: deque[Fault] = deque()
        self.windows: dict[str, datetime] = {}
        self.gone: dict[str, int] = {}
        self.templates: dict[str, tuple[str, str]] = {}
        self.account_status = "active"
        self.senders: list[dict[str, Any]] = [self._sender()]
        self.url = ""
        self._ids = itertools.count(1)
        self._app: ASGIApp | None = None

    async def __aenter__(self) -> Self:
        account = f"/2010-04-01/Accounts/{self.account_sid}"
        app = web.Application()
        app.router.add_post(f"{account}/Messages.json", self._create)
        app.router.add_get(f"{account}/Messages.json", self._list)
        app.router.add_get(f"{account}/Messages/{{sid}}.json", self._fetch)
        app.router.add_get(f"{account}.json", self._account)
        app.router.add_get("/v2/Channels/Senders", self._senders)
        app.router.add_get("/v1/Content/{sid}/ApprovalRequests", self._approval)
        self._runner = web.AppRunner(app, handle_signals=False, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    def attach(self, app: ASGIApp) -> None:
        """The bot's web app, which is called as if it stood at PUBLIC_URL."""
        self._app = app

    @property
    def sent(self) -> list[Message]:
        """What the bot had made, oldest first."""
        return [m for m in self.messages.values() if m.sender == f"whatsapp:{self.number}"]

    async def write(self, sender: str, body: str = "", **fields: str) -> httpx.Response:
        """Somebody writes to the bot; opens their window."""
        self.windows[sender] = datetime.now(UTC)
        form = incoming_form(self.account_sid, self._sid(), sender, f"whatsapp:{self.number}", body) | fields
        return await self.call(f"{PUBLIC_URL}/whatsapp/incoming", form)

    async def call_back(self, *, reverse: bool = False, times: int = 1) -> list[int]:
        """Make every callback that is due, in order or backwards, each so many times; returns the answers."""
        due = [(message, step) for message in self.messages.values() for step in message.ahead]
        answers: list[int] = []
        for message, (status, code) in reversed(due) if reverse else due:
            message.status, message.error = status, code
            form = status_form(self.account_sid, message)
            answers += [(await self.call(message.callback, form)).status_code for _ in range(times)]
        for message in self.messages.values():
            message.ahead.clear()
        return answers

    async def call(self, url: str, form: Mapping[str, str], *, signature: str | None = None) -> httpx.Response:
        """POST the form to the bot, signed as Twilio does."""
        assert self._app is not None
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Twilio-Signature": signature if signature is not None else sign(self.auth_token, url, form),
        }
        transport = httpx.ASGITransport(app=self._app)
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.post(url, content=urlencode(form), headers=headers)

    async def _create(self, request: web.Request) -> web.StreamResponse:
        form = {key: str(value) for key, value in (await request.post()).items()}
        self.posts.append(form)
        refused = self._unauthorized(request) or self._refusal(form)
        fault = self.faults.popleft() if self.faults else Fault()
        message = self._make(form) if not refused and (fault == Fault() or fault.made) else None
        await asyncio.sleep(fault.seconds)
        if fault.cut and request.transport:
            request.transport.abort()
        if fault.text is not None:
            return web.Response(status=fault.status or 200, text=fault.text)
        if fault.status:
            return error(fault.status, fault.code or fault.status)
        return refused or web.json_response(self._shown(message) if message else {}, status=201)

    def _refusal(self, form: Mapping[str, str]) -> web.Response | None:
        """https://www.twilio.com/docs/api/errors, for what a client of Messages can do wrong."""
        if unknown := form.keys() - PARAMETERS:
            return error(400, 20001, f"unknown parameters {sorted(unknown)}")
        if not form.get("To", "").startswith("whatsapp:"):
            return error(400, 21211)
        if form.get("From") != f"whatsapp:{self.number}":
            return error(400, 63007)
        if not form.get("Body") and not form.get("ContentSid"):
            return error(400, 21602)
        if len(form.get("Body", "").encode("utf-16-le")) // 2 > LONGEST:
            return error(400, 21617)
        return self._template_refusal(form) if "ContentSid" in form else None

    def _template_refusal(self, form: Mapping[str, str]) -> web.Response | None:
        if form["ContentSid"] not in self.templates:
            return error(400, 21655)
        try:
            values = json.loads(form.get("ContentVariables", "{}"))
        except ValueError:
            return error(400, 21656)
        bad = [value for value in values.values() if not value or "\n" in value or " " * 5 in value]
        return error(400, 63013) if bad else None

    def _make(self, form: Mapping[str, str]) -> Message:
        body = form.get("Body", "")
        if "ContentSid" in form:
            body = self.templates[form["ContentSid"]][1]
            for name, value in json.loads(form.get("ContentVariables", "{}")).items():
                body = body.replace(f"{{{{{name}}}}}", value)
        message = Message(
            sid=self._sid(),
            to=form["To"],
            sender=form["From"],
            body=body,
            made_at=datetime.now(UTC),
            callback=form.get("StatusCallback", ""),
            ahead=deque(self._fate(form)),
            form=dict(form),
        )
        self.messages[message.sid] = message
        return message

    def _fate(self, form: Mapping[str, str]) -> list[Step]:
        if form["To"] in self.gone:
            return [("undelivered", self.gone[form["To"]])]
        opened = self.windows.get(form["To"], datetime.min.replace(tzinfo=UTC))
        if "ContentSid" not in form and datetime.now(UTC) >= opened + WINDOW:
            return [("failed", 63016)]
        return [("sent", None), ("delivered", None), ("read", None)]

    async def _list(self, request: web.Request) -> web.Response:
        if refused := self._unauthorized(request):
            return refused
        wanted = {"To": request.query.get("To"), "From": request.query.get("From")}
        found = [m for m in self.messages.values() if wanted["To"] in (None, m.to)]
        found = [m for m in found if wanted["From"] in (None, m.sender)]
        newest_first = [self._shown(m) for m in reversed(found)]
        return web.json_response({"messages": newest_first, "page": 0, "next_page_uri": None})

    async def _fetch(self, request: web.Request) -> web.Response:
        message = self.messages.get(request.match_info["sid"])
        return web.json_response(self._shown(message)) if message else error(404, 20404)

    async def _account(self, request: web.Request) -> web.Response:
        told = {
            "sid": self.account_sid,
            "status": self.account_status,
            "type": "Full",
            "friendly_name": "Straat",
        }
        return self._unauthorized(request) or web.json_response(told)

    async def _senders(self, request: web.Request) -> web.Response:
        meta = {"page": 0, "page_size": 50, "key": "senders", "next_page_url": None}
        return self._unauthorized(request) or web.json_response({"senders": self.senders, "meta": meta})

    async def _approval(self, request: web.Request) -> web.Response:
        sid = request.match_info["sid"]
        if sid not in self.templates:
            return error(404, 20404)
        return web.json_response({"sid": sid, "whatsapp": {"status": self.templates[sid][0]}})

    def _unauthorized(self, request: web.Request) -> web.Response | None:
        try:
            given = BasicAuth.decode(request.headers.get("Authorization", ""))
        except ValueError:
            return error(401, 20003)
        right = (given.login, given.password) == (self.account_sid, self.auth_token)
        return None if right else error(401, 20003)

    def _sid(self) -> str:
        return f"SM{next(self._ids):032x}"

    def _sender(self) -> dict[str, Any]:
        webhook = {"callback_url": f"{PUBLIC_URL}/whatsapp/incoming", "callback_method": "POST"}
        sid = "XE" + "0" * 32
        return {"sid": sid, "sender_id": f"whatsapp:{self.number}", "status": "ONLINE", "webhook": webhook}

    def _shown(self, message: Message) -> dict[str, Any]:
        return message_json(self.account_sid, message)
