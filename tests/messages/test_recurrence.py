"""Set off near the date that is asked for, dateutil finds what it finds from the first moment on, and no more."""

from datetime import datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrule, rrulebase, rrulestr
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from messages.recurrence import first_fit
from messages.schedule import moments

NEVER = datetime.fromisoformat("2100-01-01")

# The days that a rule of this frequency may name, and how far on it is asked for: dateutil walks there.
FREQUENCIES = {
    "YEARLY": (
        4400,
        ("", "BYMONTH=2,10", "BYDAY=2TU,-1FR", "BYDAY=MO;BYMONTH=10", "BYWEEKNO=1,-1;BYDAY=SU,MO", "BYYEARDAY=1,-1"),
    ),
    "MONTHLY": (4400, ("", "BYMONTHDAY=31", "BYMONTHDAY=1,-1,13", "BYDAY=2TH,-1FR", "BYDAY=MO,WE;BYMONTH=2,12")),
    "WEEKLY": (4400, ("", "BYDAY=TU", "BYDAY=MO,WE,SU", "BYDAY=TU,SU;BYMONTH=1,2,12")),
    "DAILY": (4400, ("", "BYDAY=MO,FR", "BYMONTH=3,10", "BYMONTHDAY=29,-1")),
    "HOURLY": (400, ("", "BYDAY=MO,FR", "BYMONTH=3,10", "BYMONTHDAY=29,-1")),
    "MINUTELY": (30, ("", "BYDAY=MO,FR", "BYMONTHDAY=29,-1")),
}


@st.composite
def questions(draw):
    """A rule, a first moment that it fits, and one from which on to ask."""
    frequency = draw(st.sampled_from(list(FREQUENCIES)))
    furthest, days = FREQUENCIES[frequency]
    positions = ("BYSETPOS=-1", "BYSETPOS=2,-2") if furthest == 4400 and frequency != "DAILY" else ()
    choices = (
        (f"FREQ={frequency}",),
        ("", "INTERVAL=2", "INTERVAL=3", "INTERVAL=7", "INTERVAL=25"),
        days,
        ("", "BYHOUR=8,20", "BYHOUR=2"),
        ("", "BYMINUTE=0,30"),
        ("", "WKST=SU", "WKST=TH"),
        ("", "COUNT=40", *(position + ";BYHOUR=9,10" for position in positions)),
    )
    parts = ";".join(filter(None, (draw(st.sampled_from(options)) for options in choices)))
    assume(parts.count("BYHOUR") < 2)
    day = datetime.fromisoformat("2016-01-01T08:00") + timedelta(days=draw(st.integers(0, 800)))
    starts_at = first_fit(parts, day + timedelta(minutes=draw(st.sampled_from((0, 30, 425)))))
    assume(starts_at)
    return starts_at, parts, starts_at + timedelta(days=draw(st.integers(7, furthest)))


@settings(max_examples=300)
@given(questions())
@example((datetime.fromisoformat("2016-02-29T08:00"), "FREQ=YEARLY", datetime.fromisoformat("2025-02-28T08:01")))
@example((datetime.fromisoformat("2016-01-31T08:00"), "FREQ=MONTHLY;INTERVAL=5", datetime.fromisoformat("2026-01-01")))
def test_asked_for_later_the_moments_are_those_of_dateutil(question):
    starts_at, repeats, since = question
    expected = (moment for moment in rrulestr(repeats, dtstart=starts_at) if moment >= since)
    assert list(islice(moments(starts_at, repeats, since=since, before=NEVER), 20)) == list(
        islice((moment for moment in expected if moment < NEVER), 20)
    )


@pytest.fixture
def found(monkeypatch):
    """All that dateutil comes by."""
    seen = []
    walk = rrulebase.__iter__

    def noted(rule):
        for moment in walk(rule):
            seen.append(moment)
            yield moment

    monkeypatch.setattr(rrule, "__iter__", noted)
    return seen


@pytest.mark.parametrize("frequency", FREQUENCIES)
@pytest.mark.parametrize("interval", [1, 7])
def test_a_rule_from_long_ago_costs_as_little_as_a_new_one(found, frequency, interval):
    starts_at = datetime.fromisoformat("1990-01-01T00:00")
    rule = f"FREQ={frequency};INTERVAL={interval}"
    assert len(list(islice(moments(starts_at, rule, since=datetime.fromisoformat("2026-06-01"), before=NEVER), 6))) == 6
    assert len(found) <= 7


def test_nothing_is_looked_for_past_the_end(found):
    starts_at = datetime.fromisoformat("2027-01-01T09:00")
    span = {"since": starts_at, "before": datetime.fromisoformat("2027-01-04")}
    assert len(list(moments(starts_at, "FREQ=DAILY", **span))) == 3
    assert len(found) == 4
    assert list(moments(starts_at, "FREQ=DAILY;UNTIL=20270105", since=NEVER, before=NEVER + timedelta(days=9))) == []
    assert len(found) == 4
