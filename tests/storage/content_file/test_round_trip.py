"""The way between nouns and what is kept of them, and between content and its file, loses nothing."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from messages.content import (
    RSVP,
    Announcement,
    AtQuietHours,
    Audience,
    Content,
    Event,
    FAQEntry,
    LeadTime,
    Order,
    Schedule,
    Source,
    Status,
    Translation,
    UrgentAnswer,
    Wording,
)
from messages.reply import Place
from messages.street import Contact, QuietHours, Street
from storage.content_file.examined import read_content, write_content
from storage.content_file.shapes import from_json, to_json

READABLE = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs"), exclude_characters="{}[]()\\", codec="utf-8"
)
WORD = st.text(READABLE, min_size=1, max_size=8)
TRICKY = st.sampled_from(
    ["no", "null", "21:30", "2026-12-10", "~", "0800", "# kop", "- x", "a: b", "*vet*", "'", '"', "🌳", "@"]
)
LABEL = st.lists(WORD | TRICKY, min_size=1, max_size=4).map(" ".join)
TEXT = st.lists(LABEL, min_size=1, max_size=3).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda b: b.join(lines))
)
ID = st.text("abcxyz019-", min_size=1, max_size=6)
LABELS = st.lists(LABEL, max_size=3).map(tuple)
MOMENT = st.datetimes(datetime.fromisoformat("2025-01-01"), datetime.fromisoformat("2030-01-01")).map(
    lambda m: m.replace(microsecond=0)
)
DAY = st.dates(date(2025, 1, 1), date(2030, 1, 1))
CLOCK = st.times().map(lambda t: t.replace(second=0, microsecond=0))
HOURS = st.tuples(CLOCK, CLOCK).filter(lambda pair: pair[0] != pair[1]).map(lambda p: QuietHours(start=p[0], end=p[1]))
ELAPSED = st.integers(0, 10**6).map(lambda seconds: timedelta(seconds=seconds))
LEADS = st.lists(st.builds(LeadTime, days=st.integers(0, 400), elapsed=ELAPSED), max_size=3, unique=True).map(tuple)
TRANSLATIONS = st.dictionaries(
    st.sampled_from(["en", "tr", "no", "pt-BR"]),
    st.builds(Translation, question=st.none() | LABEL, answer=TEXT),
    max_size=2,
)


def audiences(streets: list[str]) -> st.SearchStrategy[Audience]:
    names = st.lists(st.sampled_from(streets), max_size=2).map(tuple) if streets else st.just(())
    return st.builds(Audience, streets=names, tags=LABELS, excluded=names)


def faqs(audience: st.SearchStrategy[Audience]) -> st.SearchStrategy[FAQEntry]:
    source = st.builds(
        Source,
        name=LABEL,
        url=st.none() | st.just("https://example.org/a?b=c#d"),
        checked_on=st.none() | st.just(date(2024, 2, 29)),
    )
    return st.builds(
        FAQEntry,
        id=ID,
        question=LABEL,
        answer=TEXT,
        phrasings=LABELS,
        keywords=LABELS,
        translations=TRANSLATIONS,
        source=st.none() | source,
        expires_on=st.none() | DAY,
        audience=audience,
        private=st.booleans(),
        status=st.just(Status.PUBLISHED),
    )


def urgents(audience: st.SearchStrategy[Audience]) -> st.SearchStrategy[UrgentAnswer]:
    triggers = st.lists(LABEL, min_size=1, max_size=3).map(tuple)
    return st.builds(
        UrgentAnswer,
        id=ID,
        triggers=triggers,
        answer=TEXT,
        translations=TRANSLATIONS,
        audience=audience,
        status=st.just(Status.PUBLISHED),
    )


@st.composite
def events(draw: st.DrawFn, audience: st.SearchStrategy[Audience]) -> Event:
    starts_at = draw(MOMENT)
    ends_at = draw(st.none() | st.integers(1, 10**6).map(lambda s: starts_at + timedelta(seconds=s)))
    spot = draw(st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
    lat, lon = spot or (None, None)
    place = draw(st.none() | st.builds(Place, LABEL, st.just("") | LABEL, st.just(lat), st.just(lon), st.just("place")))
    capacity = st.none() | st.integers(1, 99)
    return Event(
        id=draw(ID),
        title=draw(LABEL),
        starts_at=starts_at,
        ends_at=ends_at,
        repeats=draw(st.none() | st.just("FREQ=DAILY;COUNT=3")),
        text=draw(st.just("") | TEXT),
        place=place,
        audience=draw(audience),
        announce=draw(LEADS),
        reminders=draw(LEADS),
        rsvp=draw(st.none() | st.builds(RSVP, capacity=capacity, guests=st.integers(0, 5), show_names=st.booleans())),
    )


@st.composite
def announcements(draw: st.DrawFn, audience: st.SearchStrategy[Audience]) -> Announcement:
    starts_at = draw(MOMENT)
    wordings = draw(
        st.lists(
            st.builds(Wording, text=TEXT, id=st.none() | ID),
            min_size=1,
            max_size=3,
            unique_by=lambda wording: wording.id or object(),
        )
    )
    schedule = Schedule(
        starts_at=starts_at,
        repeats=draw(st.none() | st.just("FREQ=WEEKLY")),
        until=draw(st.none() | st.just(starts_at.date())),
        times=draw(st.none() | st.integers(1, 9)),
        order=draw(st.sampled_from(Order)),
        quiet_hours=draw(st.sampled_from(AtQuietHours)),
        expires_after=draw(ELAPSED),
        paused=draw(st.booleans()),
    )
    return Announcement(id=draw(ID), wordings=tuple(wordings), schedule=schedule, audience=draw(audience))


STREETS = st.builds(
    Street,
    id=ID,
    name=LABEL,
    town=st.just("") | LABEL,
    language=st.sampled_from(["nl", "no", "pt-BR"]),
    timezone=st.sampled_from(["Europe/Amsterdam", "UTC"]),
    quiet_hours=st.none() | HOURS,
    tags=LABELS,
    contact=st.none() | st.builds(Contact, name=LABEL, note=st.just("") | LABEL),
    weekly_limit=st.none() | st.integers(0, 9),
    neighbours_first=st.integers(0, 3600).map(lambda seconds: timedelta(seconds=seconds)),
)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    streets = by_id(draw(st.lists(STREETS, max_size=2)))
    audience = audiences(list(streets))
    asked = by_id(draw(st.lists(faqs(audience), max_size=2)))
    return Content(
        streets=streets,
        faqs={
            id_: replace(faq, question=f"{number} {faq.question}") for number, (id_, faq) in enumerate(asked.items())
        },
        urgent=by_id(draw(st.lists(urgents(audience), max_size=2))),
        events=by_id(draw(st.lists(events(audience), max_size=2))),
        announcements=by_id(draw(st.lists(announcements(audience), max_size=2))),
    )


def by_id(items: list[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}


ITEMS = st.one_of(
    st.tuples(st.just("street"), STREETS),
    st.tuples(st.just("faq"), faqs(audiences(["lindelaan"]))),
    st.tuples(st.just("urgent"), urgents(audiences([]))),
    st.tuples(st.just("event"), events(audiences([]))),
    st.tuples(st.just("announcement"), announcements(audiences(["eikenlaan"]))),
)
LEISURELY = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@LEISURELY
@given(ITEMS)
def test_an_item_is_kept_as_it_is(kind_and_item: tuple[str, Any]) -> None:
    kind, item = kind_and_item
    assert from_json(kind, item.id, to_json(item)) == item


@LEISURELY
@given(content=contents())
def test_content_that_is_written_is_read_back_the_same(
    content: Content, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "content.yaml"
    file.write_text(write_content(content), encoding="utf-8")
    read = read_content(file)
    assert read == content
    assert [list(getattr(read, kind)) for kind in Content.__slots__] == [
        list(getattr(content, kind)) for kind in Content.__slots__
    ]
