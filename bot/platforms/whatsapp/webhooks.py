"""The two addresses that Twilio calls: a message came in, and how one of ours fares."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from starlette.datastructures import ImmutableMultiDict
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from bot.platforms.base import Ear
from bot.platforms.whatsapp.listen import to_change, to_incoming, to_receipt

INCOMING, STATUS = "/whatsapp/incoming", "/whatsapp/status"
MAX_BYTES = 64 * 1024
MAX_FIELDS = 200
FORM_TYPE = "application/x-www-form-urlencoded"

Form = ImmutableMultiDict[str, str]

_log = logging.getLogger(__name__)


class Webhooks:
    """Answers well only once `ear` has stored what was heard; while there is no ear, it answers 503."""

    def __init__(self, *, account_sid: str, auth_token: str, public_url: str) -> None:
        self.ear: Ear | None = None
        self._account_sid = account_sid
        self._public_url = public_url.rstrip("/")
        self._validator = RequestValidator(auth_token)

    def routes(self) -> list[Route]:
        return [
            Route(INCOMING, self._answering(INCOMING, self._incoming), methods=["POST"]),
            Route(STATUS, self._answering(STATUS, self._status), methods=["POST"]),
        ]

    def _answering(
        self, path: str, hear: Callable[[Ear, Request, Form], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            try:
                form = await self._read(request, path)
                return await hear(self._listening(), request, form)
            except HTTPException as refused:
                _log.warning("Webhook refused", extra={"action": "whatsapp_refused", "why": refused.detail})
                return Response(status_code=refused.status_code)
            except Exception as error:  # noqa: BLE001 - whatever fails there, it must not look like "stored"
                kind = type(error).__name__
                _log.error("Not stored", extra={"action": "whatsapp_not_stored", "error": kind})
                return Response(status_code=503)

        return answer

    def _listening(self) -> Ear:
        if self.ear is None:
            raise HTTPException(503, "not_started")
        return self.ear

    async def _incoming(self, ear: Ear, request: Request, form: Form) -> Response:
        heard = to_incoming(form, datetime.now(UTC))
        if heard:
            await ear.heard(heard)
        return Response("<Response/>", media_type="text/xml")

    async def _status(self, ear: Ear, request: Request, form: Form) -> Response:
        receipt = to_receipt(form, request.query_params.get("delivery", ""))
        if receipt:
            await ear.receipt(receipt)
        change = to_change(form, datetime.now(UTC))
        if change:
            await ear.heard(change)
        return Response(status_code=204)

    async def _read(self, request: Request, path: str) -> Form:
        """The signed form. What was signed is the address outside, which a proxy hides from the request.

        https://www.twilio.com/docs/usage/webhooks/webhooks-security
        """
        signature = request.headers.get("X-Twilio-Signature")
        if not signature:
            raise HTTPException(403, "unsigned")
        form = _parse(request, await _body(request))
        query = request.scope["query_string"].decode("latin-1")
        url = f"{self._public_url}{path}?{query}" if query else f"{self._public_url}{path}"
        if not self._validator.validate(url, form, signature):
            raise HTTPException(403, "wrong_signature")
        if form.get("AccountSid") != self._account_sid:
            raise HTTPException(403, "other_account")
        return form


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise HTTPException(413, "too_large")
    return bytes(body)


def _parse(request: Request, body: bytes) -> Form:
    """Every field, the blank ones too: the signature covers them."""
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != FORM_TYPE:
        raise HTTPException(400, "not_a_form")
    try:
        return ImmutableMultiDict(
            parse_qsl(
                body.decode(),
                keep_blank_values=True,
                strict_parsing=True,
                errors="strict",
                max_num_fields=MAX_FIELDS,
            )
        )
    except ValueError:
        raise HTTPException(400, "broken_form") from None
