"""Placeholders: which are known, and what they become in a street."""

import pytest

from messages.markup import plain
from messages.placeholders import fill, meant_placeholder, unknown_placeholders, uses_placeholder
from messages.street import Contact, Street

LINDELAAN = Street(id="lindelaan", name="Lindelaan", town="Amersfoort", contact=Contact(name="Henk"))
LONELY = Street(id="eikenlaan", name="Eikenlaan")


def test_each_placeholder_is_filled_for_the_street() -> None:
    text = "{{contact}} woont op de {{ street }} in {{town}}."
    assert fill(text, LINDELAAN) == "Henk woont op de Lindelaan in Amersfoort."


def test_a_street_without_contact_or_town_leaves_no_hole() -> None:
    assert fill("Vraag {{contact}} in {{town}}.", LONELY) == "Vraag het straatcontact in Eikenlaan."
    assert fill("Ask {{contact}}.", LONELY, "en-GB") == "Ask the street contact."


def test_a_name_is_never_markup_nor_filled_again() -> None:
    odd = Street(id="odd", name="*Laan* {{town}}", town="Zeist")
    assert plain(fill("In {{street}}", odd)) == "In *Laan* {{town}}"


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Kom naar {{street}} met {{ contact }} in {{town}}", ()),
        ("geen accolades, {een} paar", ()),
        ("{{straat}} {{straat}} {{Street}}", ("{{straat}}", "{{Street}}")),
        ("{{}} en {{ }}", ("{{}}", "{{ }}")),
        ("{{street} en meer", ("{{",)),
        ("{street}}", ("}}",)),
    ],
)
def test_unknown_placeholders_are_named_once_and_as_written(text: str, unknown: tuple[str, ...]) -> None:
    assert unknown_placeholders(text) == unknown


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{{Street}}", "street"),
        ("{{straat}}", "street"),
        ("{{stret}}", "street"),
        ("{{contcat}}", "contact"),
        ("{{plaats}}", "town"),
        ("{{telefoonnummer}}", None),
    ],
)
def test_a_wrong_placeholder_is_understood(written: str, meant: str | None) -> None:
    assert meant_placeholder(written) == meant


def test_the_use_of_a_placeholder_is_seen() -> None:
    assert uses_placeholder("Bel {{ contact }}", "contact")
    assert not uses_placeholder("Bel contact", "contact")
