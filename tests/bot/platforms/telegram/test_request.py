import asyncio
from collections.abc import Callable

import pytest

from bot.platforms.base import SendFailed, Unanswered
from bot.platforms.telegram.adapter import TelegramAdapter
from bot.platforms.telegram.request import AiohttpRequest
from messages.delivery import Delivery
from messages.reply import say
from tests.doubles.patience import until
from tests.doubles.telegram_server import TelegramServer

Make = Callable[..., Delivery]


@pytest.mark.parametrize("status", [200, 301, 403, 404, 502])
async def test_a_page_of_a_proxy_says_nothing_about_the_chat(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make, status: int
) -> None:
    server.fails("sendMessage", status, html=True)

    with pytest.raises(Unanswered):
        await sender.send(make_delivery(server.group("Lindelaan"), say("Hoi")), 0)


@pytest.mark.parametrize("how", ["hang", "cut"])
async def test_what_was_written_without_an_answer_may_have_arrived(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make, how: str
) -> None:
    group = server.group("Lindelaan")
    server.fails("sendMessage", **{how: True})

    with pytest.raises(Unanswered):
        await sender.send(make_delivery(group, say("Hoi")), 0)

    await until(lambda: server.sent(group))
    assert len(server.sent(group)) == 1


@pytest.mark.parametrize("where", ["http://127.0.0.1:9", "http://telegram.invalid", "https://{server}"])
async def test_where_no_connection_came_about_nothing_was_written(
    server: TelegramServer, sender: TelegramAdapter, make_delivery: Make, where: str
) -> None:
    url = where.format(server=server.url.removeprefix("http://"))

    async with AiohttpRequest(connect_seconds=0.5, answer_seconds=0.5) as request:
        lost = TelegramAdapter(token=server.token, api_url=url, request=request)
        with pytest.raises(SendFailed) as failed:
            await lost.send(make_delivery(server.group("Lindelaan"), say("Hoi")), 0)

    assert failed.value.retry
    assert server.token not in str(failed.value)


async def test_a_connection_that_never_comes_about_is_nothing_written(make_delivery: Make) -> None:
    """A full backlog: the kernel leaves the handshake unanswered."""
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0, backlog=1, start_serving=False)
    port = server.sockets[0].getsockname()[1]
    waiting = [asyncio.create_task(asyncio.open_connection("127.0.0.1", port)) for _ in range(8)]
    await asyncio.sleep(0.05)

    async with AiohttpRequest(connect_seconds=0.2, answer_seconds=5) as request:
        lost = TelegramAdapter(token="1:x", api_url=f"http://127.0.0.1:{port}", request=request)
        with pytest.raises(SendFailed) as failed:
            await lost.send(make_delivery(TelegramServer().group("Lindelaan"), say("Hoi")), 0)

    assert failed.value.retry
    for task in waiting:
        task.cancel()
    server.close()


async def test_the_token_is_in_no_error(server: TelegramServer, sender: TelegramAdapter, make_delivery: Make) -> None:
    server.fails("sendMessage", hang=True)

    with pytest.raises(Unanswered) as error:
        await sender.send(make_delivery(server.group("Lindelaan"), say("Hoi")), 0)

    assert server.token not in repr(error.getrepr(chain=True, style="native"))
    assert error.value.__cause__ is None
    assert error.value.__suppress_context__


async def test_connections_are_used_again(server: TelegramServer, sender: TelegramAdapter, make_delivery: Make) -> None:
    for number in range(3):
        await sender.send(make_delivery(server.private(f"buur {number}"), say("Hoi")), 0)

    assert len(server.connections) == 1
