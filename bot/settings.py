"""Every setting, read once from the environment or `.env`; a wrong one stops the start with a sentence."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.tokens import readable, tokens_in
from messages.street import Person, Platform


class SettingsError(Exception):
    """One sentence that names the setting and says how to mend it."""


class TelegramMode(StrEnum):
    POLLING = "polling"
    WEBHOOK = "webhook"


class Playground(StrEnum):
    AUTO = "auto"
    ON = "on"
    OFF = "off"


class UnderstandingBy(StrEnum):
    AUTO = "auto"  # the encoder where it is installed
    LEXICAL = "lexical"
    ENCODER = "encoder"


class LogFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+asyncpg",
    "postgres": "postgresql+asyncpg",
}


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be an address that begins with https:// (or http://)")
    return value.rstrip("/")


def _zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise ValueError(f"{value!r} is not a time zone; write it like Europe/Amsterdam") from None


def _database(value: str) -> str:
    try:
        url = make_url(value)
    except ArgumentError:
        raise ValueError("must be written like sqlite+aiosqlite:///data/straatbot.db") from None
    driver = DRIVERS.get(url.get_backend_name())
    if driver is None or url.drivername not in (url.get_backend_name(), driver):
        raise ValueError("must be SQLite (sqlite+aiosqlite://…) or PostgreSQL (postgresql+asyncpg://…)")
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise ValueError("must name a file, such as sqlite+aiosqlite:///data/straatbot.db")
    return url.set(drivername=driver).render_as_string(hide_password=False)


Address = Annotated[str, AfterValidator(_address)]
Zone = Annotated[str, AfterValidator(_zone)]

MINIMUM_SECRET = 32
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Settings(BaseSettings):
    """The settings as they are used; secrets are `SecretStr`, so that printing them shows stars."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    database_url: Annotated[str, AfterValidator(_database)] = "sqlite+aiosqlite:///data/straatbot.db"
    telegram_bot_token: Annotated[SecretStr, AfterValidator(readable)] | None = None
    telegram_api_url: Address = "https://api.telegram.org"
    telegram_mode: TelegramMode = TelegramMode.POLLING
    telegram_webhook_secret: SecretStr | None = None
    twilio_account_sid: str | None = Field(default=None, pattern=r"^AC\w{8,}$")
    twilio_auth_token: SecretStr | None = None
    twilio_whatsapp_number: str | None = None
    twilio_api_url: Address = "https://api.twilio.com"
    twilio_template_new_message: str | None = Field(default=None, pattern=r"^HX\w{8,}$")
    twilio_template_reminder: str | None = Field(default=None, pattern=r"^HX\w{8,}$")
    public_url: Address | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    organisers: Annotated[tuple[Person, ...], NoDecode] = ()
    secret_key: SecretStr | None = None
    playground: Playground = Playground.AUTO
    understanding: UnderstandingBy = UnderstandingBy.AUTO
    default_language: str = Field(default="nl", pattern=r"^[a-z]{2}$")
    default_timezone: Zone = "Europe/Amsterdam"
    log_format: LogFormat = LogFormat.TEXT
    log_level: LogLevel = LogLevel.INFO

    @field_validator("telegram_mode", "playground", "understanding", "log_format", "log_level", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("organisers", mode="before")
    @classmethod
    def _split_organisers(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(_organiser(part.strip()) for part in value.split(",") if part.strip())

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _as_telegram_wants_it(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("must be 1 to 256 letters, digits, _ and -")
        return value

    @field_validator("twilio_whatsapp_number")
    @classmethod
    def _whatsapp_number(cls, value: str | None) -> str | None:
        return value and _phone_number(value.removeprefix("whatsapp:"))

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value and len(value.get_secret_value()) < MINIMUM_SECRET:
            raise ValueError(f"must be at least {MINIMUM_SECRET} characters; leave it out to have one made")
        return value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        twilio = {
            "TWILIO_ACCOUNT_SID": self.twilio_account_sid,
            "TWILIO_AUTH_TOKEN": self.twilio_auth_token,
            "TWILIO_WHATSAPP_NUMBER": self.twilio_whatsapp_number,
        }
        missing = [name for name, value in twilio.items() if not value]
        if 0 < len(missing) < len(twilio):
            raise ValueError(f"{' and '.join(missing)}: WhatsApp needs all three TWILIO settings, or none")
        if self.whatsapp_on and not self.public_url:
            raise ValueError("PUBLIC_URL: WhatsApp needs the address at which Twilio reaches this bot")
        if self.telegram_on and self.telegram_mode is TelegramMode.WEBHOOK:
            self._check_webhook()
        return self

    def _check_webhook(self) -> None:
        if not self.telegram_webhook_secret:
            raise ValueError("TELEGRAM_WEBHOOK_SECRET: required when TELEGRAM_MODE is webhook")
        if not self.public_url:
            raise ValueError("PUBLIC_URL: required when TELEGRAM_MODE is webhook")

    @property
    def telegram_tokens(self) -> Mapping[str, str]:
        """By the number of their bot; the first one's comes first."""
        return tokens_in(self.telegram_bot_token.get_secret_value()) if self.telegram_bot_token else {}

    @property
    def telegram_on(self) -> bool:
        return self.telegram_bot_token is not None

    @property
    def whatsapp_on(self) -> bool:
        return self.twilio_account_sid is not None

    @property
    def playground_on(self) -> bool:
        if self.playground is Playground.AUTO:
            return self.host in LOOPBACK and self.public_url is None
        return self.playground is Playground.ON

    @property
    def address(self) -> str:
        """Where people find the web pages: the public address, or the one that this machine listens on."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url or f"http://{host}:{self.port}"

    @property
    def data_folder(self) -> Path:
        """Where what the bot makes itself is kept: beside the SQLite file, or `data`."""
        url = make_url(self.database_url)
        if url.get_backend_name() == "sqlite" and url.database:
            return Path(url.database).parent
        return Path("data")


def _organiser(text: str) -> Person:
    platform, _, number = text.partition(":")
    if platform == Platform.TELEGRAM and number.isdecimal():
        return Person(platform=Platform.TELEGRAM, id=number)
    if platform == Platform.WHATSAPP:
        return Person(platform=Platform.WHATSAPP, id=f"whatsapp:{_phone_number(number)}")
    raise ValueError("must look like telegram:123456789 or whatsapp:+31…, with commas between them")


def _phone_number(text: str) -> str:
    import phonenumbers  # it knows all countries: only for who has a number to read

    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        raise ValueError("must be a telephone number that begins with + and the country, such as +31…") from None
    if not phonenumbers.is_possible_number(number):
        raise ValueError("is not a possible telephone number")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_settings(**overrides: object) -> Settings:
    """The settings of this process; raises SettingsError with one sentence that names what is wrong."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except (OSError, UnicodeError) as problem:
        raise SettingsError(f".env: cannot be read ({problem}); it must be a text file in UTF-8") from None
    except ValidationError as errors:
        raise SettingsError(
            "; ".join(_sentence(error["loc"], error["msg"], error) for error in errors.errors())
        ) from None


def _sentence(location: tuple[int | str, ...], message: str, error: object) -> str:
    told = message.removeprefix("Value error, ")
    name = str(location[0]).upper() if location else ""
    if isinstance(error, dict) and error["type"] == "enum":
        told = f"must be {error['ctx']['expected'].replace(chr(39), '')}"
    if isinstance(error, dict) and error["type"] == "string_pattern_mismatch":
        told = "does not look right; copy it again from where you got it"
    return f"{name}: {told}" if name else told
