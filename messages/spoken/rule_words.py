"""The small words with which a recurrence rule is told, per language."""

from collections.abc import Callable
from dataclasses import dataclass

from messages.spoken.vocabulary import CARDINALS, ENGLISH_CARDINALS, ENGLISH_ORDINALS, ORDINALS

_IN_WORDS = 12  # numbers up to here are written out in both languages


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """Sentences with a hole; the rhythms are those of one and of several, by frequency."""

    cardinal: Callable[[int], str]
    ordinal: Callable[[int], str]
    numbered: Callable[[int], str]
    times: Callable[[int], str]
    each: dict[str, str]
    several: dict[str, str]
    of: dict[str, str]
    every: str
    on: str
    at: str
    conjunction: str
    workday: str
    the: str
    last: str
    from_last: Callable[[int], str]
    day: str
    of_that_month: str
    only: str
    only_in: str
    weeks: str
    year_days: str
    hours: str
    minutes: str
    seconds: str
    positions: str
    week_starts: str
    once: str
    moments: str
    since: str
    running_since: str
    until: str


def _dutch_times(n: int) -> str:
    return "één keer" if n == 1 else f"{_dutch_cardinal(n)} keer"


def _dutch_cardinal(n: int) -> str:
    return CARDINALS[n] if n <= _IN_WORDS else str(n)


def _dutch_ordinal(n: int) -> str:
    return ORDINALS[n] if n <= _IN_WORDS else f"{n}e"


def _english_times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{_english_cardinal(n)} times")


def _english_cardinal(n: int) -> str:
    return ENGLISH_CARDINALS[n] if n <= _IN_WORDS else str(n)


def _english_ordinal(n: int) -> str:
    return ENGLISH_ORDINALS[n] if n < len(ENGLISH_ORDINALS) else _english_numbered(n)


def _english_numbered(n: int) -> str:
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


WORDS = {
    "nl": RuleWords(
        cardinal=_dutch_cardinal,
        ordinal=_dutch_ordinal,
        numbered=lambda n: f"{n}e",
        times=_dutch_times,
        each={
            "YEARLY": "elk jaar",
            "MONTHLY": "elke maand",
            "WEEKLY": "elke week",
            "DAILY": "elke dag",
            "HOURLY": "elk uur",
            "MINUTELY": "elke minuut",
        },
        several={
            "YEARLY": "om de {} jaar",
            "MONTHLY": "om de {} maanden",
            "WEEKLY": "om de {} weken",
            "DAILY": "om de {} dagen",
            "HOURLY": "om de {} uur",
            "MINUTELY": "om de {} minuten",
        },
        of={
            "YEARLY": "van het jaar",
            "MONTHLY": "van de maand",
            "WEEKLY": "van de week",
            "DAILY": "van de dag",
            "HOURLY": "van het uur",
            "MINUTELY": "van de minuut",
        },
        every="elke {}",
        on="op {}",
        at="om {} uur",
        conjunction="en",
        workday="werkdag",
        the="de {}",
        last="laatste",
        from_last=lambda n: f"op {'één' if n == 2 else _dutch_cardinal(n - 1)} na laatste",
        day="dag",
        of_that_month="van {}",
        only="alleen op {}",
        only_in="alleen in {}",
        weeks="alleen in week {}",
        year_days="alleen op {} van het jaar",
        hours="alleen in uur {}",
        minutes="op minuut {}",
        seconds="op seconde {}",
        positions="en daarvan alleen {} {}",
        week_starts="waarbij de week op {} begint",
        once="één keer: {}",
        moments="hoogstens {} momenten",
        since="vanaf {}",
        running_since="sinds {}",
        until="tot en met {}",
    ),
    "en": RuleWords(
        cardinal=_english_cardinal,
        ordinal=_english_ordinal,
        numbered=_english_numbered,
        times=_english_times,
        each={
            "YEARLY": "every year",
            "MONTHLY": "every month",
            "WEEKLY": "every week",
            "DAILY": "every day",
            "HOURLY": "every hour",
            "MINUTELY": "every minute",
        },
        several={
            "YEARLY": "every {} years",
            "MONTHLY": "every {} months",
            "WEEKLY": "every {} weeks",
            "DAILY": "every {} days",
            "HOURLY": "every {} hours",
            "MINUTELY": "every {} minutes",
        },
        of={
            "YEARLY": "of the year",
            "MONTHLY": "of the month",
            "WEEKLY": "of the week",
            "DAILY": "of the day",
            "HOURLY": "of the hour",
            "MINUTELY": "of the minute",
        },
        every="every {}",
        on="on {}",
        at="at {}",
        conjunction="and",
        workday="weekday",
        the="the {}",
        last="last",
        from_last=lambda n: f"{_english_ordinal(n)} to last",
        day="day",
        of_that_month="of {}",
        only="only on {}",
        only_in="only in {}",
        weeks="only in week {}",
        year_days="only on {} of the year",
        hours="only in hour {}",
        minutes="at minute {}",
        seconds="at second {}",
        positions="and of those only {} {}",
        week_starts="with weeks that begin on {}",
        once="once: {}",
        moments="at most {} moments",
        since="from {}",
        running_since="since {}",
        until="up to and including {}",
    ),
}


def language_told(language: str) -> str:
    """The language itself where there are words in it, or else Dutch."""
    spoken = language.partition("-")[0]
    return spoken if spoken in WORDS else "nl"
