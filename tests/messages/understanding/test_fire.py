"""Fire, smoke, sparks and shocks have an answer of their own; a barbecue, a drill or a burning question has none."""

from pathlib import Path

import pytest

from messages.content import UrgentAnswer
from messages.understanding import Outcome, Understanding
from messages.understanding.encoder import Embedder, installed, is_installed
from messages.understanding.urgent import UrgentTriggers
from storage.content_file.examined import read_content

STARTER = Path(__file__).parents[3] / "messages" / "starter"
FIRE = UrgentAnswer(id="vuur", triggers=("woningbrand",), answer="Naar buiten.")
GAS = UrgentAnswer(id="gaslucht", triggers=("gaslucht",), answer="Ramen open.")

TELLS_OF_FIRE = (
    "er komt rook uit de meterkast",
    "vonken uit het stopcontact",
    "de omvormer staat in brand",
    "het huis hiernaast staat in de fik",
    "de hele gang staat vol rook",
    "vlammen uit het dak van de school",
    "frituurpan staat in brand",
    "de laadpaal rookt",
    "brandlucht bij de groepenkast",
    "de stekker is gesmolten en het snoer gloeit",
    "mijn zoon kreeg een schok van de wasmachine",
    "de kraan staat onder stroom",
    "ik krijg een schok als ik de kraan aanraak",
    "krijg stroom van de douche",
    "HELP BRAND",
    "there is smoke coming from the socket",
    "aus der Steckdose kommen Funken",
    "prizden duman çıkıyor",
    "iskry z gniazdka",
    "حريق في المطبخ",
)
ORDINARY_TALK = (
    "dat is de brandende vraag",
    "ik ben afgebrand in de vergadering",
    "brandgevaar van een thuisaccu, hoe zit dat",
    "wie betaalt de brandverzekering",
    "de brandtrap wordt geverfd",
    "brandgang opruimen zaterdag",
    "het lampje op de omvormer brandt groen",
    "licht brandt nog in de berging",
    "de barbecue rookt nog na, kom eten",
    "de houtkachel rookt een beetje",
    "de rookmelder piept want de batterij is leeg",
    "wat een schok, die rekening",
    "oefening met rook in de gang om twaalf uur",
    "verzekering tegen brand in de keuken",
    "von den Nachbarn gehört",
    "most neighbours in the flat and I",
    "ik rook iets lekkers",
)


@pytest.mark.parametrize("text", TELLS_OF_FIRE)
def test_fire_is_heard_in_whatever_way_it_is_told(text: str) -> None:
    assert UrgentTriggers([GAS, FIRE]).find(text) == "vuur"


@pytest.mark.parametrize("text", ORDINARY_TALK)
def test_talk_that_has_its_words_is_no_fire(text: str) -> None:
    assert UrgentTriggers([GAS, FIRE]).find(text) is None


def test_of_each_danger_the_first_answer_that_is_about_it_is_known() -> None:
    triggers = UrgentTriggers([GAS, FIRE, UrgentAnswer(id="later", triggers=("gaslek",), answer="Bel.")])

    assert triggers.about() == {"gas": "gaslucht", "brand": "vuur"}
    assert triggers.about(among={"later", "vuur"}) == {"gas": "later", "brand": "vuur"}


ROUNDABOUT = (
    "brand!!",
    "ik zie een rode gloed bij de bovenburen",
    "mijn matras smeult",
    "alles staat blauw van de rook hier",
    "brnad op de tweede",
    "it is burning upstairs, call 112",
    "pożar!",
)
OVER_OR_NOT_REAL = (
    "de brand van vorige week is uit, iedereen is weer thuis",
    "vanavond een film over een brandende toren",
    "is er veel kans op brand met zonnepanelen?",
    "kampvuur zaterdag, wie heeft hout",
    "vuur en vlam voor de warmtepomp",
    "wie kan mij uit de brand helpen met een ladder",
    "stopcontact",
)


@pytest.mark.skipif(not is_installed(), reason="the encoder is not installed")
@pytest.mark.parametrize("text", [*TELLS_OF_FIRE, *ROUNDABOUT])
def test_who_tells_of_fire_is_told_what_to_do(text: str) -> None:
    reading = _starter().read(text, addressed=True)

    assert (reading.outcome, reading.candidates[0].entry) == (Outcome.URGENT, "brand")


@pytest.mark.skipif(not is_installed(), reason="the encoder is not installed")
@pytest.mark.parametrize("text", [*ORDINARY_TALK, *OVER_OR_NOT_REAL])
def test_in_a_group_no_fire_is_seen_that_is_over_or_not_real(text: str) -> None:
    assert _starter().read(text, addressed=False).outcome is not Outcome.URGENT


@pytest.mark.skipif(not is_installed(), reason="the encoder is not installed")
def test_smoke_by_a_meter_is_fire_although_its_word_also_means_to_have_smelled() -> None:
    text = "kortsluiting en nu rook in de meterkast"

    assert UrgentTriggers([GAS]).find(text) == "gaslucht"
    assert _starter().read(text, addressed=False).candidates[0].entry == "brand"
    assert _starter().read("ik rook gas bij de meterkast", addressed=False).candidates[0].entry == "gaslucht"


def test_the_answer_that_words_call_for_is_given_unless_another_danger_is_meant() -> None:
    triggers = UrgentTriggers([GAS, FIRE, UrgentAnswer(id="later", triggers=("gaslek",), answer="Bel.")])

    assert triggers.rather("gaslucht", "brand") == "vuur"
    assert triggers.rather("later", "gas") == "later"
    assert triggers.rather("gaslucht", "brand", among={"gaslucht"}) == "gaslucht"
    assert triggers.rather("gaslucht", None) == "gaslucht"


def _starter() -> Understanding:
    from messages.understanding.encoded import Studio
    from messages.understanding.model import shipped

    return Studio(Embedder(installed()), shipped()).understanding((), read_content(STARTER).urgent.values())
