"""How a message is said: a question, to one person, about today."""

import pytest

from messages.understanding.manner import manner_of


@pytest.mark.parametrize(
    "text",
    [
        "wat kost een warmtepomp",
        "hoi buren, weet iemand wat isolatie kost",
        "is er subsidie voor",
        "in welk jaar gaan we van het gas af",
        "mijn ketel is kapot, moet ik een nieuwe kopen",
        "netcongestie wat betekent dat",
        "en hoe zit het met huurders",
        "warmtepomp?",
    ],
)
def test_it_is_a_question(text: str) -> None:
    assert manner_of(text).is_question


@pytest.mark.parametrize(
    "text",
    [
        "wat een gedoe weer met die bussen",
        "onze warmtepomp doet het weer top",
        "warmtebeeldcamera ligt bij mij, kom maar halen",
        "graag gedaan",
        "",
        "👍",
    ],
)
def test_it_is_no_question(text: str) -> None:
    assert not manner_of(text).is_question


@pytest.mark.parametrize("text", ["hoe bevalt jullie inductieplaat?", "@Jan wat kost dat", "ben je tevreden buurman?"])
def test_it_is_meant_for_one_person(text: str) -> None:
    assert manner_of(text).personal


@pytest.mark.parametrize("text", ["wie heeft een ladder", "heeft iemand een boor te leen?", "zullen we samen gaan?"])
def test_it_wants_a_neighbour_and_no_answer(text: str) -> None:
    assert manner_of(text).asks_people


def test_it_is_about_these_days() -> None:
    assert manner_of("ging de bewonersavond gisteren door?").now
    assert not manner_of("wanneer is de bewonersavond?").now
