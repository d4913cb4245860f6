"""What a whole message adds to the words of danger, where the encoder is installed."""

from io import BytesIO

import numpy as np
import pytest

from messages.content import UrgentAnswer
from messages.understanding import Outcome, Understanding
from messages.understanding.alarm import LETTERS, Alarm, Weights, letters_of, seen, shipped_alarm
from messages.understanding.circumstances import Circumstances
from messages.understanding.dangers import dangers, kinds_in
from messages.understanding.encoder import Embedder, installed, is_installed
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


def test_no_rule_overrules_what_the_whole_message_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UrgentTriggers, "is_harmless", lambda *_, **__: True)
    understanding = _with(GAS)

    assert understanding.read("help ik ruik gas in de hal", addressed=False).outcome is Outcome.URGENT
    assert understanding.read("hoe ruikt gas eigenlijk", addressed=False).outcome is not Outcome.URGENT


@pytest.mark.parametrize("text", UNHEARD)
def test_only_an_answer_that_is_about_that_danger_is_given(text: str) -> None:
    assert _with(BURGLAR).read(text, addressed=False).outcome is Outcome.SILENT
    read = _with(GAS, CARBON_MONOXIDE).read(text, addressed=False, among=frozenset({"inbraak"}))
    assert read.outcome is Outcome.SILENT


OVER_OR_NOT_REAL = (
    "vorig jaar hadden we een gaslek in de flat",
    "als student kreeg ik altijd hoofdpijn van die oude gaskachel",
    "mijn zwager had vroeger een kachel waar je misselijk van werd",
    "op het nieuws: straat in Zwolle ontruimd door een gaslek",
    "ik las een boek over een gezin met koolmonoxidevergiftiging",
    "in 2017 hing hier een gaslucht, dat was de bouwput",
    "de co-melder is nagekeken en staat op nul",
    "folder in de bus: zo herken je koolmonoxide",
    "er is geen gaslek in de straat, alles is nagemeten",
    "waardoor ontstaat koolmonoxide eigenlijk?",
    "ons gas is eraf, de meter is vandaag weggehaald",
)
BACK_AGAIN = {
    "vorig jaar was er een lek en nu ruik ik weer gas in de hal": "gaslucht",
    "de monteur zei dat het gemaakt was maar het stinkt nog steeds naar gas": "gaslucht",
    "eerst dachten we aan de batterij maar de co-melder gaat weer af": "co",
}


@pytest.mark.parametrize("text", OVER_OR_NOT_REAL)
def test_danger_that_is_over_or_only_told_of_sounds_no_alarm(text: str) -> None:
    assert _with(GAS, CARBON_MONOXIDE).read(text, addressed=False).outcome is not Outcome.URGENT


def test_words_that_tell_of_danger_are_not_enough_where_all_else_is_calm() -> None:
    text = "mijn zwager had vroeger een kachel waar je misselijk van werd"

    assert UrgentTriggers([GAS, CARBON_MONOXIDE]).find(text) == "co"
    assert _with(GAS, CARBON_MONOXIDE).read(text, addressed=True).outcome is not Outcome.URGENT


@pytest.mark.parametrize(("text", "answer"), BACK_AGAIN.items())
def test_danger_that_is_back_sounds_the_alarm(text: str, answer: str) -> None:
    reading = _with(GAS, CARBON_MONOXIDE).read(text, addressed=False)

    assert (reading.outcome, reading.candidates[0].entry) == (Outcome.URGENT, answer)


def test_what_an_organiser_listens_for_beside_known_dangers_is_never_taken_for_calm() -> None:
    reading = _with(GAS, BURGLAR).read("vorig jaar was er een inbreker in huis, gelukkig voorbij", addressed=False)

    assert (reading.outcome, reading.candidates[0].entry) == (Outcome.URGENT, "inbraak")


def test_of_a_long_message_that_tells_of_danger_nothing_makes_calm() -> None:
    calm = "vorig jaar was er een gaslek, dat is allang gemaakt. "

    assert _with(GAS).read(calm * 9 + "maar nu ruik ik gas", addressed=False).outcome is Outcome.URGENT


