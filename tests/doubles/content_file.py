"""The beginnings of a content file, one on disk, and what is told to be wrong with it."""

from pathlib import Path

import pytest

from storage.content_file.examined import ContentErrors, read_content

STREET = "straatbot: 1\nstreets:\n  - id: lindelaan\n    name: Lindelaan\n"
FAQ = "straatbot: 1\nfaqs:\n  - id: geluid\n    question: Herrie?\n    answer: Nee.\n"
EVENT = "straatbot: 1\nevents:\n  - id: cafe\n    title: Café\n    starts_at: 2026-12-10T19:30\n"


def written(folder: Path, text: str, name: str = "content.yaml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def problems(path: Path, known: frozenset[str] = frozenset()) -> list[str]:
    with pytest.raises(ContentErrors) as caught:
        read_content(path, known)
    return [str(problem) for problem in caught.value.problems]


def assert_told_once(path: Path, line: int, message: str) -> None:
    """In words for people, and with its line."""
    told = problems(path)
    assert len(told) == 1, told
    assert told[0].startswith(f"{path.name}:{line}: ")
    assert message in told[0]
    assert "value_error" not in told[0]
