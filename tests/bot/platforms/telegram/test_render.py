from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.telegram.characters import units
from bot.platforms.telegram.render import Button, DocumentPage, TextPage, VenuePage, render
from messages.delivery import Delivery, Urgency
from messages.reply import Attachment, Choice, Choices, Link, Paragraph, Place, Reply, say
from messages.street import ChatAddress, ChatKind, Platform
from tests.doubles.telegram_html import formatted


def delivery(reply: Reply, key: int = 17) -> Delivery:
    return Delivery(
        key=key,
        chat=ChatAddress(Platform.TELEGRAM, "-100"),
        chat_kind=ChatKind.GROUP,
        reply=reply,
        urgency=Urgency.REPLY,
        cause="test",
        due_at=datetime(2026, 12, 10, tzinfo=UTC),
    )


def texts(reply: Reply) -> list[str]:
    return [page.html for page in render(delivery(reply)) if isinstance(page, TextPage)]


def shown(html: str) -> str:
    return formatted(html, "HTML", most=4096)[0]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Hoi", "Hoi"),
        ("Hoogstens **40 dB** in de _nacht_", "Hoogstens <b>40 dB</b> in de <i>nacht</i>"),
        ("**_allebei_**", "<b><i>allebei</i></b>"),
        ("een\n\ntwee", "een\n\ntwee"),
        ("een\ntwee", "een\ntwee"),
        ("Neem mee:\n\n- jas\n- **lamp**\n\nTot dan", "Neem mee:\n\n• jas\n• <b>lamp</b>\n\nTot dan"),
        ("1. eerst\n2. dan", "1. eerst\n2. dan"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        (
            "[Subsidie](https://example.org/?a=1&b=2)",
            '<a href="https://example.org/?a=1&amp;b=2">Subsidie</a>',
        ),
        ("كم تكلفة **المضخة**؟", "كم تكلفة <b>المضخة</b>؟"),
        ("🔥🔥🔥", "🔥🔥🔥"),
        ("a\x00b\x07c", "abc"),
    ],
)
def test_text_becomes_html(text: str, html: str) -> None:
    assert texts(say(text)) == [html]


def test_paragraphs_and_links_share_a_page() -> None:
    reply = say("Lees verder:", Link("ISDE & meer", 'https://example.org/"x"'), Paragraph("Succes!"))

    assert texts(reply) == [
        'Lees verder:\n\n<a href="https://example.org/&quot;x&quot;">ISDE &amp; meer</a>\n\nSucces!'
    ]


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\x00", "****"])
def test_an_empty_text_is_no_page_or_at_least_no_empty_one(text: str) -> None:
    assert all(shown(html) for html in texts(say(text)))


def test_choices_are_a_button_each_under_the_last_text() -> None:
    reply = say("x" * 5000, choices=[Choice("Ja", "yes"), Choice("Nee", "no")])

    first, last = render(delivery(reply, key=9))

    assert first.buttons == ()
    assert last.buttons == (Button("Ja", "9.0"), Button("Nee", "9.1"))


def test_choices_without_a_word_still_have_a_message_to_hang_under() -> None:
    (page,) = render(delivery(Reply((Choices((Choice("Ja", "yes"),)),))))

    assert page == TextPage(html="👇", buttons=(Button("Ja", "17.0"),))


@pytest.mark.parametrize(
    ("label", "cut"),
    [
        ("Ja", "Ja"),
        ("", "…"),
        ("Ik kom met de hele straat en ik neem ook nog een appeltaart mee voor bij de koffie", None),
        ("x" * 100, "x" * 63 + "…"),
    ],
)
def test_a_label_is_at_most_64_characters(label: str, cut: str | None) -> None:
    (page,) = render(delivery(say("Kom je?", choices=[Choice(label, "yes")])))

    (button,) = page.buttons

    assert len(button.label) <= 64
    assert button.label == (cut or "Ik kom met de hele straat en ik neem ook nog een appeltaart mee…")


