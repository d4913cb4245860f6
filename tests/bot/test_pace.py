"""Never more than the limit within any window, and no chat made to wait by another."""

from collections import defaultdict
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pace import LIMITS, Limit, Limits, Pace, Place
from messages.street import ChatKind, Platform
from tests.doubles.stored import NOON, after

GROUP, PRIVATE = ChatKind.GROUP, ChatKind.PRIVATE
TELEGRAM = LIMITS[Platform.TELEGRAM]
MINUTE = timedelta(minutes=1)

# A small bot, so that few messages meet every limit.
SMALL = Limits(token=Limit(3, timedelta(seconds=1)), chat=Limit(1, timedelta(seconds=1)), group=Limit(4, MINUTE))
# Attempts to send: how long after the last one, in which chat.
ATTEMPTS = st.lists(st.tuples(st.integers(0, 1500), st.integers(1, 4)), max_size=120)


def most_in_a_window(moments: list[datetime], span: timedelta) -> int:
    return max((sum(start <= moment < start + span for moment in moments) for start in moments), default=0)


@given(ATTEMPTS)
@settings(max_examples=150)
def test_no_window_ever_holds_more_than_its_limit(attempts: list[tuple[int, int]]) -> None:
    pace, now = Pace(SMALL), NOON
    sent: defaultdict[int, list[datetime]] = defaultdict(list)

    for milliseconds, chat in attempts:
        now += timedelta(milliseconds=milliseconds)
        if pace.room(now) > 0 and chat not in pace.resting(now):
            pace.sent(chat, GROUP if chat % 2 else PRIVATE, now)
            sent[chat].append(now)

    everything = [moment for moments in sent.values() for moment in moments]
    assert most_in_a_window(everything, SMALL.token.span) <= SMALL.token.most
    for chat, moments in sent.items():
        assert most_in_a_window(moments, SMALL.chat.span) <= SMALL.chat.most
        if chat % 2:
            assert most_in_a_window(moments, MINUTE) <= 4


@given(
    st.lists(st.tuples(st.integers(0, 1500), st.integers(1, 4), st.integers(0, 1200), st.floats(0, 1)), max_size=120)
)
@settings(max_examples=150)
def test_nor_does_any_window_of_the_platform_wherever_between_call_and_answer_it_counts(
    calls: list[tuple[int, int, int, float]],
) -> None:
    pace, now = Pace(SMALL), NOON
    under_way: list[tuple[datetime, Place]] = []
    arrived: list[datetime] = []

    for pause, chat, takes, when in calls:
        now += timedelta(milliseconds=pause)
        for answered, place in sorted(under_way, key=lambda one: one[0]):
            if answered <= now:
                place.used(answered)
        under_way = [one for one in under_way if one[0] > now]
        if pace.room(now) > 0 and chat not in pace.resting(now):
            call = timedelta(milliseconds=takes)
            under_way.append((now + call, pace.begin(chat, PRIVATE, now)))
            arrived.append(now + call * when)

    assert most_in_a_window(arrived, SMALL.token.span) <= SMALL.token.most


def test_a_message_has_its_place_until_a_second_after_its_answer() -> None:
    pace = Pace(TELEGRAM)
    place = pace.begin(1, GROUP, NOON)

    assert (pace.room(after(seconds=9)), pace.resting(after(seconds=9))) == (29, {1})
    place.used(after(seconds=10))
    place.used(after(seconds=60))
    assert (pace.room(after(seconds=10.9)), pace.resting(after(seconds=10.9))) == (29, {1})
    assert (pace.room(after(seconds=11)), pace.resting(after(seconds=11))) == (30, frozenset())


def test_a_broadcast_goes_evenly_and_leaves_room_for_an_answer() -> None:
    pace, now, sent, found = Pace(TELEGRAM), NOON, 0, 0
    while now < after(seconds=60):
        if pace.steady_room(now) and pace.room(now) > 0:
            pace.begin(sent, GROUP, now).used(now)
            sent += 1
        found += pace.room(now) > 0
        now += timedelta(milliseconds=1)

    assert sent >= 0.97 * 30 * 60
    assert found >= 0.5 * 60_000


def test_an_answer_hardly_waits_for_a_broadcast() -> None:
    pace, now, chats, waited = Pace(TELEGRAM), NOON, count(), []
    asked_at = [after(seconds=0.55 * number) for number in range(1, 100)]
    while asked_at:
        if asked_at[0] <= now and pace.room(now) > 0:
            waited.append((now - asked_at.pop(0)) / timedelta(milliseconds=1))
            pace.begin(next(chats), PRIVATE, now).used(now)
        if pace.steady_room(now) and pace.room(now) > 0:
            pace.begin(next(chats), GROUP, now).used(now)
        now += timedelta(milliseconds=1)

    assert next(chats) >= 0.97 * 30 * 0.55 * 99
    assert sorted(waited)[94] <= 20


