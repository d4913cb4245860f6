"""The values of the content file, one type each: how it is read, what is wrong with it, how it is written."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, PlainSerializer, PlainValidator

from messages.content import LeadTime
from messages.placeholders import PLACEHOLDERS, meant_placeholder, unknown_placeholders
from messages.street import QuietHours
from storage.content_file.words import did_you_mean

LONGEST_TEXT = 4096  # of one message: https://core.telegram.org/bots/api#sendmessage
LONGEST_LABEL = 1000
LONGEST_ID = 64
LONGEST_LEAD = timedelta(days=3660)

_BREAK = re.compile("[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])")
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LINK = re.compile(r"(?<!\\)\]\(\s*<?([^)\s>]*)")
_LINKABLE = re.compile(r"(https?://|mailto:|tel:)\S", re.IGNORECASE)
_CLOCK = r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.0+)?)?"
_LOCAL = re.compile(rf"(\d{{4}}-\d\d-\d\d)[Tt ]{_CLOCK}\s*([Zz]|[+-]\d\d?(?::?\d\d)?)?")
_DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_SPAN = re.compile(r"(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def tidy(text: str) -> str:
    """Without space at the ends of the text and of its lines: what `|` adds or an editor leaves."""
    return _BREAK.sub("\n", text).strip()


def _one_line(text: str) -> str:
    return re.sub(r"\s*[\n\t]\s*", " ", tidy(text))


def _checked(text: str, faults: list[str]) -> str:
    if faults:
        raise ValueError("\n".join(faults))
    return text


def _faults(text: str, longest: int) -> list[str]:
    controls = dict.fromkeys(_CONTROL.findall(text))
    faults = [f"holds the control character U+{ord(control):04X}: take it out" for control in controls]
    if len(text) > longest:
        faults.append(f"is {len(text)} characters long, more than the {longest} that fit: make it shorter")
    faults += [_unknown_placeholder(written) for written in unknown_placeholders(text)]
    faults += [_bad_link(url) for url in _LINK.findall(text) if not _LINKABLE.match(url)]
    return faults


def _unknown_placeholder(written: str) -> str:
    if written in ("{{", "}}"):
        return f"holds {written} without its other half: a placeholder is written as {{{{street}}}}"
    meant = meant_placeholder(written)
    known = ", ".join(f"{{{{{name}}}}}" for name in PLACEHOLDERS)
    hint = f"did you mean {{{{{meant}}}}}?" if meant else f"those that are filled: {known}"
    return f"holds the unknown placeholder {written}; {hint}"


def _bad_link(url: str) -> str:
    return f'has a link to "{url}": begin the address of a link with https://'


def _filled(text: str) -> str:
    if not text:
        raise ValueError("is empty: write something there")
    return text


def _some(values: tuple[object, ...]) -> tuple[object, ...]:
    if not values:
        raise ValueError("is empty: write at least one")
    return values


def _text(text: str) -> str:
    text = tidy(text)
    return _checked(text, _faults(text, LONGEST_TEXT))


def _label(text: str) -> str:
    text = _one_line(text)
    return _checked(text, _faults(text, LONGEST_LABEL))


def _name(text: str) -> str:
    if "{{" in text:
        raise ValueError("cannot hold a placeholder: write it out")
    return _label(text)


def _id(text: str) -> str:
    if len(text) > LONGEST_ID:
        raise ValueError(f"is longer than {LONGEST_ID} characters: make it shorter")
    if not re.fullmatch(r"[a-z0-9-]+", text):
        plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
        better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        hint = f', such as "{better}"' if better else ""
        raise ValueError(f'"{text}" may only hold a-z, 0-9 and hyphens{hint}')
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f'"{text}" is not a language code: write nl, en or pt-BR')
    return text


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _timezone(text: str) -> str:
    if text not in _zones():
        hint = did_you_mean(text, _zones()) or ": write it as Europe/Amsterdam"
        raise ValueError(f'"{text}" is not a time zone{hint}')
    return text


def _url(text: str) -> str:
    try:
        address = urlsplit(text)
        right = address.scheme in ("http", "https") and bool(address.netloc) and not re.search(r"\s", text)
    except ValueError:
        right = False
    if not right:
        raise ValueError(f'"{text}" is not a web address: begin it with https://')
    return _name(text)


def _local_time(written: object) -> datetime:
    """Local wall-clock time of the street, so without a zone."""
    if isinstance(written, datetime):
        return written
    found = _LOCAL.fullmatch(written.strip()) if isinstance(written, str) else None
    if not found:
        raise ValueError(f'"{written}" is not a date and time: write it as 2026-12-10T19:30')
    if found[5]:
        raise ValueError(f'"{written}" has a time zone: write local time, without {found[5]}')
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2]:0>2}:{found[3]}:{found[4] or '00'}")
    except ValueError:
        raise ValueError(f'"{written}" is not in the calendar or on the clock: check the numbers') from None


def written_time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _day(written: object) -> date:
    if isinstance(written, date) and not isinstance(written, datetime):
        return written
    if not isinstance(written, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", written.strip()):
        raise ValueError(f'"{written}" is not a date: write it as 2027-06-01')
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise ValueError(f'"{written}" is not in the calendar: check the numbers') from None


def _lead_time(written: object) -> LeadTime:
    if isinstance(written, LeadTime):
        return written
    found = _DURATION.fullmatch(written.strip()) if isinstance(written, str) else None
    if not found or found[0] == "P":
        raise ValueError(f'"{written}" {_why_no_duration(str(written))}')
    weeks, days, hours, minutes, seconds = (min(int(found[i] or 0), 10**9) for i in (1, 2, 4, 5, 6))
    elapsed = timedelta(hours=hours, minutes=minutes, seconds=seconds) if hours < 10**7 else LONGEST_LEAD * 2
    if weeks * 7 + days + elapsed.days > LONGEST_LEAD.days:
        raise ValueError(f'"{written}" is longer than ten years: make it shorter')
    return LeadTime(days=weeks * 7 + days, elapsed=elapsed)


def _why_no_duration(written: str) -> str:
    if "-" in written:
        return "is negative: write it without a minus, such as P7D"
    if re.search(r"\d[.,]\d", written):
        return "holds a fraction: write whole numbers, such as PT90M for an hour and a half"
    if re.match(r"P\d*[YM\d]*[YM]", written):
        return "counts months or years, which differ in length: write weeks or days, such as P4W"
    return "is not a duration: write P2W (weeks), P14D (days), PT6H (hours) or PT30M (minutes)"


def written_lead(lead: LeadTime) -> str:
    days = f"{lead.days}D" if lead.days else ""
    seconds = int(lead.elapsed.total_seconds())
    parts = ((seconds // 3600, "H"), (seconds % 3600 // 60, "M"), (seconds % 60, "S"))
    clock = "".join(f"{count}{unit}" for count, unit in parts if count)
    return f"P{days}" + (f"T{clock}" if clock else "" if days else "T0M")


def _elapsed(written: object) -> timedelta:
    if isinstance(written, timedelta):
        return written
    lead = _lead_time(written)
    return timedelta(days=lead.days) + lead.elapsed


def _quiet_hours(written: object) -> QuietHours | None:
    if isinstance(written, QuietHours):
        return written
    if isinstance(written, str) and written.strip().casefold() == "none":
        return None
    found = _SPAN.fullmatch(written.strip()) if isinstance(written, str) else None
    try:
        start, end = [time.fromisoformat(f"{clock:0>5}") for clock in (found.groups() if found else ())]
    except ValueError:
        raise ValueError(f'"{written}" is not a span of time: write "21:30-08:00", or "none"') from None
    if start == end:
        raise ValueError(f'"{written}" ends as it begins: write "none" if there are no quiet hours')
    return QuietHours(start=start, end=end)


NotEmpty = AfterValidator(_some)
Id = Annotated[str, AfterValidator(_id)]
Text = Annotated[str, AfterValidator(_text), AfterValidator(_filled)]
OptionalText = Annotated[str, AfterValidator(_text)]
Label = Annotated[str, AfterValidator(_label), AfterValidator(_filled)]
Name = Annotated[str, AfterValidator(_name), AfterValidator(_filled)]
OptionalName = Annotated[str, AfterValidator(_name)]
Language = Annotated[str, AfterValidator(_language)]
TimeZone = Annotated[str, AfterValidator(_timezone)]
Url = Annotated[str, AfterValidator(_url)]
LocalTime = Annotated[datetime, PlainValidator(_local_time), PlainSerializer(written_time)]
Day = Annotated[date, PlainValidator(_day), PlainSerializer(date.isoformat)]
Lead = Annotated[LeadTime, PlainValidator(_lead_time), PlainSerializer(written_lead)]
Elapsed = Annotated[
    timedelta, PlainValidator(_elapsed), PlainSerializer(lambda span: written_lead(LeadTime(elapsed=span)))
]
Hours = Annotated[
    QuietHours | None,
    PlainValidator(_quiet_hours),
    PlainSerializer(lambda hours: str(hours) if hours else "none"),
]
