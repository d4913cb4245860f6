"""`python benchmarks/understanding.py`: how well messages are understood that nobody looked at while building.

With `--json` one line for each measure. Only this file reads `benchmarks/measuring/`, which nothing is tuned on.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.counted import Asked, addressed, error, interruptions, overheard, right_among  # noqa: E402
from benchmarks.measure import Measure, as_json, as_table  # noqa: E402
from benchmarks.plain_bots import PLAIN_BOTS  # noqa: E402
from bot.settings import UnderstandingBy  # noqa: E402
from bot.understanding import maker_of  # noqa: E402
from messages.content import Content, FAQEntry  # noqa: E402
from messages.understanding import Outcome, Understanding  # noqa: E402
from storage.content_file.examined import read_content  # noqa: E402

MEASURING = ROOT / "benchmarks" / "measuring"
STARTER = ROOT / "messages" / "starter"
NEEDED = ("content.yaml", "questions.starter.jsonl", "questions.content.jsonl", "negatives.jsonl", "urgent.jsonl")
# What to reach: first, shown, wrong, overheard, overheard wrong, other languages first and among three.
REACH = {"content": (0.80, 0.93, 0.06, 0.35, 0.010, 0.75, 0.90), "starter": (0.92, 0.98, 0.03, 0.60, 0.010, 0.88, 0.95)}


def main() -> int:
    missing = [name for name in NEEDED if not (MEASURING / name).exists()]
    if missing:
        print(f"{MEASURING} lacks {', '.join(missing)}", file=sys.stderr)
        return 2
    by = UnderstandingBy.LEXICAL if "--lexical" in sys.argv else UnderstandingBy.AUTO
    measures = list(measured(by))
    print("\n".join(map(as_json, measures)) if "--json" in sys.argv else as_table(measures))
    return 0 if all(measure.ok for measure in measures) else 1


def measured(by: UnderstandingBy) -> Iterator[Measure]:
    make = maker_of(by)
    negatives, aloud = _lines("negatives.jsonl"), _lines("overheard.jsonl")
    contents = {"content": read_content(MEASURING / "content.yaml"), "starter": _starter()}
    for name, content in contents.items():
        # Every content is asked about its own entries; the urgent answers are the starter's.
        content = _with_urgent(content, contents["starter"])
        asked = [*_lines(f"questions.{name}.jsonl"), *(one for one in aloud if one.label in content.faqs)]
        yield from _understood(name, make(content), content, asked, negatives)
    yield from _urgent(make(contents["starter"]), negatives)
    yield from _cost(by)


def _understood(
    name: str, understanding: Understanding, content: Content, asked: Sequence[Asked], negatives: Sequence[Asked]
) -> Iterator[Measure]:
    first, shown, wrong, answered, mistaken, other_first, other_three = REACH[name]
    spoken = [one for one in asked if one.addressed] or asked
    aloud = [one for one in asked if not one.addressed] or asked
    own = addressed(understanding, [one for one in spoken if one.lang == "nl"])
    other = addressed(understanding, [one for one in spoken if one.lang != "nl"])
    heard = overheard(understanding, aloud)
    yield Measure(f"{name}: addressed, right entry first", own.first, first, "higher")
    yield Measure(f"{name}: addressed, right entry shown", own.shown, shown, "higher")
    yield Measure(f"{name}: addressed, wrong answer outright", own.wrong, wrong, "lower")
    yield Measure(f"{name}: overheard, answered rightly", heard.right, answered, "higher")
    yield Measure(f"{name}: overheard, wrong entry given", heard.wrong, mistaken, "lower")
    for kind, share in interruptions(understanding, negatives).items():
        yield Measure(f"{name}: false interjections, {kind}", share, 0.005 if kind == "mix" else None, "lower")
    yield Measure(f"{name}: other languages, first", other.first, other_first, "higher")
    yield Measure(f"{name}: other languages, among three", other.three, other_three, "higher")
    yield Measure(f"{name}: calibration error, addressed", error([*own.sure, *other.sure]), 0.05, "lower")
    yield Measure(f"{name}: calibration error, overheard", error(heard.sure), None, "lower")
    for bot, ranked in _plain_bots(content):
        dutch = [one for one in spoken if one.lang == "nl"]
        yield Measure(f"{name}: {bot}, first", right_among(ranked, dutch, 1), None, "higher")
        yield Measure(f"{name}: {bot}, among three", right_among(ranked, dutch, 3), None, "higher")


def _plain_bots(content: Content) -> Iterator[tuple[str, Callable[[str], Sequence[str]]]]:
    entries: Sequence[FAQEntry] = list(content.faqs.values())
    return ((name, make(entries)) for name, make in PLAIN_BOTS.items())


def _urgent(understanding: Understanding, negatives: Sequence[Asked]) -> Iterator[Measure]:
    lines = _lines("urgent.jsonl")
    danger = [one for one in lines if one.label]
    calm = [*(one for one in lines if not one.label), *negatives]
    missed = [one for one in danger if not _warns(understanding, one, one.label)]
    yield Measure(f"urgent: missed, of {len(danger)}", len(missed), 0, "lower")
    false = sum(_warns(understanding, one, None) for one in calm) / max(1, len(calm))
    yield Measure(f"urgent: false, of {len(calm)}", false, 0.001, "lower")


def _warns(understanding: Understanding, one: Asked, entry: str | None) -> bool:
    reading = understanding.read(one.text, addressed=one.addressed)
    return reading.outcome is Outcome.URGENT and (entry is None or reading.candidates[0].entry == entry)


def _cost(by: UnderstandingBy) -> Iterator[Measure]:
    """In a process of its own, so that nothing else is counted."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.cost", str(by)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    found = json.loads(run.stdout)
    yield Measure("one message, 500 entries, p50 (ms)", found["p50"], 3, "lower")
    yield Measure("one message, 500 entries, p99 (ms)", found["p99"], 8, "lower")
    yield Measure("memory with 500 entries (MB)", found["memory"], 200, "lower")
    yield Measure("change of one entry live (ms)", found["change"], 200, "lower")
    yield Measure("longest wait of another reader meanwhile (ms)", found["wait"], None, "lower")


def _starter() -> Content:
    return read_content(STARTER)


def _with_urgent(content: Content, starter: Content) -> Content:
    from dataclasses import replace

    return replace(content, urgent=starter.urgent)


def _lines(name: str) -> list[Asked]:
    path = MEASURING / name
    if not path.exists():
        return []
    return [Asked.read(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main())
