"""What `make run` installs is enough to run on, and is what was tested."""

import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.doubles.patience import SECONDS
from tests.doubles.terminal import STREETS

ROOT = Path(__file__).parent.parent
QUESTION = "maakt zo'n warmtepomp veel herrie?"
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)

# Runs the bot while everything that only developers have seems not to be there.
BARE = """
import runpy, sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in HIDDEN:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

HIDDEN = set(sys.argv.pop().split())
sys.meta_path.insert(0, Hidden())
runpy.run_module("bot", run_name="__main__")
"""


def pinned(name: str) -> dict[str, str]:
    return dict(PINNED.findall((ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")))


def for_developers_alone() -> set[str]:
    """The modules that no distribution in run.lock brings."""
    runs_on = {*pinned("run"), "straatbot"}
    brought = packages_distributions()
    return {
        module
        for module, by in brought.items()
        if not runs_on & {name.lower().replace("_", "-").replace(".", "-") for name in by}
    }


def test_what_runs_is_what_was_tested() -> None:
    assert pinned("run").items() <= pinned("dev").items()


# By words alone where it is about all of the starter content, which the encoder takes long to read.
RUNS = {
    "talk": (["talk"], {"UNDERSTANDING": "lexical"}),
    "ask": (["ask", QUESTION, "--content", str(STREETS)], {"UNDERSTANDING": "encoder"}),
}


@pytest.mark.parametrize("what", RUNS)
def test_the_bot_runs_on_what_make_run_installs(what: str, tmp_path: Path) -> None:
    words, settings = RUNS[what]
    hidden = for_developers_alone()
    assert {"pytest", "aiogram"} <= hidden

    told = subprocess.run(
        [sys.executable, "-c", BARE, *words, " ".join(hidden)],
        input=f"{QUESTION}\n",
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | settings,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

    assert "Error" not in told.stderr
    assert ("40 dB" if what == "talk" else "answer (") in told.stdout
