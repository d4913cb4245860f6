"""The real process, as an operator starts and stops it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.doubles.patience import SECONDS
from tests.doubles.ports import free_port

ROOT = Path(__file__).parent.parent.parent


class Running:
    """`straatbot run` in an empty folder, on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.process = start(folder, self.port)
        self.web = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=SECONDS)

    def wait_until_ready(self) -> None:
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            try:
                if self.web.get("/ready").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        raise AssertionError(f"not ready in time: {self.end()}")

    def says(self, text: str) -> str:
        """What the bot answers to Fatma in private."""
        chat = "lindelaan/Fatma"
        posted = self.web.post("/playground/api/messages", json={"chat": chat, "sender": "Fatma", "text": text})
        assert posted.status_code == 202
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            heard = self.web.get("/playground/api/messages", params={"chat": chat, "after": posted.json()["id"]}).json()
            if heard:
                return str(heard[0]["text"])
            time.sleep(0.02)
        raise AssertionError("no answer came")

    def end(self) -> tuple[int, str, str]:
        """Stop it as an operator does; its exit code, stdout and stderr."""
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=SECONDS)
        return self.process.returncode, out, err


def start(folder: Path, port: int) -> "subprocess.Popen[str]":
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PORT": str(port), "UNDERSTANDING": "lexical"}
    command = [sys.executable, "-m", "bot", "run"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    started = Running(tmp_path_factory.mktemp("run"))
    try:
        started.wait_until_ready()
        yield started
    finally:
        started.web.close()
        started.process.kill()
        started.process.communicate()


def test_it_says_that_it_is_alive_and_ready(running: Running) -> None:
    assert running.web.get("/health").json() == {"status": "alive"}
    ready = running.web.get("/ready").json()
    assert (ready["status"], ready["database"], ready["playground"]) == ("ready", True, True)


def test_the_front_door_leads_to_the_playground(running: Running) -> None:
    door = running.web.get("/")

    assert (door.status_code, door.headers["location"]) == (307, "/playground")
    assert "Straatbot" in running.web.get("/playground").text


def test_a_question_is_answered(running: Running) -> None:
    assert "40 dB" in running.says("maakt zo'n warmtepomp veel herrie?")


def test_a_page_of_a_later_version_says_so(running: Running) -> None:
    for path in ("/beheer", "/straat/lindelaan", "/straat/lindelaan/agenda.ics"):
        assert running.web.get(path).status_code == 501


def test_what_it_keeps_is_for_nobody_else(running: Running) -> None:
    kept = [running.folder / "data", *(running.folder / "data").iterdir()]

    assert {file.name for file in kept} >= {"data", "straatbot.db", "secret_key"}
    assert {file.name: file.stat().st_mode & 0o077 for file in kept} == {file.name: 0 for file in kept}


def test_a_second_one_on_the_same_port_says_so_and_stops(running: Running, tmp_path: Path) -> None:
    second = start(tmp_path, running.port)
    out, err = second.communicate(timeout=SECONDS)

    assert (second.returncode, out) == (1, "")
    assert err.startswith(f"Error: PORT: cannot listen on 127.0.0.1:{running.port}")
    assert len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_nobody_talks_in_a_terminal_meanwhile_for_the_answers_might_come_here(running: Running) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "UNDERSTANDING": "lexical"}
    talk = [sys.executable, "-m", "bot", "talk"]

    talked = subprocess.run(
        talk, input="hoi\n", cwd=running.folder, env=environment, capture_output=True, text=True, timeout=SECONDS
    )

    assert (talked.returncode, talked.stdout) == (1, "")
    assert talked.stderr == "Error: the bot runs already: talk with it in its playground, or stop it first\n"
    assert running.says("hoi")


def test_it_stops_in_time_while_somebody_still_listens_and_has_said_nothing_on_stdout(running: Running) -> None:
    running.says("hoi")
    with running.web.stream("GET", "/playground/api/events") as events:
        assert any('"sender":"Fatma"' in line.replace(" ", "") for line in events.iter_lines())
        code, out, err = running.end()

    assert (code, out) == (0, "")
    assert f"Straatbot runs at http://127.0.0.1:{running.port}" in err
    assert "Fatma" not in err
    assert "Traceback" not in err


def test_a_talk_in_the_terminal_is_nothing_but_a_talk(tmp_path):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "UNDERSTANDING": "lexical"}

    talked = subprocess.run(
        [sys.executable, "-m", "bot", "talk"],
        input="ben jij een mens?\n",
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )

    # In the group something of the demo may just be due.
    assert talked.stdout.startswith(("straatbot: ", "straatbot (groep): "))
    assert " info " not in talked.stderr
