"""The plan agrees with a second, plain reading of the rules, over random streets, contents and periods."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from messages.content import (
    Announcement,
    AtQuietHours,
    Audience,
    Content,
    Event,
    LeadTime,
    Order,
    Schedule,
    Wording,
)
from messages.plan import History, plan
from messages.schedule import check_rule
from messages.street import QuietHours, Street
from tests.messages import reckoning

ZONES = ("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
CLOCK_CHANGES = ("2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-04-05", "2026-10-04")
QUIET = ("21:30-08:00", "22:00-07:00", "23:00-02:30", "01:00-06:00", "13:00-15:00", "00:00-00:00")
TIMES = ("02:30", "02:00", "01:45", "03:00", "07:59", "08:00", "09:00", "13:30", "19:30", "21:30", "23:15", "00:00")
RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=40",
    "FREQ=WEEKLY;UNTIL=20261025",
    "FREQ=WEEKLY;BYDAY=MO,WE,SU",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=2TH,-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=2,20",
    "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
    "FREQ=HOURLY;INTERVAL=7;BYMONTH=3,10;UNTIL=20270401T235959Z",
    "FREQ=MINUTELY;INTERVAL=45;BYDAY=SU;BYMONTHDAY=25,29;BYHOUR=1,2,3",
)


def some_day(pick):
    if pick.random() < 0.3:
        return date.fromisoformat(pick.choice(CLOCK_CHANGES)) - timedelta(days=pick.choice((0, 0, 1, 7, 14)))
    return date(2026, 1, 1) + timedelta(days=pick.randrange(500))


def some_rhythm(pick):
    """A first moment and a rule that it fits."""
    starts_at = datetime.combine(some_day(pick), time.fromisoformat(pick.choice(TIMES)))
    if pick.random() < 0.25:
        return starts_at, None
    repeats = pick.choice(RULES)
    starts_at = next(iter(rrulestr(repeats, dtstart=starts_at, ignoretz=True)), None)
    if starts_at is None:
        return some_rhythm(pick)
    check_rule(starts_at, repeats)
    return starts_at, repeats


def some_audience(pick):
    return Audience(
        streets=tuple(s for s in "abc" if pick.random() < 0.2),
        tags=tuple(t for t in ("huur", "koop") if pick.random() < 0.2),
        excluded=tuple(s for s in "abc" if pick.random() < 0.1),
    )


def some_announcement(pick, name):
    starts_at, repeats = some_rhythm(pick)
    schedule = Schedule(
        starts_at=starts_at,
        repeats=repeats,
        until=pick.choice((None, None, starts_at.date() + timedelta(days=pick.randrange(300)))),
        times=pick.choice((None, None, 1, 3, 10)),
        order=pick.choice(list(Order)),
        quiet_hours=pick.choice(list(AtQuietHours)),
        expires_after=pick.choice((timedelta(hours=6), timedelta(hours=10, minutes=30), timedelta(days=2))),
        paused=pick.random() < 0.1,
    )
    wordings = tuple(Wording(text=str(n)) for n in range(pick.randint(1, 4)))
    return Announcement(id=name, wordings=wordings, schedule=schedule, audience=some_audience(pick))


def some_leads(pick):
    return tuple(
        LeadTime(days=pick.choice((0, 0, 1, 7, 14)), elapsed=timedelta(minutes=pick.choice((0, 0, 60, 180, 1440))))
        for _ in range(pick.randrange(4))
    )


def some_event(pick, name):
    starts_at, repeats = some_rhythm(pick)
    return Event(
        id=name,
        title=name,
        starts_at=starts_at,
        repeats=repeats,
        audience=some_audience(pick),
        announce=some_leads(pick),
        reminders=some_leads(pick),
    )


def some_street(pick, name):
    start, end = pick.choice(QUIET).split("-")
    quiet = QuietHours(start=time.fromisoformat(start), end=time.fromisoformat(end))
    return Street(
        id=name,
        name=name,
        timezone=pick.choice(ZONES),
        quiet_hours=pick.choice((None, quiet, quiet, quiet)),
        tags=pick.choice(((), ("huur",), ("koop", "huur"))),
        weekly_limit=pick.choice((None, None, 0, 2, 5, 12)),
    )


def some_content(pick):
    return Content(
        streets={name: some_street(pick, name) for name in "abc"},
        announcements={name: some_announcement(pick, name) for name in ("tip", "weetje", "vraag", "x")},
        events={name: some_event(pick, name) for name in ("cafe", "tip", "zoek")},
    )


def as_tuple(line):
    shown = (line.street, line.kind.value, line.item, line.due_at.isoformat())
    send_at = line.send_at and line.send_at.isoformat()
    return (*shown, send_at, line.outcome.value, line.reason, line.wording, line.occurs_at)


@pytest.mark.parametrize("seed", range(60))
def test_the_plan_agrees_with_a_plain_reading_of_the_rules(seed):
    pick = Random(seed)
    content = some_content(pick)
    first = some_day(pick)
    last = first + timedelta(days=pick.choice((0, 1, 7, 40, 300)))

    expected = reckoning.reckon(content, first, last)
    actual = plan(content, first, last)

    zones = {street.id: ZoneInfo(street.timezone) for street in content.streets.values()}
    assert [unshuffled(reckoning.as_tuple(line, zones[line["street"]]), content) for line in expected] == [
        unshuffled(as_tuple(line), content) for line in actual
    ]


def unshuffled(line, content):
    """Which wording comes when is the plan's own choice, if shuffled."""
    item = content.announcements.get(line[2])
    shuffled = line[1] == "announcement" and item.schedule.order is Order.SHUFFLED and line[7] is not None
    return (*line[:7], "any", *line[8:]) if shuffled else line


@pytest.mark.parametrize("seed", range(20))
def test_a_plan_split_by_what_really_happened_is_the_same_plan(seed):
    pick = Random(seed)
    content = some_content(pick)
    whole = plan(content, date(2026, 1, 1), date(2027, 5, 1))
    now = datetime.fromisoformat("2026-03-29T01:10:00+00:00") + timedelta(hours=pick.randrange(8000))
    acted = [line for line in whole if min(line.due_at, line.send_at or line.due_at) <= now]
    assert whole == plan(content, date(2026, 1, 1), date(2027, 5, 1), history=History(decided_until=now, records=acted))


def test_a_shuffled_order_uses_all_before_any_again_and_none_twice_running():
    wordings = tuple(Wording(text=str(n)) for n in range(5))
    schedule = Schedule(starts_at=datetime.fromisoformat("2026-01-01T12:00"), repeats="FREQ=DAILY")
    tip = Announcement(id="tip", wordings=wordings, schedule=replace(schedule, order=Order.SHUFFLED))
    for size in (2, 3, 5):
        content = Content(
            streets={"a": Street(id="a", name="A")},
            announcements={"tip": replace(tip, wordings=wordings[:size])},
        )
        used = [line.wording for line in plan(content, date(2026, 1, 1), date(2026, 12, 26))]
        assert all(set(used[n : n + size]) == set(range(size)) for n in range(0, 360, size))
        assert all(one != other for one, other in pairwise(used))
