"""Logs that say what was done, and never to whom: no names, numbers, texts or tokens of anyone."""

import json
import logging
import re
import sys
from datetime import UTC, datetime

from bot.settings import LogFormat, LogLevel

# What must never reach a log, wherever it comes from: bot tokens in addresses, telephone numbers, Twilio's secrets.
# Without word boundaries: in Telegram's addresses a token stands right behind "bot".
SECRETS = re.compile(
    r"\d{6,12}:[\w-]{30,}|(?:whatsapp(?::|%3A))?(?:\+|%2B)\d{8,15}|(?<!\d)06\d{8}(?!\d)"
    r"|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])",
    re.IGNORECASE,
)
# Only these speak of everyday things. A library's own everyday lines hold addresses, tokens and what people wrote.
OURS = ("bot", "handlers", "messages", "storage")

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}


def set_up_logs(form: LogFormat, level: LogLevel) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if form is LogFormat.JSON else TextLines())
    wanted = logging.getLevelNamesMapping()[str(level).upper()]
    logging.basicConfig(level=max(wanted, logging.WARNING), handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(wanted)


def without_secrets(text: str) -> str:
    return SECRETS.sub("***", text)


class TextLines(logging.Formatter):
    """`12:30:01 info  sent action=sent delivery=12`"""

    def format(self, record: logging.LogRecord) -> str:
        extra = "".join(f" {name}={value}" for name, value in _extra(record).items())
        line = f"{self.formatTime(record, '%H:%M:%S')} {record.levelname.lower():7} {_message(record)}{extra}"
        return without_secrets(line + _failure(record))


class JsonLines(logging.Formatter):
    """One JSON object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat()
        line: dict[str, object] = {
            "at": at,
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        line |= _extra(record)
        if failure := _failure(record):
            line["failure"] = failure.strip()
        return without_secrets(json.dumps(line, ensure_ascii=False, default=str))


def _message(record: logging.LogRecord) -> str:
    """In one line; what asyncio writes under its first line shows an error, which may quote what somebody wrote."""
    lines = record.getMessage().splitlines() or [""]
    return lines[0] if record.name == "asyncio" else " ".join(lines)


def _extra(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}


def _failure(record: logging.LogRecord) -> str:
    """Where it went wrong, without the message of the error: that may quote what somebody wrote."""
    if not record.exc_info or record.exc_info[0] is None:
        return ""
    kind, _, trace = record.exc_info
    frames = []
    while trace:
        frames.append(f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f" error={kind.__name__} at={'>'.join(frames[-4:])}"
