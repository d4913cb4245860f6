"""What is kept of an item, and what its values mean."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from messages.content import (
    Audience,
    Content,
    Event,
    FAQEntry,
    LeadTime,
    Status,
    UrgentAnswer,
)
from messages.street import QuietHours, Street
from storage.content_file.examined import write_content
from storage.content_file.shapes import KINDS, check_item, from_json, keys_at, to_json


def test_a_status_comes_back_with_the_item() -> None:
    draft = UrgentAnswer(id="gas", triggers=("gas",), answer="Naar buiten.", status=Status.DRAFT)
    assert from_json("urgent", "gas", to_json(draft), Status.DRAFT) == draft


def test_a_body_leaves_out_the_id_and_what_is_usual() -> None:
    street = Street(id="lindelaan", name="Lindelaan")
    assert to_json(street) == {"name": "Lindelaan", "language": "nl", "timezone": "Europe/Amsterdam"}


def test_a_body_is_plain_json() -> None:
    event = Event(
        id="cafe",
        title="Café",
        starts_at=datetime.fromisoformat("2026-12-10T19:30"),
        announce=(LeadTime(days=3, elapsed=timedelta(hours=24)),),
        audience=Audience(excluded=("eikenlaan",)),
    )
    body = {
        "title": "Café",
        "starts_at": "2026-12-10T19:30",
        "except": ["eikenlaan"],
        "announce": ["P3DT24H"],
    }
    assert to_json(event) == body


def test_a_day_is_not_twenty_four_hours() -> None:
    body = {"id": "x", "title": "X", "starts_at": "2026-12-10T19:30", "announce": ["P1W2D", "PT24H", "P1D"]}
    event, _ = check_item("event", body)
    assert isinstance(event, Event)
    assert event.announce == (LeadTime(days=9), LeadTime(elapsed=timedelta(hours=24)), LeadTime(days=1))


def test_an_item_from_elsewhere_is_judged_in_the_same_words() -> None:
    item, complaints = check_item("urgent", {"id": "gas", "triggers": [], "answer": ""})
    assert item is None
    assert complaints == [
        (("triggers",), "triggers is empty: write at least one"),
        (("answer",), "answer is empty: write something there"),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("21:30-08:00", QuietHours(start=time(21, 30), end=time(8))),
        ("none", None),
        ("9:00 – 10:00", QuietHours(start=time(9), end=time(10))),
    ],
)
def test_quiet_hours_are_read(written: str, read: QuietHours | None) -> None:
    street = {"id": "a", "name": "A", "language": "nl", "timezone": "UTC", "quiet_hours": written}
    item, _ = check_item("street", street)
    assert isinstance(item, Street)
    assert item.quiet_hours == read


def test_every_field_of_a_noun_has_its_key() -> None:
    for kind, shape in KINDS.items():
        fields = set(shape.noun.__dataclass_fields__) - {"status", "paused"}  # those two are of the store
        if "audience" in fields:
            fields = fields - {"audience"} | {"streets", "tags", "except"}
        assert set(keys_at(kind)) == fields


def test_what_is_not_published_stays_out_of_the_file() -> None:
    draft = FAQEntry(id="a", question="Q?", answer="A.", status=Status.DRAFT)
    assert write_content(Content(faqs={"a": draft})) == "straatbot: 1\n"


def test_a_text_of_more_lines_is_written_as_a_block(tmp_path: Path) -> None:
    faq = FAQEntry(id="a", question="Q?", answer="Eén.\n\n- twee \n- drie 🌳\n")
    written = write_content(Content(faqs={"a": faq}))
    assert "    answer: |\n      Eén.\n\n      - twee\n      - drie 🌳\n" in written