def test_a_place_on_the_map_is_a_venue_after_the_text() -> None:
    reply = say("Tot dan", Place("De Linde", "Lindelaan 1, Amersfoort", 52.18, 5.40))

    assert render(delivery(reply)) == [
        TextPage(html="Tot dan"),
        VenuePage(title="De Linde", address="Lindelaan 1, Amersfoort", lat=52.18, lon=5.40),
    ]


def test_a_venue_has_both_its_texts() -> None:
    (page,) = render(delivery(Reply((Place("De Linde", "", 0.0, 0.0),))))

    assert page == VenuePage(title="De Linde", address="De Linde", lat=0.0, lon=0.0)


@pytest.mark.parametrize("where", [{}, {"lat": 52.0}, {"lat": 152.0, "lon": 5.0}])
def test_a_place_that_is_not_on_the_map_can_be_searched(where: dict[str, float]) -> None:
    (html,) = texts(Reply((Place("De Linde", "Lindelaan 1", **where),)))

    search = "https://www.openstreetmap.org/search?query=De+Linde%2C+Lindelaan+1"
    assert html == f'📍 <a href="{search}">De Linde, Lindelaan 1</a>'


def test_an_attachment_is_a_document() -> None:
    file = Attachment("energiecafe.ics", "text/calendar", "BEGIN:VCALENDAR")

    assert render(delivery(say("Zet hem erin", file)))[1] == DocumentPage(
        filename="energiecafe.ics", content=b"BEGIN:VCALENDAR"
    )


def test_a_page_holds_4096_units_and_not_one_more() -> None:
    assert [len(html) for html in texts(say("x" * 4096))] == [4096]
    assert [len(html) for html in texts(say("x" * 4097))] == [4096, 1]


def test_markup_does_not_count_and_emoji_count_double() -> None:
    assert len(texts(say(f"**{'&' * 4096}**"))) == 1
    assert len(texts(say("🔥" * 2048))) == 1
    assert len(texts(say("🔥" * 2049))) == 2


def test_it_is_cut_between_paragraphs_first() -> None:
    assert texts(say(f"{'a ' * 1500}\n\n{'b ' * 1500}")) == [("a " * 1500).strip(), ("b " * 1500).strip()]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentence = "Dit is een zin van een straat die van het gas af gaat. "

    pages = texts(say(sentence * 200))

    assert len(pages) == 3
    assert all(page.startswith("Dit is") and page.endswith("gaat.") for page in pages)


def test_a_long_sentence_is_cut_between_words() -> None:
    pages = texts(say("warmtepomp " * 900))

    assert all(page.startswith("warmtepomp") and page.endswith("warmtepomp") for page in pages)


def test_it_is_not_cut_inside_a_link_if_there_is_another_place() -> None:
    text = "woord " * 670 + "[een lange titel van een bladzijde over subsidie](https://example.org) einde " * 3

    pages = texts(say(text))

    assert len(pages) == 2
    assert all(page.count("<a ") == page.count("een lange titel van een bladzijde over subsidie") for page in pages)


def test_an_emoji_family_stays_together() -> None:
    family = "👩‍👩‍👧‍👦"

    pages = texts(say(family * 1000))

    assert "".join(pages) == family * 1000
    assert all(page.startswith("👩") for page in pages)


def test_a_cut_list_item_has_its_bullet_once() -> None:
    pages = texts(say("- " + "woord " * 1000))

    assert [page[:2] for page in pages] == ["• ", "wo"]


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=6), st.integers(1, 400))
def test_whatever_is_said_telegram_takes_it(parts: list[str], times: int) -> None:
    pages = texts(say("\n\n".join(part * times for part in parts)))

    assert all(0 < units(shown(page)) <= 4096 for page in pages)


@settings(max_examples=60)
@given(st.text("ab .!?🔥\n", min_size=1, max_size=40), st.integers(100, 400))
def test_nothing_but_white_space_is_lost_in_cutting(text: str, times: int) -> None:
    whole = text * times

    assert "".join("".join(map(shown, texts(say(whole)))).split()) == "".join(whole.split())
