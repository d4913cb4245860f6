"""What understanding costs with 500 entries: time, memory, and a change; prints one JSON object."""

import json
import os
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from bot.library import Library
from bot.settings import UnderstandingBy
from messages.content import Content, FAQEntry
from storage.content_file.examined import read_content

ROOT = Path(__file__).parent.parent
ENTRIES, PHRASINGS, MESSAGES = 500, 4, 1500


def main() -> None:
    library = Library(by=UnderstandingBy(sys.argv[1]))
    content, messages = many()
    library.prepare(content)
    taken = sorted(_time(library, content, message) for message in messages)
    change, wait = changing(library, content)
    found = {
        "p50": taken[len(taken) // 2],
        "p99": taken[int(len(taken) * 0.99)],
        "memory": memory(),
        "change": change,
        "wait": wait,
    }
    print(json.dumps(found))


def many() -> tuple[Content, list[str]]:
    """Entries of lines from the starter content, mixed so that no two are the same."""
    starter = read_content(ROOT / "messages" / "starter")
    lines = [line for entry in starter.faqs.values() for line in (entry.question, *entry.phrasings)]
    chosen = [[lines[(place * 7 + shift * 31) % len(lines)] for shift in range(PHRASINGS)] for place in range(ENTRIES)]
    faqs = {
        f"entry-{place}": FAQEntry(
            id=f"entry-{place}",
            question=f"{texts[0]} ({place})",
            phrasings=tuple(texts[1:]),
            answer=f"Antwoord {place}.",
        )
        for place, texts in enumerate(chosen)
    }
    return replace(starter, faqs=faqs), [lines[place % len(lines)] for place in range(MESSAGES)]


def changing(library: Library, content: Content) -> tuple[float, float]:
    """How long a changed entry takes to be live, and the longest that another reader waits meanwhile."""
    faqs = dict(content.faqs)
    faqs["entry-7"] = replace(faqs["entry-7"], question="Hoe lang moet een boiler opwarmen na een vakantie?")
    changed = replace(content, faqs=faqs)
    started, waits, done = time.perf_counter(), [0.0], threading.Event()

    def change() -> None:
        library.prepare(changed)
        done.set()

    threading.Thread(target=change).start()
    while not done.is_set():
        waits.append(_time(library, changed, "wat kost een warmtepomp"))
    return (time.perf_counter() - started) * 1000, max(waits)


def _time(library: Library, content: Content, message: str) -> float:
    started = time.perf_counter()
    library.read(message, content, None, addressed=True)
    return (time.perf_counter() - started) * 1000


def memory() -> float:
    """What the process holds in memory, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