@pytest.mark.parametrize("text", ["", "👍", "?!", "\0", "é" * 5000])
def test_any_text_has_a_danger_or_none(text: str) -> None:
    assert _with(GAS).read(text, addressed=False).outcome is Outcome.SILENT


def test_runs_of_letters_outlast_a_typing_error() -> None:
    right, wrong, other = (set(letters_of(text)) for text in ("koolmonoxide", "koolmonixide", "zonnepaneel"))

    assert len(right & wrong) > len(right) / 3 > len(right & other)


def test_who_speaks_to_the_bot_is_warned_sooner_than_a_group() -> None:
    alarm = Alarm(weights=shipped_alarm().weights, addressed=0.3, overheard=0.6, calm=0.1)
    likely = np.array([0.55, 0.4, 0.05, 0.0])

    assert alarm.danger(likely, dangers(), addressed=True) == "gas"
    assert alarm.danger(likely, dangers(), addressed=False) is None
    assert shipped_alarm().addressed <= shipped_alarm().overheard


def test_danger_that_no_answer_is_about_is_left_out() -> None:
    alarm = Alarm(weights=shipped_alarm().weights, addressed=0.3, overheard=0.6, calm=0.1)
    likely = np.array([0.1, 0.15, 0.2, 0.55])

    assert alarm.danger(likely, dangers(), addressed=True) == "brand"
    assert alarm.danger(likely, {"gas", "koolmonoxide"}, addressed=True) == "koolmonoxide"
    assert alarm.danger(likely, {"gas"}, addressed=True) is None
    assert alarm.danger(likely, {}, addressed=True) is None


def test_the_alarm_was_learned_for_these_words() -> None:
    around = UrgentTriggers([GAS]).circumstances("gas")
    one = seen("gas", installed().encode(["gas"])[0], kinds_in(()), around, told=False)
    weights, classes = shipped_alarm().weights, 1 + len(dangers())

    assert (weights.alone.shape, weights.letters.shape) == ((len(one.plain), classes), (LETTERS, classes))
    assert (len(weights.between), weights.together.shape) == (len(one.plain), (len(weights.start), classes))


def test_the_order_of_what_is_told_has_numbers_of_its_own() -> None:
    none, one, other = (
        set(seen("", np.zeros(1), (), Circumstances([], course), told=False).letters)
        for course in ([], ["denied > gas"], ["gas > denied"])
    )

    assert len(one - none) == len(other - none) == 1
    assert one != other


def test_two_things_may_tell_together_what_neither_tells_alone() -> None:
    stove, headache = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    weights = Weights(
        alone=np.zeros((2, 2)),
        letters=np.zeros((LETTERS, 2)),
        between=np.ones((2, 1)),
        start=np.array([-1.0]),
        together=np.array([[0.0, 5.0]]),
    )
    scores = [weights.scores(plain, np.zeros(2))[1] for plain in (stove, headache, stove + headache)]

    assert scores == [0, 0, 5]


def test_two_kinds_of_words_in_one_message_have_a_number_of_their_own() -> None:
    none, smell, gas, both = (
        set(seen("", np.zeros(1), kinds, Circumstances([], []), told=False).letters)
        for kinds in ((False, False), (True, False), (False, True), (True, True))
    )

    assert none == smell == gas
    assert len(both - none) == 1


def test_an_alarm_is_read_as_it_was_written() -> None:
    file = BytesIO()
    shipped_alarm().write(file)
    file.seek(0)
    again = Alarm.read(file)

    assert all(map(np.array_equal, again.weights, shipped_alarm().weights))
    assert (again.addressed, again.overheard, again.calm) == (
        shipped_alarm().addressed,
        shipped_alarm().overheard,
        shipped_alarm().calm,
    )


def _with(*urgent: UrgentAnswer) -> Understanding:
    from messages.understanding.encoded import Studio
    from messages.understanding.model import shipped

    return Studio(Embedder(installed()), shipped()).understanding((), urgent)
