"""Danger told in a roundabout way is heard by an answer that is about it; talk that only resembles it is not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.content import UrgentAnswer
from messages.understanding.urgent import UrgentTriggers

GAS = UrgentAnswer(id="gaslucht", triggers=("gaslucht", "ruik gas", "gaslek"), answer="Ramen open.")
CARBON_MONOXIDE = UrgentAnswer(id="co", triggers=("koolmonoxide", "co-melder gaat af"), answer="Naar buiten.")

TELLS_OF_GAS = (
    "het stinkt op de overloop naar rotte eieren",
    "ruikt het bij jullie ook zo naar rotte eieren??",
    "er hangt een zwavellucht in de hal",
    "ruik zwavel bij de voordeur",
    "hoor gesis bij de gasmeter, is dat normaal",
    "de graver heeft een leiding geraakt en het sist",
    "ze hebben de gasbuis kapot getrokken",
    "mijn vader heeft de gaskraan open laten staan",
    "het fornuis stond de hele nacht open zonder vlam",
    "er komt gas uit de muur",
    "de brandweer heeft gas gemeten in het trappenhuis",
    "er hangt een penetrante geur in de kelder",
    "onze meterkast stinkt opeens zo",
    "gasdetector piept",
    "HELP GAS",
    "rotte eiren lucht in de gagn",
    "my hallway smells of rotten eggs",
    "hissing noise near the gas meter",
    "im Flur riecht es nach faulen Eiern",
    "evde çürük yumurta kokusu var",
    "ocak açık kalmış bütün gece",
    "śmierdzi zgniłymi jajami na klatce",
    "koparka uszkodziła rurę gazową",
    "في رائحة بيض فاسد بالدرج",
    "met de slijptol de gaspijp doorgeslepen",
    "achter het gasstel hoor ik gesis",
    "die Gasflasche zischt im Schuppen",
    "z butli uchodzi gaz",
    "из плиты течёт газ",
)

TELLS_OF_CARBON_MONOXIDE = (
    "we hebben hier allemaal hoofdpijn en de kachel staat aan",
    "mijn man is flauwgevallen in de badkamer, we hebben een geiser",
    "ik word zo misselijk als de ketel brandt",
    "hoofdpjin van de kachel",
    "de vlam van de geiser is geel",
    "de ketel brandt met een oranje vlam",
    "er komt roet uit de gaskachel",
    "de afvoerpijp van de ketel is losgeraakt",
    "mijn melder bij de cv gaat af",
    "de koolmonoxidemelder geeft 70 ppm aan",
    "koolmonoxidealarm bij nr 9, niemand doet open",
    "kommelder gaat af",
    "binnen heb ik koppijn, buiten is het zo weg",
    "ze wordt niet wakker en de kachel brandt",
    "er is co gemeten bij de buren",
    "bbq binnen gezet en nu zijn we allemaal duizelig",
    "everybody has a headache since the heater is on",
    "uns ist allen schwindlig, die Therme läuft",
    "kombi yanınca başım dönüyor",
    "czujnik czadu piszczy",
    "boli nas głowa od piecyka",
    "كلنا عندنا صداع والمدفأة شغالة",
    "met het petroleumstel aan word ik zo wattig",
    "onze co-melder krijst",
    "Opa ist ganz benommen, der Ofen brennt",
    "soba yanıyor, hepimiz kusuyoruz",
    "dziadek nieprzytomny przy piecu",
    "от печки голова кружится",
)

ORDINARY_TALK = (
    "welke koolmonoxidemelder is goed",
    "de koolmonoxidemelder is verplicht in een huurhuis",
    "nieuwe batterij in de co-melder gedaan",
    "er stond een stuk over koolmonoxide in het journaal",
    "het gaslek van vorig jaar is hersteld",
    "de gaslekkage is verholpen",
    "vergoedt de verzekering een gaslek",
    "gasexplosie gezien op het journaal",
    "rioollucht in de badkamer, ruikt naar rotte eieren",
    "de eieren zijn over datum, ruikt vies",
    "de radiator sist, ontluchten?",
    "ze hebben de waterleiding geraakt bij het graven",
    "rookmelder piept, batterij leeg",
    "ik heb hoofdpijn van al dat lawaai",
    "hoofdpijn van de formulieren, wie helpt",
    "van een warmtepomp krijg je toch geen hoofdpijn",
    "gezellig, gele vlammen in de sfeerhaard",
    "ik zit in het co-working gebouw",
    "co-ouders met een ketel van 2009",
    "een fornuis over te nemen, wie",
    "help gas wordt te duur",
    "de ketel is overleden, wat nu",
    "roet op de was van de snelweg",
    "which carbon monoxide detector should I buy",
    "kanalizasyon kokusu var",
    "jaki czujnik czadu kupić",
    "co mogę zrobić sam w domu",
    "De gasmeter hangt nog in de kast",
    "hoe kom ik van die gasmeter af?",
    "rookgas buis laten isoleren",
    "what does a house without gas look like",
    "gaz sayacını kim söküyor",
    "komu podać stan licznika",
    "waar verwarmen jullie de schuur mee, longpatiënt hier",
    "wie sluit vanavond de zaal af",
)


@pytest.fixture(scope="module")
def triggers() -> UrgentTriggers:
    return UrgentTriggers([GAS, CARBON_MONOXIDE])


@pytest.mark.parametrize("text", TELLS_OF_GAS)
def test_gas_is_heard_without_its_name(triggers: UrgentTriggers, text: str) -> None:
    assert triggers.find(text) == "gaslucht"


@pytest.mark.parametrize("text", TELLS_OF_CARBON_MONOXIDE)
def test_carbon_monoxide_is_heard_by_what_it_does(triggers: UrgentTriggers, text: str) -> None:
    assert triggers.find(text) == "co"


@pytest.mark.parametrize("text", ORDINARY_TALK)
def test_talk_that_resembles_it_is_no_danger(triggers: UrgentTriggers, text: str) -> None:
    assert triggers.find(text) is None


def test_it_is_there_again_whatever_was_repaired(triggers: UrgentTriggers) -> None:
    assert triggers.find("gaslek is hersteld") is None
    assert triggers.find("gaslek is hersteld maar nu weer gaslek, opnieuw dus") == "gaslucht"


def test_of_two_dangers_that_is_meant_of_which_most_is_told(triggers: UrgentTriggers) -> None:
    assert triggers.find("de co-melder bij de gasmeter gaat af, het is koolmonoxide") == "co"


@pytest.mark.parametrize(
    "trigger",
    ["flauwgevallen in de badkamer", "stank uit het riool", "brandweer bellen", "de melder piept"],
)
def test_an_answer_about_something_else_does_not_speak_of_gas(trigger: str) -> None:
    triggers = UrgentTriggers([UrgentAnswer(id="anders", triggers=(trigger,), answer="Bel ons.")])

    assert triggers.find("het stinkt naar rotte eieren") is None
    assert triggers.find("we hebben hoofdpijn van de kachel") is None
    assert triggers.find(trigger) == "anders"


OWN_TRIGGERS = (
    "rioolstank",
    "vonken uit de meterkast",
    "wateroverlast",
    "kelder onder water",
    "gaslucht",
    "koolmonoxide",
)


@given(st.sampled_from(OWN_TRIGGERS), st.integers(0, 10_000))
def test_a_trigger_survives_one_typing_error(trigger: str, seed: int) -> None:
    triggers = UrgentTriggers([UrgentAnswer(id="x", triggers=(trigger,), answer="y")])

    assert triggers.find(f"hallo buren {_mistyped(trigger, random.Random(seed))} bij ons") == "x"


def _mistyped(text: str, drawn: random.Random) -> str:
    """`text` with two letters of its longest word swapped, one left out, or one twice."""
    word = max(text.split(), key=len)
    at = drawn.randrange(1, len(word) - 1)
    wrong = drawn.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        ]
    )
    return text.replace(word, wrong)
