"""What goes out when: whom, the weekly limit, times, wordings, and the order of the lines."""

from dataclasses import replace
from datetime import date, timedelta

from messages.content import (
    AtQuietHours,
    Audience,
    LeadTime,
    Order,
    Status,
)
from messages.plan import PlanKind, Planned, PlanOutcome, plan
from tests.messages.planning import (
    AMSTERDAM,
    AWAKE,
    LINDELAAN,
    announcement,
    at,
    content,
    event,
    hours,
    planned,
    sent,
    shown,
)


def test_outside_quiet_hours_a_message_goes_at_its_moment():
    [line] = planned(announcement("2027-01-05T19:00"))
    assert line == Planned(
        street="lindelaan",
        kind=PlanKind.ANNOUNCEMENT,
        item="tip",
        due_at=at("2027-01-05T19:00").replace(tzinfo=AMSTERDAM),
        send_at=at("2027-01-05T19:00").replace(tzinfo=AMSTERDAM),
        outcome=PlanOutcome.SEND,
        wording=0,
    )


def test_two_leads_to_one_moment_say_it_once():
    lines = planned(event("2027-03-10T19:30", announce=[LeadTime(days=7), hours(168)], reminders=[LeadTime(days=7)]))
    assert [(line.kind, sent(line)) for line in lines] == [
        ("event", "03-03 19:30 send"),
        ("reminder", "03-03 19:30 send"),
    ]


def test_every_occurrence_of_a_repeating_event_is_announced():
    weekly = event("2027-01-14T19:30", announce=[LeadTime(days=7)], repeats="FREQ=WEEKLY;COUNT=3")
    assert shown(planned(weekly)) == [f"cafe 01-{day} 19:30 01-{day} 19:30 send" for day in ("07", "14", "21")]


def test_two_occurrences_that_are_announced_at_one_moment_are_two_messages():
    weeks = [LeadTime(days=14), LeadTime(days=7)]
    weekly = event("2027-01-21T19:30", announce=weeks, repeats="FREQ=WEEKLY;COUNT=2")
    lines = planned(weekly)
    assert [line.due_at.day for line in lines] == [7, 14, 14, 21]
    assert {line.occurs_at.day for line in lines[1:3]} == {21, 28}


def test_in_a_week_events_find_their_places_first():
    street = replace(AWAKE, weekly_limit=2)
    lines = planned(
        announcement("2027-01-04T09:00", "FREQ=DAILY;COUNT=3"),
        event("2027-01-20T19:00", announce=[LeadTime(days=10)]),  # Sunday
        street=street,
    )
    assert shown(lines) == [
        "tip 01-04 09:00 01-04 09:00 send",
        "tip 01-05 09:00 weekly_limit",
        "tip 01-06 09:00 weekly_limit",
        "cafe 01-10 19:00 01-10 19:00 send",
    ]


def test_the_rest_of_the_week_counts_though_it_is_not_asked_for():
    street = replace(AWAKE, weekly_limit=1)
    items = announcement("2027-01-04T09:00"), event("2027-01-20T19:00", announce=[LeadTime(days=10)])
    assert shown(planned(*items, street=street, last="2027-01-05")) == ["tip 01-04 09:00 weekly_limit"]


def test_reminders_need_no_place():
    cafe = event("2027-01-08T19:00", announce=[hours(5)], reminders=[hours(1), hours(2)])
    lines = planned(cafe, street=replace(AWAKE, weekly_limit=0))
    assert [(line.kind, line.outcome) for line in lines] == [
        ("event", "dropped"),
        ("reminder", "send"),
        ("reminder", "send"),
    ]


def test_a_message_takes_its_place_in_the_week_in_which_it_goes():
    street = replace(LINDELAAN, weekly_limit=1)
    lines = planned(
        announcement("2027-01-10T23:00", name="late", expires_after=timedelta(days=1)),  # Sunday, goes on Monday
        announcement("2027-01-10T12:00", name="noon"),
        announcement("2027-01-12T12:00", name="tuesday"),
        street=street,
    )
    assert shown(lines) == [
        "noon 01-10 12:00 01-10 12:00 send",
        "late 01-10 23:00 01-11 08:00 moved",
        "tuesday 01-12 12:00 weekly_limit",
    ]


