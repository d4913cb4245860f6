"""Texts as people type them come down to plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.understanding.normalise import LONGEST, pieces_of, plain, readable, stem, uninflected, words_of


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("wnr ff mn zn wp idd", "wanneer even mijn zn warmtepomp inderdaad"),
        ("Geïsoleerd!", "geisoleerd"),
        ("zo'n ding, z'n huis, 't net", "zo een ding zijn huis het net"),
        ("heeeeel duuuur", "heel duur"),
        ("gas\u200blucht", "gaslucht"),
        ("\u202eＷarmtenet\u202c", "warmtenet"),
        ("kijk op https://voorbeeld.nl/a?b=c eens", "kijk op eens"),
        ("🔥🔥 pannen 🍳", "pannen"),
        ("ISI POMPASI ısı pompası İsmail", "isi pompasi isi pompasi ismail"),
        ("ogrzewanie z ciepłą wodą", "ogrzewanie z ciepla woda"),
        ("50-gradentest", "50 gradentest"),
        ("👍", ""),
        ("", ""),
    ],
)
def test_chat_comes_down_to_words(typed: str, words: str) -> None:
    assert " ".join(words_of(typed)) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("isoleert", "isoleren"),
        ("pan", "pannen"),
        ("warmtepomp", "warmtepompen"),
        ("ruikt", "ruiken"),
    ],
)
def test_inflected_words_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_at_least_four_letters_are_left_of_a_word() -> None:
    assert uninflected("gast") == "gast"
    assert uninflected("gassen") == "gas"


def test_what_divides_words_is_kept_where_it_matters() -> None:
    assert pieces_of("Co‑melder, gaaaas!!") == ["co", "-", "melder", ",", "gas", "!!"]


def test_initials_are_one_piece_and_other_full_stops_divide() -> None:
    assert pieces_of("De C.O. meter, c.v.-ketel. Plan b. O ja.")[1:6] == ["co", "meter", ",", "cv", "-"]
    assert pieces_of("ketel uit.ga nu. b. o ja")[-6:] == ["nu", ".", "b", ".", "o", "ja"]


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    assert len(readable("ﷺ" * 10_000)) <= LONGEST


@given(st.text())
def test_words_are_plain_whatever_is_typed(text: str) -> None:
    for word in words_of(text):
        assert word
        assert word == word.strip()


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    once = plain(readable(text))

    assert words_of(once) == words_of(text)
