"""Twilio's forms, as they really come, become our nouns."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from bot.platforms.whatsapp.listen import to_change, to_incoming, to_receipt
from messages.delivery import DeliveryState, Receipt
from messages.incoming import Change
from messages.street import ChatKind, Platform

PAYLOADS = Path(__file__).parents[3] / "payloads/twilio"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FATMA = "whatsapp:+3197000000002"
SID = "SM" + "a" * 32


def form(name: str) -> dict[str, str]:
    return dict(parse_qsl((PAYLOADS / f"{name}.form").read_text().strip(), keep_blank_values=True))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("text", "Maakt een warmtepomp veel geluid?"),
        ("text_lines_and_emoji", "Hoi 👋🏽\nwanneer is het energiecafé?"),
        ("text_with_controls", "stop"),
        ("text_nameless", "agenda"),
        ("text_forwarded", "Morgen om 8 uur komt de gemeente"),
        ("picture_with_text", "Is dit de goede meter?"),
        ("button", "Lees"),
        ("list", "Agenda"),
    ],
)
def test_what_people_write_is_the_text(name: str, text: str) -> None:
    incoming = to_incoming(form(name), NOW)
    assert incoming is not None
    assert incoming.text == text


@pytest.mark.parametrize("name", ["picture", "voice", "sticker", "contact", "location"])
def test_what_cannot_be_read_is_heard_with_an_empty_text(name: str) -> None:
    incoming = to_incoming(form(name), NOW)
    assert incoming is not None
    assert incoming.text == ""


@pytest.mark.parametrize("name", ["reaction", "sms"])
def test_what_is_no_message_on_whatsapp_is_not_heard(name: str) -> None:
    assert to_incoming(form(name), NOW) is None


def test_a_message_is_private_addressed_and_known_by_its_sid() -> None:
    incoming = to_incoming(form("text"), NOW)
    assert incoming is not None
    assert (incoming.chat.platform, incoming.chat.id) == (Platform.WHATSAPP, FATMA)
    assert (incoming.sender.platform, incoming.sender.id, incoming.sender.name) == (
        Platform.WHATSAPP,
        FATMA,
        "Fatma",
    )
    assert incoming.chat_kind is ChatKind.PRIVATE
    assert incoming.addressed
    assert incoming.external_id == form("text")["MessageSid"]
    assert incoming.heard_at == NOW
    assert incoming.choice is None
    assert incoming.reply_to is None


def test_a_person_without_a_number_is_known_by_the_identity_that_twilio_gives() -> None:
    incoming = to_incoming(form("text_bsuid"), NOW)
    assert incoming is not None
    assert incoming.chat.id == incoming.sender.id == "whatsapp:NL.1234567890abcdef"


def test_names_lose_control_characters_and_line_breaks() -> None:
    incoming = to_incoming(form("text_with_controls"), NOW)
    assert incoming is not None
    assert incoming.sender.name == "Anna van Dijk"


def test_a_pressed_button_and_a_chosen_row_carry_their_id() -> None:
    button, row = to_incoming(form("button"), NOW), to_incoming(form("list"), NOW)
    assert button is not None
    assert row is not None
    assert (button.choice, row.choice) == ("read", "agenda")
    assert button.reply_to == "SM" + "e" * 32


def test_a_swiped_message_says_what_it_answers() -> None:
    incoming = to_incoming(form("text_swiped"), NOW)
    assert incoming is not None
    assert incoming.reply_to == "SM" + "f" * 32


def test_a_form_without_an_id_is_no_message() -> None:
    assert to_incoming(form("text") | {"MessageSid": ""}, NOW) is None


@pytest.mark.parametrize(
    ("name", "state", "error"),
    [
        ("sent", DeliveryState.SENT, None),
        ("delivered", DeliveryState.DELIVERED, None),
        ("read", DeliveryState.READ, None),
        ("failed_window_closed", DeliveryState.FAILED, "63016"),
        ("undelivered_not_on_whatsapp", DeliveryState.FAILED, "63024"),
        ("undelivered_marketing", DeliveryState.FAILED, "63049"),
        ("failed_without_code", DeliveryState.FAILED, "failed"),
    ],
)
def test_a_status_becomes_a_receipt(name: str, state: DeliveryState, error: str | None) -> None:
    expected = Receipt(state=state, external_id=SID, delivery=12, error=error)
    assert to_receipt(form(f"status_{name}"), "12.0") == expected


@pytest.mark.parametrize("name", ["queued", "of_tomorrow"])
def test_a_status_that_tells_nothing_is_harmless(name: str) -> None:
    assert to_receipt(form(f"status_{name}"), "12.0") is None


@pytest.mark.parametrize("name", ["accepted", "scheduled", "sending", "canceled", "", "something-new"])
def test_other_statuses_are_harmless(name: str) -> None:
    assert to_receipt(form("status_sent") | {"MessageStatus": name}, "12.0") is None


@pytest.mark.parametrize(
    ("delivery", "key"), [("12.3", 12), ("12", 12), ("", None), ("x.1", None), ("-1.0", None), ("²", None)]
)
def test_the_key_in_the_callback_names_the_delivery(delivery: str, key: int | None) -> None:
    receipt = to_receipt(form("status_sent"), delivery)
    assert receipt is not None
    assert receipt.delivery == key


def test_who_is_not_on_whatsapp_has_left() -> None:
    change = to_change(form("status_undelivered_not_on_whatsapp"), NOW)
    assert change is not None
    assert (change.change, change.chat.id) == (Change.LEFT, FATMA)
    assert change.external_id == f"{SID}:63024"


@pytest.mark.parametrize("name", ["sent", "failed_window_closed", "undelivered_marketing", "failed_without_code"])
def test_other_failures_are_no_leave_taking(name: str) -> None:
    assert to_change(form(f"status_{name}"), NOW) is None
