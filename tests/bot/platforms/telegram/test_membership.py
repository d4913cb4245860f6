import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.telegram.listen import Account, to_heard
from messages.incoming import Change, ChatChange, Heard
from messages.street import ChatAddress, ChatKind, Person, Platform

PAYLOADS = Path(__file__).parents[3] / "payloads" / "telegram"
US = Account(id=123456, username="straatbot", overhears=False)
NOW = datetime(2026, 12, 10, 20, 0, tzinfo=UTC)
SENT_AT = datetime.fromtimestamp(1796929200, UTC)
BASIC = ChatAddress(Platform.TELEGRAM, "-4567")
HENK = Person(platform=Platform.TELEGRAM, id="1001", name="Henk")


def payload(case: str) -> dict[str, Any]:
    return json.loads((PAYLOADS / f"{case}.json").read_text())


def heard_from(case: str, account: Account = US) -> list[Heard]:
    return to_heard(payload(case), account, NOW)


def test_the_bot_added_to_a_group() -> None:
    assert heard_from("bot_added_to_group") == [
        ChatChange(
            chat=BASIC,
            chat_kind=ChatKind.GROUP,
            change=Change.JOINED,
            external_id=f"update:{payload('bot_added_to_group')['update_id']}:joined",
            heard_at=SENT_AT,
            by=HENK,
            title="Lindelaan",
            overhears=False,
        )
    ]


@pytest.mark.parametrize(
    ("case", "changes", "overhears"),
    [
        ("bot_added_to_group", [Change.JOINED], False),
        ("bot_added_to_group_as_admin", [Change.JOINED], True),
        ("bot_added_to_group_muted", [Change.JOINED, Change.MUTED], False),
        ("bot_kicked_from_group", [Change.LEFT], None),
        ("bot_left_group", [Change.LEFT], None),
        ("bot_muted", [Change.MUTED], False),
        ("bot_unmuted", [Change.UNMUTED], False),
        ("bot_promoted", [Change.UNMUTED], True),
        ("bot_demoted", [Change.UNMUTED], False),
        ("bot_blocked_in_private", [Change.LEFT], None),
        ("bot_unblocked_in_private", [Change.UNMUTED], None),
    ],
)
def test_what_happens_to_our_place(case: str, changes: list[Change], overhears: bool | None) -> None:
    heard = heard_from(case)

    assert [one.change for one in heard if isinstance(one, ChatChange)] == changes
    assert all(one.overhears is overhears for one in heard if isinstance(one, ChatChange))
    assert len({one.external_id for one in heard}) == len(heard)


def test_without_privacy_mode_a_plain_member_overhears() -> None:
    account = Account(id=123456, username="straatbot", overhears=True)

    (heard,) = heard_from("bot_added_to_group", account)

    assert isinstance(heard, ChatChange)
    assert heard.overhears


@pytest.mark.parametrize("case", ["bot_promoted", "bot_demoted"])
def test_without_privacy_mode_becoming_an_admin_changes_nothing(case: str) -> None:
    assert heard_from(case, Account(id=123456, username="straatbot", overhears=True)) == []
