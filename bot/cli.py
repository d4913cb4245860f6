"""The command line: `straatbot …`. Results go to stdout, everything else to stderr.

A command loads what it needs itself, so that none waits for what the others need.
"""

import asyncio
import gc
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from bot.duty import Duty

if TYPE_CHECKING:
    from bot.settings import Settings

CONTENT = click.option(
    "--content", "file", type=click.Path(path_type=Path), help="Use this content file or folder; no database."
)
STREET = click.option("--street", help="Only this street, by its id.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


class Commands(click.Group):
    """Turns what can be foreseen to go wrong into one sentence on stderr, and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        gc.disable()  # see `_loaded`
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, Exit):
            raise
        except Exception as problem:
            from bot.commands.foreseen import sentence_of

            sentence = sentence_of(problem)
            if sentence is None:
                raise
            raise click.ClickException(sentence) from None
        finally:
            gc.unfreeze()
            gc.enable()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="straatbot", prog_name="straatbot")
def main() -> None:
    """Straatbot answers, announces and repeats in the chats of a street."""


@main.command()
@click.option("--role", type=click.Choice([str(duty) for duty in Duty]), default="all", help="Do only this part of it.")
def run(role: str) -> None:
    """Start the bot: every platform that is configured, the web pages, the schedule and the postman."""
    from bot import app

    settings = _settings()
    asyncio.run(app.run(settings, lambda line: click.echo(line, err=True), Duty(role)))


@main.command()
@STREET
def talk(street: str | None) -> None:
    """Talk with the bot in this terminal; no tokens needed."""
    from bot.commands.talk import talk_in_terminal

    # What is done from day to day would be written between what is said.
    asyncio.run(talk_in_terminal(_settings(quiet=True), street))


@main.command()
@click.argument("text", required=False)
@click.option("--batch", type=click.File(encoding="utf-8"), help="A file of JSON lines: id, text, addressed.")
@CONTENT
@STREET
@AS_JSON
def ask(text: str | None, batch: Any, file: Path | None, street: str | None, as_json: bool) -> None:
    """What the bot would do with a message."""
    from bot.commands import ask as asking
    from bot.settings import read_settings

    _loaded()
    if (text is None) == (batch is None):
        raise click.UsageError("give either TEXT or --batch FILE")
    try:
        questions = asking.read_batch(batch) if batch else [asking.Question(id="1", text=text or "", addressed=True)]
        content = _content(file)
        known = read_settings()
        # What is made of a file now would take the place of what the bot keeps of its own content.
        folder = None if file else known.data_folder
        how = asking.How(by=known.understanding, folder=folder, as_json=as_json or batch is not None)
        for line in asking.answers(questions, content, street, how):
            click.echo(line)
    except asking.BadBatch as problem:
        raise click.ClickException(str(problem)) from None


@main.command()
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The first day, YYYY-MM-DD.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The last day, that day included.")
@CONTENT
@STREET
@AS_JSON
def plan(first: datetime, last: datetime, file: Path | None, street: str | None, as_json: bool) -> None:
    """Every message that would go out in a period."""
    from bot.commands import plan as planning

    _loaded()
    if last < first:
        raise click.UsageError("--to is before --from")
    content, history = _content_and_history(file)
    planned = planning.planned(content, history, first.date(), last.date(), street)
    for line in planning.lines(planned, content, as_json=as_json):
        click.echo(line)
    for warning in planning.warnings(planned, history):
        click.echo(warning, err=True)


@main.group()
def content() -> None:
    """Check, import and export what the bot has to say."""


@content.command("check")
@click.argument("file", type=click.Path(path_type=Path))
def content_check(file: Path) -> None:
    """Look a content file (or a folder of them) through; no database needed."""
    from bot.commands.content import check

    _loaded()
    click.echo(check(file))


@content.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Also retire what the file does not hold.")
def content_import(file: Path, replace: bool) -> None:
    """Add and update content by id: all of the file, or nothing."""
    from bot.commands.content import bring_in

    click.echo(asyncio.run(bring_in(_settings(), file, replace=replace, warn=partial(click.echo, err=True))))


@content.command("export")
@click.argument("file", type=click.Path(path_type=Path), required=False)
def content_export(file: Path | None) -> None:
    """Write all published content, to FILE or to stdout."""
    from bot.commands.content import kept
    from storage.content_file.examined import write_content

    text = write_content(asyncio.run(kept(_settings())))
    if file:
        try:
            file.write_text(text, encoding="utf-8")
        except OSError as problem:
            raise click.ClickException(f"{file}: cannot be written: {problem.strerror}") from None
        click.echo(f"wrote {file}", err=True)
    else:
        click.echo(text, nl=False)


@main.command()
def check() -> None:
    """Look at settings, database, tokens, webhook, privacy mode and templates."""
    from bot.commands.check import findings

    found = asyncio.run(findings(_settings()))
    for finding in found:
        click.echo(finding.sentence)
    if any(finding.stops for finding in found):
        sys.exit(1)


@main.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from storage import migrate as migrations

    asyncio.run(migrations.migrate(_settings().database_url))
    click.echo("the database has the newest schema", err=True)


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write a consistent copy of the database to FILE, while the bot runs."""
    from bot.commands import backup as backups

    for line in asyncio.run(backups.back_up(_settings(), file)):
        click.echo(line, err=True)


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Even when the database is not empty: what is in it goes.")
@click.option("--nothing-twice", is_flag=True, help="The bot went on after this backup: repeat nothing of that time.")
def restore(file: Path, replace: bool, nothing_twice: bool) -> None:
    """Put a backup back, into SQLite or PostgreSQL, whichever it came from; stop the bot first."""
    from bot.commands import backup as backups

    for line in asyncio.run(backups.restore(_settings(), file, replace=replace, nothing_twice=nothing_twice)):
        click.echo(line, err=True)


def _loaded() -> None:
    """What is loaded stays: to look for garbage in it again and again would be a seventh of a start."""
    gc.freeze()
    gc.enable()


def _settings(*, quiet: bool = False) -> "Settings":
    from bot.logs import set_up_logs
    from bot.settings import LogLevel, read_settings

    _loaded()
    settings = read_settings()
    everyday = settings.log_level is LogLevel.INFO
    set_up_logs(settings.log_format, LogLevel.WARNING if quiet and everyday else settings.log_level)
    return settings


def _content(file: Path | None) -> Any:
    return _content_and_history(file)[0]


def _content_and_history(file: Path | None) -> tuple[Any, Any]:
    """The content of a file, without a past; or that of the store, with what was really sent."""
    from storage.content_file.examined import read_content

    if file:
        return read_content(file), None
    from bot.commands.content import stored

    return asyncio.run(stored(_settings()))
