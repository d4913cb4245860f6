"""What is installed without the checkout has all that the bot reads, not only its code."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parent.parent
FOLDERS = ("bot", "handlers", "messages", "storage")


def test_a_wheel_has_every_file_of_the_four_folders(tmp_path: Path) -> None:
    source, wheels = tmp_path / "source", tmp_path / "wheels"
    for name in (*FOLDERS, "requirements"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source / name)

    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([*command, wheels, source], check=True, capture_output=True)

    with ZipFile(next(wheels.glob("*.whl"))) as wheel:
        packed = set(wheel.namelist())
    files = [file for folder in FOLDERS for file in (source / folder).rglob("*") if file.is_file()]
    assert {str(file.relative_to(source)) for file in files} - packed == set()
