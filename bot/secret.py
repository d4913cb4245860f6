"""The secret key: from the settings, or made at the first start and kept in a file that only we can read."""

import secrets
from pathlib import Path

from bot.settings import MINIMUM_SECRET, Settings, SettingsError

NAME = "secret_key"


def secret_key(settings: Settings) -> str:
    """Raises SettingsError when the key can be neither read nor made."""
    if settings.secret_key:
        return settings.secret_key.get_secret_value()
    file = settings.data_folder / NAME
    try:
        return _read(file) or _make(file)
    except OSError as problem:
        raise SettingsError(f"SECRET_KEY: {file} cannot be read or made ({problem.strerror})") from None


def _read(file: Path) -> str | None:
    if not file.exists():
        return None
    key = file.read_text(encoding="utf-8").strip()
    if len(key) < MINIMUM_SECRET:
        raise SettingsError(f"SECRET_KEY: {file} is damaged; put the key back from a backup")
    return key


def _make(file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(48)
    file.touch(mode=0o600, exist_ok=False)
    file.write_text(key, encoding="utf-8")
    return key
