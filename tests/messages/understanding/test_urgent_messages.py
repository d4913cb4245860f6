"""Danger is heard through typing errors and inflection, and not in talk about energy."""

import pytest

from messages.content import UrgentAnswer
from messages.understanding.urgent import UrgentTriggers
from tests.messages.understanding.ordinary_talk import ORDINARY_TALK

GAS = UrgentAnswer(id="gaslucht", triggers=("gaslucht", "ruik gas", "gas ruiken", "gaslek"), answer="Ramen open.")
CARBON_MONOXIDE = UrgentAnswer(id="co", triggers=("koolmonoxide", "co-melder gaat af"), answer="Naar buiten.")

TELLS_OF_GAS = (
    "ik ruik gas",
    "ik ruik gas in de gang",
    "ik ruk gas",
    "er hangt gas in de lucht",
    "ik ruik gass",
    "Ik ruik GAS!!!",
    "ik ruikt gas bij de meterkast",
    "gaslucht",
    "gaslugt",
    "gaslucth in huis",
    "gasluch",
    "gas lucht in de kelder",
    "gas lugt in de keuken",
    "gas-lucht op de trap",
    "g͟a͟s͟l͟u͟c͟h͟t",
    "gaslucht??",
    "er hangt een gaslucht in het portiek",
    "het stinkt hier naar gas",
    "stinkt naar gas",
    "het ruikt naar gas bij ons op de trap",
    "ruikt het bij jullie ook naar gas?",
    "wie ruikt er ook gas op straat?",
    "ruikt er nog iemand gas?",
    "ruiken jullie ook gas",
    "wij ruiken gas",
    "ik rook net gas in de schuur",
    "toen ik thuiskwam rook ik gas",
    "volgens mij ruik ik gas",
    "ik denk dat ik gas ruik",
    "ik ruik al de hele dag een beetje gas in de keuken",
    "ik ruik iets raars, gas denk ik",
    "wat stinkt er zo? gas?",
    "wat moet ik doen als ik gas ruik",
    "ik ruik geen gas meer maar net wel",
    "ruik ik nou gas of verbeeld ik het me",
    "kan iemand komen ik ruik gas!!",
    "de buurvrouw ruikt gas",
    "mijn dochter rook gas in de kelder",
    "een sterke gasgeur in de hal",
    "gasgeur bij nr 12",
    "stank van gas bij de voordeur",
    "het meurt hier naar gas",
    "er is een gaslek",
    "gaslek bij nr 8",
    "gas lek in de straat",
    "gaslekage",
    "we hebben een gaslekkage",
    "er lekt gas uit de leiding",
    "er lekt hier gas",
    "gas ontsnapt uit de kraan",
    "de gasleiding lekt",
    "graafmachine heeft gasleiding geraakt, gasleiding lek",
    "ruuk gas",
    "ik riuk gas",
    "ik ruik gs... gas bedoel ik",
    "ik ruik gaaaas",
    "ik rui🤢k gas",
    "ruik gas 😱😱",
    "I smell gas",
    "it smells like gas in the hallway",
    "there is a gas leak",
    "smell of gas here",
    "es riecht nach Gas im Flur",
    "Gasgeruch im Treppenhaus",
    "gaz kokusu var",
    "evde gaz kokuyor",
    "zapach gazu w kuchni",
    "czuję gaz w domu",
    "أشم رائحة غاز",
    "رائحة الغاز في البيت",
    "пахне газом",
    "запах газу в під'їзді",
    "ik denk gaslucht te ruiken",
    "ik ruikgas",
    "ikruikgas in de keuken",
    "er komt een rare gaslucht uit de kruipruimte",
    "gaz lucht",
    "hgaslucht",
    "ik rook vannacht gas",
)

TELLS_OF_CARBON_MONOXIDE = (
    "mijn co-melder gaat af, wat nu?",
    "co melder gaat af",
    "de comelder piept",
    "CO-melder ging net af",
    "mijn co meldr gaat af",
    "koolmonoxidemelder gaat af",
    "koolmonoxide melder piept steeds",
    "koolmonoxide in huis",
    "koolmonixide?",
    "mijn koolmonoxyde melder loeit",
    "kolendamp in de badkamer",
    "waarom gaat mijn co-melder af",
    "co alarm gaat af boven",
    "C.O. meter gaat af",
    "de c.o.-melder piept al een kwartier",
    "C.O melder loeit",
    "C.o. alarm gaat af. Wat nu?",
    "carbon monoxide alarm going off",
    "mijn co2-melder gaat af",
)


@pytest.fixture(scope="module")
def triggers() -> UrgentTriggers:
    return UrgentTriggers([GAS, CARBON_MONOXIDE])


@pytest.mark.parametrize("text", TELLS_OF_GAS)
def test_whoever_smells_gas_is_heard(triggers: UrgentTriggers, text: str) -> None:
    assert triggers.find(text) == "gaslucht"


@pytest.mark.parametrize("text", TELLS_OF_CARBON_MONOXIDE)
def test_a_carbon_monoxide_alarm_is_heard(triggers: UrgentTriggers, text: str) -> None:
    assert triggers.find(text) == "co"


@pytest.mark.parametrize("text", ORDINARY_TALK)
def test_ordinary_talk_is_no_danger(triggers: UrgentTriggers, text: str) -> None:
    assert triggers.find(text) is None
