"""What the encoder made of content, in a file, so that a start need not wait for it again."""

from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import BadZipFile

_KEY = 16  # bytes


class Recalled:
    """Rows of numbers by text. The texts themselves are not in it, and it may be thrown away: it only saves time.

    `edition` is of all that makes such a row; what another edition made is not found.
    """

    def __init__(self, file: Path, edition: str) -> None:
        self._file, self._edition = file, edition
        self._rows: dict[bytes, Any] | None = None

    def row(self, text: str) -> Any | None:
        if self._rows is None:
            self._rows = self._read()
        return self._rows.get(self._key(text))

    def forget(self) -> None:
        """What was given out stays; nothing else of the file is needed once content has been read."""
        self._rows = {}

    def keep(self, rows: Mapping[str, Any]) -> None:
        """These alone, from now on. Where it cannot be written, nothing is kept."""
        import numpy as np

        keys = np.frombuffer(b"".join(map(self._key, rows)), np.uint8).reshape(-1, _KEY)
        with suppress(OSError), TemporaryDirectory(dir=self._file.parent) as folder:
            # Whole or not at all, also for another process that reads it now.
            np.savez(Path(folder) / self._file.name, keys=keys, rows=np.stack(list(rows.values())))
            (Path(folder) / self._file.name).replace(self._file)

    def _read(self) -> dict[bytes, Any]:
        import numpy as np

        try:
            with self._file.open("rb") as file, np.load(file, allow_pickle=False) as stored:
                return dict(zip(map(bytes, stored["keys"]), stored["rows"], strict=True))
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return {}

    def _key(self, text: str) -> bytes:
        return sha256(f"{self._edition}\n{text}".encode()).digest()[:_KEY]
