"""Settings: their defaults, and a sentence for each wrong one that names it and never shows a secret."""

from collections.abc import Mapping

import pytest

from bot.settings import SettingsError, read_settings
from messages.street import Person, Platform

WRONG: list[tuple[Mapping[str, str], str]] = [
    ({"DATABASE_URL": "mysql://host/name"}, "DATABASE_URL: must be SQLite"),
    ({"DATABASE_URL": "sqlite+pysqlite:///x.db"}, "DATABASE_URL: must be SQLite"),
    ({"DATABASE_URL": "sqlite+aiosqlite://"}, "DATABASE_URL: must name a file"),
    ({"DATABASE_URL": "sqlite+aiosqlite:///:memory:"}, "DATABASE_URL: must name a file"),
    ({"DATABASE_URL": "nonsense"}, "DATABASE_URL: must be written like"),
    ({"TELEGRAM_API_URL": "telegram.org"}, "TELEGRAM_API_URL: must be an address"),
    ({"TELEGRAM_MODE": "pigeon"}, "TELEGRAM_MODE: must be polling or webhook"),
    ({"TELEGRAM_BOT_TOKEN": "1:a", "TELEGRAM_MODE": "webhook"}, "TELEGRAM_WEBHOOK_SECRET: required"),
    ({"TELEGRAM_BOT_TOKEN": "1:a, 2:b, 1:a"}, "TELEGRAM_BOT_TOKEN: holds two tokens of bot 1;"),
    ({"TELEGRAM_BOT_TOKEN": "1:a 1:b"}, "TELEGRAM_BOT_TOKEN: holds two tokens of bot 1;"),
    ({"TELEGRAM_BOT_TOKEN": "@straatbot"}, "TELEGRAM_BOT_TOKEN: must look like 123456:ABC"),
    ({"TELEGRAM_BOT_TOKEN": " , "}, "TELEGRAM_BOT_TOKEN: holds no token"),
    (
        {"TELEGRAM_BOT_TOKEN": "1:a", "TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": "x"},
        "PUBLIC_URL: required when TELEGRAM_MODE is webhook",
    ),
    ({"TELEGRAM_WEBHOOK_SECRET": "with spaces"}, "TELEGRAM_WEBHOOK_SECRET: must be 1 to 256 letters"),
    ({"TWILIO_ACCOUNT_SID": "AC" + "0" * 32}, "TWILIO_AUTH_TOKEN and TWILIO_WHATSAPP_NUMBER: WhatsApp needs all three"),
    ({"TWILIO_AUTH_TOKEN": "x"}, "TWILIO_ACCOUNT_SID and TWILIO_WHATSAPP_NUMBER: WhatsApp needs all three"),
    ({"TWILIO_ACCOUNT_SID": "nope"}, "TWILIO_ACCOUNT_SID: does not look right"),
    ({"TWILIO_TEMPLATE_REMINDER": "nope"}, "TWILIO_TEMPLATE_REMINDER: does not look right"),
    ({"TWILIO_WHATSAPP_NUMBER": "0612345678"}, "TWILIO_WHATSAPP_NUMBER: must be a telephone number"),
    (
        {"TWILIO_ACCOUNT_SID": "AC" + "0" * 32, "TWILIO_AUTH_TOKEN": "x", "TWILIO_WHATSAPP_NUMBER": "+3197010200000"},
        "PUBLIC_URL: WhatsApp needs the address",
    ),
    ({"PUBLIC_URL": "bot.example.nl"}, "PUBLIC_URL: must be an address"),
    ({"PORT": "0"}, "PORT: "),
    ({"PORT": "99999"}, "PORT: "),
    ({"PORT": "web"}, "PORT: "),
    ({"ORGANISERS": "Sanne"}, "ORGANISERS: must look like telegram:123456789"),
    ({"ORGANISERS": "telegram:1, whatsapp:06"}, "ORGANISERS: must be a telephone number"),
    ({"SECRET_KEY": "short"}, "SECRET_KEY: must be at least 32 characters"),
    ({"PLAYGROUND": "perhaps"}, "PLAYGROUND: must be auto, on or off"),
    ({"DEFAULT_LANGUAGE": "Nederlands"}, "DEFAULT_LANGUAGE: "),
    ({"DEFAULT_TIMEZONE": "Amsterdam"}, "DEFAULT_TIMEZONE: 'Amsterdam' is not a time zone"),
    ({"LOG_FORMAT": "xml"}, "LOG_FORMAT: must be text or json"),
    ({"LOG_LEVEL": "loud"}, "LOG_LEVEL: must be debug, info, warning or error"),
]


