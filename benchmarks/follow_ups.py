"""How questions that leave their subject out are read, alone and after an answer: `python benchmarks/follow_ups.py`.

`--lexical` understands by words alone. Of the lines in `follow_ups.yaml` nothing was learned.
"""

import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import yaml

from bot.library import Library
from bot.settings import UnderstandingBy
from handlers.asking.follow_ups import read_on, refers
from messages.content import Content
from messages.understanding import Outcome, Reading
from messages.understanding.subject import subject_of
from storage.content_file.starter import starter_content

LINES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


def main() -> None:
    by = UnderstandingBy.LEXICAL if "--lexical" in sys.argv else UnderstandingBy.AUTO
    library, content = Library(by=by), starter_content(datetime.now(UTC))
    library.prepare(content)
    for kind in ("follow_ups", "in_other_languages"):
        alone: Counter[str] = Counter()
        after: Counter[str] = Counter()
        for line in LINES[kind]:
            first, then = both(line, library, content)
            alone.update(merits(first, line["means"]))
            after.update(merits(then, line["means"]))
            if "--lines" in sys.argv:
                print(f"{line['last']}, {line['said']}: {merits(then, line['means'])} {told(then)}")
        print(f"{len(LINES[kind])} {kind}, alone: {dict(alone)}, after an answer: {dict(after)}")
    changed = [line["said"] for line in LINES["others"] if len(set(map(told, both(line, library, content)))) > 1]
    print(f"{len(LINES['others'])} others, of which read otherwise: {changed}")


def both(line: dict[str, str], library: Library, content: Content) -> tuple[Reading, Reading]:
    """Alone, and after the answer before it."""
    said, last, street = line["said"], content.faqs[line["last"]], content.streets["lindelaan"]
    alone = library.read(said, content, street, addressed=True)
    if not refers(said):
        return alone, alone
    asked = f"{said} {subject_of(last)}"
    again = lambda but: library.read(asked, content, street, addressed=True, but=but)  # noqa: E731
    return alone, read_on(said, alone, last, content, again)


def merits(reading: Reading, means: list[str]) -> list[str]:
    found = [candidate.entry for candidate in reading.candidates]
    if reading.outcome is Outcome.ANSWER:
        return ["right", "shown"] if found[0] in means else ["wrong"]
    return ["shown"] if reading.outcome is Outcome.SUGGEST and not set(means).isdisjoint(found) else []


def told(reading: Reading) -> tuple[Outcome, str]:
    return reading.outcome, reading.candidates[0].entry if reading.candidates else ""


if __name__ == "__main__":
    main()
