"""What was promised to others: the settings, the commands of the terminal and of the chat, by name."""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.settings import Settings
from handlers.commands import Command, least_role, parse
from messages.street import Role

ROOT = Path(__file__).parent.parent

SETTINGS = {
    "DATABASE_URL": "sqlite+aiosqlite:///data/straatbot.db",
    "TELEGRAM_BOT_TOKEN": "",
    "TELEGRAM_API_URL": "https://api.telegram.org",
    "TELEGRAM_MODE": "polling",
    "TELEGRAM_WEBHOOK_SECRET": "",
    "TWILIO_ACCOUNT_SID": "",
    "TWILIO_AUTH_TOKEN": "",
    "TWILIO_WHATSAPP_NUMBER": "",
    "TWILIO_API_URL": "https://api.twilio.com",
    "TWILIO_TEMPLATE_NEW_MESSAGE": "",
    "TWILIO_TEMPLATE_REMINDER": "",
    "PUBLIC_URL": "",
    "HOST": "127.0.0.1",
    "PORT": "8000",
    "ORGANISERS": "",
    "SECRET_KEY": "",
    "PLAYGROUND": "auto",
    "DEFAULT_LANGUAGE": "nl",
    "DEFAULT_TIMEZONE": "Europe/Amsterdam",
    "LOG_FORMAT": "text",
    "LOG_LEVEL": "info",
}

TERMINAL = [
    ["run"],
    ["talk"],
    ["ask"],
    ["plan"],
    ["content"],
    ["content", "check"],
    ["content", "import"],
    ["content", "export"],
    ["check"],
    ["migrate"],
    ["backup"],
    ["restore"],
]

# Dutch, English where it has its own word, and who may give it.
CHAT = [
    ("vraag", "ask", Role.RESIDENT),
    ("agenda", "events", Role.RESIDENT),
    ("contact", "contact", Role.RESIDENT),
    ("idee", "idea", Role.RESIDENT),
    ("stil", "mute", Role.RESIDENT),
    ("taal", "language", Role.RESIDENT),
    ("privacy", "privacy", Role.RESIDENT),
    ("mijngegevens", "mydata", Role.RESIDENT),
    ("vergeet", "forget", Role.RESIDENT),
    ("help", "help", Role.RESIDENT),
    ("aanmelden", "subscribe", Role.RESIDENT),
    ("stop", "stop", Role.RESIDENT),
    ("koppel", "link", Role.RESIDENT),
    ("nieuw", "new", Role.STREET_CONTACT),
    ("planning", "plan", Role.STREET_CONTACT),
    ("verplaats", "move", Role.STREET_CONTACT),
    ("afgelast", "cancel", Role.STREET_CONTACT),
    ("vragen", "questions", Role.STREET_CONTACT),
    ("onthoud", "remember", Role.STREET_CONTACT),
    ("doorsturen", "forward", Role.STREET_CONTACT),
    ("pauze", "pause", Role.STREET_CONTACT),
    ("hervat", "resume", Role.STREET_CONTACT),
    ("vervang", "standin", Role.STREET_CONTACT),
    ("beheer", "manage", Role.ORGANISER),
]

BENCHMARKS = [
    file for file in sorted((ROOT / "benchmarks").glob("*.py")) if '__name__ == "__main__"' in file.read_text("utf-8")
]


def _example() -> list[tuple[str, str, str]]:
    """Each setting in `.env.example` with its value and the line above it."""
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    return [
        (*line.partition("=")[::2], above)  # type: ignore[misc]
        for above, line in pairwise(lines)
        if "=" in line and not line.startswith("#")
    ]


def test_every_promised_setting_exists_with_its_default() -> None:
    defaults = {name.upper(): _written(field.default) for name, field in Settings.model_fields.items()}

    assert SETTINGS.items() <= defaults.items()


def test_the_example_holds_every_setting_once_with_its_default() -> None:
    written = [(name, value) for name, value, _ in _example()]

    assert dict(written) == {name.upper(): _written(field.default) for name, field in Settings.model_fields.items()}
    assert len(written) == len(dict(written))


def test_every_setting_in_the_example_is_explained_in_one_line() -> None:
    # The account and the token of Twilio go together under one line.
    unexplained = [
        name for name, _, above in _example() if not re.match(r"# \S", above) and name != "TWILIO_AUTH_TOKEN"
    ]

    assert unexplained == []


def test_help_lists_every_command() -> None:
    listed = CliRunner().invoke(main, ["--help"]).output

    assert all(re.search(rf"^  {words[0]} ", listed, re.MULTILINE) for words in TERMINAL)


@pytest.mark.parametrize("words", TERMINAL, ids=" ".join)
def test_every_command_explains_itself(words: list[str]) -> None:
    found = CliRunner().invoke(main, [*words, "--help"])

    assert found.exit_code == 0
    assert f"straatbot {' '.join(words)}" in found.output.replace("main", "straatbot")
    assert len(found.output.splitlines()) > 3


@pytest.mark.parametrize(("dutch", "english", "role"), CHAT, ids=[dutch for dutch, _, _ in CHAT])
def test_every_chat_command_is_known_in_dutch_and_english(dutch: str, english: str, role: Role) -> None:
    command = Command(dutch)

    assert least_role(command) is role
    for word in (dutch, english):
        assert parse(f"/{word}", private=False) == (command, "")
        assert parse(word, private=True) == (command, "")


def test_there_is_no_chat_command_that_was_not_promised() -> None:
    assert set(Command) - {Command.START, Command.UNKNOWN} == {Command(dutch) for dutch, _, _ in CHAT}


@pytest.mark.parametrize("script", BENCHMARKS, ids=lambda script: script.stem)
def test_every_benchmark_finds_what_it_measures_wherever_it_is_started(script: Path, tmp_path: Path) -> None:
    only_load = "import runpy, sys; runpy.run_path(sys.argv[1])"

    found = subprocess.run(
        [sys.executable, "-I", "-c", only_load, script], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert found.returncode == 0, found.stderr


def _written(default: object) -> str:
    return "" if default in (None, ()) else str(default)
