"""`straatbot backup` and `restore`, as somebody types them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from tests.doubles.terminal import STREETS


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a bot in it, which has content of its own, for that of the demo moves along with the clock."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.logs.set_up_logs", lambda form, level: None)  # it would outlive the test
    for words in (("import", str(STREETS)), ("export", "content.yaml")):
        assert typed("content", *words).exit_code == 0
    return tmp_path


def typed(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_a_backup_comes_back_and_the_key_is_asked_for(house: Path) -> None:
    made = typed("backup", "straat.backup")
    assert (made.exit_code, made.stdout) == (0, "")
    assert "Keep data/secret_key too" in made.stderr

    refused = typed("restore", "straat.backup")
    assert refused.exit_code == 1
    assert "--replace" in refused.stderr

    (house / "data" / "straatbot.db").unlink()
    put_back = typed("restore", "straat.backup")
    assert put_back.exit_code == 0
    assert "data/secret_key must be that of then" in put_back.stderr
    assert (house / "data" / "straatbot.db").stat().st_mode & 0o777 == 0o600
    assert typed("content", "export").stdout == (house / "content.yaml").read_text(encoding="utf-8")


def test_a_key_in_the_settings_is_named_so(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "x" * 40)

    assert "Keep SECRET_KEY too" in typed("backup", "straat.backup").stderr


def test_what_cannot_be_done_is_said_in_a_sentence(house: Path) -> None:
    for words in (("restore", "nothing.backup"), ("backup", "no/such/folder/b"), ("restore", "content.yaml")):
        refused = typed(*words)
        assert refused.exit_code == 1
        assert refused.stderr.startswith("Error: ")
        assert "Traceback" not in refused.output
    assert typed("backup").exit_code == 2
