"""Dates and times as people here write them: `do 10 dec, 19.30–21.00 uur`."""

from datetime import datetime

FAR_AWAY_DAYS = 60


def short_date(moment: datetime, language: str) -> str:
    """`do 10 dec`"""
    # It comes with the first sentence, not with a start: see `messages.wording`.
    from babel.dates import format_datetime
    from babel.localedata import exists

    locale = language if exists(language) else "nl"
    return format_datetime(moment, "EEE d MMM", locale=locale).replace(".", "")


def clock(starts_at: datetime, ends_at: datetime | None, language: str) -> str:
    """`19.30 uur`, or `19.30–21.00 uur`; in English `19:30`. The end is left out when it is another day."""
    separator, unit = (".", " uur") if language == "nl" else (":", "")
    end = f"–{ends_at:%H{separator}%M}" if ends_at and ends_at.date() == starts_at.date() else ""
    return f"{starts_at:%H{separator}%M}{end}{unit}"


def short_moment(starts_at: datetime, ends_at: datetime | None, language: str) -> str:
    """`do 10 dec, 19.30–21.00 uur`"""
    return f"{short_date(starts_at, language)}, {clock(starts_at, ends_at, language)}"
