import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.platforms.telegram.characters import clean_name, place, units
from bot.platforms.telegram.listen import Account, to_heard
from messages.incoming import Change, ChatChange, Heard, Incoming
from messages.street import ChatAddress, ChatKind, Person, Platform

PAYLOADS = Path(__file__).parents[3] / "payloads" / "telegram"
US = Account(id=123456, username="straatbot", overhears=False)
NOW = datetime(2026, 12, 10, 20, 0, tzinfo=UTC)
SENT_AT = datetime.fromtimestamp(1796929200, UTC)
GROUP = ChatAddress(Platform.TELEGRAM, "-1001234567890")
BASIC = ChatAddress(Platform.TELEGRAM, "-4567")
FATMA = Person(platform=Platform.TELEGRAM, id="1002", name="Fatma")
HENK = Person(platform=Platform.TELEGRAM, id="1001", name="Henk")


def payload(case: str) -> dict[str, Any]:
    return json.loads((PAYLOADS / f"{case}.json").read_text())


def heard_from(case: str, account: Account = US) -> list[Heard]:
    return to_heard(payload(case), account, NOW)


def one_from(case: str) -> Any:
    (heard,) = heard_from(case)
    return heard


@pytest.mark.parametrize("file", sorted(PAYLOADS.glob("*.json")), ids=lambda file: file.stem)
def test_every_payload_has_the_shape_that_the_library_knows(file: Path) -> None:
    update = Update.de_json(json.loads(file.read_text()), None)

    assert update.effective_chat is not None
    assert not update.api_kwargs


def test_a_mention_in_a_group_is_addressed_and_the_name_is_cut_out() -> None:
    assert one_from("group_mention") == Incoming(
        chat=GROUP,
        chat_kind=ChatKind.GROUP,
        sender=FATMA,
        external_id="-1001234567890:42",
        text="hoeveel herrie maakt zo'n warmtepomp?",
        heard_at=SENT_AT,
        addressed=True,
        language="nl",
    )


@pytest.mark.parametrize(
    ("case", "text", "addressed"),
    [
        ("group_mention_after_emoji", "👩‍👩‍👧 hoi, wanneer is de borrel?", True),
        ("group_text_mention", "wat kost een warmtenet", True),
        ("group_chatter", "Wie heeft er een ladder te leen?", False),
        ("group_command_for_us", "/vraag mag mijn duif op de buitenunit", True),
        ("group_reply_to_us", "en overdag?", True),
        ("group_reply_to_a_neighbour", "Ik heb er een", False),
        ("group_topic_message", "Is er nog plek bij de borrel?", False),
        ("group_photo_with_caption", "is dit een goede plek voor de buitenunit?", True),
        ("private_message", "can i get money for isolation?", True),
        ("private_start", "/start lindelaan", True),
        ("private_voice", "", True),
        ("private_sticker", "👍", True),
    ],
)
def test_what_is_heard_and_whether_it_is_meant_for_us(case: str, text: str, addressed: bool) -> None:
    heard = one_from(case)

    assert (heard.text, heard.addressed) == (text, addressed)


@pytest.mark.parametrize(
    "case",
    [
        "group_command_for_another_bot",
        "group_automatic_forward",
        "group_other_bot",
        "group_our_own_message",
        "group_sticker",
        "group_poll",
        "group_edit",
        "group_new_member_is_us",
        "channel_post",
        "bot_added_to_channel",
    ],
)
def test_what_is_not_for_us_is_ignored(case: str) -> None:
    assert heard_from(case) == []


def test_an_unknown_kind_of_update_is_ignored() -> None:
    assert to_heard({"update_id": 1, "hologram": {"chat": 5}}, US, NOW) == []


def test_replies_and_topics_carry_their_ids() -> None:
    assert one_from("group_reply_to_us").reply_to == "40"
    assert one_from("group_reply_to_a_neighbour").reply_text == "Wie heeft er een ladder?"
    topic = one_from("group_topic_message")
    assert (topic.reply_to, topic.thread) == (None, "7")


