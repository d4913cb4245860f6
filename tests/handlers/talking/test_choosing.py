"""What a typed word chooses among the buttons that were shown."""

import pytest

from handlers.agreeing import to_the_point
from handlers.talking.typed_choices import _said
from messages.reply import Choice

YES_OR_NO = (Choice("Ja", "subscribe:lindelaan"), Choice("Nee", "decline"))
ERASE = (Choice("Ja, wis alles", "forget"), Choice("Nee", "decline"))
ONE_QUESTION = (Choice("Hoe werkt een warmtenet?", "faq:a"), Choice("Nee, iets anders", "none"))
TWO_QUESTIONS = (
    Choice("Hoe werkt het?", "faq:a"),
    Choice("Hoe duur is het?", "faq:b"),
    Choice("Nee, iets anders", "none"),
)
DAYS = (Choice("do 10 dec, 17.00 uur", "draft:1:pick:0"), Choice("vr 11 dec, 17.00 uur", "draft:1:pick:1"))


@pytest.mark.parametrize(
    ("typed", "options", "action"),
    [
        ("ja", YES_OR_NO, "subscribe:lindelaan"),
        ("nee", YES_OR_NO, "decline"),
        ("graag", YES_OR_NO, "subscribe:lindelaan"),
        ("ja", ERASE, "forget"),
        ("ja, wis alles", ERASE, "forget"),
        ("ja", ONE_QUESTION, "faq:a"),
        ("nee", ONE_QUESTION, "none"),
        ("hoe werkt het?", TWO_QUESTIONS, "faq:a"),
        ("nee", TWO_QUESTIONS, "none"),
        ("ja graag", YES_OR_NO, "subscribe:lindelaan"),
        ("ja hoor, doe maar", ERASE, "forget"),
        ("do 10", DAYS, "draft:1:pick:0"),
        ("nee, vr 11 dec", DAYS, "draft:1:pick:1"),
    ],
)
def test_a_typed_word_chooses(typed: str, options: tuple[Choice, ...], action: str) -> None:
    chosen = _said(to_the_point(typed), options)

    assert chosen
    assert chosen.action == action


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        ("hoe", TWO_QUESTIONS),
        ("ja", TWO_QUESTIONS),
        ("ja maar hoe duur is het", YES_OR_NO),
        ("misschien", YES_OR_NO),
        ("", YES_OR_NO),
        ("ja", ()),
    ],
)
def test_an_ambiguous_word_chooses_nothing(typed: str, options: tuple[Choice, ...]) -> None:
    assert _said(typed, options) is None
