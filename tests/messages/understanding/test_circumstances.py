"""Around danger is told whether it is there at all: last year, if ever, not, or now."""

from pathlib import Path

import pytest

from messages.understanding.circumstances import Circumstances
from messages.understanding.lexicon import circumstances, danger_words
from messages.understanding.urgent import UrgentTriggers
from storage.content_file.examined import read_content

STARTER = Path(__file__).parents[3] / "messages" / "starter"
KINDS = list(circumstances()["around"])


@pytest.fixture(scope="module")
def triggers() -> UrgentTriggers:
    return UrgentTriggers(read_content(STARTER).urgent.values())


def _told(found: Circumstances) -> set[str]:
    return {kind for kind, told in zip(KINDS, found.told, strict=True) if told}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("vorig jaar was er een gaslek", {"past"}),
        ("in 2017 hing hier gaslucht", {"past"}),
        ("het gaslek is verholpen", {"over"}),
        ("hier is geen gaslucht", {"denied"}),
        ("Als je gas ruikt, bel dan 0800-9009", {"supposed", "call"}),
        ("ruikt er iemand gas?", {"asked"}),
        ("Gelesen in der Zeitung: Gasleck", {"told_elsewhere"}),
        ("u nas nie czuć gazu", {"ours", "denied"}),
        ("قبل سنة كان عندنا تسرب غاز", {"past", "ours"}),
    ],
)
def test_it_is_heard_what_is_said_around_danger(triggers: UrgentTriggers, text: str, kinds: set[str]) -> None:
    assert kinds <= _told(triggers.circumstances(text))


def test_the_order_tells_no_gas_here_from_no_here_gas(triggers: UrgentTriggers) -> None:
    denied, found = triggers.circumstances("geen gaslucht"), triggers.circumstances("gaslucht, geen grap")

    assert "denied > gas" in denied.course
    assert set(denied.course).isdisjoint(found.course)


def test_the_order_outlasts_a_typing_error(triggers: UrgentTriggers) -> None:
    assert triggers.circumstances("als je gas ruikd").course == triggers.circumstances("als je gas ruikt").course


@pytest.mark.parametrize("text", ["", "👍", "hallo buren", "als je tijd hebt, bel even"])
def test_without_danger_the_order_tells_nothing(triggers: UrgentTriggers, text: str) -> None:
    assert triggers.circumstances(text).course == []


def test_only_kinds_of_words_that_there_are_count_as_danger() -> None:
    named = {kind for kinds in circumstances()["danger"].values() for kind in kinds.split()}

    assert named <= set(danger_words())
