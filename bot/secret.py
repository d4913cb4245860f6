"""The secret key: from the settings, or made at the first start and kept in a file that only we can read."""

import os
import secrets
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.settings import MINIMUM_SECRET, Settings, SettingsError
from storage import Store
from storage.seal import Seal

NAME = "secret_key"
MARK = "key_mark"


def secret_key(settings: Settings) -> str:
    """Raises SettingsError when the key can be neither read nor made."""
    if settings.secret_key:
        return settings.secret_key.get_secret_value()
    file = key_file(settings)
    try:
        return _read(file) or _make(file)
    except OSError as problem:
        raise SettingsError(f"SECRET_KEY: {file} cannot be read or made ({problem.strerror})") from None


def key_file(settings: Settings) -> Path:
    """Where the key is when the settings do not hold it."""
    return settings.data_folder / NAME


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
    with NamedTemporaryFile("w", dir=file.parent, encoding="utf-8") as draft:  # only we can read it
        draft.write(key)
        draft.flush()
        os.fsync(draft.fileno())
        try:
            os.link(draft.name, file)
        except FileExistsError:  # another process has just made one
            return _read(file) or key
    return key


def fits(seal: Seal, store: Store) -> bool:
    """Whether the database was made with this key; with another one it can read nothing back."""
    mark = seal.hash(MARK)
    known = store.memory.get(MARK)
    if known is None:
        store.memory.set(MARK, mark)
    return known in (None, mark)
