"""What is kept of a question has nobody's name, number or address in it, and can still be answered."""

import pytest

from messages.scrubbing import GAP, LONGEST, scrub


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("bel me op 06-12345678 of +31 6 1234 5678 graag", "bel me op […] of […] graag"),
        ("mijn nummer is (0341) 12 34 56, kan dat?", "mijn nummer is […], kan dat?"),
        ("mail naar fatma.y@example.org of fatma punt y at example punt org", "mail naar […] of […]"),
        ("zie https://example.org/u/fatma voor mijn dak", "zie […] voor mijn dak"),
        ("wat vind @piet ervan?", "wat vind […] ervan?"),
        ("kan het van NL91ABNA0417164300 af?", "kan het van […] af?"),
        ("kan het van nl91 abna 0417 1643 00 af?", "kan het van […] af?"),
        ("mijn meter heeft ean 871685900012345678", "mijn meter heeft ean […]"),
        ("er staat een auto, 12-ABC-3, bij de laadpaal", "er staat een auto, […], bij de laadpaal"),
    ],
)
def test_numbers_and_addresses_of_people_go(said: str, kept: str) -> None:
    assert scrub(said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("ik woon op Lindelaan 12a, mag ik een warmtepomp?", "ik woon op […], mag ik een warmtepomp?"),
        ("postcode 3812 AB 14, krijg ik subsidie?", "postcode […], krijg ik subsidie?"),
        ("postcode 2511 cv 4, krijg ik subsidie?", "postcode […], krijg ik subsidie?"),
        ("ik woon in de kerkstr. 3, huisnummer 3", "ik woon in de […]"),
        ("krijgt laan van meerdervoort 300 een warmtenet?", "krijgt […] een warmtenet?"),
        ("hoort de pomp van nummer 14 hs zo te brommen?", "hoort de pomp van […] zo te brommen?"),
    ],
)
def test_where_somebody_lives_goes(said: str, kept: str) -> None:
    assert scrub(said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("hoi Henk, is mijn dak sterk genoeg? groetjes fatma", "hoi […], is mijn dak sterk genoeg? groetjes […]"),
        ("annelies' warmtepomp bromt", "warmtepomp bromt"),
        ("hoi gerritje, kan het?", "hoi […], kan het?"),
        ("ik ben Fatma Yilmaz en ik wil een pomp", "ik ben […] en ik wil een pomp"),
        ("Mijn naam is Bob de Bouwer. Kan dat?", "Mijn naam is […]. Kan dat?"),
        ("ik heet zwaluwstaart, kan dat?", "ik heet […], kan dat?"),
        ("familie de vries heeft last van herrie", "familie […] heeft last van herrie"),
        ("mijn zoon Mohammed el Amrani heeft het koud", "mijn zoon […] heeft het koud"),
        ("waarom doet gerrit dat niet?", "waarom doet […] dat niet?"),
        ("wil je Wil vragen of de deur van Door dicht mag", "wil je […] vragen of de deur van […] dicht mag"),
        ("Is the heat pump of Mrs Smith loud?", "Is the heat pump of […] loud?"),
        ("Ist die Wärmepumpe laut, Herr Müller?", "Ist die Wärmepumpe laut, Herr […]?"),
        ("Меня зовут Олег, сколько стоит?", "Меня зовут […], сколько стоит?"),
        ("kan dat?\nmvg Klaas-Jan van den Berg", "kan dat? mvg […]"),
    ],
)
def test_names_go(said: str, kept: str) -> None:
    assert scrub(said) == kept


def test_known_names_go_in_small_letters_too() -> None:
    assert scrub("zwaluwstaart wil het weten van zwaluw", names=["Zwaluwstaart van Zwaluw"]) == "wil het weten van […]"


@pytest.mark.parametrize(
    "said",
    [
        "mag mn duif op de buitenunit",
        "Hoi allemaal, mag mijn hond bij de pomp?",
        "ik ben huurder en wil een hybride pomp",
        "stopt salderen in 2027 of later, en tussen 2026-2030?",
        "is € 12.500 duur, of 10.000-15.000 euro?",
        "heb ik 16 zonnepanelen nodig voor 4500 kwh en 1800 m3 gas",
        "kan ik ISDE krijgen voor HR++ glas in januari?",
        "Werkt een Daikin met een oude ketel?",
        "MAG MIJN DUIF OP DE BUITENUNIT",
        "door de deur kan ik wil je dat",
    ],
)
def test_what_the_question_is_about_stays(said: str) -> None:
    assert scrub(said) == said


def test_a_capital_without_a_known_word_is_taken_for_a_name_unless_the_content_uses_it() -> None:
    assert scrub("hoe doet de Brugwachter mee?") == f"hoe doet de {GAP} mee?"
    assert scrub("hoe doet de Brugwachter mee?", familiar={"brugwachter"}) == "hoe doet de Brugwachter mee?"


def test_nothing_is_kept_where_nothing_is_left() -> None:
    for said in ("Fatma", "06-12345678", "", "  ?! ", "https://example.org", "020-1234567, Henk"):
        assert scrub(said) == ""


def test_a_long_message_is_kept_short_and_hidden_characters_hide_nothing() -> None:
    assert len(scrub("waarom? " * 500)) <= LONGEST
    assert scrub("bel 06\u200b12345\u200b678 maar") == "bel […] maar"
