"""Twilio's client over an HTTP client that keeps its time-outs, repeats nothing and logs no address."""

import logging
from collections.abc import Mapping

from aiohttp import ClientSession, ClientTimeout, TCPConnector, encode_basic_auth
from twilio.http import AsyncHttpClient  # type: ignore[import-untyped]
from twilio.http.response import Response  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]

DEFAULT_URL = "https://api.twilio.com"
CONNECT_SECONDS = 5
IDLE_SECONDS = 10  # shorter than at Twilio's end, so that no message is written to a closing connection


class HttpClient(AsyncHttpClient):  # type: ignore[misc]
    """Theirs ignores its time-out, repeats a POST when told to retry, and logs URLs that hold numbers.

    https://github.com/twilio/twilio-python/issues/925. To be made inside a running loop, and closed.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(logging.getLogger(__name__), True, seconds)
        timeout = ClientTimeout(total=seconds, sock_connect=min(seconds, CONNECT_SECONDS))
        self._session = ClientSession(
            timeout=timeout, connector=TCPConnector(keepalive_timeout=IDLE_SECONDS), trust_env=False
        )

    async def request(
        self,
        method: str,
        uri: str,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is Twilio's
        allow_redirects: bool = False,
    ) -> Response:
        sent = dict(headers or {})
        if auth:
            sent["Authorization"] = encode_basic_auth(*auth)
        async with self._session.request(
            method, uri, params=params, data=data, headers=sent, allow_redirects=allow_redirects
        ) as answer:
            return Response(answer.status, await answer.text(errors="replace"), answer.headers)

    async def close(self) -> None:
        await self._session.close()


def connect(account_sid: str, auth_token: str, api_url: str, http: HttpClient) -> Client:
    """A client of the account; an `api_url` other than Twilio's own serves all of Twilio's hosts."""
    client = Client(account_sid, auth_token, http_client=http)
    client.api.base_url = api_url
    if api_url != DEFAULT_URL:
        client.content.base_url = client.messaging.base_url = api_url
    return client
