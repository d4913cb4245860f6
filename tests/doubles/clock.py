"""A clock that stands still until a test moves it."""

from datetime import datetime, timedelta


class FakeClock:
    """Call it for the moment it shows."""

    def __init__(self, start: str) -> None:
        self.now = datetime.fromisoformat(start)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **time: float) -> None:
        self.now += timedelta(**time)

    def set(self, moment: str) -> None:
        self.now = datetime.fromisoformat(moment)
