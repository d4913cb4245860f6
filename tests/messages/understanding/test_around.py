"""What is said around an entry, in its answer and by others who ask nearly the same, tells of it too."""

import pytest

pytest.importorskip("numpy")

import numpy as np

from messages.content import FAQEntry
from messages.understanding.around import Around, Surroundings
from messages.understanding.model import shipped
from messages.understanding.normalise import stem

SAID = " ".join(map(stem, ("herrie", "bromt", "ding"))) + "\n" + " ".join(map(stem, ("braadpan", "wokken")))
NOISE, PANS = 0, 1
FAQS = (
    FAQEntry(id="geluid", question="Is een warmtepomp stil?", answer="Hoogstens veertig decibel."),
    FAQEntry(id="pannen", question="Kan ik mijn pannen houden?", answer="Probeer het met een magneet."),
)


def _surroundings() -> Surroundings:
    return Surroundings(shipped().with_(said=np.frombuffer(SAID.encode(), np.uint8)))


def _around() -> Around:
    return _surroundings().around(FAQS, (NOISE, PANS))


@pytest.mark.parametrize("words", [["herrie"], ["bromt"], ["decibel"], ["stil"]])
def test_words_of_the_answer_and_of_who_ask_the_same_lead_to_the_entry(words: list[str]) -> None:
    first, second = _around().shares(words)

    assert first > second == 0


def test_what_is_said_nowhere_leads_nowhere() -> None:
    assert _around().shares(["dinosaurus"]).tolist() == [0, 0]


def test_of_a_changed_entry_the_others_stay_known() -> None:
    surroundings = _surroundings()
    surroundings.around(FAQS, (NOISE, PANS))
    changed = surroundings.around(FAQS, (PANS, PANS))

    assert changed.shares(["ding"]).tolist() == [0, 0]
    assert all(share > 0 for share in changed.shares(["wokken"]))


def test_without_entries_there_is_nothing_around() -> None:
    assert _surroundings().around((), ()).shares(["pannen"]).tolist() == []


def test_the_shipped_model_has_terms_for_every_intent() -> None:
    model = shipped()

    assert len(model.terms) == model.intents.shape[1]
    assert all(terms.split() for terms in model.terms)
