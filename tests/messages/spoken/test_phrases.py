"""Each phrase means what the tables say, is asked back, or is refused."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.schedule import check_rule
from messages.spoken import Doubt, NotUnderstood, Order, When, read_order, read_when
from messages.spoken.vocabulary import FORMS
from tests.messages.spoken import doubtful_phrases, event_phrases, order_phrases

NOW = datetime.fromisoformat("2026-11-23T12:00")


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


def test_the_tables_hold_enough() -> None:
    tables = [order_phrases.ONCE, order_phrases.REPEATED, doubtful_phrases.DOUBTFUL, doubtful_phrases.REFUSED]
    assert sum(len(rows(table)) for table in tables) > 220


def order(line: str, language: str = "nl") -> Order:
    read = read_order(line, NOW, language)
    assert isinstance(read, Order), read
    return read


def shown(read: Order) -> list[str]:
    schedule = read.schedule
    ends = [f"until {schedule.until}"] if schedule.until else []
    ends += [f"{schedule.times} times"] if schedule.times else []
    return [f"{schedule.starts_at:%a %Y-%m-%d %H:%M}", *([schedule.repeats] if schedule.repeats else []), *ends]


@pytest.mark.parametrize("row", rows(order_phrases.ONCE) + rows(order_phrases.REPEATED), ids=lambda row: row[0])
@pytest.mark.parametrize("line", ["{}: Tip van de maand", '{} "Tip van de maand"', "{}\nTip van de maand"])
def test_an_order_is_understood(row: list[str], line: str) -> None:
    read = order(line.format(row[0]))
    assert shown(read) == row[1:]
    assert read.text == "Tip van de maand"
    check_rule(read.schedule.starts_at, read.schedule.repeats, read.schedule.until)


@pytest.mark.parametrize("row", rows(doubtful_phrases.DOUBTFUL), ids=lambda row: row[0])
def test_a_doubt_is_asked_back_with_each_meaning(row: list[str]) -> None:
    read = read_order(f"{row[0]}: tekst", NOW)
    assert isinstance(read, Doubt), read
    assert [read.question, *(choice.label for choice in read.choices)] == row[1:]
    for choice in read.choices:
        assert choice.answer.text == "tekst"
        assert choice.answer.schedule.starts_at > NOW


@pytest.mark.parametrize("row", rows(doubtful_phrases.REFUSED), ids=lambda row: row[0])
def test_the_impossible_is_refused_with_its_reason(row: list[str]) -> None:
    read = read_order(f"{row[0]}: tekst", NOW)
    assert isinstance(read, NotUnderstood), read
    assert [read.reason, *read.values.values()] == row[1:]


@pytest.mark.parametrize("row", rows(event_phrases.CLEAR), ids=lambda row: row[0])
def test_when_an_event_is_stands_anywhere_in_its_line(row: list[str]) -> None:
    read = read_when(row[0], NOW)
    assert isinstance(read, When), read
    ends = f"-{read.ends_at:%H:%M}" if read.ends_at else ""
    rule = f" {read.repeats}" if read.repeats else ""
    assert [f"{read.starts_at:%a %Y-%m-%d %H:%M}{ends}{rule}", read.rest] == row[1:]


@pytest.mark.parametrize("row", rows(event_phrases.DOUBTFUL), ids=lambda row: row[0])
def test_a_doubt_about_an_event_is_asked_back(row: list[str]) -> None:
    read = read_when(row[0], NOW)
    assert isinstance(read, Doubt), read
    assert [read.question, *(choice.label for choice in read.choices)] == row[1:]


@pytest.mark.parametrize("row", rows(event_phrases.REFUSED), ids=lambda row: row[0])
def test_an_event_without_a_possible_moment_is_refused(row: list[str]) -> None:
    read = read_when(row[0], NOW)
    assert isinstance(read, NotUnderstood), read
    assert [read.reason, *read.values.values()] == row[1:]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("elke 1e dinsdag 19.00 “Tip: zet je ketel op 50 graden”", "Tip: zet je ketel op 50 graden"),
        ("Stuur elke dinsdag om 19.00: Zet je ketel lager: dat scheelt", "Zet je ketel lager: dat scheelt"),
        ("morgen 8.30 let op: de container komt", "let op: de container komt"),
        ("morgen 8.30 op de Lindelaan staat een container", "op de Lindelaan staat een container"),
        ("morgen 8.30 - 5 tips voor je huis", "5 tips voor je huis"),
        ("do 10 dec 19.00, do 17 dec komt de container", "do 17 dec komt de container"),
        ("morgen 8.30\n- punt een\n- punt twee", "- punt een\n- punt twee"),
        ("Tip van de maand, elke 1e dinsdag om 19.00", "Tip van de maand"),
        ("elke dinsdag om 19.00", ""),
    ],
)
def test_the_text_is_what_comes_after_when_or_before(line: str, text: str) -> None:
    assert order(line).text == text


def test_a_doubt_tells_what_the_question_needs() -> None:
    read = read_order("do 11 dec 17u: borrel", NOW)
    assert isinstance(read, Doubt)
    assert read.values == {"date": "11 dec", "weekday": "vrijdag", "first": "do 10 dec", "second": "vr 11 dec"}
    english = read_order("do 11 dec 17u: borrel", NOW, "en")
    assert isinstance(english, Doubt)
    assert [choice.label for choice in english.choices] == ["Thu 10 Dec, 17:00", "Fri 11 Dec, 17:00"]


@pytest.mark.parametrize("language", ["tr", "en-GB", "xx", ""])
def test_a_doubt_has_labels_in_any_language(language: str) -> None:
    read = read_order("do 11 dec 17u: borrel", NOW, language)
    assert isinstance(read, Doubt)
    assert all(choice.label for choice in read.choices)


def test_two_doubts_make_one_question_with_all_that_may_be_meant() -> None:
    read = read_order("do 11 dec half acht: borrel", NOW)
    assert isinstance(read, Doubt)
    assert len({choice.answer.schedule.starts_at for choice in read.choices}) == 4


def test_what_is_past_today_is_no_choice() -> None:
    read = read_order("vandaag half acht: tekst", NOW)
    assert isinstance(read, Order)
    assert read.schedule.starts_at == datetime.fromisoformat("2026-11-23T19:30")


def test_next_tuesday_is_clear_when_this_weeks_is_over() -> None:
    read = read_order("volgende dinsdag 19.00: tekst", datetime.fromisoformat("2026-11-27T12:00"))
    assert isinstance(read, Order)
    assert read.schedule.starts_at == datetime.fromisoformat("2026-12-01T19:00")


def test_tuesday_in_two_weeks_is_asked_on_a_friday() -> None:
    read = read_order("dinsdag over 2 weken 19.00: tekst", datetime.fromisoformat("2026-11-27T12:00"))
    assert isinstance(read, Doubt)
    assert [choice.answer.schedule.starts_at.day for choice in read.choices] == [15, 8]


def test_an_event_without_a_time_takes_the_one_it_had() -> None:
    read = read_when("10/12", NOW, at=time(19, 30))
    assert isinstance(read, When)
    assert read.starts_at == datetime.fromisoformat("2026-12-10T19:30")


def test_a_count_with_an_end_becomes_the_moments_until_then() -> None:
    read = read_when("inloop elke do 10-12 uur, 9 keer, t/m 31 december", NOW)
    assert isinstance(read, When)
    assert read.repeats == "FREQ=WEEKLY;BYDAY=TH;COUNT=6"


WORDS = [*sorted(FORMS), "om de", "19.30", "half", "8", "31", "10/12", "2026", "10-12", "3x", ":", ",", "-", "t/m", "u"]


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)))
def test_no_line_breaks_the_reading(line: str) -> None:
    for read in (read_order(line, NOW), read_when(line, NOW)):
        if isinstance(read, Doubt):
            assert read.choices
        if isinstance(read, Order):
            assert read.schedule.starts_at > NOW
            check_rule(read.schedule.starts_at, read.schedule.repeats, read.schedule.until)
        if isinstance(read, When):
            assert read.starts_at > NOW
            assert read.ends_at is None or read.ends_at > read.starts_at
            check_rule(read.starts_at, read.repeats)
