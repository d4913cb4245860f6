"""Messages due in quiet hours: moved, dropped or sent all the same."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from messages.content import (
    AtQuietHours,
)
from messages.street import QuietHours
from tests.messages.planning import LINDELAAN, announcement, at, event, hours, planned, sent, shown


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("21:29", "01-05 21:29 send"),
        ("21:30", "01-06 08:00 moved"),
        ("23:59", "01-06 08:00 moved"),
        ("00:00", "01-05 08:00 moved"),
        ("07:59", "01-05 08:00 moved"),
        ("08:00", "01-05 08:00 send"),
    ],
)
def test_quiet_hours_hold_their_start_and_not_their_end(due, expected):
    [line] = planned(announcement(f"2027-01-05T{due}", expires_after=timedelta(days=1)))
    assert sent(line) == expected
    assert line.reason == ("quiet_hours" if line.outcome == "moved" else None)


def test_quiet_hours_can_be_dropped_or_ignored():
    at_night = "2027-01-05T23:00"
    assert shown(planned(announcement(at_night, quiet_hours=AtQuietHours.DROP))) == ["tip 01-05 23:00 quiet_hours"]
    assert shown(planned(announcement(at_night, quiet_hours=AtQuietHours.SEND))) == ["tip 01-05 23:00 01-05 23:00 send"]


def test_quiet_hours_that_end_when_they_start_are_none():
    street = replace(LINDELAAN, quiet_hours=QuietHours(start=time(8), end=time(8)))
    assert sent(*planned(announcement("2027-01-05T08:00"), street=street)) == "01-05 08:00 send"


def test_moved_exactly_to_its_expiry_an_announcement_still_goes():
    late = announcement("2027-01-05T23:00", expires_after=timedelta(hours=9))
    assert sent(*planned(late)) == "01-06 08:00 moved"
    assert sent(*planned(replace(late, schedule=replace(late.schedule, starts_at=at("2027-01-05T22:59"))))) == "expired"


def test_expiry_is_in_real_hours_when_the_clock_is_put_back():
    late = announcement("2026-10-24T23:00", expires_after=timedelta(hours=9))
    assert sent(*planned(late, first="2026-10-24")) == "expired"


def test_quiet_hours_that_end_where_the_clock_jumps_end_at_the_first_time_after():
    street = replace(LINDELAAN, quiet_hours=QuietHours(start=time(23), end=time(2, 30)))
    [line] = planned(announcement("2027-03-28T00:30"), street=street)
    assert line.send_at.isoformat() == "2027-03-28T03:00:00+02:00"


def test_a_message_due_when_the_clock_has_been_put_back_waits_for_quiet_hours_to_end_again():
    street = replace(LINDELAAN, quiet_hours=QuietHours(start=time(23), end=time(2, 30)))
    [line] = planned(event("2026-10-25T05:00", reminders=[hours(3)]), street=street, first="2026-10-25")
    assert (line.due_at.isoformat(), line.send_at.isoformat()) == (
        "2026-10-25T02:00:00+01:00",
        "2026-10-25T02:30:00+01:00",
    )


def test_every_hour_goes_once_when_the_clock_is_put_forward_or_back():
    hourly = announcement("2026-10-25T00:00", "FREQ=HOURLY", quiet_hours=AtQuietHours.SEND)
    back = planned(hourly, first="2026-10-25", last="2026-10-25")
    forward = planned(hourly, first="2027-03-28", last="2027-03-28")
    assert len(back) == 24
    assert [line.due_at.hour for line in forward][:4] == [0, 1, 3, 4]
    assert len({line.due_at.timestamp() for line in back + forward}) == 47


def test_an_event_message_waits_for_morning_if_that_is_before_the_start():
    [line] = planned(event("2027-01-10T10:00", announce=[hours(3)]))
    assert sent(line) == "01-10 08:00 moved"


@pytest.mark.parametrize("start", ["08:00", "07:30"])
def test_an_event_message_goes_before_the_night_if_the_morning_is_too_late(start):
    [line] = planned(event(f"2027-01-10T{start}", reminders=[hours(1)]))
    assert sent(line) == "01-09 21:30 moved"
    assert line.occurs_at == at(f"2027-01-10T{start}")


def test_an_event_message_due_just_when_quiet_hours_begin_is_not_moved_to_there():
    [line] = planned(event("2027-01-09T23:30", reminders=[hours(2)]))
    assert (sent(line), line.reason) == ("01-09 21:30 send", None)
