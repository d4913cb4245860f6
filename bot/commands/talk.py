"""`straatbot talk`: the whole bot in a terminal, on the database of the settings and without the network."""

from bot.app import App, open_app
from bot.commands.terminal import talk_here
from bot.platforms.playground import PlaygroundAdapter
from bot.settings import Settings, SettingsError
from bot.shared_work import is_free

WHO = "Fatma"


async def talk_in_terminal(settings: Settings, street: str | None) -> None:
    """Talk as a resident of `street`, or of the first street there is."""
    async with open_app(settings, lambda streets: [PlaygroundAdapter(streets)]) as app:
        playground = app.platforms[0]
        assert isinstance(playground, PlaygroundAdapter)  # noqa: S101  made just above
        if not await is_free(app.database, playground):
            raise SettingsError("the bot runs already: talk with it in its playground, or stop it first")
        async with app.started():
            await talk_here(playground, await _street(app, street), WHO)


async def _street(app: App, street: str | None) -> str:
    known = [known.id for known in await app.streets()]
    if street is None and known:
        return known[0]
    if street not in known:
        raise SettingsError(f"--street: there is no street {street!r}; there are {', '.join(known) or 'none'}")
    return street
