"""The whole bot, in this process, on the pretended Telegram; the way there may be bad."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app import App
from bot.inbox import utc_now
from bot.platforms.telegram import TelegramAdapter
from bot.platforms.telegram.request import AiohttpRequest
from bot.settings import Settings
from storage import Database, Store
from storage.content_file.examined import read_content
from tests.doubles.bot import SECRET
from tests.doubles.telegram_server import TelegramServer

CONTENT = read_content(Path(__file__).parents[1] / "journeys" / "content.yaml")
IMPATIENT = 1.0  # seconds
TOO_LATE = 60.0


@asynccontextmanager
async def bot_on_telegram(
    database: Database,
    server: TelegramServer,
    *,
    by: str | None = None,
    organiser: str | None = None,
    patience: float = 15,
) -> AsyncIterator[App]:
    """`by` is the address of what stands between; `patience` is how many seconds connecting may take, or an answer."""
    organisers = f"telegram:{server.person(organiser).id}" if organiser else ""
    await database.write(a_street)
    settings = Settings(_env_file=None, secret_key=SECRET, organisers=organisers)  # type: ignore[call-arg]
    request = AiohttpRequest(connect_seconds=patience, answer_seconds=patience)
    telegram = TelegramAdapter(token=server.token, api_url=by or server.url, request=request, first_wait=0.05)
    app = App(settings, database, lambda streets: [telegram])
    async with app.started(keep_time=False):
        yield app


def a_street(store: Store) -> None:
    """A small content: what the bot says in it is the same, and is ready sooner."""
    if store.memory.get("content_origin") is None:
        store.memory.set("content_origin", "tests")
        store.content.save(CONTENT, now=utc_now())
