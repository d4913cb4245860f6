"""`/health` says that the process lives; `/ready` that it can do its work, honestly."""

import httpx
from sqlalchemy import text
from starlette.applications import Starlette

from bot.platforms.playground import PlaygroundAdapter
from bot.platforms.telegram import TelegramAdapter
from bot.platforms.whatsapp import WhatsAppAdapter
from bot.web.health import health_routes
from storage import Database
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET, Bot
from tests.doubles.patience import until
from tests.doubles.telegram_ear import RecordingEar
from tests.doubles.telegram_server import TelegramServer


async def ask(database: Database, path: str, **platforms: bool) -> tuple[int, dict[str, object]]:
    transport = httpx.ASGITransport(app=Starlette(routes=list(health_routes(database, lambda: platforms))))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        answer = await client.get(path)
    return answer.status_code, answer.json()


async def until_up(adapter: TelegramAdapter, *, is_up: bool) -> None:
    await until(lambda: adapter.is_up is is_up)


async def test_ready_names_what_it_looked_at(database: Database) -> None:
    told = {"status": "ready", "database": True, "schema": True, "telegram": True}
    assert await ask(database, "/ready", telegram=True) == (200, told)


async def test_one_platform_that_is_down_is_not_ready(database: Database) -> None:
    status, told = await ask(database, "/ready", telegram=True, whatsapp=False)

    assert (status, told["status"], told["whatsapp"]) == (503, "not ready", False)
    assert (await ask(database, "/health", whatsapp=False))[0] == 200


async def test_of_several_bots_one_that_is_up_is_enough(database: Database) -> None:
    status, told = await ask(database, "/ready", **{"telegram": False, "telegram:222": True})
    assert (status, told["telegram"], told["telegram:222"]) == (200, False, True)

    assert (await ask(database, "/ready", **{"telegram": False, "telegram:222": False}))[0] == 503


async def test_another_schema_is_not_ready(own_database_url: str) -> None:
    async with open_database(own_database_url, Seal(SECRET)) as database:
        await database.write(
            lambda store: store._connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        )

        status, told = await ask(database, "/ready")

    assert (status, told["database"], told["schema"]) == (503, True, False)


async def test_a_database_without_tables_is_not_ready(own_database_url: str) -> None:
    async with open_database(own_database_url, Seal(SECRET)) as database:
        await database.write(lambda store: store._connection.execute(text("DROP TABLE alembic_version")))

        assert (await ask(database, "/ready"))[0] == 503


async def test_telegram_is_up_once_it_was_reached_and_down_when_it_no_longer_answers() -> None:
    async with TelegramServer() as server:
        server.fails("getMe", 502, times=2)
        adapter = TelegramAdapter(token=server.token, api_url=server.url, first_wait=0.01)
        await adapter.start(RecordingEar())
        try:
            assert not adapter.is_up
            await until_up(adapter, is_up=True)
            server.fails("getUpdates", 502, times=5)
            server.says(server.private("Fatma"), "Fatma", "hoi")  # ends the call that waits for news
            await until_up(adapter, is_up=False)
            server.says(server.private("Fatma"), "Fatma", "nog eens")
            await until_up(adapter, is_up=True)
        finally:
            await adapter.stop()
        assert not adapter.is_up


async def test_the_others_are_up_while_they_run(quick_bot: Bot) -> None:
    whatsapp = WhatsAppAdapter(
        account_sid="AC" + "0" * 32, auth_token="a", number="+31970000000", public_url="https://bot.example.nl"
    )
    playground = PlaygroundAdapter(quick_bot.app.streets)
    for adapter in (whatsapp, playground):
        assert not adapter.is_up
        await adapter.start(RecordingEar())
        assert adapter.is_up
        await adapter.stop()
        assert not adapter.is_up
    assert quick_bot.app.ready() == {"playground": True}
