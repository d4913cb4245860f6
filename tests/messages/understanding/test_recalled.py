"""What the encoder made of content is found again by the next start, and by no other edition."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from messages.understanding.encoder import Embedder
from messages.understanding.recalled import Recalled

TEXTS = [f"Vraag {number}" for number in range(120)]


class Counting:
    count = 0

    def encode(self, texts: list[str]) -> Any:
        self.count += len(texts)
        return np.array([[len(text), 1.0] for text in texts], np.float32)


def _kept(texts: list[str], rows: Any) -> Any:
    return rows


def _started(file: Path, edition: str = "first", texts: list[str] = TEXTS) -> tuple[int, list[Any]]:
    """How many texts a new process embeds, and what it then knows of them."""
    encoder = Counting()
    embedder = Embedder(encoder, Recalled(file, edition))
    rows = embedder.staying(texts, _kept)
    embedder.keep()
    return encoder.count, rows


def test_the_next_start_embeds_only_what_is_new(tmp_path: Path) -> None:
    first, rows = _started(tmp_path / "kept.npz")
    again, same = _started(tmp_path / "kept.npz", texts=[*TEXTS, "Een nieuwe vraag"])

    assert (first, again) == (len(TEXTS), 1)
    assert np.array_equal(rows, same[:-1])


def test_what_another_edition_made_is_made_anew(tmp_path: Path) -> None:
    _started(tmp_path / "kept.npz")

    assert _started(tmp_path / "kept.npz", edition="second")[0] == len(TEXTS)


def test_the_texts_themselves_are_not_in_the_file(tmp_path: Path) -> None:
    _started(tmp_path / "kept.npz")

    assert b"Vraag" not in (tmp_path / "kept.npz").read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not whole", b"something else"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kept.npz").write_bytes(content)

    assert _started(tmp_path / "kept.npz")[0] == len(TEXTS)
    assert _started(tmp_path / "kept.npz")[0] == 0


def test_where_nothing_can_be_written_all_works_as_before(tmp_path: Path) -> None:
    assert _started(tmp_path / "nowhere" / "kept.npz")[0] == len(TEXTS)


def test_a_few_changed_entries_are_not_worth_writing_all(tmp_path: Path) -> None:
    few = TEXTS[:5]
    _started(tmp_path / "kept.npz", texts=few)

    assert not (tmp_path / "kept.npz").exists()
