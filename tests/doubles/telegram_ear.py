"""An ear that remembers what it was told, and can fail to."""

from collections.abc import Callable

from messages.delivery import Receipt
from messages.incoming import Heard


class RecordingEar:
    """Keeps what it hears once, as the inbox does; `failing` says what cannot be stored."""

    def __init__(self) -> None:
        self.heard_all: list[Heard] = []
        self.told: list[str] = []
        self.failing: Callable[[Heard], bool] = lambda heard: False

    async def heard(self, heard: Heard) -> None:
        self.told.append(heard.external_id)
        if self.failing(heard):
            raise RuntimeError("the store is away")
        if heard.external_id not in {known.external_id for known in self.heard_all}:
            self.heard_all.append(heard)

    async def receipt(self, receipt: Receipt) -> None:
        raise AssertionError("Telegram has no receipts")

    @property
    def texts(self) -> list[str]:
        return [getattr(heard, "text", "") for heard in self.heard_all]
