"""What leaves for Twilio: inside the window text, outside it a template, and never anything twice."""

import json
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.platforms.base import ChatGone, SendFailed, SlowDown, Unanswered, WindowClosed
from bot.platforms.whatsapp import WhatsAppAdapter
from messages.delivery import Delivery
from messages.reply import Attachment, Paragraph, Reply, Template, say
from messages.street import ChatAddress, Platform
from tests.bot.platforms.whatsapp.conftest import FATMA, KNOCK, REMINDER, Listener
from tests.doubles.twilio_server import NUMBER, PUBLIC_URL, TwilioServer
from tests.doubles.twilio_shapes import Fault

Make = Callable[..., Delivery]
LONG = "\n\n".join("woord " * 200 for _ in range(3))
YESTERDAY = timedelta(hours=25)
IMPATIENT, LATE = 1.5, 60  # seconds
KNOCKING = Reply((Paragraph(LONG),), template=Template("new_message", ("Lindelaan",)))


async def test_inside_the_window_the_text_goes(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make
) -> None:
    sid = await adapter.send(a_delivery(say("**Hoi** 👋")), 0)
    assert twilio.posts == [
        {
            "To": FATMA,
            "From": f"whatsapp:{NUMBER}",
            "Body": "*Hoi* 👋",
            "StatusCallback": f"{PUBLIC_URL}/whatsapp/status?delivery=12.0",
        }
    ]
    assert [message.sid for message in twilio.sent] == [sid]


async def test_every_page_goes_by_itself_and_names_itself(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make
) -> None:
    delivery = a_delivery(say(LONG))
    assert adapter.page_count(delivery) == 3
    for page in range(3):
        await adapter.send(delivery, page)
    assert [post["StatusCallback"].partition("=")[2] for post in twilio.posts] == ["12.0", "12.1", "12.2"]


async def test_a_person_without_a_number_is_written_to(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make
) -> None:
    await adapter.send(a_delivery(chat=ChatAddress(Platform.WHATSAPP, "whatsapp:NL.1234567890abcdef")), 0)
    assert twilio.posts[0]["To"] == "whatsapp:NL.1234567890abcdef"


@pytest.mark.parametrize(
    ("heard", "is_open"),
    [
        (timedelta(0), True),
        (timedelta(hours=23, minutes=49), True),
        (timedelta(hours=23, minutes=51), False),
        (timedelta(hours=25), False),
        (None, False),
    ],
)
async def test_the_window_closes_ten_minutes_early(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make, heard: timedelta | None, is_open: bool
) -> None:
    delivery = a_delivery(heard=heard)
    if is_open:
        await adapter.send(delivery, 0)
    else:
        with pytest.raises(WindowClosed):
            await adapter.send(delivery, 0)
    assert len(twilio.posts) == is_open


async def test_outside_the_window_the_template_goes_instead(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make
) -> None:
    delivery = a_delivery(KNOCKING, heard=YESTERDAY)
    assert adapter.goes_as_template(delivery)
    assert adapter.page_count(delivery) == 1
    await adapter.send(delivery, 0)
    (post,) = twilio.posts
    assert "Body" not in post
    assert (post["ContentSid"], json.loads(post["ContentVariables"])) == (KNOCK, {"1": "Lindelaan"})


async def test_inside_the_window_the_template_stays_at_home(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make
) -> None:
    delivery = a_delivery(KNOCKING)
    assert not adapter.goes_as_template(delivery)
    assert adapter.page_count(delivery) == 3
    await adapter.send(delivery, 0)
    assert "ContentSid" not in twilio.posts[0]


async def test_a_variable_of_many_lines_is_taken_by_twilio(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make
) -> None:
    reply = Reply((Paragraph("x"),), template=Template("reminder", ("Energiecafé\n\nin   de     Linde",)))
    await adapter.send(a_delivery(reply, heard=None), 0)
    assert twilio.posts[0]["ContentSid"] == REMINDER
    assert twilio.sent[0].body == "Je vroeg om een herinnering: Energiecafé in de Linde. Tot dan!"


async def test_without_a_configured_template_it_waits(
    an_adapter: Callable[..., WhatsAppAdapter], twilio: TwilioServer, a_delivery: Make
) -> None:
    adapter = an_adapter(templates={"reminder": REMINDER})
    await adapter.start(Listener())
    with pytest.raises(WindowClosed):
        await adapter.send(a_delivery(KNOCKING, heard=YESTERDAY), 0)
    await adapter.stop()
    assert twilio.posts == []


async def test_what_was_begun_as_text_waits_for_the_next_window(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make
) -> None:
    delivery = a_delivery(KNOCKING, heard=YESTERDAY, pages_sent=1)
    assert adapter.page_count(delivery) == 3
    with pytest.raises(WindowClosed):
        await adapter.send(delivery, 1)


