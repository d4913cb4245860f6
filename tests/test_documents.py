"""Where a document, a docstring or a comment leads to a file or a folder, there is one."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODE = ("bot", "handlers", "messages", "storage", "tests", "training")
# `render.py`, `asking/`, a link, or a path from the root, also without the marks of a name.
NAMED = re.compile(
    r"`(?P<file>(?:[\w.-]+/)*[\w-]+\.(?:py|txt|md|yaml|json|ftl))`|`(?P<folder>(?:[\w.-]+/)+)`"
    rf"|\]\((?P<link>[\w./-]+)\)|(?<![\w/.-])(?P<path>(?:{'|'.join(CODE)}|docs|deploy)/[\w./-]*\w)"
)
MADE_AT_THE_START = "data/"


def _everything() -> list[str]:
    folders = [file for folder in (*CODE, "docs", "deploy") for file in (ROOT / folder).rglob("*")]
    return ["/" + file.relative_to(ROOT).as_posix() for file in (*folders, *ROOT.iterdir(), *ROOT.glob("benchmarks/*"))]


def _told(file: Path) -> Iterator[str]:
    """All of a document; of code what is said about it."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".md":
        yield text
        return
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT or token.string.startswith('"""'):
            yield token.string


def test_what_is_named_is_there() -> None:
    there = _everything()
    documents = (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))
    code = (file for folder in CODE for file in (ROOT / folder).rglob("*.py"))

    gone = [
        (str(file.relative_to(ROOT)), name)
        for file in (*documents, *code)
        for told in _told(file)
        for found in NAMED.finditer(told)
        for name in filter(None, found.groupdict().values())
        if not name.startswith(MADE_AT_THE_START)
        and not any(path.endswith("/" + name.removeprefix("../").rstrip("/")) for path in there)
    ]

    assert gone == []
