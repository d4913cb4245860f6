"""A playground of two streets, an ear that remembers and may answer, and a client for its pages."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime

import httpx
import pytest
from starlette.applications import Starlette

from bot.platforms.playground import PlaygroundAdapter
from messages.delivery import Delivery, Receipt, Urgency
from messages.incoming import Heard, Incoming
from messages.reply import Reply
from messages.street import ChatAddress, ChatKind, Contact, Platform, Street

NOON = datetime(2026, 12, 10, 11, 0, tzinfo=UTC)
LINDELAAN = Street(id="lindelaan", name="Lindelaan", town="Amersfoort", contact=Contact(name="Henk"))
EIKENLAAN = Street(id="eikenlaan", name="Eikenlaan")


class RememberingEar:
    """Keeps what it heard; answers at once with what `answer` makes of it, if anything."""

    def __init__(self, playground: PlaygroundAdapter) -> None:
        self.heard_things: list[Incoming] = []
        self.answer: Callable[[Incoming], Reply | None] = lambda _: None
        self.broken = False
        self._playground = playground

    async def heard(self, heard: Heard) -> None:
        if self.broken:
            raise ConnectionError
        assert isinstance(heard, Incoming)
        self.heard_things.append(heard)
        reply = self.answer(heard)
        if reply:
            await self._playground.send(
                delivery(reply, heard.chat.id, key=len(self.heard_things), reply_to=heard.external_id), 0
            )

    async def receipt(self, receipt: Receipt) -> None:
        raise AssertionError("the playground knows no receipts")

    @property
    def last(self) -> Incoming:
        return self.heard_things[-1]


def delivery(reply: Reply, chat: str = "lindelaan", *, key: int = 7, reply_to: str | None = None) -> Delivery:
    return Delivery(
        key=key,
        chat=ChatAddress(Platform.PLAYGROUND, chat),
        chat_kind=ChatKind.PRIVATE if "/" in chat else ChatKind.GROUP,
        reply=reply,
        urgency=Urgency.REPLY,
        cause=f"test:{key}",
        due_at=NOON,
        reply_to=reply_to,
    )


@pytest.fixture
def new_delivery() -> Callable[..., Delivery]:
    return delivery


@pytest.fixture
def new_playground() -> Callable[..., PlaygroundAdapter]:
    async def streets() -> Sequence[Street]:
        return [LINDELAAN, EIKENLAAN]

    return lambda **options: PlaygroundAdapter(streets, now=lambda: NOON, **options)


@pytest.fixture
def playground(new_playground: Callable[..., PlaygroundAdapter]) -> PlaygroundAdapter:
    return new_playground()


@pytest.fixture
async def ear(playground: PlaygroundAdapter) -> AsyncIterator[RememberingEar]:
    ear = RememberingEar(playground)
    await playground.start(ear)
    yield ear
    await playground.stop()


@pytest.fixture
def new_client() -> Callable[[PlaygroundAdapter], httpx.AsyncClient]:
    def connect(playground: PlaygroundAdapter) -> httpx.AsyncClient:
        app = Starlette(routes=list(playground.routes()))
        return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8000")

    return connect


@pytest.fixture
async def client(
    playground: PlaygroundAdapter,
    ear: RememberingEar,
    new_client: Callable[[PlaygroundAdapter], httpx.AsyncClient],
) -> AsyncIterator[httpx.AsyncClient]:
    async with new_client(playground) as client:
        yield client
