"""What one process does of the bot's work, where several share it."""

from enum import StrEnum


class Duty(StrEnum):
    """Any number of each may run on one PostgreSQL database. All serve `/health`, `/ready` and `/metrics`."""

    WEB = "web"  # listens: webhooks, pages, and asking Telegram for what is new
    POSTMAN = "postman"
    CLOCK = "clock"
    ALL = "all"

    @property
    def listens(self) -> bool:
        return self in (Duty.WEB, Duty.ALL)

    @property
    def delivers(self) -> bool:
        return self in (Duty.POSTMAN, Duty.ALL)

    @property
    def keeps_time(self) -> bool:
        return self in (Duty.CLOCK, Duty.ALL)
