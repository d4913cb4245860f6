"""A reply becomes text that a person can read, and HTML that is safe to show."""

import pytest

from bot.platforms.playground.render import render, render_said
from bot.platforms.playground.transcript import Button
from messages.reply import Attachment, Choice, Link, Place, Reply, say

PLACE = Place(name="De Linde", address="Lindelaan 1", lat=52.18, lon=5.4)
ELSEWHERE = 'target="_blank" rel="noopener noreferrer"'
MAP = "https://www.openstreetmap.org/?mlat=52.18&mlon=5.4&zoom=18"


@pytest.mark.parametrize(
    ("markdown", "text", "html"),
    [
        ("Hoogstens **40 dB**.", "Hoogstens 40 dB.", "<p>Hoogstens <strong>40 dB</strong>.</p>"),
        ("Eén\n\n_twee_", "Eén\n\ntwee", "<p>Eén</p><p><em>twee</em></p>"),
        ("Eén\ntwee", "Eén\ntwee", "<p>Eén<br>twee</p>"),
        (
            "Neem mee:\n\n- pen\n- papier",
            "Neem mee:\n\n• pen\n• papier",
            "<p>Neem mee:</p><ul><li>pen</li><li>papier</li></ul>",
        ),
        ("3. dak\n4. glas", "3. dak\n4. glas", '<ol start="3"><li>dak</li><li>glas</li></ol>'),
        ("a < b & c", "a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("<script>x</script>", "<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        (
            "Zie [RVO](https://rvo.nl/?a=1&b=2).",
            "Zie RVO (https://rvo.nl/?a=1&b=2).",
            f'<p>Zie <a href="https://rvo.nl/?a=1&amp;b=2" {ELSEWHERE}>RVO</a>.</p>',
        ),
        ("", "", ""),
    ],
)
def test_content_is_plain_as_text_and_escaped_as_html(markdown, text, html):
    assert render(say(markdown)) == (text, html)


def test_other_parts_are_lines_below_the_text():
    text, html = render(
        say("Kom je?", PLACE, Link("Meer", "https://example.org"), Attachment("a.ics", "text/calendar", "X"))
    )

    assert text == f"Kom je?\n\n📍 De Linde, Lindelaan 1 ({MAP})\nMeer (https://example.org)\n📎 a.ics"
    assert 'download="a.ics"' in html
    assert MAP.replace("&", "&amp;") in html


def test_a_place_without_a_position_has_no_map():
    assert render(Reply((Place(name="De Linde"),))) == ("📍 De Linde", "<p>📍 De Linde</p>")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//[", "/weg"])
def test_an_address_that_a_browser_should_not_follow_is_not_a_link(url):
    _, html = render(Reply((Link("klik", url),)))

    assert "<a" not in html


def test_a_hostile_file_name_stays_text():
    _, html = render(Reply((Attachment('"><script>.ics', "text/calendar", '"<'),)))

    assert "<script" not in html


def test_what_a_resident_types_is_no_markup():
    assert render_said("**a** <b>\nc") == "<p>**a** &lt;b&gt;<br>c</p>"


async def test_buttons_are_numbered_under_the_key_of_their_delivery(playground, new_delivery):
    await playground.send(new_delivery(say("Kom je?", choices=[Choice("Ja", "x"), Choice("Nee", "y")]), key=31), 0)

    assert playground.heard_back("lindelaan")[0].choices == (Button("31.0", "Ja"), Button("31.1", "Nee"))


def test_any_reply_is_one_page(playground, new_delivery):
    assert playground.page_count(new_delivery(say("lang " * 5_000))) == 1


async def test_an_answer_knows_the_message_that_it_answers(playground, ear):
    ear.answer = lambda _: say("Hoi!")

    said = await playground.say("lindelaan/Fatma", "Fatma", "hoi")

    [answer] = playground.heard_back("lindelaan/Fatma")
    assert (answer.sender, answer.text, answer.reply_to) == ("bot", "Hoi!", said.id)


async def test_an_answer_to_a_message_of_an_earlier_run_stands_alone(playground, new_delivery):
    await playground.send(new_delivery(say("Hoi!"), reply_to="deadbeef:1"), 0)

    assert playground.heard_back("lindelaan")[0].reply_to is None
