"""The command line, called as from a terminal."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli import main

# A content file with streets, questions and events.
STREETS = Path(__file__).parent.parent / "journeys" / "content.yaml"


def straatbot(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def lines_of(result: Result) -> list[dict[str, object]]:
    """The lines of JSON of a command that went well."""
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]