def test_times_counts_what_is_sent_and_then_prints_nothing_more():
    street = replace(AWAKE, weekly_limit=1)
    lines = planned(announcement("2027-01-08T09:00", "FREQ=DAILY", times=2), street=street)
    assert shown(lines) == [
        "tip 01-08 09:00 01-08 09:00 send",
        "tip 01-09 09:00 weekly_limit",
        "tip 01-10 09:00 weekly_limit",
        "tip 01-11 09:00 01-11 09:00 send",
    ]


def test_after_its_times_a_schedule_drops_nothing_either():
    twice_a_day = announcement("2027-01-05T07:00", "FREQ=DAILY;BYHOUR=7,9", times=2, quiet_hours=AtQuietHours.DROP)
    assert shown(planned(twice_a_day)) == [
        "tip 01-05 07:00 quiet_hours",
        "tip 01-05 09:00 01-05 09:00 send",
        "tip 01-06 07:00 quiet_hours",
        "tip 01-06 09:00 01-06 09:00 send",
    ]


def test_a_schedule_that_is_over_leaves_its_place_to_another():
    street = replace(AWAKE, weekly_limit=2)
    lines = planned(
        announcement("2027-01-04T09:00", "FREQ=DAILY", name="once", times=1),
        announcement("2027-01-06T09:00", name="tip"),
        street=street,
    )
    assert [line.outcome for line in lines] == ["send", "send"]


def test_paused_is_said_first_and_counts_for_nothing():
    paused = announcement("2027-01-05T23:00", "FREQ=DAILY;COUNT=2", paused=True, times=1, expires_after=timedelta(0))
    assert shown(planned(paused)) == ["tip 01-05 23:00 paused", "tip 01-06 23:00 paused"]


def test_wordings_go_on_with_each_real_send():
    in_turn = announcement("2027-01-05T07:00", "FREQ=DAILY;BYHOUR=7,9;COUNT=6", wordings=2, expires_after=timedelta(0))
    assert [line.wording for line in planned(in_turn)] == [None, 0, None, 1, None, 0]


def test_each_street_has_its_own_order_and_always_the_same():
    tips = announcement("2027-01-05T09:00", "FREQ=DAILY;COUNT=30", wordings=6, order=Order.SHUFFLED)
    here, there = ([line.wording for line in planned(tips, street=replace(AWAKE, id=name))] for name in "ab")
    assert here != there
    assert here == [line.wording for line in planned(tips, street=replace(AWAKE, id="a"))]


def test_what_happened_before_the_period_counts():
    tip = announcement("2027-01-01T09:00", "FREQ=DAILY", wordings=4, times=40)
    assert planned(tip, first="2027-02-03") == planned(tip)[33:]


def test_the_period_is_by_the_date_of_the_moment_in_the_street():
    late = announcement("2027-01-05T23:30")
    assert planned(late, first="2027-01-05", last="2027-01-05")
    assert not planned(late, first="2027-01-06", last="2027-01-06")


def test_an_exclusion_wins_and_drafts_are_not_planned():
    tip = announcement("2027-01-05T19:00", audience=Audience(streets=("lindelaan",), excluded=("lindelaan",)))
    assert planned(tip) == []
    assert planned(replace(tip, audience=Audience(), status=Status.DRAFT)) == []


def test_streets_are_sorted_by_instant_then_street_kind_and_item():
    far = replace(AWAKE, id="broadway", timezone="America/New_York")
    near = replace(AWAKE, id="acacia")
    items = (
        announcement("2027-01-05T19:00", name="b"),
        announcement("2027-01-05T19:00", name="a"),
        event("2027-01-05T19:00", name="a", announce=[LeadTime()], reminders=[LeadTime()]),
    )
    lines = plan(content(*items, streets=[far, AWAKE, near]), date(2027, 1, 1), date(2027, 2, 1))
    one_street = [("announcement", "a"), ("announcement", "b"), ("event", "a"), ("reminder", "a")]
    expected = [(street, *rest) for street in ("acacia", "lindelaan", "broadway") for rest in one_street]
    assert [(line.street, line.kind, line.item) for line in lines] == expected
