"""A choice is offered for how likely the right entry is among those shown, however unlikely the first is."""

from dataclasses import replace

import pytest

pytest.importorskip("numpy")

import numpy as np

from messages.understanding.encoded import Examined
from messages.understanding.matching import Match, Matches
from messages.understanding.model import Model, shipped
from messages.understanding.reading import Outcome
from messages.understanding.signs import SIGNS

ALWAYS, SHARE, NEAREST, PHRASINGS = (SIGNS.index(sign) for sign in ("always", "share", "nearest", "phrasings"))


def _examined(share: float = 0.4, nearest: float = 0.6) -> Examined:
    signs = np.zeros(len(SIGNS))
    signs[ALWAYS], signs[SHARE], signs[NEAREST] = 1.0, share, nearest
    best = (Match(entry="a", likeness=0.4), Match(entry="b", likeness=0.3))
    return Examined(
        matches=Matches(best=best, closest=0.4, telling=2, words=4),
        shares=(0.4, 0.3),
        signs=signs,
        rows=np.zeros(1),
        richness=0.0,
        may_interrupt=True,
    )


def _model(*, first: float, among: float) -> Model:
    """One that is always as sure, in logarithm of the odds, of the first and of the few."""
    weights = np.zeros(len(SIGNS))
    bars = np.array([[0.8, 0.2, 0.9]] * 2)
    return shipped().with_(
        sure_addressed_own=np.where(np.arange(len(SIGNS)) == ALWAYS, first, weights),
        sure_overheard_own=np.where(np.arange(len(SIGNS)) == ALWAYS, first, weights),
        offer_own=np.where(np.arange(len(SIGNS)) == ALWAYS, among, weights),
        bars_own=bars,
    )


def _outcome(examined: Examined, model: Model, *, addressed: bool = True) -> Outcome:
    sure = examined.sure(model, addressed=addressed, own=True)
    return examined.outcome(model, sure, addressed=addressed, own=True)


def test_two_entries_of_which_either_may_be_meant_are_offered_though_neither_is_likely() -> None:
    assert _outcome(_examined(), _model(first=-3.0, among=2.0)) is Outcome.SUGGEST


def test_nothing_is_offered_when_the_right_one_is_hardly_among_them_though_the_first_is_no_less_likely() -> None:
    assert _outcome(_examined(), _model(first=0.0, among=-3.0)) is Outcome.UNKNOWN


def test_what_is_sure_enough_is_answered_whatever_might_be_offered() -> None:
    assert _outcome(_examined(), _model(first=3.0, among=-3.0)) is Outcome.ANSWER


def test_nothing_is_offered_where_no_entry_comes_near() -> None:
    assert _outcome(_examined(share=0.01, nearest=0.1), _model(first=0.0, among=5.0)) is Outcome.UNKNOWN


def test_what_is_asked_word_for_word_is_offered_at_least() -> None:
    far = _examined(share=0.01, nearest=0.1)
    literal = replace(far, matches=replace(far.matches, closest=1.0))

    assert _outcome(literal, _model(first=-3.0, among=-1.0)) in (Outcome.SUGGEST, Outcome.ANSWER)


def test_nothing_is_offered_to_who_does_not_speak_to_the_bot() -> None:
    assert _outcome(_examined(), _model(first=0.0, among=5.0), addressed=False) is Outcome.SILENT


def _partly_unknown(phrasings: int = 90, **matched: float) -> Examined:
    """Of 'mag mijn duif op de buitenunit' the entry knows 'buitenunit' alone."""
    examined = _examined()
    examined.signs[PHRASINGS] = np.log1p(phrasings)
    return replace(examined, matches=replace(examined.matches, **{"weakest": 0.57, "covered": 0.8, **matched}))


def test_what_is_asked_of_something_that_no_phrasing_knows_is_offered_and_not_answered() -> None:
    sure = _model(first=3.0, among=2.0)

    assert _outcome(_partly_unknown(), sure) is Outcome.SUGGEST
    assert _outcome(_partly_unknown(), _model(first=9.0, among=9.0), addressed=False) is Outcome.SILENT


def test_one_strange_word_among_many_is_no_reason_to_doubt() -> None:
    assert _outcome(_partly_unknown(telling=4), _model(first=3.0, among=2.0)) is Outcome.ANSWER


def test_few_phrasings_know_few_words() -> None:
    assert _outcome(_partly_unknown(phrasings=5), _model(first=3.0, among=2.0)) is Outcome.ANSWER


def test_another_language_has_words_of_its_own() -> None:
    examined = _partly_unknown()
    foreign = shipped().with_(sure_addressed_other=_model(first=3.0, among=0.0).sure(addressed=True, own=True))

    assert examined.sure(foreign, addressed=True, own=False) > 0.9
