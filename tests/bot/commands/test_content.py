"""Content from the command line: checked, brought in whole or not at all, and given back the same."""

from pathlib import Path

import pytest

from tests.doubles.terminal import STREETS, straatbot

MISTAKES = """\
straatbot: 1
streets:
  - {id: lindelaan, name: Lindelaan, quiet_hours: "late"}
events:
  - {id: borrel, title: Borrel, starts_at: 2026-12-04T17:00, ends_at: 2026-12-04T16:00}
faqs:
  - {id: geluid, question: Geluid?, answer: "Vraag {{contct}}.", keywrods: [herrie]}
"""


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_content_is_checked_and_every_mistake_is_told_with_its_line() -> None:
    Path("mistakes.yaml").write_text(MISTAKES, encoding="utf-8")

    result = straatbot("content", "check", "mistakes.yaml")

    assert result.exit_code == 1
    assert result.stdout == ""
    for place in ("mistakes.yaml:3: street lindelaan", "mistakes.yaml:5: event borrel", "mistakes.yaml:7: faq geluid"):
        assert place in result.stderr


def test_content_with_mistakes_is_not_imported_at_all() -> None:
    Path("mistakes.yaml").write_text(MISTAKES, encoding="utf-8")
    straatbot("content", "import", STREETS)
    before = straatbot("content", "export").stdout

    result = straatbot("content", "import", "mistakes.yaml")

    assert result.exit_code == 1
    assert straatbot("content", "export").stdout == before


def test_content_goes_in_and_comes_out_the_same() -> None:
    first = straatbot("content", "import", STREETS)
    again = straatbot("content", "import", STREETS)
    straatbot("content", "export", "out.yaml")
    from_export = straatbot("content", "import", "out.yaml")

    assert not first.stdout.startswith("0 changed")
    assert again.stdout.startswith("0 changed")
    assert from_export.stdout.startswith("0 changed")
    assert straatbot("content", "export").stdout == Path("out.yaml").read_text(encoding="utf-8")


def test_import_adds_and_replace_retires_the_rest() -> None:
    Path("one.yaml").write_text("straatbot: 1\nstreets:\n  - {id: dorpsstraat, name: Dorpsstraat}\n", encoding="utf-8")
    straatbot("content", "import", STREETS)
    straatbot("content", "import", "one.yaml")
    added = straatbot("content", "export").stdout

    straatbot("content", "import", "one.yaml", "--replace")
    replaced = straatbot("content", "export").stdout

    assert "lindelaan" in added
    assert "dorpsstraat" in added
    assert "lindelaan" not in replaced
    assert "dorpsstraat" in replaced


THIEF = """\
straatbot: 1
faqs:
  - {id: geluid, question: Maakt een warmtepomp veel geluid?, answer: Nee.}
  - id: kosten
    question: Wat kost een warmtepomp?
    phrasings:
      - is dat duur
      - maakt een warmtepomp veel geluid
    answer: Veel.
"""


def test_an_entry_that_takes_anothers_question_is_warned_about_with_its_line() -> None:
    Path("thief.yaml").write_text(THIEF, encoding="utf-8")

    checked = straatbot("content", "check", "thief.yaml")
    brought = straatbot("content", "import", "thief.yaml")

    line = 'thief.yaml:8: faq kosten: "maakt een warmtepomp veel geluid" finds geluid first (thief.yaml:3)'
    assert line in checked.stdout
    assert line in brought.stderr
    assert (checked.exit_code, brought.exit_code) == (0, 0)


def test_an_import_warns_about_what_it_takes_from_the_store() -> None:
    before, _, after = THIEF.partition("  - id: kosten")
    Path("first.yaml").write_text(before, encoding="utf-8")
    Path("second.yaml").write_text(f"straatbot: 1\nfaqs:\n  - id: kosten{after}", encoding="utf-8")
    straatbot("content", "import", "first.yaml")

    brought = straatbot("content", "import", "second.yaml")

    assert 'second.yaml:7: faq kosten: "maakt een warmtepomp veel geluid" finds geluid first' in brought.stderr