async def test_nothing_to_say_is_not_sent(adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make) -> None:
    delivery = a_delivery(Reply((Attachment("a.ics", "text/calendar", "x"),)))
    assert adapter.page_count(delivery) == 0
    with pytest.raises(SendFailed) as failed:
        await adapter.send(delivery, 0)
    assert not failed.value.retry
    assert twilio.posts == []


@pytest.mark.parametrize(
    "fault",
    [
        Fault(seconds=LATE),
        Fault(seconds=LATE, made=True),
        Fault(cut=True),
        Fault(cut=True, made=True),
        Fault(status=500, code=20500),
        Fault(status=503, text="<html>no upstream</html>"),
        Fault(status=201, text="<html>hello</html>"),
        Fault(status=201, text="[]"),
        Fault(status=201, text="{}"),
    ],
    ids=["slow", "slow but made", "cut", "cut but made", "500", "503", "no JSON", "a list", "no id"],
)
async def test_without_a_clear_answer_it_is_unanswered_and_sent_exactly_once(
    an_adapter: Callable[..., WhatsAppAdapter], twilio: TwilioServer, a_delivery: Make, fault: Fault
) -> None:
    adapter = an_adapter(seconds=IMPATIENT)
    await adapter.start(Listener())
    twilio.faults.append(fault)
    with pytest.raises(Unanswered):
        await adapter.send(a_delivery(), 0)
    await adapter.stop()
    assert len(twilio.posts) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault(status=429, code=20429), SlowDown),
        (Fault(status=400, code=21211), ChatGone),
        (Fault(status=400, code=63016), WindowClosed),
        (Fault(status=401, code=20003), SendFailed),
        (Fault(status=404, text="<html>not here</html>"), SendFailed),
    ],
)
async def test_a_refusal_is_named_and_sent_exactly_once(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make, fault: Fault, error: type[Exception]
) -> None:
    twilio.faults.append(fault)
    with pytest.raises(error):
        await adapter.send(a_delivery(), 0)
    assert len(twilio.posts) == 1


async def test_a_wrong_token_is_final(an_adapter: Callable[..., WhatsAppAdapter], a_delivery: Make) -> None:
    adapter = an_adapter(auth_token="another")
    await adapter.start(Listener())
    with pytest.raises(SendFailed) as failed:
        await adapter.send(a_delivery(), 0)
    await adapter.stop()
    assert (failed.value.retry, str(failed.value)) == (False, "twilio_20003")


async def test_where_nobody_listens_it_may_go_again(
    an_adapter: Callable[..., WhatsAppAdapter], a_delivery: Make
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        adapter = an_adapter(api_url=f"http://127.0.0.1:{taken.getsockname()[1]}")
        await adapter.start(Listener())
        with pytest.raises(SendFailed) as failed:
            await adapter.send(a_delivery(), 0)
        await adapter.stop()
    assert failed.value.retry


async def test_an_unanswered_page_is_found_again_when_it_was_made(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make
) -> None:
    delivery, since = a_delivery(say("*Hoi*")), datetime.now(UTC)
    assert await adapter.find(delivery, 0, since) is None
    twilio.faults.append(Fault(cut=True, made=True))
    with pytest.raises(Unanswered):
        await adapter.send(delivery, 0)
    assert await adapter.find(delivery, 0, since) == twilio.sent[0].sid


@pytest.mark.parametrize("away", [timedelta(hours=-1), timedelta(hours=1)])
async def test_the_same_text_of_another_hour_is_not_taken_for_it(
    adapter: WhatsAppAdapter, a_delivery: Make, away: timedelta
) -> None:
    await adapter.send(a_delivery(), 0)
    assert await adapter.find(a_delivery(), 0, datetime.now(UTC) + away) is None


async def test_another_persons_or_another_text_is_not_taken_for_it(adapter: WhatsAppAdapter, a_delivery: Make) -> None:
    await adapter.send(a_delivery(say("iets anders")), 0)
    await adapter.send(a_delivery(chat=ChatAddress(Platform.WHATSAPP, "whatsapp:+3197000000003")), 0)
    assert await adapter.find(a_delivery(), 0, datetime.now(UTC)) is None


async def test_an_unanswered_template_is_found_by_its_variables(
    adapter: WhatsAppAdapter, twilio: TwilioServer, a_delivery: Make
) -> None:
    delivery = a_delivery(KNOCKING, heard=YESTERDAY)
    sid = await adapter.send(delivery, 0)
    assert await adapter.find(delivery, 0, datetime.now(UTC)) == sid
    other = a_delivery(Reply((Paragraph("x"),), template=Template("new_message", ("Eikenlaan",))), heard=YESTERDAY)
    assert await adapter.find(other, 0, datetime.now(UTC)) is None
