"""Who dictates may get the names of the signs written out."""

import pytest

from messages.dictated import as_written


@pytest.mark.parametrize(
    ("dictated", "written"),
    [
        ("goedemiddag straatbot komma ik heb een vraag punt", "goedemiddag straatbot, ik heb een vraag."),
        ("wat kost een warmtepomp vraagteken", "wat kost een warmtepomp?"),
        ("Dat is mooi punt en wat kost dat Vraagteken", "Dat is mooi. en wat kost dat?"),
        ("nieuw borrel vrijdag dubbele punt neem iets mee uitroepteken", "nieuw borrel vrijdag: neem iets mee!"),
    ],
)
def test_the_names_of_signs_become_signs(dictated: str, written: str) -> None:
    assert as_written(dictated) == written


@pytest.mark.parametrize(
    "text",
    [
        "dat is een goed punt",
        "nul komma vijf graden",
        "zet er een komma tussen",
        "punt",
        "vraagteken",
        "Wat kost het? Dat is een punt",
        "de nul komma vijf telt niet mee",
    ],
)
def test_what_is_no_dictated_sign_stays(text: str) -> None:
    assert as_written(text) == text