def test_a_pause_of_the_machine_is_made_good_but_not_a_long_one() -> None:
    pace = Pace(TELEGRAM)

    assert pace.steady_room(NOON) == 2
    for chat in range(2):
        pace.begin(chat, GROUP, NOON).used(NOON)
    assert pace.steady_room(NOON) == 0
    assert pace.steady_opens_at(NOON) <= after(seconds=0.035)
    assert pace.steady_room(after(seconds=10)) == 2


@given(ATTEMPTS)
@settings(max_examples=50)
def test_whenever_it_says_that_there_is_room_again_there_is(attempts: list[tuple[int, int]]) -> None:
    pace, now = Pace(SMALL), NOON

    for milliseconds, chat in attempts:
        now += timedelta(milliseconds=milliseconds)
        opens_at = pace.opens_at(now)

        assert (opens_at == now) == (pace.room(now) > 0)
        now = opens_at
        assert pace.room(now) > 0
        pace.sent(chat, PRIVATE, now)


@pytest.mark.parametrize("platform", list(Platform))
def test_all_that_the_platform_allows_can_be_used(platform: Platform) -> None:
    pace, limits = Pace(LIMITS[platform]), LIMITS[platform]

    for chat in range(limits.token.most):
        assert pace.room(NOON) > 0
        pace.sent(chat, PRIVATE, NOON)

    assert pace.room(NOON) == 0
    assert pace.room(NOON + limits.token.span) == limits.token.most


def test_a_group_on_telegram_gets_twenty_a_minute_and_a_private_chat_more() -> None:
    pace = Pace(TELEGRAM)
    for second in range(20):
        pace.sent(1, GROUP, after(seconds=second))
        pace.sent(2, PRIVATE, after(seconds=second))

    assert pace.resting(after(seconds=59)) == {1}
    assert pace.resting(after(seconds=60)) == frozenset()


def test_a_chat_rests_and_the_others_go_on() -> None:
    pace = Pace(TELEGRAM)
    pace.sent(1, PRIVATE, NOON)
    pace.halt(2, after(seconds=30))

    assert pace.room(NOON) == 29
    assert pace.resting(NOON) == {1, 2}
    assert pace.resting(after(seconds=1)) == {2}
    assert pace.resting(after(seconds=30)) == frozenset()


def test_a_clock_that_is_set_back_makes_nobody_wait_for_it() -> None:
    pace = Pace(TELEGRAM)
    for chat in range(30):
        pace.sent(chat, GROUP, NOON)
    pace.halt(99, after(seconds=5))
    pace.room(after(seconds=0.5))

    back = after(hours=-1)
    assert pace.room(back) == 0  # still: half a second has gone by, whatever the clock says
    assert 99 in pace.resting(back)

    assert pace.room(back + timedelta(seconds=0.5)) == 30
    assert pace.resting(back + timedelta(seconds=5)) == frozenset()


def test_one_chat_that_is_refused_time_after_time_slows_nobody_else() -> None:
    pace = Pace(TELEGRAM)

    for second in range(9):
        pace.refused(1, after(seconds=second + 1), after(seconds=second))

    assert pace.resting(after(seconds=8)) == {1}
    assert pace.room(after(seconds=20)) == 30


def test_several_chats_that_are_refused_at_once_slow_the_token_which_recovers_by_itself() -> None:
    pace = Pace(TELEGRAM)
    for chat in range(3):
        pace.refused(chat, after(seconds=1), after(seconds=3 * chat))

    assert pace.room(after(seconds=10)) == 21
    assert pace.room(after(seconds=6 + 60)) == 22
    assert pace.room(after(seconds=6 + 8 * 60)) == 29
    assert pace.room(after(hours=1)) == 30


def test_refusals_far_apart_are_no_reason_to_slow_down() -> None:
    pace = Pace(TELEGRAM)
    for chat in range(6):
        pace.refused(chat, after(seconds=1), after(seconds=6 * chat))

    assert pace.room(after(minutes=2)) == 30


@given(st.lists(st.tuples(st.integers(0, 90_000), st.integers(1, 6)), max_size=80))
@settings(max_examples=150)
def test_however_often_it_is_refused_it_goes_on_and_never_faster_than_published(refused: list[tuple[int, int]]) -> None:
    pace, now = Pace(SMALL), NOON

    for milliseconds, chat in refused:
        now += timedelta(milliseconds=milliseconds)
        pace.refused(chat, now, now)
        assert 1 <= pace.room(now) <= SMALL.token.most

    assert pace.room(now + SMALL.token.most * MINUTE) == SMALL.token.most


def test_after_a_take_over_nothing_goes_until_a_whole_window_has_passed() -> None:
    pace = Pace(TELEGRAM)

    pace.take_over(NOON)

    assert pace.room(NOON) == 0
    assert pace.opens_at(NOON) == after(seconds=1)
    assert pace.room(after(seconds=1)) == 30
