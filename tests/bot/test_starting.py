"""What a start loads: nothing that only other bots need, and at first no more than it takes to hear."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEARING = "import bot.app, bot.platforms.telegram"
ANSWERING = f"{HEARING}, handlers.router"


@cache
def loaded(code: str) -> set[str]:
    """The modules that a new Python has once it has done `code`."""
    program = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "rarely",
    ["alembic", "asyncpg", "holidays", "jinja2", "numpy", "phonenumbers", "sqlalchemy.dialects.postgresql", "twilio"],
)
def test_a_bot_on_telegram_and_sqlite_that_understands_by_words_does_without(rarely: str) -> None:
    assert rarely not in loaded(ANSWERING)


@pytest.mark.parametrize("later", ["babel.core", "fluent", "handlers.router", "markdown_it"])
def test_what_only_an_answer_needs_is_not_waited_for(later: str) -> None:
    assert later not in loaded(HEARING)


@pytest.mark.parametrize("unneeded", ["pydantic", "sqlalchemy", "starlette", "yaml"])
def test_who_asks_for_help_waits_for_no_library(unneeded: str) -> None:
    assert unneeded not in loaded("import bot.cli")
