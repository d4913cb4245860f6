"""The file of a backup: JSON lines in gzip, the same for every kind of database.

First a header, then for each table a line with its columns and a line for each row, and last the number of rows and
a checksum of all that stands before it. So a file that was cut short or changed is known before anything is touched.
"""

import gzip
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

FORMAT = 1


class BackupRefused(Exception):
    """A backup cannot be made or put back; one sentence that says why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """`revision` is that of the schema which the rows fit."""

    revision: str
    made_at: datetime


class BackupWriter:
    def __init__(self, out: gzip.GzipFile) -> None:
        self.rows = 0
        self._out = out
        self._sum = sha256()

    def header(self, header: Header) -> None:
        self._write({"straatbot_backup": FORMAT, "revision": header.revision, "made_at": header.made_at.isoformat()})

    def table(self, name: str, columns: Sequence[str]) -> None:
        self._write({"table": name, "columns": list(columns)})

    def row(self, values: Sequence[Any]) -> None:
        self._write(list(values))
        self.rows += 1

    def end(self) -> None:
        self._write({"rows": self.rows, "sha256": self._sum.hexdigest()})

    def _write(self, line: Any) -> None:
        text = json.dumps(line, separators=(",", ":")).encode() + b"\n"
        self._out.write(text)
        self._sum.update(text)


@contextmanager
def writing(file: Path) -> Iterator[BackupWriter]:
    """A file that only we can read, and that is there whole or not at all."""
    part = file.with_name(f"{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        with part.open("wb") as out:
            with gzip.GzipFile(fileobj=out, filename="", mode="wb", mtime=0) as packed:
                writer = BackupWriter(packed)
                yield writer
                writer.end()
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError as problem:
        raise BackupRefused(f"{file} cannot be written: {problem.strerror or problem}") from problem
    finally:
        part.unlink(missing_ok=True)


def check(file: Path) -> Header:
    """Read the file to its end; raises BackupRefused when it is not whole, or not ours."""
    checksum, first, last = sha256(), b"", b""
    for line in _lines(file):
        checksum.update(last)
        first, last = first or line, line
    header = _header(first, file)
    if not last.endswith(f'"sha256":"{checksum.hexdigest()}"}}\n'.encode()):
        raise _damaged(file)
    return header


def batches(file: Path, size: int = 1000) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows of a file that `check` found whole, some at a time: the name of their table, and their columns."""
    table, columns = "", list[str]()
    rows: list[dict[str, Any]] = []
    for line in map(json.loads, _lines(file)):
        if isinstance(line, list):
            rows.append(dict(zip(columns, line, strict=True)))
        if rows and (len(rows) == size or isinstance(line, dict)):
            yield table, rows
            rows = []
        if "table" in line:
            table, columns = line["table"], line["columns"]


def _lines(file: Path) -> Iterator[bytes]:
    try:
        with gzip.open(file) as packed:
            yield from packed
    except (EOFError, gzip.BadGzipFile, zlib.error) as problem:
        raise _damaged(file) from problem
    except OSError as problem:
        raise BackupRefused(f"{file} cannot be read: {problem.strerror or problem}") from problem


def _header(line: bytes, file: Path) -> Header:
    try:
        told = json.loads(line)
        if told["straatbot_backup"] > FORMAT:
            raise BackupRefused(f"{file} was made by a newer Straatbot. Install that one first.")
        return Header(revision=told["revision"], made_at=datetime.fromisoformat(told["made_at"]))
    except (KeyError, TypeError, ValueError) as problem:
        raise BackupRefused(f"{file} is no backup of Straatbot") from problem


def _damaged(file: Path) -> BackupRefused:
    return BackupRefused(f"{file} is damaged: it is not as it was written. Use another backup.")
