"""The days of a recurrence rule in words: `de eerste dinsdag`, `de 15e en de laatste dag`, `elke werkdag`."""

from collections.abc import Iterable, Sequence

from babel.dates import get_day_names, get_month_names

from messages.spoken.rhythms import WORKDAYS
from messages.spoken.rule_shape import RuleShape
from messages.spoken.rule_words import RuleWords


def listed(items: Sequence[str], words: RuleWords) -> str:
    """`a, b en c`"""
    return f" {words.conjunction} ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def weekday_names(days: Iterable[int], language: str) -> list[str]:
    names = get_day_names("wide", locale=language)
    return [names[day] for day in sorted(days)]


def month_names(months: Iterable[int], language: str) -> list[str]:
    names = get_month_names("wide", locale=language)
    return [names[month] for month in sorted(months)]


def rhythm_told(rule: RuleShape, language: str, words: RuleWords) -> str | None:
    """A rule of a usual shape in one phrase; None for any other. Months are told apart, except of a yearly rule."""
    days = {
        name
        for name in ("week_numbers", "year_days", "month_days", "weekdays", "nth_weekdays", "positions")
        if getattr(rule, name)
    }
    if rule.frequency == "YEARLY":
        return _yearly(rule, days, language, words)
    if not days:
        return rhythm(rule, words)
    if days == {"weekdays"} and (rule.frequency == "WEEKLY" or _is_daily(rule)):
        return _weekly(rule, language, words)
    return _monthly(rule, days, language, words) if rule.frequency == "MONTHLY" else None


def rhythm(rule: RuleShape, words: RuleWords) -> str:
    """`elke week`, or `om de twee weken`."""
    name = rule.frequency
    return words.each[name] if rule.interval == 1 else words.several[name].format(words.cardinal(rule.interval))


def _is_daily(rule: RuleShape) -> bool:
    return rule.frequency == "DAILY" and rule.interval == 1


def _weekly(rule: RuleShape, language: str, words: RuleWords) -> str:
    names = listed(weekday_names(rule.weekdays, language), words)
    if rule.interval > 1:
        return f"{rhythm(rule, words)} {words.on.format(names)}"
    return words.every.format(words.workday if rule.weekdays == set(WORKDAYS) else names)


def _monthly(rule: RuleShape, days: set[str], language: str, words: RuleWords) -> str | None:
    of_month = words.of[rule.frequency]
    if days == {"month_days"}:
        if rule.month_days == {-1} and rule.interval == 1:
            return f"{words.every.format(f'{words.last} {words.day}')} {of_month}"
        return f"{rhythm(rule, words)} {words.on.format(listed(month_days(rule.month_days, words), words))}"
    if days == {"weekdays", "positions"} and rule.weekdays == set(WORKDAYS):
        nths, name = list(rule.positions), words.workday
    elif days == {"nth_weekdays"} and len({day for _, day in rule.nth_weekdays}) == 1:
        nths, name = [nth for nth, _ in rule.nth_weekdays], _only_weekday(rule, language)
    elif days == {"nth_weekdays"}:
        return f"{rhythm(rule, words)} {words.on.format(listed(nth_weekdays(rule, language, words), words))}"
    else:
        return None
    several = f"{listed([nth_told(nth, words) for nth in front_to_back(nths)], words)} {name}"
    if rule.interval > 1:
        return f"{rhythm(rule, words)} {words.on.format(words.the.format(several))}"
    return f"{words.every.format(several)} {of_month}"


def _yearly(rule: RuleShape, days: set[str], language: str, words: RuleWords) -> str | None:
    if len(rule.months) != 1:
        return None
    month = month_names(rule.months, language)[0]
    if days == {"month_days"} and min(rule.month_days) > 0:
        dates = listed([f"{day} {month}" for day in sorted(rule.month_days)], words)
        return f"{rhythm(rule, words)} {words.on.format(dates)}"
    if days == {"nth_weekdays"}:
        named = listed(nth_weekdays(rule, language, words), words)
        return f"{rhythm(rule, words)} {words.on.format(named)} {words.of_that_month.format(month)}"
    return None


def _only_weekday(rule: RuleShape, language: str) -> str:
    return weekday_names({day for _, day in rule.nth_weekdays}, language)[0]


def nth_weekdays(rule: RuleShape, language: str, words: RuleWords) -> list[str]:
    """`de eerste dinsdag`"""
    ordered = sorted(rule.nth_weekdays, key=lambda pair: (pair[0] < 0, pair))
    return [words.the.format(f"{nth_told(nth, words)} {weekday_names([day], language)[0]}") for nth, day in ordered]


def nth_told(nth: int, words: RuleWords) -> str:
    if nth > 0:
        return words.ordinal(nth)
    return words.last if nth == -1 else words.from_last(-nth)


def month_days(days: Iterable[int], words: RuleWords) -> list[str]:
    """`de 15e`, `de laatste dag`"""
    return [_month_day(day, words) for day in front_to_back(days)]


def _month_day(day: int, words: RuleWords) -> str:
    return words.the.format(words.numbered(day) if day > 0 else f"{nth_told(day, words)} {words.day}")


def front_to_back(numbers: Iterable[int]) -> list[int]:
    """From the front, then from the back, the last at the end."""
    return sorted(numbers, key=lambda n: (n < 0, n))
