"""A schedule is told back as it is, and what is told is understood as the same schedule."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.content import Schedule
from messages.spoken import Doubt, Order, describe, next_moments, read_order
from tests.messages.spoken import doubtful_phrases, order_phrases

NOW = datetime.fromisoformat("2026-11-23T12:00")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def schedule(
    starts_at: str, repeats: str | None = None, until: date | None = None, times: int | None = None
) -> Schedule:
    return Schedule(starts_at=datetime.fromisoformat(starts_at), repeats=repeats, until=until, times=times)


USUAL = [
    (
        schedule("2026-12-01T19:00", "FREQ=MONTHLY;BYDAY=1TU", until=date(2027, 12, 31)),
        "elke eerste dinsdag van de maand om 19.00 uur, tot en met 31 december 2027",
        "every first Tuesday of the month at 19:00, up to and including 31 December 2027",
    ),
    (
        schedule("2026-11-25T19:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", times=3),
        "drie keer, om de twee weken op woensdag om 19.30 uur",
        "three times, every two weeks on Wednesday at 19:30",
    ),
    (schedule("2026-12-10T08:30"), "één keer: do 10 dec, 08.30 uur", "once: Thu 10 Dec, 08:30"),
    (schedule("2027-06-10T08:30"), "één keer: do 10 jun 2027, 08.30 uur", "once: Thu 10 Jun 2027, 08:30"),
    (
        schedule("2027-01-05T19:00", "FREQ=WEEKLY;BYDAY=TU,TH"),
        "elke dinsdag en donderdag om 19.00 uur, vanaf 5 januari 2027",
        "every Tuesday and Thursday at 19:00, from 5 January 2027",
    ),
    (
        schedule("2026-11-24T09:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        "elke werkdag om 09.00 uur",
        "every weekday at 09:00",
    ),
    (schedule("2026-11-24T09:00", "FREQ=DAILY;INTERVAL=2"), "om de twee dagen om 09.00 uur", "every two days at 09:00"),
    (
        schedule("2026-12-01T09:00", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        "elke maand op de 1e en de 15e om 09.00 uur",
        "every month on the 1st and the 15th at 09:00",
    ),
    (
        schedule("2026-11-30T09:00", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        "elke laatste dag van de maand om 09.00 uur",
        "every last day of the month at 09:00",
    ),
    (
        schedule("2026-11-30T09:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        "elke laatste werkdag van de maand om 09.00 uur",
        "every last weekday of the month at 09:00",
    ),
    (
        schedule("2026-12-01T09:00", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU,3TU"),
        "om de drie maanden op de eerste en derde dinsdag om 09.00 uur",
        "every three months on the first and third Tuesday at 09:00",
    ),
    (
        schedule("2027-10-10T09:00", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=10"),
        "elk jaar op 10 oktober om 09.00 uur",
        "every year on 10 October at 09:00",
    ),
    (
        schedule("2027-01-05T09:00", "FREQ=YEARLY;BYMONTH=1;BYDAY=1TU"),
        "elk jaar op de eerste dinsdag van januari om 09.00 uur",
        "every year on the first Tuesday of January at 09:00",
    ),
]


@pytest.mark.parametrize(("told", "dutch", "english"), USUAL, ids=lambda value: value if isinstance(value, str) else "")
def test_a_usual_schedule_is_told_in_a_sentence_and_understood_again(told: Schedule, dutch: str, english: str) -> None:
    for language, sentence in (("nl", dutch), ("en", english)):
        assert describe(told, language, NOW) == sentence
        assert read_order(sentence, NOW) == Order(schedule=told, text="")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            schedule("2026-12-15T09:00", "FREQ=MONTHLY;BYMONTHDAY=15,-1"),
            "elke maand op de 15e en de laatste dag om 09.00 uur, vanaf 15 december 2026",
        ),
        (
            schedule("2026-12-01T09:00", "FREQ=MONTHLY;BYDAY=1TU,-2FR"),
            "elke maand op de eerste dinsdag en de op één na laatste vrijdag om 09.00 uur",
        ),
        (
            schedule("2027-08-13T13:00", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
            "elke dag om 13.00 uur, alleen op de 13e van de maand, alleen op vrijdag",
        ),
        (
            schedule("2026-11-24T08:00", "FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0"),
            "elke dag om 08.00 en 20.00 uur, vanaf 24 november 2026",
        ),
        (
            schedule("2026-11-24T08:00", "FREQ=DAILY;BYHOUR=8,9;BYMINUTE=0,5,10,15,20,25,30"),
            "elke dag, alleen in uur 8 en 9, op minuut 0, 5, 10, 15, 20, 25 en 30",
        ),
        (
            schedule("2026-11-24T08:00", "FREQ=HOURLY;INTERVAL=6"),
            "om de zes uur, op minuut 0, vanaf 24 november 2026",
        ),
        (
            schedule("2026-11-24T08:00", "FREQ=MINUTELY;INTERVAL=30;BYHOUR=8,9"),
            "om de 30 minuten, alleen in uur 8 en 9",
        ),
        (
            schedule("2028-01-03T08:00", "FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO"),
            "elke dag om 08.00 uur, alleen in week 1, alleen op maandag, om de twee jaar, vanaf 3 januari 2028",
        ),
        (
            schedule("2026-12-31T08:00", "FREQ=YEARLY;BYYEARDAY=100,-1"),
            "elke dag om 08.00 uur, alleen op de 100e en de laatste dag van het jaar",
        ),
        (
            schedule("2026-11-24T08:00:30", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"),
            "om de twee weken op dinsdag om 08.00 uur, op seconde 30, waarbij de week op zondag begint",
        ),
        (
            schedule("2026-12-01T08:00", "FREQ=DAILY;BYMONTH=12,1"),
            "elke dag om 08.00 uur, alleen in januari en december",
        ),
        (
            schedule("2026-11-24T08:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=4", times=2),
            "twee keer, elke dinsdag om 08.00 uur, hoogstens vier momenten",
        ),
        (
            schedule("2026-11-03T08:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270630", until=date(2027, 12, 31)),
            "om de twee weken op dinsdag om 08.00 uur, sinds 3 november 2026, tot en met 30 juni 2027",
        ),
        (
            schedule("2027-05-17T08:00", "FREQ=YEARLY;BYDAY=20MO"),
            "elke dag om 08.00 uur, alleen op de 20e maandag van het jaar",
        ),
        (
            schedule("2026-11-24T08:00", "FREQ=WEEKLY;BYDAY=TU,WE;BYSETPOS=1"),
            "elke dag om 08.00 uur, alleen op dinsdag en woensdag, en daarvan alleen de eerste van de week",
        ),
        (schedule("2026-12-25T08:00", "FREQ=YEARLY"), "elk jaar op 25 december om 08.00 uur"),
        (schedule("2026-11-03T08:00", "FREQ=WEEKLY"), "elke dinsdag om 08.00 uur"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_odd_rule_gets_a_true_sentence(told: Schedule, sentence: str) -> None:
    assert describe(told, "nl", NOW) == sentence


def test_a_language_without_words_is_told_in_dutch() -> None:
    assert describe(USUAL[0][0], "tr", NOW) == USUAL[0][1]
    assert describe(USUAL[0][0], "en-GB", NOW) == USUAL[0][2]


def orders() -> list[Order]:
    """All that the tables of phrases can mean."""
    tables = (order_phrases.ONCE, order_phrases.REPEATED, doubtful_phrases.DOUBTFUL)
    found = [read_order(line.split(" | ")[0], NOW) for table in tables for line in table.strip().splitlines()]
    meant = [read for read in found if isinstance(read, Order)]
    return meant + [choice.answer for read in found if isinstance(read, Doubt) for choice in read.choices]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_order_of_the_tables_is_understood_again_as_it_is_told(language: str) -> None:
    for order in orders():
        told = describe(order.schedule, language, NOW)
        assert (told, read_order(told, NOW)) == (told, order)


ORDINALS = st.lists(st.sampled_from(["1e", "2e", "3e", "4e", "laatste"]), min_size=1, max_size=2, unique=True)
DAYS = st.sampled_from(["ma", "dinsdag", "wo", "donderdag", "vr", "za", "zondag", "werkdag"])
COUNTS = st.integers(min_value=2, max_value=30)
RHYTHMS = st.one_of(
    st.sampled_from(["elke dag", "elke werkdag", "elk weekend", "elke ma en do", "elk kwartaal op de 1e", "elk jaar"]),
    COUNTS.map("elke {} dagen".format),
    st.builds("elke {} weken op {}".format, COUNTS, DAYS),
    st.builds("om de {} maanden op de {}e".format, COUNTS, st.integers(min_value=1, max_value=28)),
    st.builds(lambda nth, day: f"elke maand op de {' en '.join(nth)} {day}", ORDINALS, DAYS),
    st.builds("elk jaar op {} {}".format, st.integers(min_value=1, max_value=28), st.sampled_from(["mrt", "november"])),
)
BEGINS = st.sampled_from(["", " vanaf januari", " vanaf 15 maart 2027", " vanaf volgende maand", " vanaf morgen"])
ENDS = st.sampled_from(["", " t/m 31 december 2029", " tot 1 mei 2028", " 5x", " 12 keer", " t/m eind juni 2029, 3 x"])
MOMENTS = st.datetimes(datetime.fromisoformat("2026-01-01T00:00"), datetime.fromisoformat("2027-02-01T00:00"))
MINUTES = st.integers(min_value=0, max_value=24 * 60 - 1)


@given(RHYTHMS, MINUTES, BEGINS, ENDS, MOMENTS)
def test_any_order_is_understood_again_as_it_is_told(rhythm: str, at: int, begin: str, end: str, now: datetime) -> None:
    order = read_order(f"{rhythm} {at // 60:02}.{at % 60:02}{begin}{end}", now)
    if not isinstance(order, Order):
        return
    for language in ("nl", "en"):
        assert read_order(describe(order.schedule, language, now), now) == order


def test_the_next_moments_are_in_the_zone_and_after_now() -> None:
    sundays = schedule("2026-11-29T02:30", "FREQ=MONTHLY;BYDAY=-1SU")
    found = next_moments(sundays, AMSTERDAM, NOW)
    assert [f"{moment:%d-%m %H:%M %z}" for moment in found] == [
        "29-11 02:30 +0100",
        "27-12 02:30 +0100",
        "31-01 02:30 +0100",
        "28-02 02:30 +0100",
        "28-03 03:00 +0200",
    ]


def test_the_next_moments_end_with_the_schedule() -> None:
    tuesdays = schedule("2026-11-10T19:00", "FREQ=WEEKLY;BYDAY=TU", times=4)
    assert [moment.day for moment in next_moments(tuesdays, AMSTERDAM, NOW)] == [24, 1]
    assert next_moments(schedule("2026-11-10T19:00"), AMSTERDAM, NOW) == ()
    assert len(next_moments(schedule("2026-12-10T19:00"), AMSTERDAM, NOW)) == 1
    assert len(next_moments(schedule("2026-11-24T19:00", "FREQ=DAILY"), AMSTERDAM, NOW, count=3)) == 3
