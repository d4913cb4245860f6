"""What somebody may want to know of a plan before it happens."""

from datetime import UTC, date, datetime, timedelta

from messages.look_ahead import About, free_days, notices, school_holidays
from messages.plan import PlanKind, Planned, PlanOutcome

FIRST = datetime(2027, 12, 21, 19, tzinfo=UTC)


def line(item: str, days: int = 0, *, sent: bool = True, wording: int | None = 0) -> Planned:
    at = FIRST + timedelta(days=days)
    return Planned(
        street="lindelaan",
        kind=PlanKind.ANNOUNCEMENT,
        item=item,
        due_at=at,
        send_at=at if sent else None,
        outcome=PlanOutcome.SEND if sent else PlanOutcome.DROPPED,
        wording=wording if sent else None,
    )


def test_two_items_on_one_day_are_told_once() -> None:
    [notice] = notices([line("a"), line("b"), line("a", days=1)])

    assert (notice.about, notice.day, notice.items) == (About.SAME_DAY, FIRST.date(), ("a", "b"))


def test_what_is_dropped_is_no_reason() -> None:
    assert notices([line("a"), line("b", sent=False), line("c", days=4, sent=False)]) == []


def test_a_public_holiday_is_named() -> None:
    found = notices([line("a", days=4)])

    assert [(notice.about, notice.name) for notice in found] == [
        (About.HOLIDAY, "Eerste kerstdag"),
        (About.SCHOOL_HOLIDAY, "Kerstvakantie"),
    ]


def test_liberation_day_and_kings_day_are_free() -> None:
    assert {"Bevrijdingsdag", "Koningsdag"} <= set(free_days(2027).values())


def test_the_day_of_an_event_counts_as_well_as_the_day_on_which_it_is_told() -> None:
    told = line("borrel", days=-21, wording=None)._replace(occurs_at=datetime(2027, 12, 25, 17))  # noqa: DTZ001

    assert [(notice.day.day, notice.name) for notice in notices([told])] == [
        (25, "Eerste kerstdag"),
        (25, "Kerstvakantie"),
    ]


def test_a_school_holiday_is_named_with_its_regions_where_some_go_to_school() -> None:
    assert [school_holidays(2027).get(date(2027, 2, day)) for day in (12, 13, 20, 21, 22)] == [
        None,
        "Voorjaarsvakantie Zuid",
        "Voorjaarsvakantie",
        "Voorjaarsvakantie",
        "Voorjaarsvakantie Noord en Midden",
    ]


def test_school_holidays_are_known_for_the_coming_year() -> None:
    """They are laid down some years ahead: when this fails, ask for a newer `holidays`."""
    days = school_holidays(datetime.now(UTC).year + 1)

    assert {"Kerstvakantie", "Meivakantie", "Zomervakantie"} <= {name.split()[0] for name in days.values()}


def test_a_text_that_was_used_three_times_is_told_once_and_counts_the_past_once() -> None:
    past = [line("a", days=-days) for days in (9, 8, 7)]
    plan = [line("a", days=-7), line("a"), line("a", days=1)]

    [notice] = notices(plan, past)

    assert (notice.about, notice.day) == (About.SAME_TEXT, FIRST.date())
    assert notices([line("a", days=day, wording=day) for day in range(3)], []) == []
