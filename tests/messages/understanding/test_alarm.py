"""What meaning adds to the words of danger, where the encoder is installed."""

import pytest

from messages.content import UrgentAnswer
from messages.understanding import Outcome, Understanding
from messages.understanding.alarm import shipped_alarm
from messages.understanding.dangers import dangers, kinds_in
from messages.understanding.encoder import OWN_NUMBERS, Embedder, installed, is_installed
from messages.understanding.urgent import UrgentTriggers

pytestmark = pytest.mark.skipif(not is_installed(), reason="the encoder is not installed")

GAS = UrgentAnswer(id="gaslucht", triggers=("gaslucht", "ruik gas"), answer="Ramen open.")
CARBON_MONOXIDE = UrgentAnswer(id="co", triggers=("koolmonoxide", "co-melder gaat af"), answer="Naar buiten.")
BURGLAR = UrgentAnswer(id="inbraak", triggers=("inbreker in huis",), answer="Bel 112.")

# Told in words that no way of telling in the lexicon covers.
UNHEARD = {
    "ik voel me raar worden en de kachel brandt al de hele avond": "co",
    "het ruikt hier echt heel sterk, we staan met z'n allen buiten": "gaslucht",
    "bij de gaskraan is het niet pluis, die lucht!": "gaslucht",
}
ORDINARY_TALK = (
    "ik kook op gas en dat blijft zo",
    "de kachel brandt gezellig, kom langs",
    "het ruikt hier heerlijk naar soep",
    "de gasmeter wordt vrijdag vervangen",
)


@pytest.mark.parametrize(("text", "answer"), UNHEARD.items())
def test_meaning_tells_of_danger_where_words_do_not(text: str, answer: str) -> None:
    reading = _with(GAS, CARBON_MONOXIDE).read(text, addressed=False)

    assert UrgentTriggers([GAS, CARBON_MONOXIDE]).find(text) is None
    assert (reading.outcome, reading.candidates[0].entry) == (Outcome.URGENT, answer)


@pytest.mark.parametrize("text", ORDINARY_TALK)
def test_ordinary_talk_sounds_no_alarm(text: str) -> None:
    assert _with(GAS, CARBON_MONOXIDE).read(text, addressed=False).outcome is Outcome.SILENT


@pytest.mark.parametrize("text", UNHEARD)
def test_only_an_answer_that_is_about_that_danger_is_given(text: str) -> None:
    assert _with(BURGLAR).read(text, addressed=False).outcome is Outcome.SILENT
    read = _with(GAS, CARBON_MONOXIDE).read(text, addressed=False, among=frozenset({"inbraak"}))
    assert read.outcome is Outcome.SILENT


def test_the_alarm_was_learned_for_these_words() -> None:
    assert shipped_alarm().weights.shape == (OWN_NUMBERS + len(kinds_in(())) + 1, 1 + len(dangers()))


def _with(*urgent: UrgentAnswer) -> Understanding:
    from messages.understanding.encoded import Studio
    from messages.understanding.model import shipped

    return Studio(Embedder(installed()), shipped()).understanding((), urgent)
