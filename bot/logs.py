"""Logs that say what was done, and never to whom: no names, numbers, texts or tokens of anyone."""

import json
import logging
import re
import sys
from datetime import UTC, datetime

from bot.settings import LogFormat, LogLevel

# What must never reach a log, wherever it comes from: bot tokens in addresses, telephone numbers, Twilio's secrets.
SECRETS = re.compile(r"\b\d{6,12}:[\w-]{30,}|(?:whatsapp:)?\+\d{8,15}|\b[0-9a-f]{32}\b", re.IGNORECASE)
# Libraries whose info lines hold addresses with a token or a number in them.
TALKATIVE = (
    "httpx",
    "httpcore",
    "telegram",
    "aiohttp",
    "twilio",
    "apscheduler",
    "sqlalchemy",
    "alembic",
    "uvicorn",
)

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}


def set_up_logs(form: LogFormat, level: LogLevel) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if form is LogFormat.JSON else TextLines())
    logging.basicConfig(level=str(level).upper(), handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def without_secrets(text: str) -> str:
    return SECRETS.sub("***", text)


class TextLines(logging.Formatter):
    """`12:30:01 info  sent action=sent delivery=12`"""

    def format(self, record: logging.LogRecord) -> str:
        extra = "".join(f" {name}={value}" for name, value in _extra(record).items())
        line = (
            f"{self.formatTime(record, '%H:%M:%S')} {record.levelname.lower():7} {record.getMessage()}{extra}"
        )
        return without_secrets(line + _trace(self, record))


class JsonLines(logging.Formatter):
    """One JSON object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat()
        line: dict[str, object] = {
            "at": at,
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= _extra(record)
        if trace := _trace(self, record):
            line["trace"] = trace.strip()
        return without_secrets(json.dumps(line, ensure_ascii=False, default=str))


def _extra(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}


def _trace(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    """Where it went wrong, without the message of the error: that may quote what somebody wrote."""
    if not record.exc_info or record.exc_info[0] is None:
        return ""
    kind, _, trace = record.exc_info
    frames = []
    while trace:
        frames.append(f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f" error={kind.__name__} at={'>'.join(frames[-4:])}"
