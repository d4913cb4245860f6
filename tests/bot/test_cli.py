"""The command line: results on stdout and nothing else there, one sentence on stderr, and the right exit code."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.doubles.terminal import STREETS, lines_of, straatbot

STARTER = Path(__file__).parent.parent.parent / "messages" / "starter"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_ask_says_what_the_bot_would_do() -> None:
    result = straatbot("ask", "maakt een warmtepomp veel geluid", "--content", STREETS)

    assert result.exit_code == 0
    assert result.stdout.startswith("answer (")
    assert "warmtepomp-geluid: Maakt een warmtepomp veel geluid?" in result.stdout


def test_ask_in_json_has_the_promised_fields() -> None:
    [line] = lines_of(straatbot("ask", "maakt een warmtepomp veel geluid", "--content", STREETS, "--json"))

    assert list(line) == ["id", "outcome", "entries", "confidence", "language"]
    assert (line["outcome"], line["language"]) == ("answer", "nl")
    assert line["entries"][0] == "warmtepomp-geluid"  # type: ignore[index]


def test_a_batch_is_answered_in_its_order() -> None:
    Path("batch.jsonl").write_text(
        '{"id": "m1", "text": "maakt een warmtepomp veel geluid", "addressed": true}\n'
        "\n"
        '{"id": 2, "text": "hoe was jullie weekend?"}\n'
        '{"id": "m3", "text": "ik ruik gas", "extra": 1}\n'
        '{"id": "m4", "text": "wat is de hoofdstad van peru", "addressed": true}\n',
        encoding="utf-8",
    )

    lines = lines_of(straatbot("ask", "--batch", "batch.jsonl", "--content", STREETS))

    outcomes = [(line["id"], line["outcome"]) for line in lines]
    assert outcomes == [("m1", "answer"), ("2", "silent"), ("m3", "urgent"), ("m4", "unknown")]
    assert lines[2]["entries"] == ["gaslucht"]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (b'{"id": "m1"}\n', "Error: line 1: text: "),
        (b'{"id": "m1", "text": "a"}\n[1]\n', "Error: line 2: "),
        (b"hallo\n", "Error: line 1: "),
        (b'{"id": "m1", "text": "\xff"}\n', "Error: the batch is not text in UTF-8"),
    ],
)
def test_a_batch_that_cannot_be_read_is_named(written: bytes, sentence: str) -> None:
    Path("batch.jsonl").write_bytes(written)

    result = straatbot("ask", "--batch", "batch.jsonl", "--content", STREETS)

    assert result.exit_code == 1
    assert result.stderr.startswith(sentence)


def test_ask_without_content_asks_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERSTANDING", "lexical")  # of all that is in the store the encoder takes long

    [line] = lines_of(straatbot("ask", "ik ruik gas", "--json"))

    assert line["outcome"] == "urgent"
    assert Path("data/straatbot.db").exists()


def test_with_content_no_database_is_made() -> None:
    straatbot("ask", "hoi", "--content", STREETS)
    straatbot("plan", "--from", "2026-12-01", "--to", "2026-12-02", "--content", STREETS)
    straatbot("content", "check", STREETS)

    assert list(Path().iterdir()) == []


def test_plan_in_json_has_the_promised_fields() -> None:
    period = ("--from", "2026-12-02", "--to", "2026-12-02")

    lines = lines_of(straatbot("plan", *period, "--content", STREETS, "--street", "lindelaan", "--json"))

    assert lines[0] == {
        "street": "lindelaan",
        "kind": "announcement",
        "item": "tip",
        "due_at": "2026-12-02T12:00:00+01:00",
        "send_at": "2026-12-02T12:00:00+01:00",
        "wording": 0,
        "outcome": "send",
        "reason": None,
    }
    assert [(line["item"], line["outcome"]) for line in lines[1:]] == [("borrel", "send"), ("late-tip", "moved")]
    assert lines[2]["reason"] == "quiet_hours"


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", "hoi", "--batch", str(STREETS)),
        ("ask", "--batch", "nowhere.jsonl"),
        ("plan",),
        ("plan", "--from", "2026-12-01"),
        ("plan", "--from", "1 december", "--to", "2026-12-02"),
        ("plan", "--from", "2026-12-02", "--to", "2026-12-01"),
        ("content", "import"),
        ("content", "frobnicate"),
        ("frobnicate",),
        ("run", "--frobnicate"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_two(arguments: tuple[str, ...]) -> None:
    result = straatbot(*arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "hoi", "--street", "dorpsstraat", "--content", str(STREETS)),
        ("plan", "--from", "2026-12-01", "--to", "2026-12-02", "--street", "dorpsstraat", "--content", str(STREETS)),
        ("talk", "--street", "dorpsstraat"),
        ("ask", "hoi", "--content", "nowhere.yaml"),
        ("content", "check", "nowhere.yaml"),
        ("content", "import", "nowhere.yaml"),
        ("content", "export", "nowhere/export.yaml"),
        ("backup", "copy.db"),
        ("restore", "copy.db"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_one(arguments: tuple[str, ...]) -> None:
    result = straatbot(*arguments)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1
    assert isinstance(result.exception, SystemExit)


def test_a_wrong_setting_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "web")

    for command in (("run",), ("check",), ("migrate",), ("content", "export")):
        result = straatbot(*command)

        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("Error: PORT: ")


def test_a_setting_is_read_from_the_env_file() -> None:
    Path(".env").write_text("DATABASE_URL=sqlite+aiosqlite:///elsewhere/bot.db\n", encoding="utf-8")

    straatbot("migrate")

    assert Path("elsewhere/bot.db").exists()


def test_a_database_of_a_newer_bot_is_left_alone() -> None:
    straatbot("migrate")
    with sqlite3.connect("data/straatbot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    result = straatbot("migrate")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: DATABASE_URL: the database is at revision 9999")
    assert "Install the newest Straatbot." in result.stderr


def test_a_database_that_cannot_be_opened_is_named() -> None:
    Path("data").write_text("a file where the folder should be")
    Path(".env").write_text(f"SECRET_KEY={'k' * 40}\n")

    for command in (("migrate",), ("content", "export"), ("check",)):
        result = straatbot(*command)

        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("Error: DATABASE_URL: ")


def test_a_secret_or_a_telephone_number_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hush-hush-" * 5)
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hush@127.0.0.1:1/nothing")
    monkeypatch.setenv("ORGANISERS", "whatsapp:+31612345678")

    for command in (("check",), ("migrate",), ("content", "export"), ("ask", "hoi")):
        result = straatbot(*command)

        assert result.exit_code == 1
        assert "hush" not in result.output
        assert "612345678" not in result.output


def test_check_says_what_is_missing() -> None:
    result = straatbot("check")

    assert result.exit_code == 0
    assert "ORGANISERS: nobody is organiser yet" in result.stdout


def test_the_first_question_of_the_readme_is_answered_also_when_it_is_overheard() -> None:
    question = {"id": "1", "text": "maakt zo'n warmtepomp veel herrie?", "addressed": False}
    Path("overheard.jsonl").write_text(json.dumps(question), encoding="utf-8")

    told = straatbot("ask", "--batch", "overheard.jsonl", "--content", str(STARTER))

    answer = json.loads(told.stdout)
    assert (answer["outcome"], answer["entries"][0]) == ("answer", "warmtepomp-geluid")
