"""Moments of a rule, across clock changes, and rules that are refused."""

from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from messages.content import LeadTime
from messages.schedule import RuleError, before_start, check_rule, moments, resolve

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(text):
    return datetime.fromisoformat(text)


def found(starts_at, repeats, until=None, since="2000-01-01T00:00", before="2100-01-01T00:00", limit=6):
    ruled = moments(at(starts_at), repeats, until, since=at(since), before=at(before))
    return [moment.isoformat(timespec="minutes") for moment in islice(ruled, limit)]


def test_without_a_rule_there_is_one_moment():
    assert found("2027-01-05T19:00", None) == ["2027-01-05T19:00"]
    assert found("2027-01-05T19:00", None, since="2027-01-05T19:01") == []
    assert found("2027-01-05T19:00", None, until=date(2027, 1, 4)) == []


def test_a_month_that_lacks_the_day_is_skipped():
    assert found("2027-01-31T09:00", "FREQ=MONTHLY;BYMONTHDAY=31", limit=4) == [
        "2027-01-31T09:00",
        "2027-03-31T09:00",
        "2027-05-31T09:00",
        "2027-07-31T09:00",
    ]
    assert found("2028-02-29T09:00", "FREQ=YEARLY", limit=2) == ["2028-02-29T09:00", "2032-02-29T09:00"]


@pytest.mark.parametrize("until", ["20270119", "20270119T000000", "20270119T000000Z", "20270119T235959Z"])
def test_until_in_a_rule_is_a_local_date_and_that_day_is_in_it(until):
    assert found("2027-01-05T19:00", f"FREQ=WEEKLY;UNTIL={until}") == [
        "2027-01-05T19:00",
        "2027-01-12T19:00",
        "2027-01-19T19:00",
    ]


def test_until_beside_a_rule_is_a_local_date_and_that_day_is_in_it():
    assert found("2027-01-05T19:00", "FREQ=WEEKLY", date(2027, 1, 12)) == ["2027-01-05T19:00", "2027-01-12T19:00"]


def test_the_earlier_of_two_untils_ends_it():
    assert len(found("2027-01-05T19:00", "FREQ=DAILY;UNTIL=20270107", date(2027, 1, 9))) == 3
    assert len(found("2027-01-05T19:00", "FREQ=DAILY;UNTIL=20270109", date(2027, 1, 7))) == 3


def test_count_counts_from_the_start_whatever_is_asked_for():
    assert found("2027-01-01T09:00", "FREQ=DAILY;COUNT=5", since="2027-01-04T00:00") == [
        "2027-01-04T09:00",
        "2027-01-05T09:00",
    ]


def test_asked_for_later_an_interval_keeps_step():
    assert found("2027-01-01T09:00", "FREQ=DAILY;INTERVAL=3", since="2030-06-01T00:00", limit=2) == [
        "2030-06-02T09:00",
        "2030-06-05T09:00",
    ]
    assert found("2027-01-04T09:00", "FREQ=HOURLY;INTERVAL=25", since="2027-01-05T00:00", limit=2) == [
        "2027-01-05T10:00",
        "2027-01-06T11:00",
    ]


def test_the_week_begins_where_the_rule_says():
    starts = "1997-08-05T09:00"  # both from RFC 5545, 3.8.5.3
    assert found(starts, "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", since=starts)[1][:10] == "1997-08-10"
    assert found(starts, "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", since=starts)[1][:10] == "1997-08-17"


def test_a_position_is_counted_in_the_whole_first_week():
    friday = "2027-01-08T09:00"
    assert found(friday, "FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=2", limit=2) == [friday, "2027-01-15T09:00"]
    assert found(friday, "FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1", limit=1) == ["2027-01-11T09:00"]


def test_a_week_number_without_a_day_keeps_the_weekday_of_the_start():
    assert found("2027-05-19T09:00", "FREQ=YEARLY;BYWEEKNO=20", limit=2) == ["2027-05-19T09:00", "2028-05-17T09:00"]


@pytest.mark.parametrize(
    ("zone", "local", "expected"),
    [
        ("Europe/Amsterdam", "2027-03-28T02:30", "2027-03-28T03:00+02:00"),
        ("Europe/Amsterdam", "2027-03-28T02:00", "2027-03-28T03:00+02:00"),
        ("Europe/Amsterdam", "2027-03-28T03:00", "2027-03-28T03:00+02:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:30+11:00"),
        ("America/Santiago", "2026-09-06T00:20", "2026-09-06T01:00-03:00"),  # midnight is skipped
        ("Pacific/Apia", "2011-12-30T10:00", "2011-12-31T00:00+14:00"),  # a whole day is
    ],
)
def test_a_local_time_that_does_not_exist_moves_to_the_first_that_does(zone, local, expected):
    assert resolve(at(local), ZoneInfo(zone)).isoformat(timespec="minutes") == expected


