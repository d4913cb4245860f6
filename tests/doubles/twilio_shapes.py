"""What Twilio's requests and answers look like: a message as JSON, its forms, an error, and a signature."""

import base64
import hashlib
import hmac
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from aiohttp import web

Step = tuple[str, int | None]


@dataclass(slots=True, kw_only=True)
class Message:
    sid: str
    to: str
    sender: str
    body: str
    made_at: datetime
    callback: str = ""
    status: str = "queued"
    error: int | None = None
    ahead: deque[Step] = field(default_factory=deque)
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong with the next request; `made`: only after the message was made all the same."""

    status: int | None = None
    code: int | None = None
    text: str | None = None
    seconds: float = 0
    cut: bool = False
    made: bool = False


def incoming_form(account_sid: str, sid: str, sender: str, to: str, body: str) -> dict[str, str]:
    """https://www.twilio.com/docs/messaging/guides/webhook-request"""
    form = {
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "ProfileName": "Fatma",
        "MessageType": "text",
        "SmsSid": sid,
    }
    form |= {
        "WaId": sender.removeprefix("whatsapp:").removeprefix("+"),
        "SmsStatus": "received",
        "Body": body,
    }
    form |= {"To": to, "NumSegments": "1", "ReferralNumMedia": "0", "MessageSid": sid}
    return form | {"AccountSid": account_sid, "From": sender, "ApiVersion": "2010-04-01"}


def status_form(account_sid: str, m: Message) -> dict[str, str]:
    """https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks"""
    form = {"ChannelPrefix": "whatsapp", "ApiVersion": "2010-04-01", "MessageStatus": m.status}
    form |= {"SmsSid": m.sid, "SmsStatus": m.status, "To": m.to, "From": m.sender, "MessageSid": m.sid}
    form |= {"AccountSid": account_sid, "ChannelToAddress": m.to}
    return form | ({"ErrorCode": str(m.error)} if m.error else {})


def message_json(account_sid: str, m: Message) -> dict[str, Any]:
    """https://www.twilio.com/docs/messaging/api/message-resource#message-properties"""
    made = format_datetime(m.made_at)
    shown = {"sid": m.sid, "account_sid": account_sid, "to": m.to, "from": m.sender, "body": m.body}
    shown |= {"status": m.status, "error_code": m.error, "date_created": made, "date_updated": made}
    return shown | {"date_sent": None, "direction": "outbound-api", "num_media": "0", "num_segments": "1"}


def error(status: int, code: int, message: str = "Something about whatsapp:+15550000000") -> web.Response:
    """Twilio's messages hold the number that they are about."""
    info = f"https://www.twilio.com/docs/errors/{code}"
    return web.json_response({"code": code, "message": message, "more_info": info, "status": status}, status=status)


def sign(token: str, url: str, form: Mapping[str, str]) -> str:
    """Written out here, not taken from the library: https://www.twilio.com/docs/usage/webhooks/webhooks-security"""
    signed = url + "".join(key + form[key] for key in sorted(form))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()
