"""`straatbot ask`: what the bot would do with a message, for people and for machines."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.library import audible
from bot.settings import UnderstandingBy
from bot.understanding import maker_of
from messages.content import Content
from messages.understanding import Reading


class BadBatch(Exception):
    """A line of the batch cannot be read, or the street is not there."""


class Question(BaseModel):
    """One line of a batch."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str
    text: str
    addressed: bool = False


def read_batch(lines: Iterable[str]) -> Iterator[Question]:
    try:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _question(number, line)
    except UnicodeDecodeError:
        raise BadBatch("the batch is not text in UTF-8") from None


def _question(number: int, line: str) -> Question:
    try:
        return Question.model_validate_json(line)
    except ValidationError as errors:
        error = errors.errors()[0]
        where = ".".join(map(str, error["loc"])) or "line"
        raise BadBatch(f"line {number}: {where}: {error['msg']}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """`folder`: where what the encoder makes of the content is kept, if anywhere."""

    as_json: bool
    language: str = "nl"
    by: UnderstandingBy = UnderstandingBy.AUTO
    folder: Path | None = None


def answers(questions: Iterable[Question], content: Content, street: str | None, how: How) -> Iterator[str]:
    """A line for each question, in the same order."""
    if street is not None and street not in content.streets:
        raise BadBatch(f"--street: there is no street {street!r}")
    among = audible(content, content.streets[street]) if street else None
    understanding = maker_of(how.by, how.language, how.folder)(content)
    for question in questions:
        reading = understanding.read(question.text, addressed=question.addressed, among=among)
        yield _as_json(question, reading) if how.as_json else _in_words(reading, content)


def _as_json(question: Question, reading: Reading) -> str:
    line = {
        "id": question.id,
        "outcome": reading.outcome,
        "entries": [candidate.entry for candidate in reading.candidates],
        "confidence": round(reading.confidence, 4),
        "language": reading.language,
    }
    return json.dumps(line, ensure_ascii=False)


def _in_words(reading: Reading, content: Content) -> str:
    lines = [f"{reading.outcome} ({reading.confidence:.0%}, {reading.language})"]
    for candidate in reading.candidates:
        entry = content.faqs.get(candidate.entry)
        title = entry.question if entry else "urgent answer"
        lines.append(f"  {candidate.probability:4.0%}  {candidate.entry}: {title}")
    return "\n".join(lines)
