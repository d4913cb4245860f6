"""The rules of the plan read a second time, slowly and plainly, to compare the real plan with.

Imports nothing of the plan: every moment is reckoned from the first on, by dateutil, and minute by minute.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

MINUTE = timedelta(minutes=1)


def reckon(content, first, last):
    """The lines of the plan as dicts, of all streets, in order."""
    lines = [
        line
        for street in content.streets.values()
        for line in street_lines(street, content, last)
        if first <= line["due"].astimezone(ZoneInfo(street.timezone)).date() <= last
    ]
    return sorted(lines, key=lambda line: (line["due"], line["street"], line["kind"], line["item"]))


def street_lines(street, content, last):
    lines = []
    horizon = datetime.combine(last, datetime.min.time()) + timedelta(days=60)
    for item in content.announcements.values():
        if concerns(item.audience, street):
            lines += announcement_lines(street, item, horizon)
    for item in content.events.values():
        if concerns(item.audience, street):
            lines += event_lines(street, item, horizon)
    return settle(street, lines)


def concerns(audience, street):
    named = street.id in audience.streets or any(tag in audience.tags for tag in street.tags)
    everybody = audience.streets == () and audience.tags == ()
    return (named or everybody) and street.id not in audience.excluded


def raw_moments(starts_at, repeats, until, horizon):
    if repeats is None:
        found = [starts_at]
    else:
        parts = [part for part in repeats.split(";") if not part.startswith("UNTIL=")]
        ends = [part for part in repeats.split(";") if part.startswith("UNTIL=")]
        if ends:
            ruled = date.fromisoformat(ends[0][6:14])
            until = min(until, ruled) if until else ruled
        found = []
        for moment in rrulestr(";".join(parts), dtstart=starts_at):
            if moment > horizon:
                break
            found.append(moment)
    return [moment for moment in found if until is None or moment.date() <= until]


@cache
def offsets_around(day, zone):
    """Every offset from UTC that the zone has within two days of this one."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return {(noon + timedelta(hours=h)).astimezone(zone).utcoffset() for h in range(-60, 61)}


def clock(instant, zone):
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)


@cache
def instant_of(local, zone):
    offsets = offsets_around(local.date(), zone)
    readings = [(local - offset).replace(tzinfo=UTC) for offset in offsets]
    right = [instant for instant in readings if clock(instant, zone) == local]
    if right:
        return min(right)
    instant = min(readings)
    while clock(instant, zone) < local:
        instant += MINUTE
    return instant


def in_quiet(instant, street):
    now = instant.astimezone(ZoneInfo(street.timezone)).time()
    quiet = street.quiet_hours
    if quiet is None or quiet.start == quiet.end:
        return False
    if quiet.start < quiet.end:
        return quiet.start <= now < quiet.end
    return now >= quiet.start or now < quiet.end


def announcement_lines(street, item, horizon):
    zone, schedule = ZoneInfo(street.timezone), item.schedule
    lines = {}
    for local in raw_moments(schedule.starts_at, schedule.repeats, schedule.until, horizon):
        due = send = instant_of(local, zone)
        reason = None
        if schedule.paused:
            send, reason = None, "paused"
        elif in_quiet(due, street) and schedule.quiet_hours == "drop":
            send, reason = None, "quiet_hours"
        elif in_quiet(due, street) and schedule.quiet_hours == "move":
            reason = "quiet_hours"
            while in_quiet(send, street):
                send += MINUTE
            if send - due > schedule.expires_after:
                send, reason = None, "expired"
        lines[due] = line_of(street, "announcement", item, due, send, reason)
    return list(lines.values())


def event_lines(street, item, horizon):
    zone = ZoneInfo(street.timezone)
    lines = {}
    for local in raw_moments(item.starts_at, item.repeats, None, horizon):
        start = instant_of(local, zone)
        for kind, leads in (("event", item.announce), ("reminder", item.reminders)):
            for lead in leads:
                due = send = instant_of(local - timedelta(days=lead.days), zone) - lead.elapsed
                while in_quiet(send, street):
                    send += MINUTE
                if in_quiet(due, street) and send >= start:
                    send = due
                    while in_quiet(send - MINUTE, street):
                        send -= MINUTE
                reason = "quiet_hours" if send != due else None
                lines.setdefault((kind, due, local), line_of(street, kind, item, due, send, reason, local))
    return list(lines.values())


def line_of(street, kind, item, due, send, reason, occurs_at=None):
    line = {"street": street.id, "kind": kind, "item": item.id, "due": due, "send": send, "reason": reason}
    return line | {"wording": None, "occurs_at": occurs_at, "source": item}


def settle(street, lines):
    """Gives out the places of each week, and ends each schedule after its times."""
    zone = ZoneInfo(street.timezone)
    week = {id(line): line["send"].astimezone(zone).isocalendar()[:2] for line in lines if line["send"]}
    sent, over = {}, set()
    for number in sorted(set(week.values())):
        places = 0
        for kind in ("event", "announcement"):
            waiting = [line for line in lines if week.get(id(line)) == number and line["kind"] == kind]
            for line in sorted(waiting, key=lambda line: (line["due"], line["item"])):
                earlier = sent.setdefault((kind, line["item"]), [])
                if kind == "announcement" and len(earlier) == line["source"].schedule.times:
                    over.add(id(line))
                elif places == street.weekly_limit:
                    line["send"], line["reason"] = None, "weekly_limit"
                else:
                    places += 1
                    if kind == "announcement":
                        line["wording"] = len(earlier) % len(line["source"].wordings)
                    earlier.append(line["due"])
    return [line for line in lines if id(line) not in over and not came_too_late(line, sent)]


def came_too_late(line, sent):
    """Dropped, for whatever reason, after the last of its schedule's times had been sent."""
    if line["kind"] != "announcement" or line["send"] or line["source"].schedule.times is None:
        return False
    earlier = sent.get(("announcement", line["item"]), [])
    return sum(due < line["due"] for due in earlier) >= line["source"].schedule.times


def outcome(line):
    if line["send"] is None:
        return "dropped"
    return "moved" if line["send"] != line["due"] else "send"


def as_tuple(line, zone):
    send = line["send"] and line["send"].astimezone(zone).isoformat()
    due = line["due"].astimezone(zone).isoformat()
    shown = (line["street"], line["kind"], line["item"], due, send)
    return (*shown, outcome(line), line["reason"], line["wording"], line["occurs_at"])
