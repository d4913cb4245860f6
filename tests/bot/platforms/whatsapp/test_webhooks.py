"""Only what Twilio signed for our public address is heard, and only what is stored is answered well."""

from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette

from bot.platforms.whatsapp import WhatsAppAdapter
from tests.bot.platforms.whatsapp.conftest import FATMA, Listener
from tests.doubles.twilio_server import PUBLIC_URL, TOKEN, TwilioServer
from tests.doubles.twilio_shapes import incoming_form, sign

INCOMING, STATUS = f"{PUBLIC_URL}/whatsapp/incoming", f"{PUBLIC_URL}/whatsapp/status"
FORM_TYPE = "application/x-www-form-urlencoded"


@pytest.fixture
def form(twilio: TwilioServer) -> dict[str, str]:
    return incoming_form(twilio.account_sid, "SM" + "1" * 32, FATMA, f"whatsapp:{twilio.number}", "hallo")


async def post(adapter: WhatsAppAdapter, content: bytes | str, url: str = INCOMING, **headers: str) -> int:
    """A POST as it arrives behind a proxy: another scheme, another host."""
    transport = httpx.ASGITransport(app=Starlette(routes=list(adapter.routes())))
    async with httpx.AsyncClient(transport=transport) as client:
        inside = url.replace(PUBLIC_URL, "http://10.0.0.7:8000")
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = await client.post(inside, content=content, headers={"Content-Type": FORM_TYPE} | given)
    return answer.status_code


def test_our_signature_is_that_of_twilios_documentation() -> None:
    form = {"CallSid": "CA1234567890ABCDE", "Caller": "+14158675309", "Digits": "1234"}
    form |= {"From": "+14158675309", "To": "+18005551212"}
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    assert sign("12345", url, form) == "RSOYDt4T1cUTdK1PDd93/VVr8B8="


async def test_a_signed_message_is_heard_and_answered_with_empty_twiml(
    adapter: WhatsAppAdapter, twilio: TwilioServer, ear: Listener
) -> None:
    answer = await twilio.write(FATMA, "Hoi, hoe laat is het energiecafé? 👋🏽", ProfileName="Şeyma")
    assert (answer.status_code, answer.text) == (200, "<Response/>")
    assert answer.headers["Content-Type"].startswith("text/xml")
    assert [heard.external_id for heard in ear.all] == ["SM" + f"{1:032x}"]


async def test_blank_fields_are_part_of_what_is_signed(
    adapter: WhatsAppAdapter, twilio: TwilioServer, ear: Listener
) -> None:
    assert (await twilio.write(FATMA, "", Address="", Label=" ")).status_code == 200
    assert len(ear.all) == 1


@pytest.mark.parametrize(
    "query", ["", "?a=1", "?a=%20b&c=", "?delivery=1.0"], ids=["none", "one", "encoded", "delivery"]
)
async def test_the_query_is_part_of_what_is_signed(adapter: WhatsAppAdapter, form: dict[str, str], query: str) -> None:
    url = INCOMING + query
    assert await post(adapter, urlencode(form), url, X_Twilio_Signature=sign(TOKEN, url, form)) == 200
    assert await post(adapter, urlencode(form), url, X_Twilio_Signature=sign(TOKEN, url + "x", form)) == 403


@pytest.mark.parametrize(
    "signed_for",
    [
        f"{PUBLIC_URL}/whatsapp/status",
        "http://bot.example.nl/whatsapp/incoming",
        "http://10.0.0.7:8000/whatsapp/incoming",
        "https://bot.example.org/whatsapp/incoming",
    ],
)
async def test_a_signature_for_another_address_is_refused(
    adapter: WhatsAppAdapter, form: dict[str, str], ear: Listener, signed_for: str
) -> None:
    assert await post(adapter, urlencode(form), X_Twilio_Signature=sign(TOKEN, signed_for, form)) == 403
    assert ear.all == []


