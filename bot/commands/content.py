"""`straatbot content …`: the content files, in and out of the store."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.app import open_app
from bot.settings import Settings
from handlers.steering.opening import bring_starter_content
from handlers.steering.organising import bring_content
from messages.content import Content
from messages.plan import History
from storage.content_file.examined import ContentErrors, examine_content


def check(file: Path) -> str:
    """What the file holds, after its warnings; raises ContentErrors with every mistake in it."""
    examined = examine_content(file, golden=True)
    if examined.problems:
        raise ContentErrors(examined.problems, examined.warnings)
    return "\n".join([*(f"warning: {warning}" for warning in examined.warnings), _holds(examined.content)])


async def bring_in(settings: Settings, file: Path, *, replace: bool, warn: Callable[[str], None]) -> str:
    """Import the file; all of it, or nothing. `warn` is told what is doubtful but allowed."""
    async with open_app(settings) as app:
        stored = await app.database.read(lambda store: store.content.published())
        known, beside = frozenset(stored.streets), {} if replace else stored.faqs
        defaults = {"language": settings.default_language, "timezone": settings.default_timezone}
        examined = await asyncio.to_thread(examine_content, file, known, golden=True, beside=beside, **defaults)
        if examined.problems:
            raise ContentErrors(examined.problems, examined.warnings)
        for warning in examined.warnings:
            warn(f"warning: {warning}")
        content, now = examined.content, datetime.now(UTC)
        changed = await app.database.write(lambda store: bring_content(content, replace, now, store))
    return f"{changed} changed; {_holds(content)}"


async def stored(settings: Settings) -> tuple[Content, History]:
    """The published content, and what was really sent."""
    async with open_app(settings) as app:
        now = datetime.now(UTC)
        await app.database.write(lambda store: bring_starter_content(now, store))
        return await app.database.read(lambda store: (store.content.published(), store.occurrences.history()))


async def kept(settings: Settings) -> Content:
    """The published content as it is to be written down: what is paused in the chat is not in it."""
    async with open_app(settings) as app:
        now = datetime.now(UTC)
        await app.database.write(lambda store: bring_starter_content(now, store))
        return await app.database.read(lambda store: store.content.kept())


def _holds(content: Content) -> str:
    counts = {
        "streets": len(content.streets),
        "faqs": len(content.faqs),
        "urgent": len(content.urgent),
        "events": len(content.events),
        "announcements": len(content.announcements),
    }
    return ", ".join(f"{number} {name}" for name, number in counts.items())