def test_a_reply_in_private_and_a_telephone_in_brazil() -> None:
    heard = one_from("private_start")

    assert (heard.chat_kind, heard.language) == (ChatKind.PRIVATE, "pt")


def test_an_anonymous_admin_speaks_as_the_group() -> None:
    assert one_from("group_anonymous_admin").sender == Person(
        platform=Platform.TELEGRAM, id="-1001234567890", name="Lindelaan"
    )
    assert one_from("group_from_a_channel").sender.name == "Nieuws van de wijk"


def test_a_pressed_button_is_heard_with_its_label_at_the_time_of_pressing() -> None:
    assert one_from("button_pressed") == Incoming(
        chat=GROUP,
        chat_kind=ChatKind.GROUP,
        sender=FATMA,
        external_id="callback:4382bfdwdsb323b2d9",
        text="Nee, iets anders",
        heard_at=NOW,
        addressed=True,
        choice="17.1",
        reply_to="40",
        language="nl",
    )


def test_a_button_under_a_message_that_telegram_forgot_still_works() -> None:
    heard = one_from("button_pressed_on_old_message")

    assert (heard.choice, heard.text, heard.chat) == ("17.0", "", GROUP)


def test_both_service_messages_of_a_migration_are_the_same_news() -> None:
    old, new = one_from("group_became_supergroup"), one_from("supergroup_was_group")

    assert old == new
    assert old == ChatChange(
        chat=BASIC,
        chat_kind=ChatKind.GROUP,
        change=Change.MOVED,
        external_id="moved:-4567:-1001234567890",
        heard_at=SENT_AT,
        title="Lindelaan",
        moved_to=GROUP,
    )


def test_newcomers_are_told_together_without_bots() -> None:
    heard = one_from("group_new_members")

    assert (heard.change, heard.newcomers) == (Change.NEWCOMERS, ("Ali", "Noor anna"))
    assert heard.by.name == "Ali"


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("a\x00b\x07c\r\nd", "abc\nd"),
        ("🔥🔥🔥", "🔥🔥🔥"),
        ("كم تكلفة المضخة؟", "كم تكلفة المضخة؟"),
        ("half \ud83d paar", "half  paar"),
        ("x" * 10_000, "x" * 10_000),
    ],
)
def test_texts_are_kept_but_for_what_cannot_be_stored(written: str, heard: str) -> None:
    update = payload("private_message")
    update["message"]["text"] = written

    (incoming,) = to_heard(update, US, NOW)

    assert isinstance(incoming, Incoming)
    assert incoming.text == heard


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("@straatbot", ""),
        ("@straatbot: help", "help"),
        ("wat kost dat @straatbot", "wat kost dat"),
        ("wat kost @straatbot dat", "wat kost dat"),
        ("hoi\n@straatbot wat kost dat", "hoi\nwat kost dat"),
        ("@straatbot @straatbot hoi", "hoi"),
        ("@straatbotje hoi", "@straatbotje hoi"),
    ],
)
def test_our_name_leaves_no_hole(written: str, heard: str) -> None:
    update = payload("group_mention")
    words = [word.strip(":") for word in written.split() if word.startswith("@")]
    starts: list[int] = []
    for word in words:
        starts.append(written.index(word, starts[-1] + 1 if starts else 0))
    update["message"]["text"] = written
    update["message"]["entities"] = [
        {"type": "mention", "offset": start, "length": len(word)} for start, word in zip(starts, words, strict=True)
    ]

    (incoming,) = to_heard(update, US, NOW)

    assert isinstance(incoming, Incoming)
    assert incoming.text == heard


def test_a_name_is_one_line_that_turns_nothing_round() -> None:
    assert clean_name("Noor\n\u202eanna\x00") == "Noor anna"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 50))
def test_a_place_is_where_telegram_counts_it(text: str, characters: int) -> None:
    before = text[:characters]

    assert text[: place(text, units(before))] == before
