"""What makes a trigger fire, whichever triggers an organiser writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.content import UrgentAnswer
from messages.understanding.urgent import UrgentTriggers

GAS = UrgentAnswer(id="gaslucht", triggers=("gaslucht", "ruik gas", "gas ruiken", "gaslek"), answer="Ramen open.")
CARBON_MONOXIDE = UrgentAnswer(id="co", triggers=("koolmonoxide", "co-melder gaat af"), answer="Naar buiten.")


@pytest.fixture(scope="module")
def triggers() -> UrgentTriggers:
    return UrgentTriggers([GAS, CARBON_MONOXIDE])


def test_one_word_as_trigger_brings_every_way_to_tell_of_that_danger() -> None:
    triggers = UrgentTriggers([UrgentAnswer(id="gaslucht", triggers=("gaslucht",), answer="Ramen open.")])

    assert triggers.find("het stinkt hier naar gas") == "gaslucht"
    assert triggers.find("er is een gaslek") == "gaslucht"
    assert triggers.find("mijn co-melder gaat af") is None


def test_gas_alone_is_never_a_trigger() -> None:
    triggers = UrgentTriggers([UrgentAnswer(id="gas", triggers=("gas", "het gas", "co"), answer="Ramen open.")])

    assert triggers.find("gas") is None
    assert triggers.find("het gas is duur voor een co-ouder") is None


OWN_TRIGGERS = (
    UrgentAnswer(id="brand", triggers=("er is brand", "brand in huis", "vuur", "rook"), answer="Bel 112."),
    UrgentAnswer(id="stroom", triggers=("elektrische schok", "vonken uit de meterkast"), answer="Zet de stroom uit."),
    UrgentAnswer(id="inbraak", triggers=("inbreker in huis", "112"), answer="Bel 112."),
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("er is brnad bij nr 8", "brand"),
        ("er komt rook onder de deur vandaan", "brand"),
        ("ik kreeg een elektrishe schok van de kraan", "stroom"),
        ("er komen vonken uit de meterkast", "stroom"),
        ("inbreeker in huis", "inbraak"),
        ("bel 112", "inbraak"),
    ],
)
def test_any_trigger_an_organiser_adds_is_heard_through_errors(text: str, answer: str) -> None:
    assert UrgentTriggers(OWN_TRIGGERS).find(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "mijn huur is weer omhoog",
        "de buur van nr 9 is jarig",
        "kan t ook via de hypotheek",
        "moet de meterkast zwaarder?",
        "er is brood over",
        "hoe duur is dat uur",
    ],
)
def test_another_ordinary_word_is_no_typing_error(text: str) -> None:
    assert UrgentTriggers(OWN_TRIGGERS).find(text) is None


def test_words_of_the_content_are_no_typing_errors() -> None:
    urgent = [UrgentAnswer(id="schacht", triggers=("schacht",), answer="Blijf weg.")]

    assert UrgentTriggers(urgent).find("de schicht") == "schacht"
    assert UrgentTriggers(urgent, familiar=["schicht"]).find("de schicht") is None


def test_only_what_the_street_may_hear_is_found(triggers: UrgentTriggers) -> None:
    assert triggers.find("ik ruik gas", among={"co"}) is None
    assert triggers.find("ik ruik gas", among={"gaslucht"}) == "gaslucht"


def test_danger_late_in_a_long_message_is_heard(triggers: UrgentTriggers) -> None:
    assert triggers.find("wij waren gisteren in het bos en het was heerlijk. " * 40 + "ik ruik gas") == "gaslucht"


@given(st.text())
def test_any_text_can_be_heard(text: str) -> None:
    assert UrgentTriggers([GAS]).find(text) in (None, "gaslucht")


@given(st.text(min_size=1), st.text())
def test_any_text_can_be_a_trigger(trigger: str, text: str) -> None:
    UrgentTriggers([UrgentAnswer(id="x", triggers=(trigger,), answer="y")]).find(text)
