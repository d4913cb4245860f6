"""The golden questions: each finds its own entry, and a new phrasing takes none of them away."""

from pathlib import Path
from random import Random

import pytest

from messages.content import Audience, FAQEntry
from messages.golden import hurt_by, thefts
from storage.content_file.examined import read_content

STARTER = Path(__file__).parent.parent.parent / "messages" / "starter"


def entry(id_: str, question: str, *phrasings: str, streets: tuple[str, ...] = ()) -> FAQEntry:
    return FAQEntry(id=id_, question=question, phrasings=phrasings, answer="Ja.", audience=Audience(streets=streets))


NOISE = entry("geluid", "Maakt een warmtepomp veel geluid?", "hoeveel herrie maakt een warmtepomp buiten")
COSTS = entry("kosten", "Wat kost een warmtepomp?", "is een warmtepomp duur", "hoe duur is een warmtepomp")
PANS = entry("pannen", "Werken mijn pannen op inductie?", "moet ik nieuwe pannen kopen voor inductie")


def stolen(*faqs: FAQEntry) -> list[tuple[str, str, str]]:
    together = lambda one, other: not one.audience.streets or one.audience == other.audience  # noqa: E731
    return [(theft.entry, theft.text, theft.finder) for theft in thefts(faqs, together)]


def test_entries_that_differ_find_themselves() -> None:
    assert stolen(NOISE, COSTS, PANS) == []


def test_a_phrasing_that_is_anothers_question_is_named_with_who_finds_it() -> None:
    thief = entry("herrie", "Wat kan ik doen tegen herrie?", "maakt een warmtepomp veel geluid")

    [(owner, text, finder)] = stolen(NOISE, thief, COSTS)

    assert {owner, finder} == {"geluid", "herrie"}
    assert text.casefold().rstrip("?") == "maakt een warmtepomp veel geluid"


def test_entries_that_no_street_hears_together_steal_nothing() -> None:
    here = entry("hier", "Maakt een warmtepomp veel geluid?", streets=("lindelaan",))
    there = entry("daar", "Maakt een warmtepomp veel geluid?", streets=("eikenlaan",))

    assert stolen(here, there) == []


def test_a_single_word_is_nobodys_in_particular() -> None:
    assert stolen(entry("a", "Hoe vraag ik subsidie aan?", "subsidie?"), entry("b", "Krijg ik subsidie?", "geld")) == []


@pytest.mark.parametrize(
    "phrasing", ["wat kost zo'n warmtepomp", "is een warmtepomp duur?", "hoe duur is die warmtepomp"]
)
def test_a_phrasing_that_means_another_entry_is_refused(phrasing: str) -> None:
    assert hurt_by(phrasing, NOISE, [NOISE, COSTS, PANS]) == "kosten"


def test_a_phrasing_that_takes_anothers_question_is_refused() -> None:
    pans = entry("pannen", "Werken mijn pannen op inductie?", "kan ik met mijn oude pannen op inductie koken")

    assert hurt_by("werken mijn oude pannen op inductie koken", NOISE, [NOISE, COSTS, pans]) == "pannen"


@pytest.mark.parametrize("phrasing", ["hoeveel lawaai maakt een warmtepomp", "bromt zo'n kast de hele nacht"])
def test_a_phrasing_of_its_own_is_taken(phrasing: str) -> None:
    assert hurt_by(phrasing, NOISE, [NOISE, COSTS, PANS]) is None


def test_alone_an_entry_hurts_nobody() -> None:
    assert hurt_by("hoeveel lawaai maakt een warmtepomp", NOISE, [NOISE]) is None


def test_no_entry_of_the_starter_content_may_take_a_question_of_another() -> None:
    faqs = list(read_content(STARTER).faqs.values())
    chance = Random(7)
    for _ in range(15):
        theirs, mine = chance.sample(faqs, 2)
        question = chance.choice(theirs.phrasings)

        assert hurt_by(question, mine, faqs), (question, theirs.id, mine.id)
