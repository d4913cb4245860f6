"""The way to Telegram: one pool of connections, time-outs, and errors that say what was written."""

import json
from datetime import timedelta
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 15.0  # with connecting: 20 s in all
DEFAULT_REST = timedelta(seconds=5)  # for a 429 that does not say how long


class NotWritten(NetworkError):
    """No connection, so Telegram has seen nothing of the request."""


class NoAnswer(NetworkError):
    """Written, but no answer of Telegram's came back: it may or may not have been done."""


class TooManyRequests(TelegramError):
    """A 429; the library's own error for it warns about its own future each time it is made."""

    def __init__(self, after: timedelta) -> None:
        super().__init__("too_many_requests")
        self.after = after


class AiohttpRequest(BaseRequest):
    """Carries the library's requests over aiohttp, at a fraction of the CPU time that its httpx costs.

    No error keeps its cause: aiohttp's sentences hold addresses, and in Telegram's addresses is the token.
    """

    __slots__ = ("_answer_seconds", "_connect_seconds", "_session")

    def __init__(self, *, connect_seconds: float = CONNECT_SECONDS, answer_seconds: float = ANSWER_SECONDS) -> None:
        self._connect_seconds = connect_seconds
        self._answer_seconds = answer_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._answer_seconds

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(headers={"User-Agent": self.USER_AGENT})

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """`read_timeout` is how long the answer may take; the other three are one, and always the same."""
        if self._session is None:
            raise NotWritten("not started")
        answer = self._answer_seconds if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        timeout = aiohttp.ClientTimeout(total=self._connect_seconds + answer, connect=self._connect_seconds)
        data = _form(request_data)
        try:
            async with self._session.request(
                method, url, data=data, timeout=timeout, allow_redirects=False
            ) as response:
                status, body = response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as error:
            raise NotWritten(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NoAnswer(type(error).__name__) from None
        if status >= 300:
            _check_refusal(status, body)
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise NoAnswer("not an answer of Telegram's")
        return answer


def _form(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_parameters
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, media_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=media_type)
    return form


def _check_refusal(status: int, body: bytes) -> None:
    """Tell a refusal of Telegram's own from one by something in between, such as a proxy's page."""
    answer = AiohttpRequest.parse_json_payload(body)
    if answer.get("ok") is not False or status >= 500:
        raise NoAnswer(f"status {status}")
    if status == 429:
        seconds = (answer.get("parameters") or {}).get("retry_after")
        raise TooManyRequests(timedelta(seconds=seconds) if seconds else DEFAULT_REST)
