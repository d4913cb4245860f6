"""Where quiet hours begin and end around a moment, across clock changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from messages.schedule import resolve
from messages.street import QuietHours

A_DAY = timedelta(days=1)


def is_quiet(moment: datetime, quiet: QuietHours | None) -> bool:
    """`moment` is local. Quiet hours that end when they start are none."""
    return quiet is not None and moment.time() in quiet


def end_of_quiet(moment: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """The first moment after `moment`, which lies in quiet hours, that does not."""
    day = moment.date() if moment.time() < quiet.end else moment.date() + A_DAY
    end = resolve(datetime.combine(day, quiet.end), zone)
    if end.astimezone(UTC) <= moment.astimezone(UTC):  # the clock was put back in between
        end = end.replace(fold=1)
    # Where a zone skips a whole day the end may be skipped too, and the next midnight is quiet again.
    return end_of_quiet(end, quiet, zone) if is_quiet(end, quiet) else end


def start_of_quiet(moment: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """When the quiet hours began in which `moment` lies."""
    day = moment.date() if moment.time() >= quiet.start else moment.date() - A_DAY
    return resolve(datetime.combine(day, quiet.start), zone)
