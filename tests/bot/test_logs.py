"""A log says what was done, and never to whom, in text and in JSON."""

import asyncio
import json
import logging
import sys

import pytest

from bot.logs import JsonLines, TextLines, set_up_logs
from bot.settings import LogFormat, LogLevel
from tests.doubles.bot import Bot

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
SECRETS = [
    TOKEN,
    "+31612345678",
    "whatsapp:+31612345678",
    "whatsapp%3A%2B31612345678",
    "0612345678",
    "0123456789abcdef0123456789abcdef",
]


def _record(message: str, *args: object, **extra: object) -> logging.LogRecord:
    record = logging.getLogger("bot.test").makeRecord(
        "bot.test", logging.INFO, "f", 1, message, args, None, extra=extra
    )
    record.created = 0
    return record


@pytest.mark.parametrize("form", [TextLines(), JsonLines()])
@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_never_reaches_a_line(form: logging.Formatter, secret: str) -> None:
    for record in (
        _record(f"POST https://api.telegram.org/bot{secret}/sendMessage"),
        _record("to %s", secret),
        _record("sent", to=secret),
        _record("sent", data={"number": [secret]}),
    ):
        line = form.format(record)

        assert secret not in line
        assert "***" in line


@pytest.mark.parametrize("form", [TextLines(), JsonLines()])
def test_an_error_is_told_by_kind_and_place_without_what_it_quotes(form: logging.Formatter) -> None:
    try:
        int("Fatma asked about her bill")
    except ValueError:
        record = _record("it failed")
        record.exc_info = sys.exc_info()

    line = form.format(record)

    assert "Fatma" not in line
    assert "ValueError" in line
    assert "test_logs.py:" in line


@pytest.mark.parametrize("form", [TextLines(), JsonLines()])
def test_what_asyncio_shows_of_a_failed_task_is_cut(form: logging.Formatter) -> None:
    message = "Task exception was never retrieved\nfuture: <Task exception=ValueError('Fatma asked')>"
    record = logging.LogRecord("asyncio", logging.ERROR, "f", 1, message, None, None)

    assert "Fatma" not in form.format(record)


@pytest.mark.parametrize("form", [TextLines(), JsonLines()])
def test_a_record_is_one_line(form: logging.Formatter) -> None:
    assert "\n" not in form.format(_record("one\ntwo", extra="three"))


def test_a_json_line_can_be_read_back_with_its_extra_facts() -> None:
    line = json.loads(JsonLines().format(_record("sent", action="sent", delivery=12)))

    assert line == {
        "at": "1970-01-01T00:00:00+00:00",
        "level": "info",
        "logger": "bot.test",
        "message": "sent",
        "action": "sent",
        "delivery": 12,
    }


def test_a_text_line_shows_its_extra_facts() -> None:
    assert (
        TextLines()
        .format(_record("sent", action="sent", delivery=12))
        .endswith(" info    sent action=sent delivery=12")
    )


@pytest.mark.parametrize("form", list(LogFormat))
async def test_a_whole_conversation_leaves_no_trace_of_who_said_what(
    quick_bot: Bot, form: LogFormat, capfd: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    ours = logging.getLogger("bot")
    before = root.handlers[:], root.level, ours.level
    set_up_logs(form, LogLevel.DEBUG)
    try:
        await quick_bot.says("lindelaan/Zwaantje", "Zwaantje", "maakt een zwaluwstaartwarmtepomp geluid")
        await quick_bot.says("lindelaan/Zwaantje", "Zwaantje", "ik ruik gas")
        await quick_bot.says("lindelaan", "Zwaantje", "/vergeet zwaluwstaart")
        await asyncio.sleep(0)
    finally:
        root.handlers[:], root.level, ours.level = before

    lines = capfd.readouterr().err
    assert "action" in lines
    assert "heard" in lines
    assert "zwa" not in lines.lower()
    assert "lindelaan" not in lines
