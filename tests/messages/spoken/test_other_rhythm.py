"""Other days in place of a rhythm: what is not said of it stays."""

from datetime import datetime, time

import pytest

from messages.spoken import Doubt, When, read_other_rhythm

NOW = datetime.fromisoformat("2026-12-01T12:00")


def rule_of(said: str, rule: str) -> str | None:
    found = read_other_rhythm(said, rule, NOW, at=time(19))
    return found.repeats if isinstance(found, When) else None


@pytest.mark.parametrize(
    ("said", "rule", "expected"),
    [
        ("eerste dinsdag", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=1TU"),
        ("de tweede dinsdag", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=2TU"),
        ("op de laatste vrijdag", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"),
        ("woensdag", "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=WE"),
        ("maandag en donderdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"),
        ("maandag en donderdag", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("op woensdag", "FREQ=MONTHLY;BYDAY=1TU,-1TU", "FREQ=MONTHLY;BYDAY=1WE,-1WE"),
        ("woensdag", "FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=WEEKLY;BYDAY=WE"),
        ("de 17e", "FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=17"),
        ("elke werkdag", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("om de week", "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("om de week", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("elke drie weken", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH"),
        ("elke week", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
    ],
)
def test_what_is_not_said_stays(said: str, rule: str, expected: str) -> None:
    assert rule_of(said, rule) == expected


@pytest.mark.parametrize("said", ["do 10 dec", "5 januari", "morgen", "iets anders", "woensdag met koffie"])
def test_a_date_and_what_is_not_understood_is_no_rhythm(said: str) -> None:
    assert read_other_rhythm(said, "FREQ=WEEKLY;BYDAY=TU", NOW, at=time(19)) is None


def test_it_ends_when_it_ended_unless_another_end_is_said() -> None:
    assert rule_of("woensdag", "FREQ=WEEKLY;BYDAY=TU;COUNT=5") == "FREQ=WEEKLY;BYDAY=WE;COUNT=5"
    assert rule_of("elke woensdag tot 1 mei", "FREQ=WEEKLY;BYDAY=TU;COUNT=5") == "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270430"


def test_in_doubt_each_meaning_is_whole() -> None:
    found = read_other_rhythm("woensdag om half acht", "FREQ=WEEKLY;BYDAY=TU;COUNT=5", NOW, at=time(19))

    assert isinstance(found, Doubt)
    assert {choice.answer.repeats for choice in found.choices} == {"FREQ=WEEKLY;BYDAY=WE;COUNT=5"}
    assert {choice.answer.starts_at.hour for choice in found.choices} == {7, 19}
