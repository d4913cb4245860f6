"""The rules of the house, held by import-linter (see `pyproject.toml`)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST_LINES = 250


def test_every_folder_imports_only_what_it_may() -> None:
    linter = Path(sys.executable).parent / "lint-imports"

    found = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stdout


def test_no_file_is_too_long_to_read() -> None:
    files = [
        file for folder in ("bot", "handlers", "messages", "storage", "tests") for file in (ROOT / folder).rglob("*.py")
    ]
    lines = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in files}

    assert {name: count for name, count in lines.items() if count > MOST_LINES and "doubles" not in name} == {}
