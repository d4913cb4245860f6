"""Days and moments in a few words, for buttons and questions."""

from collections.abc import Mapping
from datetime import date, datetime, time

from babel.dates import format_date
from babel.localedata import exists

from messages.dates import FAR_AWAY_DAYS, clock, short_date

_PARTS = {"date": "d MMM", "weekday": "EEEE"}


def moment_label(starts_at: datetime, ends_at: datetime | None, language: str, now: datetime) -> str:
    """`do 10 dec, 19.30 uur`, with the year where it is far away or another one."""
    return f"{day_label(starts_at, language, now)}, {clock(starts_at, ends_at, language)}"


def day_label(day: datetime, language: str, now: datetime) -> str:
    far = day.year != now.year or abs((day.date() - now.date()).days) > FAR_AWAY_DAYS
    return f"{short_date(day, language)} {day.year}" if far else short_date(day, language)


def written(values: Mapping[str, str | date], language: str, now: datetime) -> dict[str, str]:
    """The values of a wording: a date is `10 dec`, its weekday `donderdag`, any other day `do 10 dec`."""
    return {
        name: value if isinstance(value, str) else _day(name, value, language, now) for name, value in values.items()
    }


def _day(name: str, day: date, language: str, now: datetime) -> str:
    if name in _PARTS:
        return format_date(day, _PARTS[name], locale=language if exists(language) else "nl").replace(".", "")
    return day_label(datetime.combine(day, time()), language, now)
