"""The secret key: given, made once and kept from others, or refused in a sentence."""

from pathlib import Path

import pytest

from bot.app import open_app
from bot.secret import secret_key
from bot.settings import Settings, SettingsError

KEY = "k" * 40


def _settings(folder: Path, **given: object) -> Settings:
    return Settings(_env_file=None, database_url=f"sqlite:///{folder / 'bot.db'}", **given)  # type: ignore[call-arg, arg-type]


def test_a_given_key_is_used_and_no_file_is_made(tmp_path: Path) -> None:
    assert secret_key(_settings(tmp_path, secret_key=KEY)) == KEY
    assert list(tmp_path.iterdir()) == []


def test_without_one_a_key_is_made_once_and_kept(tmp_path: Path) -> None:
    first = secret_key(_settings(tmp_path / "data"))
    second = secret_key(_settings(tmp_path / "data"))

    assert first == second
    assert len(first) >= 32


def test_nobody_else_can_read_the_key(tmp_path: Path) -> None:
    secret_key(_settings(tmp_path))

    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_a_damaged_key_is_named_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("short")

    with pytest.raises(SettingsError, match=r"^SECRET_KEY: .*secret_key is damaged"):
        secret_key(_settings(tmp_path))

    assert (tmp_path / "secret_key").read_text() == "short"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(SettingsError, match=r"^SECRET_KEY: .* cannot be read or made"):
        secret_key(_settings(tmp_path / "file"))


async def test_another_key_than_the_databases_own_is_refused(tmp_path: Path) -> None:
    async with open_app(_settings(tmp_path, secret_key=KEY), lambda streets: []):
        pass

    with pytest.raises(SettingsError, match=r"^SECRET_KEY: the database was made with another key"):
        async with open_app(_settings(tmp_path, secret_key="other" + KEY), lambda streets: []):
            pass


async def test_nobody_else_can_read_the_database(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    async with open_app(_settings(folder), lambda streets: []):
        modes = {file.name: file.stat().st_mode & 0o077 for file in (folder, *folder.iterdir())}

    assert set(modes.values()) == {0}