@pytest.mark.parametrize(
    ("zone", "local", "expected"),
    [
        ("Europe/Amsterdam", "2026-10-25T02:30", "2026-10-25T02:30+02:00"),
        ("Europe/Amsterdam", "2026-10-25T03:00", "2026-10-25T03:00+01:00"),
        ("Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-04T01:45+11:00"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T01:30-04:00"),
    ],
)
def test_a_local_time_that_exists_twice_is_the_first(zone, local, expected):
    assert resolve(at(local), ZoneInfo(zone)).isoformat(timespec="minutes") == expected


def test_days_before_a_start_are_on_the_calendar_across_a_clock_change():
    start = at("2026-10-28T19:30")
    assert before_start(start, LeadTime(days=7), AMSTERDAM).isoformat() == "2026-10-21T19:30:00+02:00"


def test_hours_before_a_start_are_real_hours_across_a_clock_change():
    lead = LeadTime(elapsed=timedelta(hours=3))
    assert before_start(at("2026-10-25T05:00"), lead, AMSTERDAM).isoformat() == "2026-10-25T02:00:00+01:00"
    assert before_start(at("2026-10-25T04:00"), lead, AMSTERDAM).isoformat() == "2026-10-25T02:00:00+02:00"
    assert before_start(at("2027-03-28T05:00"), lead, AMSTERDAM).isoformat() == "2027-03-28T01:00:00+01:00"


def test_days_come_before_hours():
    lead = LeadTime(days=1, elapsed=timedelta(hours=24))
    assert before_start(at("2026-10-26T12:00"), lead, AMSTERDAM).isoformat() == "2026-10-24T13:00:00+02:00"


@pytest.mark.parametrize(
    ("repeats", "said"),
    [
        ("", None),
        ("FREQ=WEEKLY", None),
        ("rrule:freq=weekly;byday=tu", None),
        ("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231", None),
        ("FREQ=WEEKLY;BYDAY=WE", "2027-01-05T19:00 (Tuesday) does not fit repeats; 2027-01-06T19:00 (Wednesday)"),
        ("FREQ=MONTHLY;BYMONTHDAY=6", "does not fit"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never happens"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "never happens"),
        ("FREQ=WEEKLY;UNTIL=20270104", "UNTIL in repeats (2027-01-04) is before starts_at"),
        ("FREQ=HOURLY;INTERVAL=5;BYDAY=WE", "does not fit repeats; 2027-01-06T19:00 (Wednesday)"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "does not fit repeats; 2027-01-11T19:00 (Monday)"),
        ("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=2", "never happens"),
        ("FREQ=WEEKLY;BYDAY=TU;BYSETPOS=2", "never happens"),
        ("FREQ=SECONDLY", "more often than once a minute"),
        ("FREQ=MINUTELY;BYSECOND=0,30", "more often than once a minute"),
        ("WEEKLY", "NAME=VALUE"),
        ("INTERVAL=2", "no FREQ"),
        ("FREQ=FORTNIGHTLY", "not one of YEARLY"),
        ("FREQ=WEEKLY;BYDAY=DI", "not 'DI'"),
        ("FREQ=WEEKLY;BYDAY=1TU", "does not go with FREQ=WEEKLY"),
        ("FREQ=MONTHLY;BYDAY=MO,2TU", "make that two items"),
        ("FREQ=MONTHLY;BYDAY=6TU", "not '6TU'"),
        ("FREQ=YEARLY;BYMONTH=12;BYDAY=10TU", "not '10TU'"),
        ("FREQ=YEARLY;BYWEEKNO=53", "from 1 to 51 or its negative"),
        ("FREQ=DAILY;BYHOUR=9,19;BYSETPOS=1", "BYSETPOS does not go with FREQ=DAILY"),
        ("FREQ=WEEKLY;BYMONTHDAY=5", "does not go with FREQ=WEEKLY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "from 1 to 31"),
        ("FREQ=MONTHLY;BYMONTH=13", "from 1 to 12"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20280101", "both COUNT and UNTIL"),
        ("FREQ=WEEKLY;UNTIL=tomorrow", "is not a date"),
        ("FREQ=WEEKLY;UNTIL=20270231", "is not a date"),
        ("FREQ=WEEKLY;FREQ=DAILY", "twice"),
        ("FREQ=WEEKLY;BYSETPOS=1", "BYSETPOS needs another"),
        ("FREQ=YEARLY;BYEASTER=1", "BYEASTER"),
        ("DTSTART:20270105T190000\nRRULE:FREQ=WEEKLY", "DTSTART does not belong"),
    ],
)
def test_a_rule_that_cannot_be_used_says_why(repeats, said):
    if said is None:
        check_rule(at("2027-01-05T19:00"), repeats)
    else:
        with pytest.raises(RuleError) as refused:
            check_rule(at("2027-01-05T19:00"), repeats)
        assert said in str(refused.value)


def test_a_schedule_that_ends_before_it_starts_is_refused():
    with pytest.raises(RuleError, match=r"until .* is before starts_at"):
        check_rule(at("2027-01-05T19:00"), None, date(2027, 1, 4))
