"""Other days in place of a rhythm that was understood: `eerste dinsdag`, under every second Monday."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

from messages.rule import WEEKDAYS as CODES
from messages.rule import read_rule
from messages.spoken.answers import Doubt, NotUnderstood, When
from messages.spoken.line import Line
from messages.spoken.reading import read_when
from messages.spoken.vocabulary import WEEKDAYS

_ON = re.compile(r"(?:op|on)\s+", re.IGNORECASE)
_NTH = re.compile(r"(-?\d)[A-Z]{2}")
_LAST = {"-1": "laatste", "-2": "voorlaatste"}
_DAYS = dict(zip(CODES, WEEKDAYS, strict=True))
_END = re.compile(r";(?:UNTIL|COUNT)=\w+")


def read_other_rhythm(
    said: str, rule: str, now: datetime, language: str = "nl", *, at: time
) -> When | Doubt[When] | None:
    """What is not said stays as in `rule`: `woensdag`, under every first Tuesday, is every first Wednesday.

    None where it is no rhythm, such as a date. `at` is the time of day where none is said.
    """
    whole = _read(said, rule, now, language, at)
    if whole:
        return _on_its_days(said, whole, rule, now, language, at)
    days = _ON.sub("", said, count=1)
    named = _read(f"elke {days}", rule, now, language, at)
    before = _before(_rule(named), read_rule(rule)) if named else ""
    return _read(f"{before} {days}", rule, now, language, at) if before else None


def _on_its_days(
    said: str, whole: When | Doubt[When], rule: str, now: datetime, language: str, at: time
) -> When | Doubt[When]:
    """`om de week`, under every Tuesday, says nothing of another day than Tuesday."""
    parts = read_rule(rule)
    days = [_DAYS[day] for day in parts.get("BYDAY", "").split(",") if day in _DAYS]
    is_said = any(day in Line(said).text for day in WEEKDAYS)
    if not days or is_said or not _rule(whole)["FREQ"] == parts["FREQ"] == "WEEKLY":
        return whole
    return _read(f"{said} op {' en '.join(days)}", rule, now, language, at) or whole


def _read(line: str, rule: str, now: datetime, language: str, at: time) -> When | Doubt[When] | None:
    """Only where all of it was understood, and it repeats; it ends as `rule` does, unless it says so itself."""
    found = read_when(line, now, language, at=at)
    if isinstance(found, NotUnderstood):
        return None
    if isinstance(found, When):
        return _ending(found, rule) if found.repeats and not found.rest else None
    answers = [choice.answer for choice in found.choices]
    if not all(answer.repeats and not answer.rest for answer in answers):
        return None
    choices = (replace(choice, answer=_ending(choice.answer, rule)) for choice in found.choices)
    return replace(found, choices=tuple(choices))


def _rule(found: When | Doubt[When]) -> Mapping[str, str]:
    """Of what repeats."""
    when = found.choices[0].answer if isinstance(found, Doubt) else found
    return read_rule(when.repeats or "")


def _ending(when: When, rule: str) -> When:
    own, end = when.repeats or "", _END.search(rule)
    return when if _END.search(own) or not end else replace(when, repeats=own + end[0])


def _before(days: Mapping[str, str], rule: Mapping[str, str]) -> str:
    """How often, and which of the month where only a weekday was named: `elke 1 maanden op de 1e en laatste`."""
    often = rule.get("INTERVAL", "1")
    nths = [_LAST.get(nth, f"{nth}e") for nth in _NTH.findall(rule.get("BYDAY", ""))]
    if days["FREQ"] == "MONTHLY":
        return f"elke {often if rule['FREQ'] == 'MONTHLY' else 1} maanden op"
    if days["FREQ"] == "WEEKLY" and nths and "," not in days.get("BYDAY", ""):
        return f"elke {often} maanden op de {' en '.join(nths)}"
    if days["FREQ"] == "WEEKLY":
        return f"elke {often if rule['FREQ'] == 'WEEKLY' else 1} weken op"
    return ""
