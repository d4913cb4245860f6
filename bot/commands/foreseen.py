"""What can be foreseen to go wrong with a command, told in a sentence."""

from bot.platforms.base import PlatformMisconfigured
from bot.settings import SettingsError
from storage.backup_file import BackupRefused
from storage.content_file.examined import ContentErrors
from storage.engines import StoreUnavailable
from storage.migrate import DatabaseTooNew


def sentence_of(problem: Exception) -> str | None:
    """None for what nobody foresaw."""
    match problem:
        case SettingsError() | PlatformMisconfigured() | BackupRefused():
            return str(problem)
        case ContentErrors():
            return "\n".join(map(str, problem.problems))
        case DatabaseTooNew():
            return f"DATABASE_URL: {problem}. Install the newest Straatbot."
        case StoreUnavailable():
            return f"DATABASE_URL: the database cannot be used: {problem}"
    return None
