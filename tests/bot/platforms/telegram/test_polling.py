import asyncio
import logging

import pytest

from bot.platforms.telegram import polling
from bot.platforms.telegram.adapter import TelegramAdapter
from bot.platforms.telegram.polling import wait_after
from messages.incoming import Change, ChatChange
from messages.street import ChatAddress, Platform
from tests.doubles.patience import until
from tests.doubles.telegram_ear import RecordingEar
from tests.doubles.telegram_server import TelegramServer


@pytest.fixture
async def listening(adapter: TelegramAdapter, ear: RecordingEar) -> TelegramAdapter:
    await adapter.start(ear)
    return adapter


@pytest.mark.usefixtures("listening")
async def test_what_is_said_is_heard_in_order(server: TelegramServer, ear: RecordingEar) -> None:
    fatma = server.private("Fatma")

    for number in range(30):
        server.says(fatma, "Fatma", f"vraag {number}")
    await until(lambda: len(ear.heard_all) == 30)

    assert ear.texts == [f"vraag {number}" for number in range(30)]


@pytest.mark.usefixtures("listening")
async def test_an_update_is_confirmed_only_once_it_is_stored(server: TelegramServer, ear: RecordingEar) -> None:
    ear.failing = lambda heard: True
    server.says(server.private("Fatma"), "Fatma", "hoi")
    await until(lambda: len(ear.told) >= 3)

    assert len(server.pending) == 1
    ear.failing = lambda heard: False
    await until(lambda: not server.pending)
    assert ear.texts == ["hoi"]


@pytest.mark.usefixtures("listening")
async def test_one_chat_that_cannot_be_stored_holds_up_only_itself(server: TelegramServer, ear: RecordingEar) -> None:
    ear.failing = lambda heard: "een" in getattr(heard, "text", "") and len(ear.told) < 6
    fatma, ali = server.private("Fatma"), server.private("Ali")
    server.says(fatma, "Fatma", "een")
    server.says(fatma, "Fatma", "twee")
    server.says(ali, "Ali", "los")

    await until(lambda: not server.pending)

    assert ear.texts == ["los", "een", "twee"]


@pytest.mark.usefixtures("listening")
async def test_what_can_never_be_stored_does_not_keep_others_waiting_for_ever(
    server: TelegramServer, ear: RecordingEar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "GIVE_UP_AFTER", 3)
    ear.failing = lambda heard: getattr(heard, "text", "") == "gif"
    server.says(server.private("Fatma"), "Fatma", "gif")
    server.says(server.private("Ali"), "Ali", "hoi")

    await until(lambda: not server.pending)

    assert ear.texts == ["hoi"]


@pytest.mark.usefixtures("listening")
async def test_updates_of_an_unexpected_shape_are_skipped(
    server: TelegramServer, ear: RecordingEar, caplog: pytest.LogCaptureFixture
) -> None:
    server.tells(message={"message_id": 1, "geheim": "Fatma"})
    server.tells(message="geheim")
    server.tells(callback_query={"data": "1.0", "message": ["geheim"]})
    server.tells(my_chat_member={"chat": {"id": "geheim", "type": "group"}})
    server.says(server.private("Fatma"), "Fatma", "hoi")

    await until(lambda: ear.heard_all and not server.pending)

    assert ear.texts == ["hoi"]
    assert caplog.text.count("unexpected shape") == 4
    assert "geheim" not in caplog.text


@pytest.mark.usefixtures("listening")
async def test_a_migration_comes_as_one_move_and_a_new_place(server: TelegramServer, ear: RecordingEar) -> None:
    group = server.group("Lindelaan")
    new = server.migrate(group)

    await until(lambda: len(ear.told) == 3)

    changes = {heard.change: heard for heard in ear.heard_all if isinstance(heard, ChatChange)}
    assert set(changes) == {Change.JOINED, Change.MOVED}
    assert changes[Change.MOVED].moved_to == ChatAddress(Platform.TELEGRAM, str(new.id))