@pytest.mark.parametrize(("given", "sentence"), WRONG, ids=[sentence[:40] for _, sentence in WRONG])
def test_a_wrong_setting_is_named_in_one_sentence(
    given: Mapping[str, str], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as refused:
        read_settings(_env_file=None)

    assert str(refused.value).startswith(sentence)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["SECRET_KEY", "TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_BOT_TOKEN"])
@pytest.mark.parametrize("value", ["hush hush", "1:hush 1:hush ?"])
def test_a_wrong_secret_is_not_shown(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as refused:
        read_settings(_env_file=None)

    assert "hush" not in str(refused.value)


def test_secrets_are_stars_when_printed() -> None:
    settings = read_settings(
        _env_file=None, telegram_bot_token="1:hush", twilio_auth_token=None, secret_key="hush" * 10
    )

    assert "hush" not in f"{settings!r} {settings}"


@pytest.mark.parametrize("written", ["1:a,2:b", "1:a 2:b", " 1:a,\n  2:b,"])
def test_several_bots_have_their_tokens_in_one_setting(written: str) -> None:
    settings = read_settings(_env_file=None, telegram_bot_token=written)

    assert list(settings.telegram_tokens.items()) == [("1", "1:a"), ("2", "2:b")]


def test_an_empty_value_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PORT", "TELEGRAM_BOT_TOKEN", "PUBLIC_URL", "ORGANISERS", "DATABASE_URL"):
        monkeypatch.setenv(name, "")

    settings = read_settings(_env_file=None)

    assert (settings.port, settings.telegram_on, settings.public_url, settings.organisers) == (8000, False, None, ())


def test_settings_may_be_written_in_any_case_and_with_a_slash_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    monkeypatch.setenv("PUBLIC_URL", "https://bot.example.nl/")

    settings = read_settings(_env_file=None)

    assert (settings.log_level, settings.public_url) == ("warning", "https://bot.example.nl")


def test_organisers_are_read_from_both_platforms() -> None:
    settings = read_settings(_env_file=None, organisers="telegram:123, whatsapp:+31 6 1234 5678,")

    assert settings.organisers == (
        Person(platform=Platform.TELEGRAM, id="123"),
        Person(platform=Platform.WHATSAPP, id="whatsapp:+31612345678"),
    )


def test_a_plain_database_address_gets_the_driver_that_it_needs() -> None:
    assert read_settings(_env_file=None, database_url="sqlite:///x.db").database_url == "sqlite+aiosqlite:///x.db"
    postgres = read_settings(_env_file=None, database_url="postgres://me:hush@host/name")
    assert postgres.database_url == "postgresql+asyncpg://me:hush@host/name"


@pytest.mark.parametrize(
    ("given", "is_on"),
    [
        ({}, True),
        ({"host": "0.0.0.0"}, False),  # noqa: S104
        ({"public_url": "https://bot.example.nl"}, False),
        ({"host": "0.0.0.0", "playground": "on"}, True),  # noqa: S104
        ({"playground": "off"}, False),
        ({"host": "::1"}, True),
    ],
)
def test_the_playground_is_only_there_by_itself_where_nobody_else_can_come(given: dict[str, str], is_on: bool) -> None:
    assert read_settings(_env_file=None, **given).playground_on is is_on
