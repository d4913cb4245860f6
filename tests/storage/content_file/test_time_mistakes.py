"""What can be wrong with events and announcements, and how it is told."""

from pathlib import Path

import pytest

from tests.doubles.content_file import EVENT, assert_told_once, written

TIP = "straatbot: 1\nannouncements:\n  - id: tip\n    wordings: [Kort douchen]\n"
SCHEDULED = f"{TIP}    schedule:\n      starts_at: 2027-01-05T19:00\n"
TIME = '"{}" is not a date and time: write it as 2026-12-10T19:30'
DURATION = "is not a duration: write P2W (weeks), P14D (days), PT6H (hours) or PT30M (minutes)"

MISTAKES = [
    ("straatbot: 1\nevents:\n  - id: a\n    title: A\n", 3, "event a: starts_at is missing: add it"),
    ("straatbot: 1\nevents:\n  - id: a\n    title: A\n    starts_at: morgen\n", 5, TIME.format("morgen")),
    (
        "straatbot: 1\nevents:\n  - id: a\n    title: A\n    starts_at: 2026-12-10\n",
        5,
        TIME.format("2026-12-10"),
    ),
    (
        "straatbot: 1\nevents:\n  - id: a\n    title: A\n    starts_at: 2026-12-10T25:00\n",
        5,
        "is not in the calendar or on the clock: check the numbers",
    ),
    (
        "straatbot: 1\nevents:\n  - id: a\n    title: A\n    starts_at: 2026-12-10T19:30Z\n",
        5,
        'starts_at "2026-12-10T19:30Z" has a time zone: write local time, without Z',
    ),
    (
        f"{EVENT}    ends_at: 2026-12-10T21:00:00+01:00\n",
        6,
        "has a time zone: write local time, without +01:00",
    ),
    (f"{EVENT}    ends_at: 2026-12-10T19:00\n", 6, "event cafe: ends_at is before starts_at"),
    (
        f"{EVENT}    ends_at: 2026-12-10T19:30\n",
        6,
        "event cafe: ends_at is the same as starts_at: leave it out",
    ),
    (f"{EVENT}    repeats: elke week\n", 6, "event cafe: repeats is not right: "),
    (f"{EVENT}    repeats: 'FREQ=WEEKLY;BYDAY=MO'\n", 6, "event cafe: repeats is not right: starts_at"),
    (f"{EVENT}    announce: P7D\n", 6, 'announce must be a list, such as [one, two], not "P7D"'),
    (f"{EVENT}    announce: [een week]\n", 6, f'announce number 1 "een week" {DURATION}'),
    (f"{EVENT}    announce: [P]\n", 6, f'announce number 1 "P" {DURATION}'),
    (f"{EVENT}    announce: [P1DT]\n", 6, f'announce number 1 "P1DT" {DURATION}'),
    (
        f"{EVENT}    announce: [P1M]\n",
        6,
        "counts months or years, which differ in length: write weeks or days",
    ),
    (
        f"{EVENT}    announce: [P1Y]\n",
        6,
        "counts months or years, which differ in length: write weeks or days",
    ),
    (f"{EVENT}    announce: [-P1D]\n", 6, "is negative: write it without a minus, such as P7D"),
    (f"{EVENT}    reminders: [PT1.5H]\n", 6, "holds a fraction: write whole numbers, such as PT90M"),
    (f"{EVENT}    reminders: [P99999999999999999999D]\n", 6, "is longer than ten years: make it shorter"),
    (f"{EVENT}    reminders: [PT99999999999999999999H]\n", 6, "is longer than ten years: make it shorter"),
    (f"{EVENT}    announce: [P7D, P1W]\n", 6, "announce holds P7D twice: keep one"),
    (f"{EVENT}    place: {{name: L, lat: 52}}\n", 6, "place.lon and lat go together: write both or neither"),
    (f"{EVENT}    place: {{name: L, lon: 5}}\n", 6, "place.lon and lat go together: write both or neither"),
    (f"{EVENT}    place: {{name: L, lat: 152, lon: 5}}\n", 6, "place.lat must be 90 or less, not 152"),
    (
        f"{EVENT}    place: {{name: L, lat: noord, lon: 5}}\n",
        6,
        'place.lat must be a number, such as 52.18, not "noord"',
    ),
    (
        f"{EVENT}    place: {{name: L, lat: nan, lon: 5}}\n",
        6,
        'place.lat must be a number, such as 52.18, not "nan"',
    ),
    (f"{EVENT}    rsvp: {{capacity: 0}}\n", 6, "rsvp.capacity must be 1 or more, not 0"),
    (f"{EVENT}    rsvp: {{guests: -1}}\n", 6, "rsvp.guests must be 0 or more, not -1"),
    (TIP, 3, "announcement tip: schedule is missing: add it"),
    (f"{TIP}    schedule:\n      repeats: 'FREQ=DAILY'\n", 5, "schedule.starts_at is missing: add it"),
    (
        "straatbot: 1\nannouncements:\n  - id: a\n    wordings: []\n    schedule: {starts_at: 2027-01-05T19:00}\n",
        4,
        "wordings is empty: write at least one",
    ),
    (
        "straatbot: 1\nannouncements:\n  - id: a\n    wordings:\n      - [x]\n"
        "    schedule: {starts_at: 2027-01-05T19:00}\n",
        5,
        "wordings number 1 must hold keys of its own, indented under it",
    ),
    (
        "straatbot: 1\nannouncements:\n  - id: a\n    wordings:\n      - {id: x, text: een}\n"
        "      - {id: x, text: twee}\n    schedule: {starts_at: 2027-01-05T19:00}\n",
        6,
        'wordings number 2 has the id "x" of another: change one',
    ),
    (f"{SCHEDULED}      repeats: 'FREQ=WEEKLY;BYDAY=MO'\n", 7, "schedule.repeats is not right: starts_at"),
    (f"{SCHEDULED}      until: 2027-01-04\n", 7, "schedule.until is before starts_at"),
    (
        f"{SCHEDULED}      until: 2027-01-06T10:00\n",
        7,
        '"2027-01-06T10:00" is not a date: write it as 2027-06-01',
    ),
    (f"{SCHEDULED}      times: 0\n", 7, "schedule.times must be 1 or more, not 0"),
    (
        f"{SCHEDULED}      order: in-turn\n",
        7,
        'order must be in_turn or shuffled, not "in-turn"; did you mean "in_turn"?',
    ),
    (
        f"{SCHEDULED}      quiet_hours: moves\n",
        7,
        'quiet_hours must be move or drop or send, not "moves"; did you mean "move"?',
    ),
    (f"{SCHEDULED}      expires_after: 6 uur\n", 7, f'schedule.expires_after "6 uur" {DURATION}'),
    (f"{SCHEDULED}      paused: nee\n", 7, 'schedule.paused must be true or false, not "nee"'),
    (f"{SCHEDULED}      start_at: x\n", 7, 'unknown key "start_at" in schedule; did you mean "starts_at"?'),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_told_once_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    assert_told_once(written(tmp_path, text), line, message)
