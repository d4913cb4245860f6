from collections.abc import AsyncIterator

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from bot.platforms.telegram.adapter import TelegramAdapter
from bot.platforms.telegram.webhook import SECRET_HEADER
from bot.settings import TelegramMode
from tests.doubles.patience import until
from tests.doubles.telegram_ear import RecordingEar
from tests.doubles.telegram_server import TelegramServer

SECRET = "een-lang-geheim"
GOOD = {SECRET_HEADER: SECRET}
HOI = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1796929200,
        "chat": {"id": 1002, "type": "private", "first_name": "Fatma"},
        "from": {"id": 1002, "is_bot": False, "first_name": "Fatma"},
        "text": "hoi",
    },
}


def webhook_adapter(server: TelegramServer, public_url: str) -> TelegramAdapter:
    return TelegramAdapter(
        token=server.token,
        api_url=server.url,
        mode=TelegramMode.WEBHOOK,
        public_url=public_url,
        webhook_secret=SECRET,
        first_wait=0.01,
    )


@pytest.fixture
async def adapter(server: TelegramServer, ear: RecordingEar) -> AsyncIterator[TelegramAdapter]:
    """Started, at an address where nobody is."""
    adapter = webhook_adapter(server, "https://straatbot.example")
    await adapter.start(ear)
    yield adapter
    await adapter.stop()


def client_of(adapter: TelegramAdapter) -> httpx.AsyncClient:
    app = Starlette(routes=list(adapter.routes()))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://web")


@pytest.fixture
async def client(adapter: TelegramAdapter) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(adapter) as client:
        yield client


async def test_the_webhook_is_set_with_its_secret(server: TelegramServer, adapter: TelegramAdapter) -> None:
    (call,) = server.called("setWebhook")

    assert call.params == {
        "url": "https://straatbot.example/telegram/webhook",
        "secret_token": SECRET,
        "allowed_updates": ["message", "callback_query", "my_chat_member"],
    }
    assert not server.called("getUpdates")


async def test_an_update_is_answered_once_it_is_stored(client: httpx.AsyncClient, ear: RecordingEar) -> None:
    answer = await client.post("/telegram/webhook", json=HOI, headers=GOOD)

    assert answer.status_code == 200
    assert ear.texts == ["hoi"]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "een-lang-geheiM"}])
async def test_without_the_secret_nothing_is_heard(
    client: httpx.AsyncClient, ear: RecordingEar, headers: dict[str, str]
) -> None:
    answer = await client.post("/telegram/webhook", json=HOI, headers=headers)

    assert answer.status_code == 403
    assert ear.told == []


async def test_a_secret_of_any_bytes_is_compared(client: httpx.AsyncClient) -> None:
    answer = await client.post("/telegram/webhook", json=HOI, headers={SECRET_HEADER: b"\xff\xfe"})

    assert answer.status_code == 403


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"{}", b'{"update_id": "7"}', b"[" * 100_000])
async def test_what_is_no_update_is_refused(client: httpx.AsyncClient, body: bytes) -> None:
    answer = await client.post("/telegram/webhook", content=body, headers=GOOD)

    assert answer.status_code == 400


async def test_more_than_a_megabyte_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.post("/telegram/webhook", content=b" " * 1_000_001, headers=GOOD)

    assert answer.status_code == 413


@pytest.mark.parametrize("update", [{"update_id": 7, "hologram": {}}, {"update_id": 7, "message": {"text": 5}}])
async def test_what_says_nothing_to_us_is_not_brought_again(
    client: httpx.AsyncClient, ear: RecordingEar, update: dict[str, object]
) -> None:
    answer = await client.post("/telegram/webhook", json=update, headers=GOOD)

    assert answer.status_code == 200
    assert ear.told == []


async def test_what_cannot_be_stored_is_to_be_brought_again(client: httpx.AsyncClient, ear: RecordingEar) -> None:
    ear.failing = lambda heard: True

    assert (await client.post("/telegram/webhook", json=HOI, headers=GOOD)).status_code == 500
    ear.failing = lambda heard: False
    assert (await client.post("/telegram/webhook", json=HOI, headers=GOOD)).status_code == 200


async def test_before_and_after_listening_telegram_is_asked_to_wait(server: TelegramServer) -> None:
    adapter = webhook_adapter(server, "https://straatbot.example")

    async with client_of(adapter) as client:
        assert (await client.post("/telegram/webhook", json=HOI, headers=GOOD)).status_code == 503
        await adapter.start(RecordingEar())
        assert (await client.post("/telegram/webhook", json=HOI, headers=GOOD)).status_code == 200
        await adapter.stop()
        assert (await client.post("/telegram/webhook", json=HOI, headers=GOOD)).status_code == 503

    assert server.webhook.url
    assert not server.called("deleteWebhook")


async def test_telegram_brings_again_what_was_not_stored(server: TelegramServer, ear: RecordingEar) -> None:
    """Over a real socket, as uvicorn serves it."""
    app = Starlette()
    config = uvicorn.Config(app, port=0, log_level="error", lifespan="off")
    web = uvicorn.Server(config)
    socket = config.bind_socket()
    adapter = webhook_adapter(server, f"http://127.0.0.1:{socket.getsockname()[1]}")
    app.router.routes.extend(adapter.routes())
    ear.failing = lambda heard: len(ear.told) < 3
    config.load()
    web.lifespan = config.lifespan_class(config)
    await web.startup([socket])
    await adapter.start(ear)

    for number in range(3):
        server.says(server.private("Fatma"), "Fatma", f"vraag {number}")
    await until(lambda: not server.pending)

    assert ear.texts == ["vraag 0", "vraag 1", "vraag 2"]
    assert len(ear.told) == 5
    await adapter.stop()
    await web.shutdown([socket])
