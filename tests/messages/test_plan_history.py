"""What was really sent stands and counts, and when there is next something to do."""

from dataclasses import replace

from messages.content import (
    LeadTime,
)
from messages.due import LocalHours
from messages.plan import History, PlanOutcome, next_act
from tests.messages.planning import AWAKE, LINDELAAN, announcement, at, event, hours, planned, shown


def test_what_was_really_sent_stands_and_counts():
    tip = announcement("2027-01-04T09:00", "FREQ=DAILY", wordings=3, times=3)
    first, busy, third, fourth = planned(tip)[:1] + planned(replace(tip, schedule=replace(tip.schedule, times=9)))[1:4]
    busy = busy._replace(send_at=None, outcome=PlanOutcome.DROPPED, reason="busy", wording=None)
    history = History(decided_until=busy.due_at, records=[first, busy])
    assert planned(tip, history=history) == [first, busy, third._replace(wording=1), fourth._replace(wording=2)]


def test_what_was_never_decided_in_the_past_is_not_made_up():
    tip = announcement("2027-01-04T09:00", "FREQ=DAILY;COUNT=3")
    history = History(decided_until=at("2027-01-05T12:00+01:00"))
    assert shown(planned(tip, history=history)) == ["tip 01-06 09:00 01-06 09:00 send"]


def test_what_was_sent_this_week_keeps_its_place():
    street = replace(AWAKE, weekly_limit=1)
    tip = announcement("2027-01-04T09:00")
    history = History(decided_until=at("2027-01-04T09:00+01:00"), records=planned(tip, street=street))
    new = event("2027-01-20T19:00", announce=[LeadTime(days=10)])
    assert [line.outcome for line in planned(tip, new, street=street, history=history)] == ["send", "dropped"]


def test_a_message_sent_before_the_night_is_not_sent_again_at_its_moment():
    early = event("2027-01-10T07:30", reminders=[hours(1)])
    records = planned(early)
    history = History(decided_until=at("2027-01-09T21:30+01:00"), records=records)
    assert planned(early, history=history) == records


def test_what_goes_before_the_night_stands_also_where_an_old_record_lacks_its_occurrence():
    early = event("2027-01-10T07:30", reminders=[hours(1)])
    records = [line._replace(occurs_at=None) for line in planned(early)]
    history = History(decided_until=at("2027-01-09T21:30+01:00"), records=records)
    assert planned(early, history=history) == records


def test_the_next_moment_to_act_on():
    early = event("2027-01-10T07:30", reminders=[hours(1)])
    tip = announcement("2027-01-05T23:00", "FREQ=YEARLY")
    here = LocalHours.of(LINDELAAN)
    assert next_act(tip, here, at("2026-11-23T12:00+00:00")) == at("2027-01-05T22:00+00:00")
    assert next_act(early, here, at("2027-01-05T22:00+00:00")) == at("2027-01-09T20:30+00:00")
    assert next_act(tip, here, at("2027-01-09T20:30+00:00")) == at("2028-01-05T22:00+00:00")
    assert next_act(early, here, at("2027-02-01T12:00+00:00")) is None
