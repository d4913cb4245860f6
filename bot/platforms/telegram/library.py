"""Loads python-telegram-bot without httpx, the library's own way to Telegram: ours takes its place (see `request.py`).

The library names httpx wherever it is loaded, and has no way to do without. That is 15 ms and 1 MB of a start, and
thrice as much where `rich` is installed. Who uses its own way all the same gets httpx then.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_HTTPX = "httpx"
# What the library says of the types that it takes, and looks up as soon as it is loaded.
_NAMED = ("AsyncClient", "Proxy", "URL")


class _Later(ModuleType):
    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(_HTTPX), name)


def load() -> None:
    if _HTTPX in sys.modules:
        return
    later = _Later(_HTTPX)
    vars(later).update(dict.fromkeys(_NAMED, object))
    sys.modules[_HTTPX] = later
    try:
        import_module("telegram")
    finally:
        del sys.modules[_HTTPX]
        for name in _NAMED:
            delattr(later, name)