@pytest.mark.parametrize("signature", ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "é".encode().decode("latin-1")])
async def test_a_wrong_signature_is_refused(
    adapter: WhatsAppAdapter, form: dict[str, str], ear: Listener, signature: str
) -> None:
    headers = {"Content-Type": FORM_TYPE, "X-Twilio-Signature": signature.encode("latin-1")}
    transport = httpx.ASGITransport(app=Starlette(routes=list(adapter.routes())))
    async with httpx.AsyncClient(transport=transport) as client:
        answer = await client.post(INCOMING, content=urlencode(form), headers=headers)
    assert answer.status_code == 403
    assert ear.all == []


async def test_an_unsigned_request_is_refused(adapter: WhatsAppAdapter, form: dict[str, str]) -> None:
    assert await post(adapter, urlencode(form)) == 403


@pytest.mark.parametrize("change", [{"Body": "stop"}, {"Extra": ""}, {"From": "whatsapp:+3197000000003"}])
async def test_a_tampered_form_is_refused(
    adapter: WhatsAppAdapter, form: dict[str, str], ear: Listener, change: dict[str, str]
) -> None:
    signature = sign(TOKEN, INCOMING, form)
    assert await post(adapter, urlencode(form | change), X_Twilio_Signature=signature) == 403
    assert ear.all == []


async def test_a_field_left_out_is_refused(adapter: WhatsAppAdapter, form: dict[str, str]) -> None:
    signature = sign(TOKEN, INCOMING, form)
    del form["NumMedia"]
    assert await post(adapter, urlencode(form), X_Twilio_Signature=signature) == 403


async def test_another_account_is_refused_though_it_is_signed(adapter: WhatsAppAdapter, form: dict[str, str]) -> None:
    form["AccountSid"] = "AC" + "9" * 32
    assert await post(adapter, urlencode(form), X_Twilio_Signature=sign(TOKEN, INCOMING, form)) == 403


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"Body": "hallo"}', "application/json"),
        (b"Body=hallo", ""),
        (b"Body", FORM_TYPE),
        (b"Body=%ff%fe", FORM_TYPE),
        (b"Body=\xff", FORM_TYPE),
        (b"&".join(b"a%d=1" % i for i in range(500)), FORM_TYPE),
    ],
)
async def test_what_is_no_form_is_refused(adapter: WhatsAppAdapter, content: bytes, kind: str) -> None:
    assert await post(adapter, content, X_Twilio_Signature="x", Content_Type=kind) == 400


async def test_what_is_too_large_is_refused(adapter: WhatsAppAdapter) -> None:
    assert await post(adapter, b"Body=" + b"a" * 65_536, X_Twilio_Signature="x") == 413


async def test_get_is_not_allowed(adapter: WhatsAppAdapter) -> None:
    transport = httpx.ASGITransport(app=Starlette(routes=list(adapter.routes())))
    async with httpx.AsyncClient(transport=transport) as client:
        assert (await client.get(INCOMING)).status_code == 405


async def test_what_could_not_be_stored_is_not_acknowledged(
    adapter: WhatsAppAdapter, twilio: TwilioServer, ear: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    ear.error = RuntimeError("insert into inbox: whatsapp:+3197000000002, hallo")
    assert (await twilio.write(FATMA, "hallo")).status_code == 503
    assert "3197" not in caplog.text
    assert "hallo" not in caplog.text


async def test_before_the_start_and_after_the_stop_nothing_is_acknowledged(
    adapter: WhatsAppAdapter, twilio: TwilioServer, ear: Listener
) -> None:
    await adapter.stop()
    assert (await twilio.write(FATMA, "hallo")).status_code == 503
    await adapter.start(ear)
    assert (await twilio.write(FATMA, "hallo")).status_code == 200


async def test_a_reaction_is_acknowledged_and_forgotten(
    adapter: WhatsAppAdapter, twilio: TwilioServer, ear: Listener
) -> None:
    assert (await twilio.write(FATMA, "👍", MessageType="reaction")).status_code == 200
    assert ear.all == []


async def test_no_number_or_name_is_logged(
    adapter: WhatsAppAdapter, twilio: TwilioServer, form: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await twilio.write(FATMA, "geheim", ProfileName="Fatma")
    await post(adapter, urlencode(form), X_Twilio_Signature="x")
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "twilio"))]
    assert ours == ["Webhook refused"]
