"""A reply as WhatsApp shows it: its own markup, numbered choices, bare links, and pages that fit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.whatsapp.render import PAGE, VARIABLES, flat, render, units, variables
from messages.markup import escape
from messages.reply import Attachment, Choice, Link, Part, Place, Reply, Template, say

CLOSING = "Antwoord met het nummer."
ZW = "\u200b"


def page(*parts: Part, text: str = "") -> str:
    reply = say(text, *parts) if text else Reply(parts)
    (only,) = render(reply, closing=CLOSING)
    return only


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hoi", "Hoi"),
        ("**Let op**", "*Let op*"),
        ("_zacht_", "_zacht_"),
        ("**_beide_**", "*_beide_*"),
        ("Bel **0800-9009**.", "Bel *0800-9009*."),
        ("warmte**pomp**", "warmtepomp"),
        ("**warmte**pomp", "warmtepomp"),
        ("**een\ntwee**", "*een*\n*twee*"),
        ("één\n\ntwee", "één\n\ntwee"),
        ("regel\nregel", "regel\nregel"),
        ("Neem mee:\n\n- jas\n- **nota**", "Neem mee:\n• jas\n• *nota*"),
        ("1. eerst\n2. dan", "1. eerst\n2. dan"),
        ("[agenda](https://x.nl/a)", "agenda: https://x.nl/a"),
        ("Zie [agenda](https://x.nl/a).", "Zie agenda: https://x.nl/a."),
        ("[a](https://x.nl/a)en", "a: https://x.nl/a en"),
        ("[a](https://x.nl/a).nl", "a: https://x.nl/a .nl"),
        ("**[agenda](https://x.nl)**", "*agenda*: https://x.nl"),
        ("[https://x.nl/a_b_](https://x.nl/a_b_)", "https://x.nl/a_b_"),
        ("[bel](tel:0800-9009)", "bel: 0800-9009"),
        ("[info@x.nl](mailto:info@x.nl)", "info@x.nl"),
    ],
)
def test_markup_becomes_that_of_whatsapp(text: str, shown: str) -> None:
    assert page(text=text) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("*ster*", f"*{ZW}ster*"),
        ("_streep_", f"_{ZW}streep_"),
        ("~weg~", f"~{ZW}weg~"),
        ("`code`", f"`{ZW}code`"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("jan_de_vries", "jan_de_vries"),
        ("https://x.nl/_a_/*b*", "https://x.nl/_a_/*b*"),
        ("zie https://x.nl/_a_ of _b_", f"zie https://x.nl/_a_ of _{ZW}b_"),
        ("A & B <c>", "A & B <c>"),
    ],
)
def test_what_people_typed_does_not_become_markup(name: str, shown: str) -> None:
    assert page(text=escape(name)) == shown
    assert page(Link(name, "https://x.nl")) == f"{shown}: https://x.nl" or name.startswith("https")


def test_choices_are_numbered_under_the_text_with_a_closing_line() -> None:
    reply = say("Bedoel je…", choices=(Choice("Geluid", "faq:geluid"), Choice("Kosten", "faq:kosten")))
    assert render(reply, closing=CLOSING) == ["Bedoel je…\n\n1. Geluid\n2. Kosten\n\nAntwoord met het nummer."]


def test_a_text_without_choices_stays_clean_so_that_it_can_be_forwarded() -> None:
    text = "Donderdag energiecafé in De Linde, 19.30 uur.\n\nNeem je jaarafrekening mee!"
    assert render(say(text), closing=CLOSING) == [text]


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("De Linde"), "De Linde"),
        (Place("", "Lindelaan 1"), "Lindelaan 1\nhttps://www.openstreetmap.org/search?query=Lindelaan+1"),
        (Place("De Linde", "De Linde"), "De Linde\nhttps://www.openstreetmap.org/search?query=De+Linde"),
        (
            Place("De Linde", "Lindelaan 1, Amersfoort", 52.18, 5.4),
            "De Linde, Lindelaan 1, Amersfoort\n"
            "https://www.openstreetmap.org/?mlat=52.18000&mlon=5.40000#map=18/52.18000/5.40000",
        ),
        (Place("Eiland", "", 0.0, 0.0), "Eiland\n" + "https://www.openstreetmap.org/?mlat=0.00000&mlon=0.00000#map=18/0.00000/0.00000"),
    ],
)  # fmt: skip
def test_a_place_is_its_address_and_a_map(place: Place, shown: str) -> None:
    assert page(place) == shown


def test_links_are_bare_addresses() -> None:
    assert page(Link("Agenda", "https://x.nl")) == "Agenda: https://x.nl"
    assert page(Link("", "https://x.nl")) == page(Link("https://x.nl", "https://x.nl")) == "https://x.nl"


def test_attachments_are_left_out() -> None:
    file = Attachment("agenda.ics", "text/calendar", "BEGIN:VCALENDAR")
    assert render(say("Hoi", file), closing=CLOSING) == ["Hoi"]
    assert render(Reply((file,)), closing=CLOSING) == []


def test_control_characters_are_not_sent() -> None:
    assert page(text="a\x00b\x07c") == "a\ufffdbc"


def test_a_long_text_is_cut_between_paragraphs() -> None:
    paragraphs = ["**Kop.** " + "woord " * 150 for _ in range(4)]
    pages = render(say("\n\n".join(paragraphs)), closing=CLOSING)
    assert len(pages) == 4
    assert all(shown.startswith("*Kop.* ") and shown.endswith("woord") for shown in pages)


def test_a_long_paragraph_is_cut_between_sentences_and_loses_its_marks() -> None:
    pages = render(say(f"**{'Dit is een zin. ' * 150}einde**"), closing=CLOSING)
    assert all(shown.endswith((".", "einde")) for shown in pages)
    assert "*" not in "".join(pages)


def test_an_emoji_counts_for_two() -> None:
    assert [units(shown) for shown in render(say("😀" * 1000), closing=CLOSING)] == [PAGE, 500]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from(" \n.*_~😀"), max_size=4000))
def test_pages_fit_and_hold_every_word(text: str) -> None:
    pages = render(say(escape(text)), closing=CLOSING)
    assert all(0 < units(shown) <= PAGE for shown in pages)
    bare = ["".join(part.split()).replace(ZW, "") for part in ("".join(pages), text)]
    assert bare[0] == bare[1]


@given(st.text(max_size=3000))
def test_any_markup_becomes_pages_that_fit(text: str) -> None:
    pages = render(say(text, choices=(Choice(text[:50] or "x", "a"),)), closing=CLOSING)
    assert all(0 < units(shown) <= PAGE for shown in pages)


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("Lindelaan", "Lindelaan"),
        ("een\ntwee\r\n\tdrie", "een twee drie"),
        ("ruim" + " " * 9 + "te", "ruim te"),
        ("", "–"),
        (" \n ", "–"),
        ("a\x00b", "ab"),
        ('"aanhaling" \\', '"aanhaling" \\'),
    ],
)
def test_a_variable_is_one_line_and_never_empty(value: str, sent: str) -> None:
    assert json.loads(variables(Template("reminder", (value,)))) == {"1": sent}


def test_too_long_variables_are_shortened_from_the_longest() -> None:
    street, text = flat(Template("reminder", ("Lindelaan", "lang 😀" * 500)))
    assert street == "Lindelaan"
    assert text.endswith("…")
    assert VARIABLES - 2 <= units(street) + units(text) <= VARIABLES


@given(st.lists(st.text(max_size=1500), max_size=6))
def test_variables_always_fit(values: list[str]) -> None:
    fitted = flat(Template("new_message", tuple(values)))
    assert len(fitted) == len(values)
    assert all(value and "\n" not in value and "  " not in value for value in fitted)
    assert sum(map(units, fitted)) <= VARIABLES
