"""`straatbot check`: what is wrong, a sentence each, and how to mend it."""

from dataclasses import dataclass

from bot.app import open_app
from bot.platforms.base import PlatformMisconfigured
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """`stops`: with this the bot does not run."""

    sentence: str
    stops: bool = False


async def findings(settings: Settings) -> list[Finding]:
    found = [Finding("Settings: they can be read.")]
    async with open_app(settings) as app:
        content = await app.database.read(lambda store: store.content.published())
        found.append(Finding(f"Database: it answers, and holds {len(content.streets)} streets."))
        for platform in app.platforms:
            try:
                found += [Finding(sentence) for sentence in await platform.check()]
            except PlatformMisconfigured as problem:
                found.append(Finding(str(problem), stops=True))
    if not settings.organisers:
        found.append(Finding("ORGANISERS: nobody is organiser yet, so nobody can approve a group. Add yourself."))
    return found