@pytest.mark.usefixtures("listening")
async def test_a_pressed_button_is_let_go(server: TelegramServer, ear: RecordingEar) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "17.0"}]]}
    message = server.group("Lindelaan").add(server.bot, 0, text="Kom je?", reply_markup=keyboard)
    server.fails("answerCallbackQuery", 500)

    server.presses(message, 0)
    server.presses(message, 0)
    await until(lambda: len(server.called("answerCallbackQuery")) == 2)

    assert len(ear.heard_all) == 2


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"status": 409, "description": "Conflict: terminated by other getUpdates request"}, "Another program"),
        ({"status": 401, "description": "Unauthorized"}, "no longer accepts TELEGRAM_BOT_TOKEN"),
        ({"status": 502, "html": True}, "cannot be reached"),
        ({"cut": True}, "cannot be reached"),
    ],
)
async def test_what_goes_wrong_is_said_and_tried_again(
    server: TelegramServer,
    ear: RecordingEar,
    caplog: pytest.LogCaptureFixture,
    fault: dict[str, object],
    sentence: str,
) -> None:
    server.fails("getUpdates", times=2, **fault)
    server.says(server.private("Fatma"), "Fatma", "a")

    await until(lambda: ear.texts == ["a"])
    server.says(server.private("Fatma"), "Fatma", "b")
    await until(lambda: ear.texts == ["a", "b"])

    assert sentence in caplog.text
    assert server.token not in caplog.text


@pytest.mark.usefixtures("listening")
async def test_a_429_is_waited_out(server: TelegramServer, ear: RecordingEar) -> None:
    started = asyncio.get_running_loop().time()
    server.fails("getUpdates", 429, retry_after=1)
    server.says(server.private("Fatma"), "Fatma", "hoi")

    await until(lambda: ear.texts == ["hoi"])

    assert asyncio.get_running_loop().time() - started > 0.9


async def test_a_second_bot_on_the_same_token_is_told_apart(
    server: TelegramServer, listening: TelegramAdapter, caplog: pytest.LogCaptureFixture
) -> None:
    second = TelegramAdapter(token=server.token, api_url=server.url, first_wait=0.01)

    await second.start(RecordingEar())
    await until(lambda: "Another program listens" in caplog.text)

    await second.stop()


@pytest.mark.parametrize("menu_hangs", [False, True])
async def test_stopping_waits_for_what_is_being_stored(
    server: TelegramServer, adapter: TelegramAdapter, menu_hangs: bool
) -> None:
    class SlowEar(RecordingEar):
        async def heard(self, heard: object) -> None:
            self.told.append("begun")
            await asyncio.sleep(0.2)
            self.told.append("stored")

    if menu_hangs:
        server.fails("setMyCommands", hang=True)
    ear = SlowEar()
    await adapter.start(ear)
    server.says(server.private("Fatma"), "Fatma", "hoi")
    await until(lambda: ear.told)

    await adapter.stop()

    assert ear.told == ["begun", "stored"]


async def test_stopping_during_a_long_poll_is_quick(server: TelegramServer, listening: TelegramAdapter) -> None:
    await until(lambda: server.called("getUpdates"))
    started = asyncio.get_running_loop().time()

    await listening.stop()

    assert asyncio.get_running_loop().time() - started < polling.POLL_SECONDS / 2


async def test_no_log_holds_the_token_or_a_text(
    server: TelegramServer, adapter: TelegramAdapter, ear: RecordingEar, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.fails("getUpdates", hang=False, cut=True)

    await adapter.start(ear)
    server.says(server.private("Fatma"), "Fatma", "een geheime vraag")
    await until(lambda: ear.heard_all)
    await adapter.stop()

    assert server.token not in caplog.text
    assert "geheime" not in caplog.text
    assert "Fatma" not in caplog.text


def test_waiting_grows_to_a_minute() -> None:
    assert [wait_after(failures, 1) for failures in (1, 2, 3, 7, 50)] == [1, 2, 4, 60, 60]
