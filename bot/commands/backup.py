"""`straatbot backup` and `restore`: what they did, in a sentence or two."""

from datetime import UTC, datetime
from pathlib import Path

from bot.app import for_nobody_else
from bot.secret import key_file
from bot.settings import Settings
from storage import backup
from storage import restore as restoring


async def back_up(settings: Settings, file: Path) -> list[str]:
    copied = await backup.back_up(settings.database_url, file, datetime.now(UTC))
    return [
        f"wrote {file}: {copied.rows} rows of {copied.tables} tables",
        f"Keep {_key(settings)} too: it is not in the backup, and without it nobody can read the addresses in it.",
    ]


async def restore(settings: Settings, file: Path, *, replace: bool, nothing_twice: bool) -> list[str]:
    with for_nobody_else():
        restored = await restoring.restore(
            settings.database_url, file, datetime.now(UTC), replace=replace, nothing_twice=nothing_twice
        )
    at = f"{restored.made_at.astimezone():%Y-%m-%d %H:%M}"
    told = [f"put back {restored.rows} rows, as they were on {at}; {_key(settings)} must be that of then"]
    if restored.waiting:
        told.append(
            f"{restored.waiting} messages wait and go out at the next start, unless they have expired."
            " Had the bot gone on after this backup? Restore again with --replace --nothing-twice."
        )
    if restored.unknown:
        told.append(f"{restored.unknown} messages were being sent then: nobody knows whether they arrived.")
    return told


def _key(settings: Settings) -> str:
    return "SECRET_KEY" if settings.secret_key else str(key_file(settings))
