"""What words of danger tell that is plainly none, and what is danger although it sounds like that."""

from pathlib import Path

import pytest

from messages.understanding import LexicalUnderstanding, Outcome
from messages.understanding.harmless import is_harmless
from storage.content_file.examined import read_content

STARTER = Path(__file__).parents[3] / "messages" / "starter"
URGENT = tuple(read_content(STARTER).urgent.values())

PLAINLY_NONE = (
    "brand bij de bakker is geblust",
    "gaslek in de steeg is verholpen, fijn weekend",
    "we roken gas maar het is al gemaakt",
    "vorig jaar rook het in de hal naar gas",
    "in 2011 stond de schuur in brand",
    "nee hoor, er is hier geen gaslucht",
    "there is no smell of gas at ours",
    "de koolmonoxidemelder piept, batterij is leeg",
    "als je gas ruikt: ramen open en bel 0800-9009",
    "droomde dat de meterkast in brand stond",
    "gaz kokusu komşunun tüpüymüş, yanlış alarm",
)
DANGER_ALL_THE_SAME = (
    "het gaslek is verholpen zeggen ze maar ik ruik gas",
    "loos alarm bij 12. bij 14 staat de schuur in brand",
    "vorig jaar ook al, en nu ruik ik weer gas",
    "geen brand, wel een gaslucht in de hal",
    "ruiken jullie geen gaslucht?",
    "nieuwe batterij en de koolmonoxidemelder piept nog",
    "er hangt een gaslucht op de gang, als je gas ruikt bel dan 0800-9009",
    "wat moet ik doen als ik gas ruik",
    "geen gaslucht bij 12, gaslucht bij 14",
    "geen brand bij ons en de buren staan in brand",
    "de ketel is vervangen en de koolmonoxidemelder gaat af",
    "koolmonoxidemelder gaat niet af, het koolmonoxidealarm beneden loeit",
    "als je gas ruikt moet je bellen, er is gaslucht op de galerij",
    "de brand is uit de hand gelopen, vlammen uit het dak",
    "in de film was het mooi, mijn keuken staat in brand",
    "haha dacht aan mijn man maar het is echt een gaslek",
    "barbecue omgevallen, de schutting staat in brand",
    "they said the leak was fixed but it smells of gas again",
    "صلحوه مبارح ورجعت ريحة الغاز",
)
SMOKE_OF_A_BARBECUE = (
    "rook van de barbecue komt naar binnen",
    "de vuurkorf van de buren stinkt naar rook tot in mijn slaapkamer",
    "sigarettenrook trekt door de afzuiging mijn badkamer in",
    "dym z grilla leci mi do kuchni",
)
FIRE_BESIDE_IT = (
    "rook van de barbecue, en nu brandt de schutting",
    "eerst leek het barbecuerook, het komt uit de garage",
    "er komt rook uit de gasfles van de barbecue",
    "rook van de barbecue binnen en iedereen heeft hoofdpijn",
    "vuurkorf omgewaaid, rook uit het dak",
)
LAMP_THAT_IS_ON = ("het lampje op de omvormer brandt groen", "wie laat het licht in de schuur branden")
LAMP_ON_FIRE = ("de lamp brandt en er komt rook uit", "lamp in de hal brandde door, het plafond smeult")


@pytest.mark.parametrize("text", PLAINLY_NONE)
def test_no_alarm_sounds_for_what_is_over_denied_or_told_of(text: str) -> None:
    assert LexicalUnderstanding((), URGENT).read(text, addressed=False).outcome is not Outcome.URGENT


@pytest.mark.parametrize("text", DANGER_ALL_THE_SAME)
def test_danger_is_heard_through_words_of_calm(text: str) -> None:
    assert LexicalUnderstanding((), URGENT).read(text, addressed=False).outcome is Outcome.URGENT


@pytest.mark.parametrize("text", [*SMOKE_OF_A_BARBECUE, *LAMP_THAT_IS_ON])
def test_smoke_of_a_barbecue_and_a_lamp_that_burns_are_no_fire(text: str) -> None:
    assert is_harmless(text, "brand", _untold, addressed=False)
    assert not is_harmless(text, "gas", _untold, addressed=False)
    assert not is_harmless(text, "koolmonoxide", _untold, addressed=False)


@pytest.mark.parametrize("text", [*FIRE_BESIDE_IT, *LAMP_ON_FIRE])
def test_what_catches_fire_at_a_barbecue_or_a_lamp_is_fire(text: str) -> None:
    assert not is_harmless(text, "brand", _untold, addressed=False)


def test_who_asks_the_bot_about_danger_gets_the_card_all_the_same() -> None:
    text = "stel dat mijn moeder gas ruikt, wat dan"
    understanding = LexicalUnderstanding((), URGENT)

    assert understanding.read(text, addressed=True).outcome is Outcome.URGENT
    assert understanding.read(text, addressed=False).outcome is not Outcome.URGENT


def test_a_long_message_is_never_harmless() -> None:
    assert not is_harmless("loos alarm " + "en zo " * 100, "brand", lambda text: "alarm" in text, addressed=False)


def _untold(text: str) -> bool:
    return False
