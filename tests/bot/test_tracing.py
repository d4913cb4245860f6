"""In the logs one id leads from what was heard to what was sent and to its receipt."""

import logging

import pytest

from messages.delivery import DeliveryState, Receipt
from tests.doubles.bot import Bot


def traces(caplog: pytest.LogCaptureFixture, action: str) -> list[str]:
    return [record.trace for record in caplog.records if getattr(record, "action", "") == action]  # type: ignore[attr-defined]


async def test_from_hearing_to_the_receipt(quick_bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await quick_bot.says("lindelaan/Fatma", "Fatma", "/help")
    await quick_bot.says("lindelaan/Ali", "Ali", "/help")
    await quick_bot.app.inbox.receipt(Receipt(state=DeliveryState.READ, external_id="", delivery=1))

    heard = traces(caplog, "heard")
    assert len(set(heard)) == 2
    assert traces(caplog, "sent") == heard
    assert traces(caplog, "receipt") == heard[:1]


async def test_a_button_that_a_group_presses(quick_bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """It is answered once, whoever presses it."""
    caplog.set_level(logging.INFO)
    await quick_bot.says("lindelaan", "Fatma", "@Straatbot warmtenet")
    buttons = [said for said in quick_bot.playground.heard_back("lindelaan") if said.choices]
    assert buttons, quick_bot.said("lindelaan")
    for name in ("Fatma", "Ali"):
        await quick_bot.playground.press("lindelaan", name, buttons[-1].choices[0].id)
    await quick_bot.delivered()

    assert traces(caplog, "heard")[1] == traces(caplog, "heard")[2] == traces(caplog, "sent")[1]
