"""What `straatbot check` asks Twilio: the account, the number, its webhook and the templates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from aiohttp import ClientError
from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]

from bot.platforms.whatsapp.webhooks import INCOMING

SANDBOX = "+14155238886"  # not in the list of senders; https://www.twilio.com/docs/whatsapp/sandbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One WhatsApp number at Twilio, as the settings know it; `templates` by `Template.name`."""

    sid: str
    token: str = field(repr=False)
    number: str = field(repr=False)
    public_url: str
    api_url: str
    templates: Mapping[str, str]

    @property
    def sender(self) -> str:
        return f"whatsapp:{self.number}"


async def problems(account: Account, client: Client) -> list[str]:
    """A sentence for each thing that would keep WhatsApp from working."""
    found = []
    if not account.public_url.startswith("https://"):
        found.append("PUBLIC_URL: Twilio only calls an address that begins with https://.")
    try:
        if refused := await _account(account, client):
            return [*found, refused]
        found += await _number(account, client)
        found += await _templates(account, client)
    except TwilioException as error:
        told = f"HTTP {getattr(error, 'status', '?')}, code {getattr(error, 'code', '?')}"
        found.append(f"Twilio does not tell how WhatsApp is set up ({told}); see its console.")
    except (ClientError, OSError, ValueError) as error:
        told = type(error).__name__
        found.append(f"TWILIO_API_URL: no answer ({told}); see to the network and this address.")
    return found


async def _account(account: Account, client: Client) -> str | None:
    try:
        told = await client.api.v2010.accounts(account.sid).fetch_async()
    except TwilioException as error:
        if getattr(error, "status", 0) not in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            raise
        return "TWILIO_AUTH_TOKEN: wrong for this TWILIO_ACCOUNT_SID; copy both from Twilio's console."
    if told.status != "active":
        return f"TWILIO_ACCOUNT_SID: this account is {told.status}; make it active in Twilio's console."
    return None


async def _number(account: Account, client: Client) -> list[str]:
    if account.number == SANDBOX:
        return []
    senders = await client.messaging.v2.channels_senders.list_async(channel="whatsapp")
    sender = next((sender for sender in senders if sender.sender_id == account.sender), None)
    if sender is None:
        return ["TWILIO_WHATSAPP_NUMBER: this account has no such sender; add it in Twilio's console."]
    found = []
    if not str(sender.status).startswith("ONLINE"):
        found.append(f"TWILIO_WHATSAPP_NUMBER: the sender is {sender.status}; see Twilio's console.")
    wanted = f"{account.public_url.rstrip('/')}{INCOMING}"
    called = str((sender.webhook or {}).get("callback_url") or "").partition("#")[0]
    if called != wanted:
        found.append(f"PUBLIC_URL: the sender's webhook is not {wanted}; set it in Twilio's console.")
    return found


async def _templates(account: Account, client: Client) -> list[str]:
    found = []
    for name, content_sid in account.templates.items():
        status = await _approval(client, content_sid)
        if status != "approved":
            found.append(f"TWILIO_TEMPLATE_{name.upper()}: {status}; only an approved template is sent.")
    return found


async def _approval(client: Client, content_sid: str) -> str:
    try:
        told = await client.content.v1.contents(content_sid).approval_fetch().fetch_async()
    except TwilioException as error:
        if getattr(error, "status", 0) == HTTPStatus.NOT_FOUND:
            return "not known to Twilio"
        raise
    return str((told.whatsapp or {}).get("status", "without approval"))
